import { decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import { added, approved, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import type { AssignFollowUp } from './assign-follow-up.js';
import { assignFollowUp } from './assign-follow-up.js';

const of = { itemId: 'item-2', caseIds: ['c1'] };
const agreed: MeetingEvent = {
  type: 'FollowUpAgreed',
  data: { ...of, followUpId: 'f1', kind: 'answerQuestions', what: 'x', due: { notStated: true } },
};
const assign = (message: Partial<AssignFollowUp>, ...more: readonly MeetingEvent[]) =>
  decision(assignFollowUp, { reference })
    .given(scheduled, added(2, 'c1'), heldOn24April, agreed, ...more)
    .when({ followUpId: 'f1', ...message });

describe('a follow-up that was agreed without owner or date', () => {
  it('gets either of them, or both, with its item and cases', () => {
    const type = 'FollowUpAssigned' as const;
    assign({ owner: 'CHRO' }).then({ type, data: { ...of, followUpId: 'f1', owner: 'CHRO' } });
    assign({ due: { on: '2026-06-01' } }).then({ type, data: { ...of, followUpId: 'f1', due: { on: '2026-06-01' } } });
    assign({ owner: 'CHRO', due: { nextMeeting: true } }).then({
      ...{ type, data: { ...of, followUpId: 'f1', owner: 'CHRO', due: { nextMeeting: true } } },
    });
  });

  it('also long after the minutes were approved, and anew when it is another one', () => {
    const before: MeetingEvent = { type: 'FollowUpAssigned', data: { ...of, followUpId: 'f1', owner: 'CHRO' } };
    const both = [approved('chair', false), approved('deputyChair', true)];
    assign({ owner: 'Formanden' }, ...both, before).thenTypes('FollowUpAssigned');
  });

  it('not without saying anything, not unclearly, not of one that there is not or that is done', () => {
    assign({}).thenRefused('meeting.follow-up-nothing-stated');
    assign({ due: { notStated: true } }).thenRefused('meeting.follow-up-due-unclear');
    assign({ due: { on: '2026-06-01', nextMeeting: true } }).thenRefused('meeting.follow-up-due-unclear');
    assign({ followUpId: 'f2', owner: 'CHRO' }).thenRefused('meeting.follow-up-unknown');
    const done: MeetingEvent = { type: 'FollowUpDone', data: { ...of, followUpId: 'f1', on: '2026-05-06', how: 'x' } };
    assign({ owner: 'CHRO' }, done).thenRefused('meeting.follow-up-already-done');
  });
});
