import { Refused } from '@rettidig/event-sourcing';
import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { OrganisationEvent } from '../organisation.events.js';
import { closed, committee, id, moved, organisationOf, small, transition, unit } from '../testing/facts.js';
import { changeCommitteeCoverage } from './change-committee-coverage.js';
import { closeUnit } from './close-unit.js';
import { declareTransitionPeriod } from './declare-transition-period.js';
import { establishCommittee } from './establish-committee.js';
import { establishUnit } from './establish-unit.js';
import { moveUnit } from './move-unit.js';
import { renameUnit } from './rename-unit.js';

const reference = {};
const covering = (covers: readonly string[], from: string): OrganisationEvent => ({
  type: 'CommitteeCoverageChanged',
  data: { committeeId: id('local home'), covers: covers.map(id), from },
});

/** The details of a refusal: what a person is told. */
function detailsOf(given: readonly OrganisationEvent[], decide: (on: ReturnType<typeof organisationOf>) => unknown) {
  try {
    decide(organisationOf([...small, ...given]));
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, ...error.details };
    throw error;
  }
  return undefined;
}

describe('what holds from the same day', () => {
  it('is said once: a name, a place, what a committee covers', () => {
    const renamed: OrganisationEvent = {
      type: 'UnitRenamed',
      data: { unitId: id('home'), name: 'house', from: '2026-01-01' },
    };
    const given = [...small, renamed, moved('home', 'south', '2026-01-01'), covering(['south'], '2026-01-01')];
    const renaming = decision(renameUnit, { reference }).given(...given);
    renaming.when({ unitId: id('home'), name: 'hall', from: '2026-01-01' }).thenRefused('organisation.told-already');
    renaming.when({ unitId: id('home'), name: 'hall', from: '2026-01-02' }).thenTypes('UnitRenamed');
    renaming.when({ unitId: id('home'), name: 'hall', from: '2025-01-01' }).thenRefused('organisation.told-already');
    const moving = decision(moveUnit, { reference }).given(...given);
    moving
      .when({ unitId: id('home'), parentId: id('top'), from: '2026-01-01' })
      .thenRefused('organisation.told-already');
    moving.when({ unitId: id('home'), parentId: id('top'), from: '2026-01-02' }).thenTypes('UnitMoved');
    const changing = decision(changeCommitteeCoverage, { reference }).given(...given);
    const coverage = { committeeId: id('local home'), covers: [id('home')] };
    changing.when({ ...coverage, from: '2026-01-01' }).thenRefused('organisation.told-already');
    changing.when({ ...coverage, from: '2026-01-02' }).thenTypes('CommitteeCoverageChanged');
  });
});

describe('transition periods', () => {
  it('have no day in common', () => {
    const declaring = decision(declareTransitionPeriod, { reference }).given(
      transition(['main'], '2026-01-01', '2026-06-01'),
      transition(['main'], '2026-09-01'),
    );
    const period = { levelsInForce: ['main' as const] };
    declaring.when({ ...period, from: '2026-06-01', to: '2026-09-01' }).thenTypes('TransitionPeriodDeclared');
    declaring.when({ ...period, from: '2026-05-31', to: '2026-09-01' }).thenRefused('organisation.period-overlaps');
    declaring.when({ ...period, from: '2026-06-01' }).thenRefused('organisation.period-overlaps');
    declaring.when({ ...period, from: '2027-01-01' }).thenRefused('organisation.period-overlaps');
  });

  it('say with which one they collide', () => {
    const asked = { levelsInForce: ['main' as const], from: '2026-03-01' };
    const told = detailsOf([transition(['main'], '2026-01-01', '2026-06-01')], (organisation) =>
      declareTransitionPeriod.decide(organisation, asked, contextOf({ reference })),
    );
    expect(told).toEqual({ code: 'organisation.period-overlaps', from: '2026-01-01', until: '2026-06-01' });
  });
});

