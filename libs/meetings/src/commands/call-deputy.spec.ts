import { decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import { heldOn24April, person, reference, scheduled, seat, SECRETARY, told } from '../testing/main-committee.js';
import { callDeputy } from './call-deputy.js';

/** Two days before the meeting of 24 April 2026. */
const now = '2026-04-22T08:00:00.000Z';
const deputy = person('deputy');
const called = (key: string, personId: string | null): MeetingEvent => ({
  type: 'DeputyCalled',
  data: { seatId: seat(key), personId },
});
const movedTo = (to: string): MeetingEvent => ({ type: 'MeetingMoved', data: { from: '2026-04-24', to, reason: 'r' } });
const call = (key: string, personId: string | null, past: readonly MeetingEvent[] = [scheduled], at = now) =>
  decision(callDeputy, { reference, now: at })
    .given(...past)
    .when({ seatId: seat(key), personId });
const afterwards = (...events: readonly MeetingEvent[]) => [...(told(scheduled, ...events)?.calledDeputies ?? [])];

describe('a deputy is called for a meeting', () => {
  it('to act in a seat, beside others in theirs', () => {
    call('e5', deputy).then(called('e5', deputy));
    call('m2', deputy, [scheduled, called('e5', person('other'))]).then(called('m2', deputy));
    expect(afterwards(called('e5', deputy), called('m2', 'other'))).toEqual([
      [seat('e5'), deputy],
      [seat('m2'), 'other'],
    ]);
  });

  it('in the place of whoever was called for the seat before', () => {
    call('e5', person('other'), [scheduled, called('e5', deputy)]).then(called('e5', person('other')));
    expect(afterwards(called('e5', deputy), called('e5', 'other'))).toEqual([[seat('e5'), 'other']]);
  });

  it('and no more, when the call is taken back: then also for another seat', () => {
    call('e5', null, [scheduled, called('e5', deputy)]).then(called('e5', null));
    expect(afterwards(called('e5', deputy), called('e5', null))).toEqual([]);
    call('e4', deputy, [scheduled, called('e5', deputy), called('e5', null)]).then(called('e4', deputy));
  });

  it('also in a seat that nobody holds on its day, and somebody who serves the committee without a seat of a member', () => {
    const inJune = [scheduled, movedTo('2026-06-12')];
    call('a5', deputy, inJune).then(called('a5', deputy));
    call('a4', person('a5'), inJune).then(called('a4', person('a5')));
    call('e5', SECRETARY).then(called('e5', SECRETARY));
  });

  it('and stays called when it moves', () => {
    expect(afterwards(called('e5', deputy), movedTo('2026-05-08'))).toEqual([[seat('e5'), deputy]]);
  });

  it('until its day is over in Copenhagen, unless it was held or cancelled before', () => {
    call('e5', deputy, [scheduled], '2026-04-24T21:59:59.999Z').thenTypes('DeputyCalled');
    call('e5', deputy, [scheduled], '2026-04-24T22:00:00.000Z').thenRefused('meeting.deputy-called-too-late');
    call('e5', deputy, [scheduled, heldOn24April]).thenRefused('meeting.deputy-called-too-late');
    const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { reason: 'x' } };
    call('e5', deputy, [scheduled, cancelled]).thenRefused('meeting.cancelled');
    call('e5', null, [scheduled, called('e5', deputy), cancelled]).thenRefused('meeting.cancelled');
    call('e5', deputy, []).thenRefused('meeting.unknown');
  });

  it.each([
    ['a seat of another committee', 'x9', deputy, 'meeting.deputy-for-no-seat'],
    ['the seat of the secretary, who is no member', 'secretary', deputy, 'meeting.deputy-for-no-seat'],
    ['the holder of the seat', 'e5', person('e5'), 'meeting.deputy-is-the-holder'],
    ['somebody with a seat of their own', 'e5', person('m2'), 'meeting.deputy-is-a-member'],
    ['somebody who is called for another seat', 'e5', person('b'), 'meeting.deputy-called-for-another-seat'],
    ['somebody who is called for it already', 'e4', person('b'), 'meeting.deputy-already-called'],
    ['nobody, where nobody was called', 'e5', null, 'meeting.deputy-not-called'],
  ])('not with %s', (_what, key, personId, code) => {
    call(key, personId, [scheduled, called('e4', person('b'))]).thenRefused(code);
  });
});
