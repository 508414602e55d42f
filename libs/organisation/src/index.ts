export * from './organisation.events.js';
export { knownAt, organisationDecider, organisationPart } from './organisation.js';
export type { Organisation } from './organisation.js';
export { periodWithout } from './levels.js';
export { committeeLevels, structureOn } from './structure.js';
export type { CommitteeOn, DelegationOn, Structure } from './structure.js';
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
export type * from './functions/functions.events.js';
export { functionsPart } from './functions/functions.js';
export type { AppointedTo, Functions } from './functions/functions.js';
export { appointedTos } from './functions/words.js';
export {
  allSecretariatOn,
  appointedSecretariatOn,
  appointmentsOn,
  everAppointed,
  managerOn,
  substitutesOn,
} from './functions/appointments.js';
export { delegationRead } from './delegation-read.js';
export type { DelegationRead } from './delegation-read.js';
export { committeeName, isKnownCommittee, isKnownUnit, unitName } from './names.js';
export { overlap, valueOn } from './dated.js';
export { FACTS_PER_CHUNK } from './commands/import-structure-chunk.js';
export { historyOf } from './history.js';
export type { CommitteeAnswer } from './queries/get-committee.js';
export type { SeatList } from './queries/list-seats.answer.js';
export type { CommitteeHistory, History, SeatHistory, UnitHistory } from './history.types.js';
export { Rehearsal } from './import/rehearsal.js';
export { gapsIn } from './gaps.js';
export { touchedByImport, touchedUnits } from './touched.js';
export type { Touched } from './touched.js';
export * from './words.js';
export type * from './working-groups/working-group.events.js';
export { existingGroup } from './working-groups/checks.js';
export { workingGroupDecider } from './working-groups/working-group.js';
export type { WorkingGroup } from './working-groups/working-group.js';
export { workingGroupsPart } from './working-groups/working-groups.js';
export type { WorkingGroups } from './working-groups/working-groups.js';
export { discussedInGroups } from './working-groups/discussions.js';
export type { DiscussedInGroup } from './working-groups/discussions.js';
export { organisationFeature } from './feature.js';
