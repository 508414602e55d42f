import type { PossibleMissCommand } from '../possible-miss.checks.js';
import { existing, onPossibleMiss } from '../possible-miss.checks.js';

/** A case names it as its origin. */
export class MirrorConfirmation {
  caseId!: string;
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
  decide: (state, { caseId }) =>
    existing(state).caseIds.includes(caseId) ? [] : [{ type: 'PossibleMissConfirmed', data: { caseId } }],
};
