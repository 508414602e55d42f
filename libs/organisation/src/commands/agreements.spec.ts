import { idOf } from '@rettidig/event-sourcing';
import { decision } from '@rettidig/event-sourcing/testing';
import { committeesCovering } from '../coverage.js';
import type { CommitteeEstablished, OrganisationEvent } from '../organisation.events.js';
import { structureChangesOn, structureOn } from '../structure.js';
import { closed, committee, id, organisationOf, small, transition } from '../testing/facts.js';
import { agreeOnTransitionalBody } from './agree-on-transitional-body.js';
import { confirmNoLocalCommittee } from './confirm-no-local-committee.js';
import { delegateDecisionPower } from './delegate-decision-power.js';

const reference = {};
const source = { kind: 'document', reference: 'Aftale 12' } as const;

const planned = committee('planned', 'local', ['south'], '2026-01-01', '2027-01-01') as CommitteeEstablished;
const transitional: OrganisationEvent = { ...planned, data: { ...planned.data, kind: 'transitionalLocal' } };

describe('the agreement on a transitional local committee', () => {
  const message = { committeeId: id('planned'), from: '2026-06-01', source };
  const given = [...small, transitional];
  const agreed = (from: string, to?: string): OrganisationEvent => ({
    type: 'TransitionalBodyAgreed',
    data: { agreementId: id(`agreement from ${from}`), committeeId: id('planned'), from, ...(to ? { to } : {}) },
  });

  it('says from when it is in force, and where that stands', () => {
    decision(agreeOnTransitionalBody, { reference, commandId: idOf('c') })
      .given(...given)
      .when(message)
      .then({ type: 'TransitionalBodyAgreed', data: { agreementId: idOf(idOf('c'), 'agreement'), ...message } });
  });

  it('is what lets it count: before it and after it everything is treated above', () => {
    const organisation = organisationOf([...given, agreed('2026-06-01', '2026-09-01')]);
    const covering = (day: string) =>
      committeesCovering(structureOn(organisation, day), id('south')).map(({ name }) => name);
    expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map(covering)).toEqual([
      ['main'],
      ['planned', 'main'],
      ['planned', 'main'],
      ['main'],
    ]);
    expect(structureChangesOn(organisation)).toEqual(expect.arrayContaining(['2026-06-01', '2026-09-01']));
  });

  it('is of a transitional committee that is there, once at a time', () => {
    const agreeing = decision(agreeOnTransitionalBody, { reference }).given(
      ...given,
      agreed('2026-06-01', '2026-09-01'),
    );
    agreeing.when({ ...message, from: '2026-09-01' }).thenTypes('TransitionalBodyAgreed');
    agreeing.when({ ...message, from: '2026-08-31' }).thenRefused('organisation.agreed-already');
    agreeing.when({ ...message, from: '2027-01-01' }).thenRefused('organisation.committee-not-there');
    agreeing.when({ ...message, committeeId: id('local home') }).thenRefused('organisation.not-transitional');
    agreeing.when({ ...message, committeeId: id('nowhere') }).thenRefused('organisation.committee-unknown');
    agreeing
      .when({ ...message, from: '2026-10-01', to: '2026-10-01' })
      .thenRefused('organisation.ends-before-it-starts');
  });
});

describe('confirming that a unit has no local committee', () => {
  const message = { unitId: id('south'), from: '2026-01-01', to: '2027-01-01', source };
  const confirmed: OrganisationEvent = {
    type: 'NoLocalCommitteeConfirmed',
    data: { confirmationId: idOf(idOf('c'), 'confirmation'), ...message },
  };
  const confirming = decision(confirmNoLocalCommittee, { reference, commandId: idOf('c') });

  it('says since when, and when it is to be looked at again', () => {
    confirming
      .given(...small)
      .when(message)
      .then(confirmed);
  });

  it('is refused where there is one in force, and once it is confirmed', () => {
    const given = confirming.given(...small, confirmed);
    given.when({ ...message, unitId: id('home') }).thenRefused('organisation.local-committee-there');
    given.when({ ...message, from: '2026-12-31' }).thenRefused('organisation.confirmed-already');
    given.when({ unitId: id('south'), from: '2027-01-01' }).thenTypes('NoLocalCommitteeConfirmed');
    given.when({ ...message, from: '2024-01-01' }).thenRefused('organisation.unit-not-there');
    confirming
      .given(...small, transition(['main', 'area'], '2026-01-01'))
      .when({ ...message, unitId: id('home') })
      .thenTypes('NoLocalCommitteeConfirmed');
    confirming
      .given(...small, transitional)
      .when(message)
      .thenTypes('NoLocalCommitteeConfirmed');
  });
});

describe('delegating the power to decide', () => {
  const message = { unitId: id('home'), matter: 'Vagtplaner', from: '2026-01-01', source };
  const delegating = decision(delegateDecisionPower, { reference, commandId: idOf('c') });

  it('says which manager may decide what, and from when', () => {
    delegating
      .given(...small)
      .when(message)
      .then({ type: 'DecisionPowerDelegated', data: { delegationId: idOf(idOf('c'), 'delegation'), ...message } });
  });

  it('is refused for a unit that is not there on the day, and when it ends before it starts', () => {
    const given = delegating.given(...small, closed('south', '2026-01-01'));
    given.when({ ...message, unitId: id('south') }).thenRefused('organisation.unit-not-there');
    given.when({ ...message, to: '2025-12-31' }).thenRefused('organisation.ends-before-it-starts');
  });
});
