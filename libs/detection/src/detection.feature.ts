import type { Feature } from '@rettidig/event-sourcing';
import { confirmPossibleMiss } from './acts/confirm-possible-miss.js';
import { politicalAgendaRefusals } from './agenda.texts.js';
import { addCandidate } from './commands/add-candidate.js';
import { agreeScreeningForum } from './commands/agree-screening-forum.js';
import { assessCandidate } from './commands/assess-candidate.js';
import { dismissPossibleMiss } from './commands/dismiss-possible-miss.js';
import { endScreeningForum } from './commands/end-screening-forum.js';
import { holdScreeningRound } from './commands/hold-screening-round.js';
import { importPoliticalAgenda } from './commands/import-political-agenda.js';
import { linkAgendaItem } from './commands/link-agenda-item.js';
import { mirrorConfirmation } from './commands/mirror-confirmation.js';
import { openScreeningRound } from './commands/open-screening-round.js';
import { recheckDismissal } from './commands/recheck-dismissal.js';
import { reportPossibleMiss } from './commands/report-possible-miss.js';
import { suspectUnregisteredChange } from './commands/suspect-unregistered-change.js';
import { unlinkAgendaItem } from './commands/unlink-agenda-item.js';
import { dismissalsPart } from './dismissals.js';
import { politicalAgendaSealedFields } from './political-agenda.events.js';
import { possibleMissSealedFields } from './possible-miss.events.js';
import { possibleMissRefusals } from './possible-miss.texts.js';
import { politicalAgendasView } from './projections/political-agendas.projection.js';
import { possibleMissesProjection } from './projections/possible-misses.projection.js';
import { screeningProjection } from './projections/screening.projection.js';
import { getPoliticalAgenda } from './queries/get-political-agenda.js';
import { getPossibleMiss } from './queries/get-possible-miss.js';
import { listPoliticalAgendas } from './queries/list-political-agendas.js';
import { listPossibleMisses } from './queries/list-possible-misses.js';
import { getScreeningRound } from './queries/get-screening-round.js';
import { listScreeningForums } from './queries/list-screening-forums.js';
import { listScreeningRounds } from './queries/list-screening-rounds.js';
import { listStandingChecks } from './queries/list-standing-checks.js';
import { confirmPossibleMisses } from './reactions/confirm-possible-misses.js';
import { suspectItems } from './reactions/suspect-items.js';
import { screeningSealedFields } from './screening.events.js';
import { screeningRefusals } from './screening.texts.js';

/** Everything that this slice adds to the product. */
export const detectionFeature: Feature = {
  name: 'detection',
  tags: {
    detection:
      'The changes that nobody registered: political agendas held against the register, possible misses to be assessed, screening rounds, standing checks.',
    'possible-misses':
      'What may have needed MED and is no case yet (`Til vurdering`): reported by a person or found in a political agenda. A question beside the register, never in its total.',
    'standing-checks':
      'Gaps in the system as a whole, worked out anew at every question: error, warning or information, each with a link.',
    screening:
      'Meetings of management with MED as a standing item: candidates, each assessed yes, no or later; a round that was not held is visible.',
  },
  commands: [
    importPoliticalAgenda,
    linkAgendaItem,
    unlinkAgendaItem,
    reportPossibleMiss,
    suspectUnregisteredChange,
    dismissPossibleMiss,
    recheckDismissal,
    mirrorConfirmation,
    agreeScreeningForum,
    endScreeningForum,
    openScreeningRound,
    addCandidate,
    assessCandidate,
    holdScreeningRound,
  ],
  queries: [
    listPoliticalAgendas,
    getPoliticalAgenda,
    listPossibleMisses,
    getPossibleMiss,
    listScreeningForums,
    listScreeningRounds,
    getScreeningRound,
    listStandingChecks,
  ],
  acts: [confirmPossibleMiss],
  projections: [politicalAgendasView, possibleMissesProjection, screeningProjection],
  reactions: [suspectItems, confirmPossibleMisses],
  reference: { dismissals: dismissalsPart },
  sealedFields: { ...politicalAgendaSealedFields, ...possibleMissSealedFields, ...screeningSealedFields },
  refusals: { ...politicalAgendaRefusals, ...possibleMissRefusals, ...screeningRefusals },
};
