import type { Feature } from '@rettidig/event-sourcing';
import { agreeOnTransitionalBody } from './commands/agree-on-transitional-body.js';
import { changeCommitteeCoverage } from './commands/change-committee-coverage.js';
import { closeStructureImport } from './commands/close-structure-import.js';
import { closeUnit } from './commands/close-unit.js';
import { closeWorkingGroup } from './commands/close-working-group.js';
import { confirmNoLocalCommittee } from './commands/confirm-no-local-committee.js';
import { correctStructure } from './commands/correct-structure.js';
import { createSeat } from './commands/create-seat.js';
import { declareTransitionPeriod } from './commands/declare-transition-period.js';
import { delegateDecisionPower } from './commands/delegate-decision-power.js';
import { dissolveCommittee } from './commands/dissolve-committee.js';
import { endWorkingGroupMembership } from './commands/end-working-group-membership.js';
import { establishCommittee } from './commands/establish-committee.js';
import { establishUnit } from './commands/establish-unit.js';
import { establishWorkingGroup } from './commands/establish-working-group.js';
import { fillSeat } from './commands/fill-seat.js';
import { importStructureChunk } from './commands/import-structure-chunk.js';
import { moveUnit } from './commands/move-unit.js';
import { nameWorkingGroupMember } from './commands/name-working-group-member.js';
import { renameUnit } from './commands/rename-unit.js';
import { vacateSeat } from './commands/vacate-seat.js';
import { organisationTexts } from './free-texts.js';
import { organisationSealedFields } from './organisation.events.js';
import { organisationPart } from './organisation.js';
import { appointSecretariatMember } from './functions/appoint-secretariat-member.js';
import { appointUnitManager } from './functions/appoint-unit-manager.js';
import { endAppointment } from './functions/end-appointment.js';
import { functionsSealedFields } from './functions/functions.events.js';
import { functionsPart } from './functions/functions.js';
import { nameSubstitute } from './functions/name-substitute.js';
import { takeBackAppointment } from './functions/take-back-appointment.js';
import { getCommittee } from './queries/get-committee.js';
import { getStructure } from './queries/get-structure.js';
import { getUnit } from './queries/get-unit.js';
import { listCommittees } from './queries/list-committees.js';
import { listCoverageGaps } from './queries/list-coverage-gaps.js';
import { listDelegations } from './queries/list-delegations.js';
import { listFunctions } from './queries/list-functions.js';
import { listSeats } from './queries/list-seats.js';
import { listStructureCorrections } from './queries/list-structure-corrections.js';
import { listTransitionPeriods } from './queries/list-transition-periods.js';
import { listUnits } from './queries/list-units.js';
import { listWorkingGroups } from './queries/list-working-groups.js';
import { organisationRefusals } from './texts.js';
import { workingGroupSealedFields } from './working-groups/working-group.events.js';
import { workingGroupsPart } from './working-groups/working-groups.js';

/** Units, committees, seats, transition periods and working groups: who is there, and since when. */
export const organisationFeature: Feature = {
  name: 'organisation',
  tags: {
    organisation:
      'Units, MED committees, seats and their holders, transition periods, and working groups beside MED: who is there, and since when. Past and future days are accepted everywhere.',
  },
  commands: [
    establishUnit,
    renameUnit,
    moveUnit,
    closeUnit,
    establishCommittee,
    changeCommitteeCoverage,
    dissolveCommittee,
    declareTransitionPeriod,
    createSeat,
    fillSeat,
    vacateSeat,
    correctStructure,
    confirmNoLocalCommittee,
    agreeOnTransitionalBody,
    delegateDecisionPower,
    establishWorkingGroup,
    nameWorkingGroupMember,
    endWorkingGroupMembership,
    closeWorkingGroup,
    appointUnitManager,
    appointSecretariatMember,
    nameSubstitute,
    endAppointment,
    takeBackAppointment,
    importStructureChunk,
    closeStructureImport,
  ],
  queries: [
    getStructure,
    listUnits,
    getUnit,
    listCommittees,
    getCommittee,
    listCoverageGaps,
    listSeats,
    listTransitionPeriods,
    listDelegations,
    listWorkingGroups,
    listFunctions,
    listStructureCorrections,
  ],
  projections: [organisationTexts.view],
  reactions: [],
  sealedFields: { ...organisationSealedFields, ...functionsSealedFields, ...workingGroupSealedFields },
  reference: { organisation: organisationPart, functions: functionsPart, workingGroups: workingGroupsPart },
  refusals: organisationRefusals,
};
