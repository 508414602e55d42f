import type { CommandDefinition } from '@rettidig/event-sourcing';
import { forbidden, impossible, Refused } from '@rettidig/event-sourcing';
import { officesOf } from '@rettidig/organisation';
import { Day, FreeText, OneOf } from '@rettidig/vocabulary';
import type { MeetingContext, MeetingReference } from '../checks.js';
import { existing, notInTheFuture, officesInCommittee } from '../checks.js';
import type { MeetingEvent, WaivableDeadline } from '../meeting.events.js';
import type { Meeting, Waiver } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { waivableDeadlines } from '../words.js';
import { WaiversOfDeadline } from './answers.js';

/**
 * Chair or deputy chair lets a deadline before the meeting be. It counts once both did: one side alone can take no time
 * from the other. Given for the day that the meeting is called for; a meeting that is moved has its deadlines back.
 */
export class WaiveDeadline {
  @OneOf(waivableDeadlines, { description: 'Which deadline.', example: 'materialDue' })
  deadline!: WaivableDeadline;

  @Day({ description: 'The day on which it was agreed; not after the meeting, not after today.' })
  on!: string;

  @FreeText({
    description: 'Why.',
    example: 'Materialet afventer forslag fra en anden forvaltning.',
    max: 1000,
    multiline: true,
  })
  reason!: string;
}

export const waiveDeadline: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  WaiveDeadline,
  MeetingReference,
  WaiversOfDeadline
> = {
  name: 'WaiveDeadline',
  message: WaiveDeadline,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/waivers',
  tag: 'meetings',
  summary: { da: 'Fravig en frist (formand og næstformand)', en: 'Waive a deadline (chair and deputy chair)' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.waived-after-the-meeting',
    'meeting.waived-in-the-future',
    'meeting.only-chairs-waive',
    'meeting.already-waived',
  ],
  resource: officesInCommittee,
  decide: (state, { deadline, on, reason }, context) => {
    const meeting = existing(state);
    if (meeting.status === 'cancelled') throw new Refused('meeting.cancelled');
    const heldOn = meeting.heldOn ?? meeting.on;
    if (on > heldOn) throw impossible('meeting.waived-after-the-meeting', { day: on, heldOn });
    notInTheFuture(on, context, 'meeting.waived-in-the-future');
    const given = waiversOf(meeting, deadline);
    const office = officeToWaiveFor(meeting, given, on, context);
    return [{ type: 'DeadlineWaived', data: { deadline, office, byBoth: given.length === 1, on, reason } }];
  },
  answer: (meeting, { deadline }): WaiversOfDeadline => ({
    deadline,
    given: meeting ? waiversOf(meeting, deadline).map(({ office, on }) => ({ office, on })) : [],
    byBoth: meeting?.waived.includes(deadline) ?? false,
  }),
  answerType: WaiversOfDeadline,
};

const waiversOf = (meeting: Meeting, deadline: WaivableDeadline): Waiver[] =>
  meeting.waivers.filter((waiver) => waiver.deadline === deadline);

/** The office that the actor waives for. Each office waives once, and one person never for both. */
function officeToWaiveFor(
  meeting: Meeting,
  given: readonly Waiver[],
  on: string,
  context: MeetingContext,
): Waiver['office'] {
  const offices = officesOf(context.reference.organisation, context.actor.id, meeting.committeeId, on);
  const held = (['chair', 'deputyChair'] as const).filter((office) => offices.includes(office));
  if (held.length === 0) throw forbidden('meeting.only-chairs-waive', { day: on });
  const open = held.find((office) => !given.some((waiver) => waiver.office === office));
  if (!open || given.some((waiver) => waiver.by === context.actor.id)) {
    throw new Refused('meeting.already-waived', { office: held[0] });
  }
  return open;
}