describe('a unit', () => {
  it('stands below no unit that closes while it is there', () => {
    const given = [...small, closed('south', '2026-06-01')];
    const establishing = decision(establishUnit, { reference }).given(...given);
    const house = { name: 'house', parentId: id('south'), validFrom: '2026-01-01' };
    establishing.when(house).thenRefused('organisation.unit-above-not-there');
    const moving = decision(moveUnit, { reference }).given(...given, moved('home', 'top', '2026-05-01'));
    moving.when({ unitId: id('home'), parentId: id('south'), from: '2026-01-01' }).thenTypes('UnitMoved');
    moving
      .when({ unitId: id('home'), parentId: id('south'), from: '2026-05-15' })
      .thenRefused('organisation.unit-above-not-there');
  });

  it('is not closed while a committee has nobody else, unless somebody takes over', () => {
    const closing = decision(closeUnit, { reference });
    const home = { unitId: id('home'), on: '2026-06-01' };
    closing
      .given(...small)
      .when(home)
      .thenRefused('organisation.committee-left-without-units');
    closing
      .given(...small)
      .when({ ...home, successors: [id('south')] })
      .thenTypes('UnitClosed');
    closing
      .given(...small, covering(['home', 'south'], '2026-01-01'))
      .when(home)
      .thenTypes('UnitClosed');
    closing
      .given(...small, covering(['south'], '2026-06-01'))
      .when(home)
      .thenTypes('UnitClosed');
    const dissolved: OrganisationEvent = {
      type: 'CommitteeDissolved',
      data: { committeeId: id('local home'), on: '2026-06-01' },
    };
    closing
      .given(...small, dissolved)
      .when(home)
      .thenTypes('UnitClosed');
  });

  it('is not closed before a committee begins to cover it, and it is said which one and when', () => {
    const south = { unitId: id('south'), on: '2026-06-01', successors: [id('home')] };
    const told = detailsOf([covering(['home', 'south'], '2026-09-01')], (organisation) =>
      closeUnit.decide(organisation, south, contextOf({ reference })),
    );
    expect(told).toEqual({
      code: 'organisation.committee-covers-later',
      committeeId: id('local home'),
      committee: 'local home',
      unit: 'south',
      from: '2026-09-01',
      on: '2026-06-01',
    });
  });
});

describe('a committee', () => {
  const message = {
    name: 'LokalMED Syd',
    level: 'local' as const,
    kind: 'local' as const,
    covers: [id('south')],
    parentId: id('main'),
    validFrom: '2026-01-01',
  };
  const establishing = (...more: readonly OrganisationEvent[]) =>
    decision(establishCommittee, { reference }).given(...small, ...more);

  it('does not outlive the last unit that it covers', () => {
    const given = establishing(closed('south', '2026-06-01'));
    given.when(message).thenRefused('organisation.committee-left-without-units');
    given.when({ ...message, validTo: '2026-06-01' }).thenTypes('CommitteeEstablished');
    given.when({ ...message, covers: [id('south'), id('home')] }).thenTypes('CommitteeEstablished');
    given.when({ ...message, validFrom: '2026-06-01' }).thenRefused('organisation.unit-not-there');
    decision(changeCommitteeCoverage, { reference })
      .given(...small, unit('house', 'top'), closed('south', '2026-06-01'))
      .when({ committeeId: id('local home'), covers: [id('south')], from: '2026-03-01' })
      .thenRefused('organisation.committee-left-without-units');
  });

  it('stands below one that is there on its first day, and follows those that began before', () => {
    const late = committee('late', 'area', ['south'], '2026-06-01');
    const given = establishing(late);
    given.when({ ...message, parentId: id('late') }).thenRefused('organisation.committee-not-there');
    given.when({ ...message, predecessors: [id('late')] }).thenRefused('organisation.predecessor-not-earlier');
    given.when({ ...message, validFrom: '2026-06-02', predecessors: [id('late')] }).thenTypes('CommitteeEstablished');
  });
});
