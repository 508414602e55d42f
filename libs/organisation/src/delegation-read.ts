import type { ReadDatabase } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { organisationTexts } from './free-texts.js';
import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';

/** What the register of delegations says, in the words of whoever wrote it. */
export interface DelegationRead {
  readonly matter: string;
  readonly source: Source | null;
}

/** A delegation by its id; undefined where it was taken out of the register since. */
export function delegationRead(
  organisation: Organisation,
  delegationId: string,
  views: ReadDatabase,
): DelegationRead | undefined {
  const found = historyOf(organisation).delegations.find((one) => one.delegationId === delegationId);
  return found && organisationTexts.shown({ matter: found.matter, source: found.source ?? null }, views);
}
