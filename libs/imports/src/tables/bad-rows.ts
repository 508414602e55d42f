import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import { Count, filledIn, FreeText, Pattern } from '@rettidig/vocabulary';

/** Why a row is not read, and what to do about it. */
export interface BadRow {
  /** Where it stands in the file, from 1. */
  readonly row: number;
  /** The heading as in the template; null when it is about the whole row. */
  readonly column: Text | null;
  readonly code: string;
  readonly details: RefusalDetails;
}

/** Bad rows by their number; of a row with several faults the first one counts, so that each is mended once. */
export class BadRows {
  private readonly found = new Map<number, BadRow>();

  add(bad: BadRow): void {
    if (!this.found.has(bad.row)) this.found.set(bad.row, bad);
  }

  has(row: number): boolean {
    return this.found.has(row);
  }

  get count(): number {
    return this.found.size;
  }

  /** In the order of the file. */
  all(): BadRow[] {
    return [...this.found.values()].sort((a, b) => a.row - b.row);
  }
}

/** A row that is not read, as the preview shows it. */
export class BadRowShown {
  @Count({ description: 'Where it stands in the file, from 1; its first row is 1.' })
  row!: number;

  @FreeText({ description: 'The column; null when it is about the whole row.', max: 100, nullable: true })
  column!: string | null;

  @Pattern(/^[a-zA-Z]+(-[a-zA-Z]+)*\.[a-z0-9-]+$/, { description: 'Why, for programs.', example: 'row.unknown-date' })
  code!: string;

  @FreeText({ description: 'Why, and what to do about it.', max: 2000 })
  sentence!: string;
}

export const badRowShown = (
  { row, column, code, details }: BadRow,
  texts: Readonly<Record<string, Text>>,
  language: Language,
): BadRowShown => {
  const words = texts[code];
  return {
    row,
    column: column?.[language] ?? null,
    code,
    sentence: words ? filledIn(words, details, language) : code,
  };
};
