import { evolve, idOf } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { CommitteeLevel, Organisation, OrganisationEvent, Structure } from '@rettidig/organisation';
import { organisationDecider, structureOn } from '@rettidig/organisation';

/** An organisation from its facts, recorded in order at one instant. */
export const organisationOf = (facts: readonly OrganisationEvent[], recordedAt?: string): Organisation =>
  withFacts(organisationDecider.initial, facts, recordedAt);

/** The organisation after more facts. */
export const withFacts = (
  organisation: Organisation,
  facts: readonly OrganisationEvent[],
  recordedAt = '2026-01-01T08:00:00.000Z',
): Organisation =>
  facts.reduce(
    (known, fact) => evolve(organisationDecider, known, { ...fact, meta: metadata({ recordedAt }) }),
    organisation,
  );

/** Ids by name, so that specs can say `id('youthHome')`. */
export const id = (name: string): string => idOf('spec', name);

export const unit = (name: string, parent: string | null, validFrom = '2025-01-01'): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId: id(name), name, parentId: parent === null ? null : id(parent), validFrom },
});

export const closed = (name: string, on: string, successors: readonly string[] = []): OrganisationEvent => ({
  type: 'UnitClosed',
  data: { unitId: id(name), on, successors: successors.map(id) },
});

export const committee = (
  name: string,
  level: CommitteeLevel,
  covers: readonly string[],
  validFrom = '2025-01-01',
): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    committeeId: id(name),
    name,
    level,
    kind: level,
    covers: covers.map(id),
    parentId: null,
    validFrom,
    predecessors: [],
  },
});

export const transition = (levelsInForce: readonly CommitteeLevel[], from: string, to?: string): OrganisationEvent => ({
  type: 'TransitionPeriodDeclared',
  data: { periodId: id(`transition from ${from}`), levelsInForce, from, ...(to ? { to } : {}) },
});

/** Three levels: the administration, two areas, a home in each; the second home has no local committee. */
export const threeLevels: readonly OrganisationEvent[] = [
  unit('administration', null),
  unit('youthArea', 'administration'),
  unit('housingArea', 'administration'),
  unit('youthHome', 'youthArea'),
  unit('housingHome', 'housingArea'),
  committee('HovedMED', 'main', ['administration']),
  committee('OmrådeMED Unge', 'area', ['youthArea']),
  committee('OmrådeMED Bolig', 'area', ['housingArea']),
  committee('LokalMED Ungehjemmet', 'local', ['youthHome']),
];

export const structureFrom = (facts: readonly OrganisationEvent[], on = '2026-04-24'): Structure =>
  structureOn(organisationOf(facts), on);
