import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Count, Day, FreeText, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { Breach } from '../breach.js';
import { breachDecider } from '../breach.js';
import type { BreachEvent, DemandKind } from '../breach.events.js';
import type { BreachReference } from '../checks.js';
import { existing, notInTheFuture, officesInCommittee } from '../checks.js';
import { demandKinds } from '../words.js';
import { RaisedDemand } from './answers.js';

/** The employee side demands something instead of raising a breach (E1). */
export class RaiseDemand {
  @Count({ description: 'Its number on the list; the next free one when left out.', min: 1, max: 500, optional: true })
  number?: number;

  @OneOf(demandKinds, { description: 'What it is about.', example: 'training' })
  kind!: DemandKind;

  @FreeText({
    description: 'The demand in the words of the employee side.',
    example: 'Alle ledere får et kursus i MED-aftalen.',
    max: 4000,
    multiline: true,
  })
  text!: string;

  @Day({ description: 'The day on which it was raised; not after today.' })
  on!: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const raiseDemand: CommandDefinition<
  Breach | undefined,
  BreachEvent,
  RaiseDemand,
  BreachReference,
  RaisedDemand
> = {
  name: 'RaiseDemand',
  message: RaiseDemand,
  decider: breachDecider,
  kind: 'fact',
  target: 'existing',
  path: '/breaches/{id}/demands',
  tag: 'breaches',
  summary: { da: 'Registrér et krav fra medarbejdersiden', en: 'Record a demand of the employee side' },
  refusals: ['breach.unknown', 'breach.in-the-future', 'breach.number-taken'],
  resource: officesInCommittee,
  decide: (state, message, context) => {
    const breach = existing(state);
    notInTheFuture(message.on, context);
    const data = { ...message, demandId: context.newId('demand'), number: freeNumber(breach, message.number) };
    return [{ type: 'DemandRaised', data }];
  },
  answer: (breach, _message, context): RaisedDemand => {
    const demandId = context.newId('demand');
    return { demandId, number: existing(breach).demands.get(demandId)!.number };
  },
  answerType: RaisedDemand,
};

function freeNumber(breach: Breach, wanted: number | undefined): number {
  const taken = [...breach.demands.values()].map((demand) => demand.number);
  if (wanted === undefined) return Math.max(0, ...taken) + 1;
  if (taken.includes(wanted)) throw new Refused('breach.number-taken', { number: wanted });
  return wanted;
}
