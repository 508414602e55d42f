import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayInWords, plusCalendarDays } from '@rettidig/vocabulary';
import type { StructureTable } from './columns.js';
import type { Conflict, Effects } from './planned.js';

/** Both languages say it alike: a name, a number. */
const same = (said: string): Text => ({ da: said, en: said });

const NOTHING: Text = { da: '(intet)', en: '(nothing)' };

/** A day as it is read; nothing for none. */
export const day = (on: LocalDate | null | undefined): Text =>
  on === null || on === undefined ? NOTHING : { da: dayInWords(on), en: on };

/** The last day of a period whose end is the first day after it; nothing while it holds. */
export const lastDay = (end: LocalDate | null | undefined): Text =>
  day(end === null || end === undefined ? end : plusCalendarDays(end, -1));

/** A text as it is read; nothing for none. */
export const said = (text: string | null | undefined): Text =>
  text === null || text === undefined || text === '' ? NOTHING : same(text);

/** Gathers what the register says otherwise than one row. */
export class Conflicts {
  readonly found: Conflict[] = [];

  constructor(
    private readonly row: number,
    private readonly table: StructureTable,
  ) {}

  /** The register says something else; `update` makes it say what the row says. */
  add(field: string, inRegister: Text, inFile: Text, update?: Effects): void {
    const column = this.table.columns.find(({ key }) => key === field)!.heading;
    this.found.push({ row: this.row, field, column, inRegister, inFile, ...(update && { update }) });
  }

  get any(): boolean {
    return this.found.length > 0;
  }
}
