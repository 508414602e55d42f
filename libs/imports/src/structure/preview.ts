import { Count, Dictionary, Flag, FreeText, Id, ListOf, OneOf, Pattern, Sentences } from '@rettidig/vocabulary';
import { BadRowShown } from '../tables/bad-rows.js';
import type { Choice } from '../tables/choices.js';
import { choices } from '../tables/choices.js';
import type { ChangeKind } from './change-kinds.js';
import { changeKinds } from './change-kinds.js';
import type { StructureTableName } from './columns.js';
import { structureTables } from './columns.js';

/** How many of each kind of thing the preview lists; the counts are of all. */
export const LISTED = 200;

/** The register says something else than a row. */
export class StructureConflictShown {
  @Count({ description: 'The row of the file.', example: 12 })
  row!: number;

  @Pattern(/^[a-zA-Z]{1,30}$/, { description: 'The column, for decisions.', example: 'parent' })
  field!: string;

  @FreeText({ description: 'The column by its heading.', max: 100 })
  column!: string;

  @FreeText({ description: 'What the register says.', max: 5000 })
  inRegister!: string;

  @FreeText({ description: 'What the file says.', max: 5000 })
  inFile!: string;

  @OneOf(choices, { description: 'What would be done.' })
  choice!: Choice;

  @Flag({ description: 'Whether it can be updated: some things cannot be told as a change from a day.' })
  updatable!: boolean;
}

/** A row whose thing was recognised by its name. */
export class StructureMatchShown {
  @Count({ description: 'The row of the file.' })
  row!: number;

  @FreeText({ description: 'The name.', max: 200 })
  name!: string;

  @Id({ description: 'What it was taken to be.' })
  id!: string;
}

/** Something to know about a row. */
export class StructureNoteShown {
  @Count({ description: 'The row of the file.' })
  row!: number;

  @FreeText({ description: 'What to know.', max: 2000 })
  sentence!: string;
}

/** Something that would change. */
export class StructureChangeShown {
  @Count({ description: 'The row of the file.' })
  row!: number;

  @OneOf(changeKinds, { description: 'What kind of change.' })
  kind!: ChangeKind;

  @FreeText({ description: 'What would change, in words.', max: 50_000 })
  sentence!: string;
}

/** What a structure file says, and what would change. */
export class StructurePreview {
  @OneOf(structureTables.map(({ name }) => name), {
    description: 'Which table it is, by its headings; null when they fit none.',
    nullable: true,
  })
  table!: StructureTableName | null;

  @Count({ description: 'Rows below the headings.' })
  rows!: number;

  @Sentences({ description: 'Headings that nothing is read from.', max: 1000 })
  ignoredColumns!: string[];

  @Count({ description: 'Rows that say what the register says.' })
  unchangedRows!: number;

  @Count({ description: 'Rows that cannot be read.' })
  badRowCount!: number;

  @ListOf(() => BadRowShown, { description: 'The first of them, with why and what to do.', max: LISTED })
  badRows!: BadRowShown[];

  @Count({ description: 'Places where the register says something else.' })
  conflictCount!: number;

  @ListOf(() => StructureConflictShown, { description: 'The first of them.', max: LISTED })
  conflicts!: StructureConflictShown[];

  @Count({ description: 'Rows whose number is not known and whose name is.' })
  matchedByNameCount!: number;

  @ListOf(() => StructureMatchShown, {
    description: 'The first of them: check that they are what you mean.',
    max: LISTED,
  })
  matchedByName!: StructureMatchShown[];

  @ListOf(() => StructureNoteShown, { description: 'What to know about rows that are read.', max: LISTED })
  notes!: StructureNoteShown[];

  @Count({ description: 'Things that would change.' })
  changeCount!: number;

  @Dictionary({ type: 'integer' }, { description: 'How many of each kind of change.' })
  changesByKind!: Record<string, number>;

  @Sentences({ description: 'The same counts in words.', max: 100 })
  counts!: string[];

  @ListOf(() => StructureChangeShown, {
    description: 'The first of them, in the order in which they hold.',
    max: LISTED,
  })
  changes!: StructureChangeShown[];
}
