import type { CsvColumn } from '@rettidig/event-sourcing';
import { column, dayInCsv, fuzzyInWords, notStated, sides } from '@rettidig/vocabulary';
import type { FuzzyDate } from '@rettidig/vocabulary';
import type { MissedReview } from './list-missed-reviews.answer.js';
import type { Naming } from './naming.js';

/** Days are `24-04-2026` in both languages: what spreadsheets in Denmark take for a date. */
export const csvColumns: readonly CsvColumn[] = [
  column('number', 'Sagsnummer', 'Case number'),
  column('title', 'Sag', 'Case'),
  column('state', 'Status', 'State'),
  column('kind', 'Art', 'Kind'),
  column('unit', 'Enhed', 'Unit'),
  column('committee', 'Rette MED-udvalg', 'Right committee'),
  column('duty', 'Pligt', 'Duty'),
  column('decidedBy', 'Besluttet af', 'Decided by'),
  column('decidedOn', 'Besluttet', 'Decided on'),
  column('cause', 'Hvordan', 'How'),
  column('explanation', 'Forklaring', 'Explanation'),
  column('foundOn', 'Fundet', 'Found on'),
  column('foundBy', 'Fundet af', 'Found by'),
  column('daysToFound', 'Dage fra beslutning til fund', 'Days from decision to found'),
  column(
    'discussedOn',
    'Drøftet efter beslutning (ikke MED-behandling)',
    'Discussed after decision (not MED treatment)',
  ),
  column('acknowledged', 'Beklaget af', 'Regretted by'),
  column('endedBy', 'Afsluttet ved', 'Ended by'),
  column('reason', 'Begrundelse', 'Reason'),
  column('sources', 'Kilde', 'Source'),
];

/** One row as cells. What is not known is written as such; what does not apply is empty. */
export function csvRow(item: MissedReview, { say, language }: Naming): Record<string, string | number> {
  const day = (date: FuzzyDate | null): string => (date ? fuzzyInWords(date, language, dayInCsv) : '');
  const hasMiss = item.decidedOn !== null;
  return {
    number: item.number,
    title: item.title,
    state: item.stateText,
    kind: item.kindText,
    unit: item.unitName,
    committee: item.committeeName,
    duty: `${item.roleText} ${item.beforeText}`,
    decidedBy: item.bodyText,
    decidedOn: day(item.decidedOn),
    cause: item.causeText ?? '',
    explanation: item.explanations.map(({ side, text }) => `${say(sides[side])}: ${text}`).join(' | '),
    foundOn: day(item.foundOn),
    foundBy: item.foundByText ?? '',
    daysToFound: item.daysToFound ?? (hasMiss ? say(notStated) : ''),
    discussedOn: item.discussedAfterDecisionOn.map(dayInCsv).join(', '),
    acknowledged: item.acknowledged.map(({ side, on }) => `${say(sides[side])} ${dayInCsv(on)}`).join(', '),
    endedBy: item.endedBy ? `${item.endedBy.actText} (${item.endedBy.role})` : '',
    reason: item.endedBy?.reason ?? '',
    sources: [...new Set(item.sources.map(({ text }) => text))].join(' | '),
  };
}
