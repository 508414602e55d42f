import type { Actor } from '@rettidig/event-sourcing';
import { evolve, Refused } from '@rettidig/event-sourcing';
import { contextOf, decision, metadata } from '@rettidig/event-sourcing/testing';
import { possibleMissDecider } from '../possible-miss.js';
import type { PossibleMiss } from '../possible-miss.js';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import { confirmed, dismissed, reported, suspected, suspicion } from '../testing/questions.js';
import { founded, inOneHand, MEETING, PEOPLE, reference, referenceOf, seat, UNITS } from '../testing/town.js';
import { dismissPossibleMiss } from './dismiss-possible-miss.js';
import { mirrorConfirmation } from './mirror-confirmation.js';
import { recheckDismissal } from './recheck-dismissal.js';
import { reportPossibleMiss } from './report-possible-miss.js';
import { suspectUnregisteredChange } from './suspect-unregistered-change.js';

const CASE = '00000000-0000-4000-8000-0000000000ca';

/** What one possible miss goes through, said by different people. */
function told(organisation = founded) {
  let state: PossibleMiss | undefined;
  const known = referenceOf(organisation);
  const as = (actor: Actor) => contextOf({ reference: known, actor });
  const add = (events: readonly PossibleMissEvent[], actor: Actor) =>
    events.forEach((event) => (state = evolve(possibleMissDecider, state, { ...event, meta: metadata({ actor }) })));
  const dismiss = (actor: Actor): string => {
    try {
      const events = dismissPossibleMiss.decide(state, { reason: 'Samme sag som i januar' }, as(actor));
      add(events, actor);
      return events.map(({ data }) => JSON.stringify(data)).join() || 'nothing';
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  };
  return { given: (...events: PossibleMissEvent[]) => add(events, PEOPLE.secretary), dismiss, state: () => state };
}

describe('a possible miss is reported', () => {
  it('with nothing but a title, or with all that is known', () => {
    const title = 'Skulle det have været drøftet?';
    const when = decision(reportPossibleMiss, { reference }).given().when;
    when({ title }).then({ type: 'PossibleMissReported', data: { title } });
    const more = { title, unitId: UNITS.home, meetingId: MEETING, when: { onOrBefore: '2026-04-24' } };
    when(more).then({ type: 'PossibleMissReported', data: more });
  });

  it('of units, meetings and items that there are', () => {
    const title = 'Hvad med dette?';
    const { when } = decision(reportPossibleMiss, { reference }).given();
    when({ title, unitId: MEETING }).thenRefused('possibleMiss.unit-unknown');
    when({ title, meetingId: UNITS.home }).thenRefused('possibleMiss.meeting-unknown');
    when({ title, meetingId: MEETING, itemId: UNITS.home }).thenRefused('possibleMiss.item-unknown');
    when({ title, itemId: UNITS.home }).thenRefused('possibleMiss.item-unknown');
  });
});

describe('an item that reads like a change', () => {
  const suspect = decision(suspectUnregisteredChange, { reference });
  const message = { ...suspicion, kinds: [...suspicion.kinds], hits: [...suspicion.hits] };

  it('is suspected once, with the words and the score', () => {
    suspect.given().when(message).then(suspected());
    suspect.given(suspected()).when(message).then();
  });

  it('is suspected anew by other word lists while nobody has dismissed it, and not after', () => {
    const newer = { ...message, listsVersion: '2026-2' };
    suspect.given(suspected()).when(newer).thenTypes('UnregisteredChangeSuspected');
    suspect.given(suspected(), dismissed('chair', false), dismissed('deputyChair', true)).when(newer).then();
  });

  it('comes back when its words changed after both chairs dismissed it', () => {
    const reworded = { ...message, fingerprint: 'another' };
    suspect
      .given(suspected(), dismissed('chair', false), dismissed('deputyChair', true))
      .when(reworded)
      .thenTypes('UnregisteredChangeSuspected', 'PossibleMissReopened');
  });

  it('needs both chairs again when its words changed after one of them dismissed it', () => {
    const miss = told();
    miss.given(suspected());
    miss.dismiss(PEOPLE.chair);
    miss.given(suspected({ fingerprint: 'another' }));
    expect(miss.dismiss(PEOPLE.deputyChair)).toContain('"byBoth":false');
  });
});

describe('a possible miss is dismissed', () => {
  it('only by both chairs of the main committee, each with a reason', () => {
    const miss = told();
    miss.given(reported);
    expect(miss.dismiss(PEOPLE.chair)).toContain('"office":"chair","byBoth":false');
    expect(miss.state()).toMatchObject({ dismissed: false });
    expect(miss.dismiss(PEOPLE.chair)).toBe('nothing');
    expect(miss.dismiss(PEOPLE.deputyChair)).toContain('"office":"deputyChair","byBoth":true');
    expect(miss.state()).toMatchObject({ dismissed: true });
    expect(miss.dismiss(PEOPLE.chair)).toBe('possibleMiss.dismissed');
  });

  it('never by management alone, by somebody without a seat, or by one person in both offices', () => {
    const miss = told();
    miss.given(reported);
    expect(miss.dismiss(PEOPLE.manager)).toBe('possibleMiss.not-a-chair');
    // A role is no office: the seat counts.
    expect(miss.dismiss({ id: UNITS.home, role: 'chair' })).toBe('possibleMiss.not-a-chair');
    const alone = told(inOneHand);
    alone.given(reported);
    expect(alone.dismiss(PEOPLE.chair)).toContain('"byBoth":false');
    expect(alone.dismiss(PEOPLE.chair)).toBe('possibleMiss.one-person-twice');
    expect(alone.state()).toMatchObject({ dismissed: false });
  });

  it('by whoever holds the other office now, when the chair of before is the deputy chair of today', () => {
    const miss = told([
      ...founded.slice(0, 4),
      ...seat('chair', PEOPLE.manager.id),
      ...seat('deputyChair', PEOPLE.chair.id),
    ]);
    miss.given(reported);
    expect(miss.dismiss(PEOPLE.chair)).toContain('"office":"deputyChair","byBoth":false');
    expect(miss.dismiss(PEOPLE.manager)).toContain('"office":"chair","byBoth":true');
  });

  it('and not after it became a case', () => {
    const miss = told();
    miss.given(reported, confirmed(CASE));
    expect(miss.dismiss(PEOPLE.chair)).toBe('possibleMiss.confirmed');
    expect(told().dismiss(PEOPLE.chair)).toBe('possibleMiss.unknown');
  });
});

describe('a dismissal is looked at again', () => {
  const again = { drawing: '2026-Q2', stands: true, reason: 'Gennemgået' };
  const { subjectId } = contextOf({ reference });
  const dismissals = new Map([[subjectId, [{ from: '2026-03-01T08:00:00.000Z', to: null }]]]);
  const recheck = decision(recheckDismissal, { reference: { ...reference, dismissals } });
  const gone = [reported, dismissed('chair', false), dismissed('deputyChair', true)];

  it('and stands, or one person brings it back', () => {
    recheck
      .given(...gone)
      .when(again)
      .then({ type: 'DismissalRechecked', data: again });
    recheck
      .given(...gone)
      .when({ ...again, stands: false })
      .thenTypes('DismissalRechecked', 'PossibleMissReopened');
  });

  it('when there is one, in a quarter that has begun', () => {
    recheck.given(reported).when(again).thenRefused('possibleMiss.not-dismissed');
    recheck
      .given(...gone)
      .when({ ...again, drawing: '2026-Q3' })
      .thenRefused('possibleMiss.drawing-in-the-future');
    recheck
      .given(...gone, confirmed(CASE))
      .when(again)
      .thenRefused('possibleMiss.confirmed');
    recheck.given().when(again).thenRefused('possibleMiss.unknown');
  });

  it('that was drawn: any other only the deputy chair brings back', () => {
    const now = (actor: Actor) => decision(recheckDismissal, { reference, actor }).given(...gone);
    now(PEOPLE.secretary)
      .when({ ...again, stands: false })
      .thenRefused('possibleMiss.not-drawn');
    now(PEOPLE.deputyChair).when(again).thenRefused('possibleMiss.not-drawn');
    const undrawn = { stands: false, reason: 'Der er kommet nyt' };
    now(PEOPLE.deputyChair).when(undrawn).thenTypes('DismissalRechecked', 'PossibleMissReopened');
    now(PEOPLE.deputyChair)
      .when({ ...undrawn, stands: true })
      .thenRefused('possibleMiss.drawing-missing');
    now(PEOPLE.secretary).when(undrawn).thenRefused('possibleMiss.drawing-missing');
    recheck
      .given(...gone)
      .when({ ...again, drawing: '2026-Q1' })
      .thenRefused('possibleMiss.not-drawn');
  });

  it('and both chairs must dismiss anew what came back', () => {
    const miss = told();
    miss.given(...gone, { type: 'PossibleMissReopened', data: { cause: 'recheck' } });
    expect(miss.dismiss(PEOPLE.deputyChair)).toContain('"byBoth":false');
  });
});

describe('a case that names a possible miss', () => {
  const mirror = decision(mirrorConfirmation, { reference });
  const owing = { caseId: CASE, hasDuty: true, by: { personId: PEOPLE.manager.id, role: 'manager' } };

  it('shows on it once, whatever both chairs said meanwhile', () => {
    mirror.given(reported).when(owing).then({ type: 'PossibleMissConfirmed', data: owing });
    mirror.given(reported, confirmed(CASE)).when(owing).then();
    mirror
      .given(reported, dismissed('chair', false), dismissed('deputyChair', true))
      .when(owing)
      .then({ type: 'PossibleMissConfirmed', data: owing });
    mirror.given().when(owing).thenRefused('possibleMiss.unknown');
  });

  it('without a duty answers nothing: only both chairs can, until the case gets a duty', () => {
    const without = { ...owing, hasDuty: false };
    const lost: PossibleMissEvent = { type: 'ConfirmedCaseReassessed', data: without };
    const miss = told();
    miss.given(reported, { type: 'PossibleMissConfirmed', data: without });
    expect(miss.dismiss(PEOPLE.manager)).toBe('possibleMiss.not-a-chair');
    expect(miss.dismiss(PEOPLE.chair)).toContain('"byBoth":false');
    miss.given({ type: 'ConfirmedCaseReassessed', data: owing });
    expect(miss.dismiss(PEOPLE.deputyChair)).toBe('possibleMiss.confirmed');
    miss.given(lost);
    // What was said before the case had a duty has lapsed.
    expect(miss.dismiss(PEOPLE.deputyChair)).toContain('"byBoth":false');
    expect(miss.dismiss(PEOPLE.chair)).toContain('"byBoth":true');
    mirror.given(reported, confirmed(CASE)).when(without).then(lost);
    mirror.given(reported, confirmed(CASE), lost).when(without).then();
  });
});
