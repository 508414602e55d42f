import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { isKnownCommittee } from '@rettidig/organisation';
import { Day, FreeText, Id, ListOf } from '@rettidig/vocabulary';
import type { Breach } from '../breach.js';
import { breachDecider } from '../breach.js';
import type { BreachEvent } from '../breach.events.js';
import type { BreachReference } from '../checks.js';
import { notInTheFuture } from '../checks.js';
import { checkPlace } from './record-breach-not-raised.js';

/** A demand beside management's answer, as minutes have them in two columns. */
export class ImportedDemand {
  @FreeText({ description: 'The demand; no names.', max: 4000, multiline: true })
  text!: string;

  @FreeText({ description: 'The answer as it stands; no names.', max: 4000, multiline: true, optional: true })
  answer?: string;

  @FreeText({ description: 'Where it stands.', max: 300 })
  reference!: string;
}

/** What minutes have of demands and answers, as a person accepted it. */
export class ImportDemands {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Day({ description: 'The day on which they were raised and answered; not after today.' })
  on!: string;

  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item of that meeting.' })
  itemId!: string;

  @ListOf(() => ImportedDemand, { description: 'The demands in their order.', min: 1, max: 200 })
  demands!: ImportedDemand[];

  @FreeText({ description: 'Which minutes.', max: 200 })
  reference!: string;
}

/**
 * Records a list of demands with its answers once. What an answer amounts to is not read out of its words: it stands as
 * not assessed until somebody says so. A record that has demands already stays as it is.
 */
export const importDemands: CommandDefinition<Breach | undefined, BreachEvent, ImportDemands, BreachReference> = {
  name: 'ImportDemands',
  message: ImportDemands,
  decider: breachDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'breaches',
  summary: { da: 'Indlæs krav og svar fra et referat', en: 'Record demands and answers of imported minutes' },
  refusals: [
    'breach.committee-unknown',
    'breach.in-the-future',
    'breach.meeting-unknown',
    'breach.meeting-of-another-committee',
    'breach.item-unknown',
  ],
  decide: (breach, message, context) => {
    if (breach && breach.demands.size > 0) return [];
    const { committeeId, on, meetingId, itemId, demands, reference } = message;
    if (!isKnownCommittee(context.reference.organisation, committeeId)) {
      throw notFound('breach.committee-unknown', { committeeId });
    }
    notInTheFuture(on, context);
    checkPlace(message, context);
    const source = { kind: 'minutes' as const, reference };
    const tabled = { type: 'DemandsTabled' as const, data: { committeeId, on, meetingId, itemId, source } };
    return [
      ...(breach ? [] : [tabled]),
      ...demands.flatMap((demand, at) =>
        raised(demand, { on, number: at + 1, demandId: context.newId(`demand-${at}`) }),
      ),
    ];
  },
};

interface Place {
  readonly on: string;
  readonly number: number;
  readonly demandId: string;
}

function raised({ text, answer, reference }: ImportedDemand, { on, number, demandId }: Place): BreachEvent[] {
  const source = { kind: 'minutes' as const, reference };
  return [
    { type: 'DemandRaised', data: { demandId, number, kind: 'other', text, on, source } },
    ...(answer
      ? [
          {
            type: 'DemandAnswered' as const,
            data: { demandId, on, parts: [{ kind: 'notClassified' as const, text: answer }], source },
          },
        ]
      : []),
  ];
}
