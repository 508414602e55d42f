import { Refused } from '@rettidig/event-sourcing';
import { nameOfCommittee, nameOfUnit } from './called.js';
import type { From } from './dated.js';
import type { History } from './history.types.js';
import type { OrganisationFact } from './organisation.events.js';

/**
 * A person says once what holds from a day: of two things that hold from the same day nobody knows which one is meant.
 * What was wrong is corrected, so that it can be seen that it was. A file is different: somebody has decided, row by row,
 * that the file is right.
 */
export function toldOnce(history: History, { type, data }: OrganisationFact): void {
  const { units, committees } = history;
  if (type === 'UnitRenamed')
    free(units.get(data.unitId)?.names, data.from, { subject: nameOfUnit(history, data.unitId), what: 'unitName' });
  if (type === 'UnitMoved')
    free(units.get(data.unitId)?.parents, data.from, { subject: nameOfUnit(history, data.unitId), what: 'unitParent' });
  if (type === 'CommitteeCoverageChanged') {
    const subject = nameOfCommittee(history, data.committeeId);
    free(committees.get(data.committeeId)?.coverage, data.from, { subject, what: 'coverage' });
  }
}

function free(values: readonly From<unknown>[] = [], on: string, details: { subject: string; what: string }): void {
  if (values.some(({ from }) => from === on)) throw new Refused('organisation.told-already', { ...details, on });
}
