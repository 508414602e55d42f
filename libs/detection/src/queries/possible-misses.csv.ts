import type { CsvColumn } from '@rettidig/event-sourcing';
import { column, dayInCsv, fuzzyInWords } from '@rettidig/vocabulary';
import type { Naming } from '../naming.js';
import type { PossibleMissShown } from './list-possible-misses.answer.js';

/** Days are `24-04-2026` in both languages: what spreadsheets in Denmark take for a date. */
export const csvColumns: readonly CsvColumn[] = [
  column('title', 'Til vurdering', 'To be assessed'),
  column('state', 'Status', 'State'),
  column('origin', 'Kommer fra', 'Comes from'),
  column('body', 'Besluttes af', 'Decided by'),
  column('when', 'Besluttes', 'Decided on'),
  column('score', 'Sikkerhed i procent', 'Score in percent'),
  column('kinds', 'Ligner', 'Reads like'),
  column('unit', 'Enhed', 'Unit'),
  column('recordedOn', 'Kom på listen', 'Came onto the list'),
  column('recordedBy', 'Indberettet af', 'Reported by'),
  column('dismissedBy', 'Lagt til side af', 'Dismissed by'),
  column('recheckedIn', 'Set på igen', 'Looked at again'),
];

/** One possible miss as cells. */
export const csvRow = (item: PossibleMissShown, { language, role }: Naming): Record<string, string | number> => ({
  title: item.title,
  state: item.stateText,
  origin: item.originText,
  body: item.bodyText,
  when: fuzzyInWords(item.when, language, dayInCsv),
  score: item.score ?? '',
  kinds: item.kindsText ?? '',
  unit: item.unitName,
  recordedOn: dayInCsv(item.recordedOn),
  recordedBy: item.recordedBy,
  dismissedBy: item.dismissedBy.map(role).join(', '),
  recheckedIn: item.recheckedIn.join(', '),
});
