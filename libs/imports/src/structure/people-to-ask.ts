import type { Extract } from '@rettidig/documents';
import { idOf } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import { recognise } from '../tables/headings.js';
import { structureTables } from './columns.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a number of a file is about. */
export type Subject = 'unit' | 'committee' | 'seat' | 'person';

/** Our id for a number of a file: the same number is always the same thing. Our own ids may stand there too. */
export const idFor = (subject: Subject, number: string): string =>
  UUID.test(number) ? number.toLowerCase() : idOf(subject, number);

/**
 * Whose names and labels a file speaks of: what is kept of them is compared with it. Also who holds the seats of the file
 * so far, whom the preview names where somebody else takes over.
 */
export function peopleToAsk(extract: Extract, organisation: Organisation): string[] {
  const recognised = extract.kind === 'table' ? recognise(extract.rows, structureTables) : undefined;
  const name = recognised?.table.name;
  if (!recognised || name === 'units' || name === 'committees') return [];
  const idsIn = (subject: Subject, key: string): string[] => {
    const at = recognised.places.get(key) ?? -1;
    return [...new Set(recognised.rows.flatMap(({ cells }) => cells[at] || []))].map((number) =>
      idFor(subject, number),
    );
  };
  if (name === 'seats') return idsIn('seat', 'number');
  if (name === 'contacts') return idsIn('person', 'person');
  const { seats } = historyOf(organisation);
  const holders = idsIn('seat', 'seat').flatMap((seatId) => seats.get(seatId)?.holders ?? []);
  return [...new Set([...idsIn('person', 'person'), ...holders.map(({ personId }) => personId)])];
}
