import { knownVersions } from '@rettidig/cases';
import type { ReadDatabase, ViewReader } from '@rettidig/event-sourcing';
import type { ExternalNumber, LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { isSameNumber, numberKey } from '../external-number.js';
import { POLITICAL_AGENDAS_VIEW } from '../projections/political-agendas.projection.js';
import type {
  AgendaRow,
  AgendaViewTable,
  ItemRow,
  PointRow,
  SuspicionRow,
} from '../projections/political-agendas.rows.js';
import {
  agendaTable,
  itemTable,
  numbersOf,
  pointTable,
  suspicionTable,
} from '../projections/political-agendas.rows.js';

/** An item with what its agenda knows of it. */
export interface ItemKnown {
  readonly itemId: string;
  readonly agendaId: string;
  readonly number: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly externalNumbers: readonly ExternalNumber[];
  readonly closed: boolean;
  readonly withdrawn: boolean;
  readonly alias: string;
  readonly fingerprint: string;
  /** Cases that people linked. */
  readonly links: readonly string[];
}

export interface SuspicionKnown {
  readonly possibleMissId: string;
  readonly score: number;
  readonly kinds: readonly { readonly kind: string; readonly score: number }[];
  /** The words that gave the hit. */
  readonly words: readonly string[];
  /** By chair and deputy chair together. */
  readonly dismissed: boolean;
  /** The cases that it became. */
  readonly cases: readonly string[];
}

/** Why an item and a case belong together. */
export type LinkedBy = 'number' | 'person' | 'suspicion';

/** Reads what political agendas are held against the register with, as known at an instant; now when left out. */
export class AgendaReader {
  private readonly view: ViewReader;
  private readonly at: string;

  constructor(views: ReadDatabase, at?: string) {
    this.view = views.view(POLITICAL_AGENDAS_VIEW);
    this.at = at ?? '9999';
  }

  /** Items of agendas, withdrawn ones too, in the order of their numbers. */
  itemsOf(agendaIds: readonly string[]): ItemKnown[] {
    return this.rows<ItemRow>(itemTable, 'agenda_id', agendaIds)
      .map(itemKnown)
      .sort((a, b) => byNumber(a.number, b.number));
  }

  /** Which meeting an agenda is of, and its latest version. */
  agenda(
    agendaId: string,
  ): { readonly body: PoliticalBody; readonly on: LocalDate; readonly version: number } | undefined {
    const [row] = this.rows<AgendaRow>(agendaTable, 'agenda_id', [agendaId]);
    return row && { body: row.body as PoliticalBody, on: row.day, version: row.latest };
  }

  item(itemId: string): ItemKnown | undefined {
    return this.rows<ItemRow>(itemTable, 'item_id', [itemId]).map(itemKnown)[0];
  }

  suspicionsOf(itemIds: readonly string[]): ReadonlyMap<string, SuspicionKnown> {
    const rows = this.rows<SuspicionRow>(suspicionTable, 'item_id', itemIds);
    return new Map(rows.map((row) => [row.item_id, suspicionKnown(row)]));
  }

  /** The cases that an item is about, each with why; a case that does not exist counts for nothing. */
  casesOf(item: Pick<ItemKnown, 'externalNumbers' | 'links'>, suspicion?: SuspicionKnown): Map<string, LinkedBy> {
    const linked = new Map<string, LinkedBy>();
    for (const caseId of suspicion?.cases ?? []) linked.set(caseId, 'suspicion');
    for (const caseId of this.existing(item.links)) linked.set(caseId, 'person');
    for (const caseId of this.casesWith(item.externalNumbers)) linked.set(caseId, 'number');
    return linked;
  }

  /** Cases of which it is known that a body decides on them on a day. */
  decidedBy(body: string, day: LocalDate): string[] {
    const rows = this.view.all<Pick<PointRow, 'case_id'>>(
      `select distinct case_id from (${knownVersions(pointTable, 'case_id', 'body = :body and day = :day')}) order by case_id`,
      { body, day, at: this.at },
    );
    return rows.map(({ case_id }) => case_id);
  }

  private casesWith(numbers: readonly ExternalNumber[]): string[] {
    const found = numbers.flatMap((number) =>
      this.view
        .all<{ system: string; case_id: string }>(
          'select system, case_id from {case_number} where number_key = :key and known_from <= :at',
          { key: numberKey(number.value), at: this.at },
        )
        .filter(({ system }) => isSameNumber(number, { system, value: number.value })),
    );
    return found.map(({ case_id }) => case_id);
  }

  private existing(caseIds: readonly string[]): string[] {
    return caseIds.filter((caseId) =>
      this.view.get('select 1 from {known_case} where case_id = :caseId and known_from <= :at', {
        caseId,
        at: this.at,
      }),
    );
  }

  private rows<Row>(table: AgendaViewTable, column: string, ids: readonly string[]): Row[] {
    return this.view.all<Row>(knownVersions(table, table.columns, `${column} in (select value from json_each(:ids))`), {
      ids: JSON.stringify(ids),
      at: this.at,
    });
  }
}

const itemKnown = (row: ItemRow): ItemKnown => ({
  itemId: row.item_id,
  agendaId: row.agenda_id,
  number: row.number,
  title: row.title,
  text: row.text,
  externalNumbers: numbersOf(row.numbers),
  closed: row.closed === 1,
  withdrawn: row.withdrawn === 1,
  alias: row.alias,
  fingerprint: row.fingerprint,
  links: JSON.parse(row.links) as string[],
});

const suspicionKnown = (row: SuspicionRow): SuspicionKnown => ({
  possibleMissId: row.possible_miss_id,
  score: row.score,
  kinds: JSON.parse(row.kinds) as SuspicionKnown['kinds'],
  words: JSON.parse(row.words) as string[],
  dismissed: row.dismissed === 1,
  cases: JSON.parse(row.cases) as string[],
});

/** `2` before `10`, `4.a` after `4`. */
function byNumber(one: string, other: string): number {
  const [a, b] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  return a - b || (one < other ? -1 : one > other ? 1 : 0);
}
