import type { ReadDatabase } from '@rettidig/event-sourcing';
import { CASES_VIEW } from '../projections/cases.js';
import { changeTable } from '../projections/rows.js';
import { knownVersions } from '../projections/versions.js';

/** What a case can be called without saying what it is about: its number and its kind. */
export interface CaseLabel {
  readonly number: string;
  readonly kind: string;
}

/** Of some cases, by id, as they are now. */
export function caseLabels(views: ReadDatabase, changeIds: readonly string[]): ReadonlyMap<string, CaseLabel> {
  const ofThem = 'change_id in (select value from json_each(:ids))';
  const rows = views
    .view(CASES_VIEW)
    .all<CaseLabel & { readonly change_id: string }>(knownVersions(changeTable, 'change_id, number, kind', ofThem), {
      ids: JSON.stringify(changeIds),
      at: '9999',
    });
  return new Map(rows.map(({ change_id, number, kind }) => [change_id, { number, kind }]));
}
