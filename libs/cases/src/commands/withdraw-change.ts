import { FreeText } from '@rettidig/vocabulary';
import { openDuties } from '../change.state.js';
import { undecided } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The change will not be made. If it is decided or started all the same, its duties stand again. */
export class WithdrawChange {
  @FreeText({ description: 'Why.', example: 'Forslaget er opgivet.', max: 1000, multiline: true })
  reason!: string;
}

export const withdrawChange: CaseCommand<WithdrawChange> = {
  ...onCase,
  name: 'WithdrawChange',
  message: WithdrawChange,
  kind: 'change',
  path: '/changes/{id}/withdrawal',
  summary: { da: 'Træk ændringen tilbage', en: 'Withdraw the change' },
  refusals: ['change.unknown', 'change.withdrawn', 'change.already-decided'],
  decide: (state, { reason }) => {
    const ends = openDuties(undecided(state)).map(({ requirement }) => requirement.requirementId);
    return [{ type: 'ChangeWithdrawn', data: { reason, ends } }];
  },
};
