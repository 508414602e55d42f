import { evolve, idOf } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { Organisation } from '../organisation.js';
import { organisationDecider } from '../organisation.js';
import type { CommitteeLevel, OrganisationEvent, SeatCreated, SeatFilled } from '../organisation.events.js';

/** Ids by name, so that specs can say `id('home')`. */
export const id = (name: string): string => idOf('spec', name);

/** The organisation after some facts, recorded at one instant. */
export const withFacts = (
  organisation: Organisation,
  facts: readonly OrganisationEvent[],
  recordedAt = '2026-01-01T08:00:00.000Z',
): Organisation =>
  facts.reduce(
    (known, fact) => evolve(organisationDecider, known, { ...fact, meta: metadata({ recordedAt }) }),
    organisation,
  );

export const organisationOf = (facts: readonly OrganisationEvent[], recordedAt?: string): Organisation =>
  withFacts(organisationDecider.initial, facts, recordedAt);

export const unit = (name: string, parent: string | null, validFrom = '2025-01-01'): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId: id(name), name, parentId: parent === null ? null : id(parent), validFrom },
});

export const moved = (name: string, parent: string | null, from: string): OrganisationEvent => ({
  type: 'UnitMoved',
  data: { unitId: id(name), parentId: parent === null ? null : id(parent), from },
});

export const closed = (name: string, on: string, successors: readonly string[] = []): OrganisationEvent => ({
  type: 'UnitClosed',
  data: { unitId: id(name), on, successors: successors.map(id) },
});

export const committee = (
  name: string,
  level: CommitteeLevel,
  covers: readonly string[],
  ...[validFrom = '2025-01-01', validTo]: readonly string[]
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
    ...(validTo ? { validTo } : {}),
    predecessors: [],
  },
});

export const transition = (levelsInForce: readonly CommitteeLevel[], from: string, to?: string): OrganisationEvent => ({
  type: 'TransitionPeriodDeclared',
  data: { periodId: id(`transition from ${from}`), levelsInForce, from, ...(to ? { to } : {}) },
});

export const seat = (name: string, of: string, changes: Partial<SeatCreated['data']> = {}): OrganisationEvent => ({
  type: 'SeatCreated',
  data: {
    seatId: id(name),
    committeeId: id(of),
    side: 'employees',
    representativeKind: 'unionRepresentative',
    from: '2025-01-01',
    ...changes,
  },
});

export const filled = (name: string, person: string, from: string, to?: string): SeatFilled => ({
  type: 'SeatFilled',
  data: { seatId: id(name), personId: id(person), from, ...(to ? { to } : {}) },
});

/** A small administration: a top, two areas, a home below the first; committees on all levels. */
export const small: readonly OrganisationEvent[] = [
  unit('top', null),
  unit('north', 'top'),
  unit('south', 'top'),
  unit('home', 'north'),
  committee('main', 'main', ['top']),
  committee('area north', 'area', ['north']),
  committee('local home', 'local', ['home']),
];
