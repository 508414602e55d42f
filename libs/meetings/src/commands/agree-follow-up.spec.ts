import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { added, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import type { AgreeFollowUp } from './agree-follow-up.js';
import { agreeFollowUp } from './agree-follow-up.js';

const context = contextOf({ reference });
const followUpId = context.newId('follow-up');
const message: AgreeFollowUp = { itemId: 'item-2', kind: 'forwardRemarks', what: 'Bemærkningerne sendes videre' };
const agree = (more: Partial<AgreeFollowUp> = {}) =>
  decision(agreeFollowUp, { reference })
    .given(scheduled, added(2, 'c1', 'c2'), heldOn24April)
    .when({ ...message, ...more });
const missing = (more: Partial<AgreeFollowUp> = {}) =>
  agreeFollowUp.answer!(undefined, { ...message, ...more }, context);

describe('a follow-up is agreed', () => {
  it('with what is known of it; a date that nobody named is "not stated", not invented', () => {
    agree().then({
      type: 'FollowUpAgreed',
      data: { followUpId, ...message, caseIds: ['c1', 'c2'], due: { notStated: true } },
    });
  });

  it('and the answer asks for what is missing (E4)', () => {
    expect(missing()).toEqual({ followUpId, missing: ['owner', 'due', 'recipient'] });
    expect(missing({ owner: 'Formanden', recipient: 'Socialudvalget', due: { on: '2026-06-01' } })).toEqual({
      followUpId,
      missing: [],
    });
    expect(missing({ kind: 'nextMeeting', owner: 'CHRO', due: { nextMeeting: true } })).toMatchObject({ missing: [] });
  });

  it('for the next meeting (I4)', () => {
    const [event] = agree({ kind: 'nextMeeting', due: { nextMeeting: true } }).decided();
    expect(event?.data).toMatchObject({ due: { nextMeeting: true } });
  });

  it('with exactly one due date', () => {
    agree({ due: {} }).thenRefused('meeting.follow-up-due-unclear');
    agree({ due: { nextMeeting: false } }).thenRefused('meeting.follow-up-due-unclear');
    agree({ due: { on: '2026-06-01', nextMeeting: true } }).thenRefused('meeting.follow-up-due-unclear');
  });

  it('on some of the cases of a bundled item, but on no other', () => {
    const [event] = agree({ caseIds: ['c2'] }).decided();
    expect(event?.data).toMatchObject({ caseIds: ['c2'] });
    agree({ caseIds: ['c3'] }).thenRefused('meeting.case-not-on-item');
  });

  it('at a meeting that was held', () => {
    decision(agreeFollowUp, { reference }).given(scheduled, added(2)).when(message).thenRefused('meeting.not-held');
  });
});
