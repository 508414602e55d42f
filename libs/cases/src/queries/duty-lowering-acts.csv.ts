import type { CsvColumn, Language } from '@rettidig/event-sourcing';
import { column, dayInCsv, dayOf } from '@rettidig/vocabulary';
import type { UnnamedAct } from './duty-lowering-act.item.js';

/** Days are `24-04-2026` in both languages: what spreadsheets in Denmark take for a date. */
export const actColumns: readonly CsvColumn[] = [
  column('recorded', 'Registreret', 'Recorded'),
  column('number', 'Sagsnummer', 'Case number'),
  column('title', 'Sag', 'Case'),
  column('unit', 'Enhed', 'Unit'),
  column('act', 'Handling', 'Act'),
  column('role', 'Rolle', 'Role'),
  column('reason', 'Begrundelse', 'Reason'),
  column('ended', 'Afsluttede pligter', 'Duties ended'),
  column('recheck', 'Set igen', 'Looked at again'),
];

/** One act as cells. What became of a declaration is empty where nobody looked at it again. */
export function actCsvRow(
  item: UnnamedAct,
  recheck: { readonly stands: boolean } | undefined,
  language: Language,
): Record<string, string | number> {
  return {
    recorded: dayInCsv(dayOf(item.recordedAt)),
    number: item.number,
    title: item.title,
    unit: item.unitName,
    act: item.actText,
    role: item.roleText,
    reason: item.reason ?? '',
    ended: item.ended,
    recheck: recheck ? recheckWords[recheck.stands ? 'stands' : 'falls'][language] : '',
  };
}

const recheckWords = {
  stands: { da: 'står', en: 'stands' },
  falls: { da: 'holder ikke', en: 'does not stand' },
};
