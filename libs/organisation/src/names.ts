import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';

/** The latest name of a unit, closed ones too; undefined for an unknown id. */
export const unitName = (organisation: Organisation, unitId: string): string | undefined =>
  historyOf(organisation).units.get(unitId)?.names.at(-1)?.value;

/** The name of a committee, dissolved ones too; undefined for an unknown id. */
export const committeeName = (organisation: Organisation, committeeId: string): string | undefined =>
  historyOf(organisation).committees.get(committeeId)?.name;

/** Whether a unit was ever established. */
export const isKnownUnit = (organisation: Organisation, unitId: string): boolean =>
  historyOf(organisation).units.has(unitId);

/** Whether a committee was ever established. */
export const isKnownCommittee = (organisation: Organisation, committeeId: string): boolean =>
  historyOf(organisation).committees.has(committeeId);
