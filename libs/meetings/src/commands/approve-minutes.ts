import type { CommandDefinition } from '@rettidig/event-sourcing';
import { forbidden, impossible, Refused } from '@rettidig/event-sourcing';
import { officesOf } from '@rettidig/organisation';
import { Day } from '@rettidig/vocabulary';
import type { MeetingContext, MeetingReference } from '../checks.js';
import { existing, held, notInTheFuture, officesInCommittee } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Approval, Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { ApprovalsOfMinutes } from './answers.js';

/** Chair or deputy chair approves the minutes. Approved by both they are proof, and the record is closed. */
export class ApproveMinutes {
  @Day({ description: 'The day of the approval; not before the meeting, not after today.' })
  on!: string;
}

export const approveMinutes: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  ApproveMinutes,
  MeetingReference,
  ApprovalsOfMinutes
> = {
  name: 'ApproveMinutes',
  message: ApproveMinutes,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/minutes-approval',
  tag: 'meetings',
  summary: { da: 'Godkend referatet (formand og næstformand)', en: 'Approve the minutes (chair and deputy chair)' },
  refusals: [
    'meeting.unknown',
    'meeting.not-held',
    'meeting.approved-before-held',
    'meeting.approved-in-the-future',
    'meeting.only-chairs-approve',
    'meeting.already-approved',
  ],
  resource: officesInCommittee,
  decide: (state, { on }, context) => {
    const meeting = held(existing(state));
    if (on < meeting.heldOn) throw impossible('meeting.approved-before-held', { day: on, heldOn: meeting.heldOn });
    notInTheFuture(on, context, 'meeting.approved-in-the-future');
    const office = officeToApproveFor(meeting, on, context);
    return [{ type: 'MinutesApproved', data: { office, byBoth: meeting.approvals.length === 1, on } }];
  },
  answer: (meeting): ApprovalsOfMinutes => ({
    approvals: meeting?.approvals.map(({ office, on }) => ({ office, on })) ?? [],
    byBoth: meeting?.minutesApproved ?? false,
  }),
  answerType: ApprovalsOfMinutes,
};

/** The office that the actor approves for. Each office approves once, and one person never for both. */
function officeToApproveFor(meeting: Meeting, on: string, context: MeetingContext): Approval['office'] {
  const offices = officesOf(context.reference.organisation, context.actor.id, meeting.committeeId, on);
  const held = (['chair', 'deputyChair'] as const).filter((office) => offices.includes(office));
  if (held.length === 0) throw forbidden('meeting.only-chairs-approve', { day: on });
  const open = held.find((office) => !meeting.approvals.some((approval) => approval.office === office));
  const already = meeting.approvals.some((approval) => approval.by === context.actor.id);
  if (!open || already) throw new Refused('meeting.already-approved', { office: held[0] });
  return open;
}
