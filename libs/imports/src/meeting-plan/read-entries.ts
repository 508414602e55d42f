import type { Extract } from '@rettidig/documents';
import type { Refused } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import { inWords } from '../tables/column.js';
import { recognise } from '../tables/headings.js';
import { meetingPlanTable } from './columns.js';
import type { ReadEntries, Reading } from './entries.js';
import { entriesOfCalendar, entriesOfTable } from './entries.js';

/** The meetings of a plan in whatever form it came, or why none can be read. */
export function readEntries(extract: Extract, reading: Reading): ReadEntries | Refused {
  if (extract.kind === 'calendar') {
    const read = entriesOfCalendar(extract, reading);
    const nothing = read.entries.length === 0 && reading.bad.count === 0;
    return nothing ? impossible('import.no-meetings', { count: read.others.length }) : read;
  }
  const recognised = extract.kind === 'table' ? recognise(extract.rows, [meetingPlanTable]) : undefined;
  if (!recognised) return impossible('import.plan-unknown');
  const { language } = reading;
  const columns = recognised.missing.map((column) => inWords(column, language));
  if (columns.length > 0)
    return impossible('import.column-missing', { table: meetingPlanTable.text[language], columns });
  return recognised.rows.length === 0 ? impossible('import.no-rows') : entriesOfTable(recognised, reading);
}
