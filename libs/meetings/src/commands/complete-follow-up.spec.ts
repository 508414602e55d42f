import { decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import { added, approved, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import { completeFollowUp } from './complete-follow-up.js';

const agreed: MeetingEvent = {
  type: 'FollowUpAgreed',
  data: {
    followUpId: 'f1',
    itemId: 'item-2',
    caseIds: ['c1'],
    kind: 'answerQuestions',
    what: 'x',
    due: { notStated: true },
  },
};
const done = { followUpId: 'f1', on: '2026-05-06', how: 'Svarene er sendt til medlemmerne' };
const complete = (message = done, ...more: readonly MeetingEvent[]) =>
  decision(completeFollowUp, { reference, now: '2026-05-06T08:00:00.000Z' })
    .given(scheduled, added(2, 'c1'), heldOn24April, agreed, ...more)
    .when(message);

describe('a follow-up is done', () => {
  it('with its item and cases, so that they can mirror it', () => {
    complete().then({ type: 'FollowUpDone', data: { ...done, itemId: 'item-2', caseIds: ['c1'] } });
  });

  it('also long after the minutes were approved', () => {
    complete(done, approved('chair', false), approved('deputyChair', true)).thenTypes('FollowUpDone');
  });

  it('once, not before it was agreed, and not in the future', () => {
    const event: MeetingEvent = { type: 'FollowUpDone', data: { ...done, itemId: 'item-2', caseIds: ['c1'] } };
    complete(done, event).thenRefused('meeting.follow-up-already-done');
    complete({ ...done, followUpId: 'f2' }).thenRefused('meeting.follow-up-unknown');
    complete({ ...done, on: '2026-05-07' }).thenRefused('meeting.follow-up-done-in-the-future');
  });
});
