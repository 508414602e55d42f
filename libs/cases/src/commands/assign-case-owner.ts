import { Id } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The case gets another owner. Whoever registered it keeps the rights of one. */
export class AssignCaseOwner {
  @Id({ description: 'The person.' })
  ownerId!: string;
}

export const assignCaseOwner: CaseCommand<AssignCaseOwner> = {
  ...onCase,
  name: 'AssignCaseOwner',
  message: AssignCaseOwner,
  kind: 'change',
  path: '/changes/{id}/owner',
  summary: { da: 'Giv sagen en anden ejer', en: 'Give the case another owner' },
  refusals: ['change.unknown'],
  decide: (state, { ownerId }) =>
    registered(state).ownerId === ownerId ? [] : [{ type: 'CaseOwnerAssigned', data: { ownerId } }],
};
