import type { TableRow } from '@rettidig/documents';
import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { isLocalDate } from '@rettidig/vocabulary';
import type { BadRows } from './bad-rows.js';
import type { Recognised } from './headings.js';
import type { TableDefinition } from './column.js';

/** Codes with the words for them that are understood in a cell, the first two being those of the templates. */
export type Understood<Code extends string> = Readonly<Record<Code, Text & { readonly also?: readonly string[] }>>;

const LONGEST_NAME = 200;
const LONGEST_NUMBER = 60;

/** The signs that could have divided columns. */
const DELIMITERS = /[;\t|,]/;

/**
 * The cells of one row by the keys of their columns. What cannot be read is noted among the bad rows and answered with
 * undefined; whoever reads a row looks there afterwards.
 */
export class Cells {
  constructor(
    private readonly source: TableRow,
    private readonly recognised: Recognised<TableDefinition>,
    private readonly bad: BadRows,
    private readonly language: Language,
  ) {
    this.checkShape();
  }

  get row(): number {
    return this.source.row;
  }

  /** Whether the file has the column at all: what it does not speak of is not compared. */
  speaksOf(key: string): boolean {
    return this.recognised.places.has(key);
  }

  /** A name of a thing, or any text of one line. */
  text(key: string): string | undefined {
    return this.limited(key, LONGEST_NAME);
  }

  /** The number of something in its own system, or our id of it. */
  number(key: string): string | undefined {
    return this.limited(key, LONGEST_NUMBER);
  }

  /** Several of them, divided by commas. */
  numbers(key: string): string[] {
    const whole = this.cell(key);
    return whole === undefined ? [] : [...new Set(whole.split(',').map((one) => one.trim()))].filter(Boolean);
  }

  /** A day: 2026-01-31, 31-01-2026, 31.1.2026. */
  day(key: string): LocalDate | undefined {
    const value = this.cell(key);
    if (value === undefined) return undefined;
    const day = dayIn(value);
    if (day === undefined) this.wrong(key, 'row.unknown-date', { value: quoted(value) });
    return day;
  }

  /** A time of day: 10:00, 10.30, kl. 9. */
  time(key: string): string | undefined {
    const value = this.cell(key);
    if (value === undefined) return undefined;
    const time = timeIn(value);
    if (time === undefined) this.wrong(key, 'row.unknown-time', { value: quoted(value) });
    return time;
  }

  /** One of some codes, by any word for it. */
  word<Code extends string>(key: string, words: Understood<Code>): Code | undefined {
    const allowed = Object.values<Text>(words).map((one) => one[this.language]);
    const value = this.cell(key, { code: 'row.word-missing', details: { allowed } });
    if (value === undefined) return undefined;
    const code = (Object.keys(words) as Code[]).find((one) => isWordFor(value, one, words[one]));
    if (code === undefined) this.wrong(key, 'row.unknown-word', { value: quoted(value), allowed });
    return code;
  }

  /** Notes what is wrong with a cell. */
  wrong(key: string, code: string, details: RefusalDetails = {}): void {
    const column = this.recognised.table.columns.find((one) => one.key === key);
    this.bad.add({ row: this.row, column: column?.heading ?? null, code, details });
  }

  private limited(key: string, most: number): string | undefined {
    const value = this.cell(key);
    if (value === undefined) return undefined;
    const usable = value.length <= most && value.isWellFormed() && !/\p{Cc}/u.test(value);
    if (!usable) this.wrong(key, 'row.text-not-usable', { most });
    return usable ? value : undefined;
  }

  /** What stands in a cell; `whenEmpty` is what is wrong with a cell that must not be empty. */
  private cell(
    key: string,
    whenEmpty: { readonly code: string; readonly details?: RefusalDetails } = { code: 'row.value-missing' },
  ): string | undefined {
    const at = this.recognised.places.get(key);
    const value = at === undefined ? '' : (this.source.cells[at] ?? '');
    if (at !== undefined && this.source.formulas?.includes(at)) {
      this.wrong(key, 'row.formula');
      return undefined;
    }
    const needed = this.recognised.table.columns.find((column) => column.key === key)?.needs === 'value';
    if (value === '' && needed) this.wrong(key, whenEmpty.code, whenEmpty.details);
    return value === '' ? undefined : value;
  }

  /** Cells beside the columns, or one cell for all of them, mean that another sign divides the columns. */
  private checkShape(): void {
    const { cells, row } = this.source;
    const { width, places } = this.recognised;
    const beside = cells.slice(width).some((cell) => cell !== '');
    const details = { cells: cells.length, columns: width };
    if (beside) this.bad.add({ row, column: null, code: 'row.too-many-cells', details });
    else if (cells.length === 1 && places.size > 1 && DELIMITERS.test(cells[0]!))
      this.bad.add({ row, column: null, code: 'row.too-few-cells', details });
  }
}

/** A day in one of the forms that are understood; undefined for any other, and for a day that does not exist. */
function dayIn(value: string): LocalDate | undefined {
  const danish = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(value.replaceAll(/\s/g, ''));
  const day = danish ? `${danish[3]}-${danish[2]!.padStart(2, '0')}-${danish[1]!.padStart(2, '0')}` : value;
  return isLocalDate(day) ? day : undefined;
}

/** A time of day as `HH:MM`; undefined for what is none. */
function timeIn(value: string): string | undefined {
  const parts = /^(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?$/i.exec(value);
  const [hour, minute] = [Number(parts?.[1] ?? 99), parts?.[2] ?? '00'];
  return hour < 24 && Number(minute) < 60 ? `${String(hour).padStart(2, '0')}:${minute}` : undefined;
}

/** As it stands in the cell, not as a day in the reader's form. */
const quoted = (value: string): string => `“${value.slice(0, 200)}”`;

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const isWordFor = (value: string, code: string, { da, en, also = [] }: Understood<string>[string]): boolean =>
  [code, da, en, ...also].some((word) => plain(word) === plain(value));
