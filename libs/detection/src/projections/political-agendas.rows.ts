import { versionedSchema, versionedTable } from '@rettidig/cases';
import type { Columns } from '@rettidig/cases';
import { foldText } from '@rettidig/event-sourcing';
import type { ExternalNumber } from '@rettidig/vocabulary';
import type { PoliticalAgendaImported, PoliticalItem } from '../political-agenda.events.js';

const columnsOf = (columns: string): string[] => columns.split(',').map((column) => column.trim().split(' ')[0]!);

const AGENDA =
  'agenda_id text not null, body text not null, day text not null, latest integer not null, search text not null';
const ITEM =
  'item_id text not null, agenda_id text not null, number text not null, title text, text text,' +
  ' numbers text not null, closed integer not null, withdrawn integer not null, alias text not null,' +
  ' fingerprint text not null, links text not null';
const SUSPICION =
  'item_id text not null, possible_miss_id text not null, score real not null, kinds text not null,' +
  ' words text not null, dismissed integer not null, cases text not null';
const POINT = 'point_id text not null, case_id text not null, body text not null, day text not null';

/** A table of the view with what is read back from it. */
const table = (name: string, id: string, columns: string) => ({
  ...versionedTable(name, id, columnsOf(columns)),
  columns: columnsOf(columns).join(', '),
});
export type AgendaViewTable = ReturnType<typeof table>;

/** Agendas, their items, what was suspected of items, and the days on which cases are decided: all with versions. */
export const agendaTable = table('agenda', 'agenda_id', AGENDA);
export const itemTable = table('item', 'item_id', ITEM);
export const suspicionTable = table('suspicion', 'item_id', SUSPICION);
export const pointTable = table('point', 'point_id', POINT);

export const politicalAgendaSchema: readonly string[] = [
  ...versionedSchema(agendaTable, AGENDA, 'day, agenda_id', 'body'),
  ...versionedSchema(itemTable, ITEM, 'agenda_id'),
  'create index {item_of_agenda} on {item} (agenda_id)',
  ...versionedSchema(suspicionTable, SUSPICION, 'possible_miss_id'),
  ...versionedSchema(pointTable, POINT, 'body, day'),
  // The numbers of cases elsewhere never change.
  'create table {case_number} (number_key text not null, system text not null, case_id text not null,' +
    ' known_from text not null) strict',
  'create index {case_number_key} on {case_number} (number_key)',
  'create table {known_case} (case_id text primary key, known_from text not null) strict',
];

/** An item as the view keeps it. */
export interface ItemRow {
  readonly item_id: string;
  readonly agenda_id: string;
  readonly number: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly numbers: string;
  readonly closed: number;
  readonly withdrawn: number;
  readonly alias: string;
  readonly fingerprint: string;
  /** Cases that people linked, as JSON. */
  readonly links: string;
}

export interface SuspicionRow {
  readonly item_id: string;
  readonly possible_miss_id: string;
  readonly score: number;
  readonly kinds: string;
  readonly words: string;
  readonly dismissed: number;
  readonly cases: string;
}

export interface AgendaRow {
  readonly agenda_id: string;
  readonly body: string;
  readonly day: string;
  /** Its latest version. */
  readonly latest: number;
  /** Titles of its items that are not withdrawn, folded. */
  readonly search: string;
}

export interface PointRow {
  readonly point_id: string;
  readonly case_id: string;
  readonly body: string;
  readonly day: string;
}

/** Rows of the agenda's items after a version, from those before it. */
export function itemsAfter(
  agendaId: string,
  before: readonly ItemRow[],
  { added, changed, withdrawn, returned }: PoliticalAgendaImported['data'],
): ItemRow[] {
  const rows = new Map(before.map((row) => [row.item_id, row]));
  for (const item of [...added, ...changed]) rows.set(item.itemId, itemRow(agendaId, item, rows.get(item.itemId)));
  const mark = (itemId: string, gone: number): void => {
    const row = rows.get(itemId);
    if (row) rows.set(itemId, { ...row, withdrawn: gone });
  };
  withdrawn.forEach((itemId) => mark(itemId, 1));
  returned.forEach((itemId) => mark(itemId, 0));
  return [...rows.values()];
}

const itemRow = (agendaId: string, item: PoliticalItem, before: ItemRow | undefined): ItemRow => ({
  item_id: item.itemId,
  agenda_id: agendaId,
  number: item.number,
  title: item.title ?? null,
  text: item.text ?? null,
  numbers: JSON.stringify(item.externalNumbers),
  closed: Number(item.closed),
  withdrawn: before?.withdrawn ?? 0,
  alias: item.alias,
  fingerprint: item.fingerprint,
  links: before?.links ?? '[]',
});

/** What an agenda is found by. */
export const searchOf = (items: readonly ItemRow[]): string =>
  foldText(
    items
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap(({ title, numbers }) => [title ?? '', ...numbersOf(numbers).map(({ value }) => value)])
      .join('\n'),
  );

export const numbersOf = (json: string): ExternalNumber[] => JSON.parse(json) as ExternalNumber[];

export const columns = (row: AgendaRow | ItemRow | SuspicionRow | PointRow): Columns => ({ ...row });
