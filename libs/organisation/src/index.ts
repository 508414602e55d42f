export * from './organisation.events.js';
export { knownAt, organisationDecider, organisationPart } from './organisation.js';
export type { Organisation } from './organisation.js';
export { committeeLevels, structureOn } from './structure.js';
export type { CommitteeOn, Structure } from './structure.js';
export {
  committeesCovering,
  committeesNaming,
  mainCommittee,
  pathToRoot,
  placeOf,
  standInsOf,
  subtreeOf,
} from './coverage.js';
export { officesOf, seatsOn } from './seats.js';
export type { SeatOn } from './seats.js';
export { committeeName, isKnownCommittee, isKnownUnit, unitName } from './names.js';
export { organisationFeature } from './feature.js';
