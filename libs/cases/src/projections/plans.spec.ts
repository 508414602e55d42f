import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { projectionSpec } from '@rettidig/event-sourcing/testing';
import type { ChangeEvent } from '../change.events.js';
import { assessed, caseId, event, owing, plan, registered, requirement } from '../testing/given-cases.js';
import { AREA, LOCAL, MAIN, PEOPLE, UNITS } from '../testing/town.js';
import { casesAround, casesAt, openCases, openCasesBefore, openCasesOfCommittee } from '../touched-cases.js';
import { plansView } from './plans.js';

const cause = { what: 'case' } as const;
const limit = (day: string, more: object = {}) => ({
  ...{ pointId: idOf('point'), kind: 'decision', body: 'socialCommittee', day, reviewBefore: day, meetingId: null },
  recommendationBy: null,
  ...more,
});
const dated = (day: string, body = 'socialCommittee') => ({
  ...{ reviewBefore: day, pastFrom: day, bodies: [limit(day, { body })] },
});

const planned = (of: string, more: object = {}, day?: string): GivenEvent<ChangeEvent> =>
  event('ReviewsPlanned', { plans: [plan(of, more)], cause }, { of, ...(day ? { day } : {}) });

const given = (...events: readonly GivenEvent<ChangeEvent>[]) => projectionSpec(plansView).given(...events);
const current = 'select * from {plan} where known_to is null order by requirement_id';

describe('the plans of cases', () => {
  it('are one row for each duty that is still to be discussed', () => {
    const view = given(...owing(), planned('one', dated('2026-06-03')));
    expect(view.rows(current)).toMatchObject([
      {
        change_id: caseId(),
        number: '2026-0001',
        title: 'Flere afdelingsledere i Åhuset',
        unit_id: UNITS.home,
        owner_id: PEOPLE.manager.id,
        committee_id: MAIN,
        role: 'primary',
        before: 'decision',
        since: '2026-04-24',
        review_before: '2026-06-03',
        past_from: '2026-06-03',
        unconfirmed_from: '2026-06-04',
        bodies: '["socialCommittee"]',
      },
    ]);
  });

  it('follow what the case is called and who owns it, and are gone when nothing is left to plan for', () => {
    const facts = { title: 'Ny ledelse', kind: 'reorganisation', unitId: null, reason: 'rettet', ends: [] };
    const corrected = [
      ...owing(),
      planned('one'),
      event('CaseOwnerAssigned', { ownerId: PEOPLE.chair.id }),
      event('ChangeFactsCorrected', facts),
    ];
    const [row] = given(...corrected).rows(current);
    expect(row).toMatchObject({ owner_id: PEOPLE.chair.id, kind: 'reorganisation', unit_id: 'notStated' });
    expect(row!['search']).toContain('åhuset');
    const done = given(...corrected, event('ReviewsPlanned', { plans: [], cause }, { day: '2026-05-12' }));
    expect(done.rows(current)).toEqual([]);
    expect(done.rows('select known_to from {plan} where known_to > :day', { day: '2026-05-12' })).toHaveLength(1);
  });

  it('keep their versions, and leave no date at the end of all days', () => {
    const undated = { reviewBefore: null, pastFrom: null, atRiskFrom: null, meetingOn: null, lastUsableOn: null };
    const view = given(...owing(), planned('one', undated), planned('one', dated('2026-06-03'), '2026-05-01'));
    expect(view.rows('select review_before, last_limit, at_risk_from from {plan} order by version')).toEqual([
      { review_before: '9999', last_limit: '9999', at_risk_from: '9999' },
      { review_before: '2026-06-03', last_limit: '2026-06-03', at_risk_from: '2026-05-13' },
    ]);
  });
});

describe('cases that something around them touches', () => {
  const local = requirement('local', { committeeId: LOCAL, role: 'localItem' });
  const three = given(
    ...owing('one'),
    planned('one', dated('2026-06-03')),
    ...owing('two', { unitId: null, decider: { body: 'notStated', managerUnitId: null } }),
    planned('two', { committeeId: AREA, reviewBefore: null, pastFrom: null }),
    event('ChangeRegistered', registered(), { of: 'old' }),
    event('MedInvolvementAssessed', assessed([local]), { of: 'old' }),
  ).database;
  const ids = (...names: string[]): string[] => names.map(caseId).sort();
  const touched = (units: string[], committees: string[] = []) => ({
    ...{ units: new Set(units), committees: new Set(committees) },
  });

  it('are found by their unit, by that of who decides, and by every committee they have to do with', () => {
    expect(casesAt(three, 'all')).toEqual(ids('one', 'two', 'old'));
    expect(casesAt(three, touched([UNITS.home]))).toEqual(ids('one', 'old'));
    expect(casesAt(three, touched([UNITS.centre]))).toEqual(ids('one', 'old'));
    expect(casesAt(three, touched([], [LOCAL]))).toEqual(ids('old'));
    expect(casesAt(three, touched([UNITS.administration], [AREA]))).toEqual([]);
  });

  it('are found by a day between the one on which they began and their last limit', () => {
    expect(casesAround(three, MAIN, ['2026-04-23'])).toEqual([]);
    expect(casesAround(three, MAIN, ['2026-04-24'])).toEqual(ids('one'));
    expect(casesAround(three, MAIN, ['2026-06-02', '2026-06-02'])).toEqual(ids('one'));
    expect(casesAround(three, MAIN, ['2026-06-03'])).toEqual([]);
    expect(casesAround(three, MAIN, ['2026-06-03', '2026-05-01'])).toEqual(ids('one'));
    expect(casesAround(three, AREA, ['2036-01-01'])).toEqual(ids('two'));
    const bodies = [limit('2026-06-03'), limit('2026-09-01')];
    const twice = given(...owing(), planned('one', { ...dated('2026-06-03'), bodies })).database;
    expect(casesAround(twice, MAIN, ['2026-08-01'])).toEqual(ids('one'));
  });

  it('are found by whose deadlines are others', () => {
    expect(openCases(three)).toEqual(ids('one', 'two'));
    expect(openCasesOfCommittee(three, AREA)).toEqual(ids('two'));
    expect(openCasesBefore(three, 'socialCommittee')).toEqual(ids('one'));
    expect(openCasesBefore(three, 'council')).toEqual([]);
  });
});
