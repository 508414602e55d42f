import { idOf } from '@rettidig/event-sourcing';
import { decision } from '@rettidig/event-sourcing/testing';
import type { OrganisationEvent } from '../organisation.events.js';
import { closed, committee, id, small } from '../testing/facts.js';
import { changeCommitteeCoverage } from './change-committee-coverage.js';
import { declareTransitionPeriod } from './declare-transition-period.js';
import { dissolveCommittee } from './dissolve-committee.js';
import type { EstablishCommittee } from './establish-committee.js';
import { establishCommittee } from './establish-committee.js';

const reference = {};

describe('establishing a committee', () => {
  const message: EstablishCommittee = {
    name: 'LokalMED Syd',
    level: 'local',
    kind: 'transitionalLocal',
    covers: [id('south')],
    parentId: id('main'),
    validFrom: '2026-01-01',
    validTo: '2027-01-01',
    predecessors: [id('local home')],
  };
  const establishing = decision(establishCommittee, { reference, commandId: idOf('c') }).given(...small);

  it('says what it covers, from when, until when, and what it took the place of', () => {
    establishing.when(message).then({
      type: 'CommitteeEstablished',
      data: { committeeId: idOf(idOf('c'), 'committee'), ...message, predecessors: [id('local home')] },
    });
  });

  it('refuses units that nobody knows, that are not there on the day, or that are named twice', () => {
    establishing.when({ ...message, covers: [id('nowhere')] }).thenRefused('organisation.unit-unknown');
    establishing.when({ ...message, validFrom: '2024-01-01' }).thenRefused('organisation.unit-not-there');
    establishing.when({ ...message, covers: [id('south'), id('south')] }).thenRefused('organisation.unit-named-twice');
    decision(establishCommittee, { reference })
      .given(...small, closed('south', '2026-01-01'))
      .when(message)
      .thenRefused('organisation.unit-not-there');
  });

  it('refuses an end before the start, a kind at another level, and committees that nobody knows', () => {
    establishing.when({ ...message, validTo: '2026-01-01' }).thenRefused('organisation.ends-before-it-starts');
    establishing.when({ ...message, level: 'area' }).thenRefused('organisation.kind-not-at-level');
    establishing.when({ ...message, parentId: id('nowhere') }).thenRefused('organisation.committee-unknown');
    establishing.when({ ...message, predecessors: [id('nowhere')] }).thenRefused('organisation.committee-unknown');
  });

  it('refuses a second main committee at the same time and accepts the one that follows', () => {
    const main: EstablishCommittee = { ...message, level: 'main', kind: 'main', covers: [id('top')], parentId: null };
    establishing.when(main).thenRefused('organisation.main-committee-exists');
    const dissolved: OrganisationEvent = {
      type: 'CommitteeDissolved',
      data: { committeeId: id('main'), on: '2026-01-01' },
    };
    decision(establishCommittee, { reference })
      .given(...small, dissolved)
      .when(main)
      .thenTypes('CommitteeEstablished');
  });
});

describe('changing what a committee covers', () => {
  const message = { committeeId: id('local home'), covers: [id('home'), id('south')], from: '2026-06-01' };

  it('holds from a day', () => {
    decision(changeCommitteeCoverage, { reference })
      .given(...small)
      .when(message)
      .then({ type: 'CommitteeCoverageChanged', data: message });
  });

  it('refuses committees and units that are not there on the day', () => {
    const changing = decision(changeCommitteeCoverage, { reference }).given(...small);
    changing.when({ ...message, committeeId: id('nowhere') }).thenRefused('organisation.committee-unknown');
    changing.when({ ...message, from: '2024-01-01' }).thenRefused('organisation.committee-not-there');
    changing.when({ ...message, covers: [id('nowhere')] }).thenRefused('organisation.unit-unknown');
  });
});

describe('dissolving a committee', () => {
  const message = { committeeId: id('local home'), on: '2026-06-01' };

  it('holds from a day, once', () => {
    const dissolved: OrganisationEvent = { type: 'CommitteeDissolved', data: message };
    decision(dissolveCommittee, { reference })
      .given(...small)
      .when(message)
      .then(dissolved);
    decision(dissolveCommittee, { reference })
      .given(...small, dissolved)
      .when({ ...message, on: '2026-03-01' })
      .thenRefused('organisation.committee-dissolved');
  });

  it('refuses a day before it began, and one after its end was known to be', () => {
    decision(dissolveCommittee, { reference })
      .given(...small)
      .when({ ...message, on: '2025-01-01' })
      .thenRefused('organisation.ends-before-it-starts');
    decision(dissolveCommittee, { reference })
      .given(...small, committee('short', 'local', ['south'], '2025-01-01', '2026-01-01'))
      .when({ committeeId: id('short'), on: '2026-06-01' })
      .thenRefused('organisation.committee-ended');
  });
});

describe('declaring a transition period', () => {
  it('keeps its levels in order from the top', () => {
    decision(declareTransitionPeriod, { reference, commandId: idOf('c') })
      .given()
      .when({ levelsInForce: ['local', 'main'], from: '2025-01-01' })
      .then({
        type: 'TransitionPeriodDeclared',
        data: { periodId: idOf(idOf('c'), 'period'), levelsInForce: ['main', 'local'], from: '2025-01-01' },
      });
  });

  it('refuses an end before the start and a period without the main level', () => {
    const declaring = decision(declareTransitionPeriod, { reference }).given();
    declaring
      .when({ levelsInForce: ['main'], from: '2026-01-01', to: '2026-01-01' })
      .thenRefused('organisation.ends-before-it-starts');
    declaring
      .when({ levelsInForce: ['local'], from: '2026-01-01' })
      .thenRefused('organisation.main-level-always-in-force');
  });
});
