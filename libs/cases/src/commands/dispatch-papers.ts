import { Refused } from '@rettidig/event-sourcing';
import { meetingOf } from '@rettidig/meetings';
import { officesOf } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { Count, Day, Flag, FreeText, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { caseAnswer } from '../answer.js';
import type { ChangeState } from '../change.state.js';
import { caseResource, knownMeeting, notInTheFuture, registered } from '../checks.js';
import { latenessOf } from '../papers.js';
import { CaseNow } from './answers.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given, PaperVersion } from './parts.js';

/**
 * A version of the papers went out to those who meet. Recorded by the secretary, who sends it; how late it was follows
 * from what the committee agreed on, and papers for which nothing was agreed are never late.
 */
export class DispatchPapers {
  @PaperVersion({ description: 'The version that went out; it must have been filed.', example: '2' })
  version!: string;

  @Id({ description: 'The meeting that it went out for.' })
  meetingId!: string;

  @Day({ description: 'The day it went out.' })
  on!: LocalDate;

  @Count({ description: 'To how many; not stated when left out.', example: 24, max: 10_000, optional: true })
  recipients?: number;

  @FreeText({
    description: 'To whom, as functions and never names.',
    example: 'Medlemmer og suppleanter i HovedMED',
    max: 500,
    optional: true,
  })
  sentTo?: string;

  @FreeText({
    description: 'Why it went out late; it can also be said afterwards.',
    example: 'Forslagene kom sent fra en anden forvaltning.',
    max: 1000,
    multiline: true,
    optional: true,
  })
  reason?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

/** The case, and how the papers stand to their deadline. */
export class PapersSent extends CaseNow {
  @Id({ description: 'The dispatch.' })
  dispatchId!: string;

  @Day({
    description: 'The deadline that it was compared with; null: "Frist ikke aftalt".',
    nullable: true,
  })
  deadline!: string | null;

  @Count({ description: 'Calendar days after the deadline; 0 in time, without a deadline, or when it was waived.' })
  lateByDays!: number;

  @Count({ description: 'The same in workdays.' })
  lateByWorkdays!: number;

  @Flag({ description: 'Sent after the meeting ("eftersendt"), which is another thing than after the deadline.' })
  sentAfterMeeting!: boolean;
}

export const dispatchPapers: CaseCommand<DispatchPapers, PapersSent> = {
  ...onCase,
  name: 'DispatchPapers',
  message: DispatchPapers,
  kind: 'fact',
  path: '/changes/{id}/dispatches',
  summary: { da: 'Registrér at materialet er udsendt', en: 'Record that papers went out' },
  refusals: ['change.unknown', 'change.in-the-future', 'change.meeting-unknown', 'change.version-not-filed'],
  resource: (state, message, context) => {
    const { organisation, meetings } = context.reference;
    const meeting = meetingOf(meetings, message.meetingId);
    const offices = meeting ? officesOf(organisation, context.actor.id, meeting.committeeId, message.on) : [];
    return { ...caseResource(state, message, context), offices };
  },
  decide: (state, { version, meetingId, on, recipients, sentTo, reason, source }, context) => {
    filedVersion(registered(state), version);
    notInTheFuture(on, context);
    const meeting = knownMeeting(meetingId, context);
    const data = {
      dispatchId: context.newId('dispatch'),
      version,
      meetingId,
      committeeId: meeting.committeeId,
      meetingOn: meeting.heldOn ?? meeting.on,
      on,
      recipients: recipients ?? null,
      ...latenessOf(on, meeting, context.reference),
      ...given({ sentTo, reason, source }),
    };
    return [{ type: 'PapersDispatched', data }];
  },
  answer: (state, message, context): PapersSent => {
    const dispatchId = context.newId('dispatch');
    const { deadline, lateByDays, lateByWorkdays, sentAfterMeeting } = state.dispatches[dispatchId]!;
    const lateness = { deadline: deadline.on, lateByDays, lateByWorkdays, sentAfterMeeting };
    return { ...caseAnswer(state, message, context), dispatchId, ...lateness };
  },
  answerType: PapersSent,
};

/** A version that was filed on the case. */
export function filedVersion({ versions }: ChangeState, version: string): void {
  if (!versions.includes(version)) throw new Refused('change.version-not-filed', { version, filed: filed(versions) });
}

const filed = (versions: readonly string[]): string => (versions.length > 0 ? versions.join(', ') : '–');
