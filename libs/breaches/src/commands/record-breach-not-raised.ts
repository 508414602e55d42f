import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, notFound } from '@rettidig/event-sourcing';
import { meetingOf } from '@rettidig/meetings';
import { isKnownCommittee } from '@rettidig/organisation';
import { Day, Flag, FreeText, Id, Ids, One, SourceOfFact } from '@rettidig/vocabulary';
import type { Breach } from '../breach.js';
import { breachDecider } from '../breach.js';
import type { BreachEvent } from '../breach.events.js';
import type { BreachContext, BreachReference } from '../checks.js';
import { notInTheFuture, officesIn } from '../checks.js';

/** The employee side chose not to raise a breach on these cases, and on no others: never a waiver (D2, D3). */
export class RecordBreachNotRaised {
  @Id({ description: 'The committee in which it was said.' })
  committeeId!: string;

  @Ids({ description: 'The cases that the choice is about; no others.', min: 1 })
  caseIds!: string[];

  @Day({ description: 'The day on which it was said; not after today.' })
  on!: string;

  @Flag({ description: 'Whether the employee side keeps the right to raise a breach on later cases of principle.' })
  reservesLaterCases!: boolean;

  @FreeText({
    description: 'The reservation in words.',
    example: 'Vi forbeholder os ret til at rejse senere, principielle sager.',
    max: 2000,
    multiline: true,
    optional: true,
  })
  reservation?: string;

  @Id({ description: 'The meeting at which it was said.', optional: true })
  meetingId?: string;

  @Id({ description: 'The item of that meeting.', optional: true })
  itemId?: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const recordBreachNotRaised: CommandDefinition<
  Breach | undefined,
  BreachEvent,
  RecordBreachNotRaised,
  BreachReference
> = {
  name: 'RecordBreachNotRaised',
  message: RecordBreachNotRaised,
  decider: breachDecider,
  kind: 'fact',
  target: 'new',
  path: '/breaches',
  tag: 'breaches',
  summary: {
    da: 'Registrér at medarbejdersiden ikke rejser brud-sag på en liste af sager',
    en: 'Record that the employee side raises no breach on listed cases',
  },
  refusals: [
    'breach.committee-unknown',
    'breach.in-the-future',
    'breach.meeting-unknown',
    'breach.meeting-of-another-committee',
    'breach.item-unknown',
  ],
  resource: (_none, message, context) => officesIn(message.committeeId, context),
  decide: (_none, message, context) => {
    if (!isKnownCommittee(context.reference.organisation, message.committeeId)) {
      throw notFound('breach.committee-unknown', { committeeId: message.committeeId });
    }
    notInTheFuture(message.on, context);
    checkPlace(message, context);
    return [{ type: 'BreachNotRaised', data: { ...message, caseIds: [...new Set(message.caseIds)] } }];
  },
};

/** Where it was said, when that is told: a meeting of this committee, and an item of that meeting. */
export function checkPlace(
  { committeeId, meetingId, itemId }: Pick<RecordBreachNotRaised, 'committeeId' | 'meetingId' | 'itemId'>,
  context: BreachContext,
): void {
  if (!meetingId) {
    if (itemId) throw notFound('breach.item-unknown', { itemId });
    return;
  }
  const meeting = meetingOf(context.reference.meetings, meetingId);
  if (!meeting) throw notFound('breach.meeting-unknown', { meetingId });
  if (meeting.committeeId !== committeeId) throw impossible('breach.meeting-of-another-committee', { meetingId });
  if (itemId && !meeting.items.has(itemId)) throw notFound('breach.item-unknown', { itemId });
}
