import type { PossibleMissCommand } from '../possible-miss.checks.js';
import { existing, onPossibleMiss } from '../possible-miss.checks.js';

/** A case names it as its origin, and owes MED something or not. */
export class MirrorConfirmation {
  caseId!: string;
  hasDuty!: boolean;
  /** Who registered or changed the case. */
  by!: { personId: string; role: string };
}

/** A fact of the case: taken also where both chairs dismissed it meanwhile. */
export const mirrorConfirmation: PossibleMissCommand<MirrorConfirmation> = {
  ...onPossibleMiss,
  name: 'MirrorConfirmation',
  message: MirrorConfirmation,
  kind: 'fact',
  target: 'existing',
  path: null,
  summary: { da: 'Den er blevet til en sag', en: 'It became a case' },
  refusals: ['possibleMiss.unknown'],
  decide: (state, { caseId, hasDuty, by }) => {
    const { caseIds, withDuty } = existing(state);
    const data = { caseId, hasDuty, by };
    if (!caseIds.includes(caseId)) return [{ type: 'PossibleMissConfirmed', data }];
    return withDuty.includes(caseId) === hasDuty ? [] : [{ type: 'ConfirmedCaseReassessed', data }];
  },
};
