import { Refused } from '@rettidig/event-sourcing';
import { Flag, FreeText } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import type { ChangeEvent } from '../change.events.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/**
 * Somebody looks a second time at a declaration that a case is no MED case. A sample is drawn each quarter; looking at
 * more than was drawn is no harm. What does not stand is disputed in the same breath: both chairs settle it.
 */
export class RecheckDeclaration {
  @Flag({ description: 'The declaration stands; when not, it is disputed, and both chairs settle that.' })
  stands!: boolean;

  @FreeText({
    description: 'Why.',
    example: 'Ændringen gælder kun et it-system, som ingen ansatte bruger.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

export const recheckDeclaration: CaseCommand<RecheckDeclaration> = {
  ...onCase,
  name: 'RecheckDeclaration',
  message: RecheckDeclaration,
  kind: 'fact',
  path: '/changes/{id}/not-med-relevant/recheck',
  summary: {
    da: 'Se igen på en erklæring om, at sagen ikke skal i MED',
    en: 'Look again at a declaration that it is no MED case',
  },
  refusals: ['change.unknown', 'change.not-declared'],
  decide: (state, { stands, reason }, context) => {
    if (registered(state).ruledBy !== 'notMedRelevant') throw new Refused('change.not-declared');
    const rechecked: ChangeEvent = { type: 'DeclarationRechecked', data: { stands, reason } };
    const disputed = Object.values(state.disputes).some(({ settled }) => !settled);
    if (stands || disputed) return [rechecked];
    const disputeId = context.newId('dispute');
    return [rechecked, { type: 'AssessmentDisputed', data: { disputeId, reason } }];
  },
};
