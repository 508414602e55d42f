import type { Contact, RefusalDetails, Text } from '@rettidig/event-sourcing';
import type { Functions, History, ImportedFact } from '@rettidig/organisation';
import type { ImportStep } from '../import-kind.js';
import type { BadRows } from '../tables/bad-rows.js';
import type { Decided } from './decisions.js';

/** Something for the private store. */
export type PrivateStep = Exclude<ImportStep, { command: string }>;

/** What shall become so. */
export interface Effects {
  readonly facts?: readonly ImportedFact[];
  /** Told after all other facts, the last row first: what ends must have nothing left that depends on it. */
  readonly endings?: readonly ImportedFact[];
  readonly kept?: readonly PrivateStep[];
}

/** The register says something else than a row. */
export interface Conflict {
  readonly row: number;
  /** The key of the column. */
  readonly field: string;
  readonly column: Text;
  /** As the reader may read them: names, days, words. */
  readonly inRegister: Text;
  readonly inFile: Text;
  /** What makes the register say what the row says; undefined when that cannot be told by a dated fact. */
  readonly update?: Effects;
}

/** What a row would do. */
export interface PlannedRow extends Effects {
  readonly row: number;
  readonly conflicts: readonly Conflict[];
  /** Rows of the file that are told before it. */
  readonly after: readonly number[];
  /** Rows of the file without which it cannot be. */
  readonly buildsOn: readonly number[];
}

/** Plans the rows of one table against the register as it is; faults of rows are noted as they are found. */
export interface TablePlan {
  readonly rows: readonly PlannedRow[];
  /** Rows whose thing was recognised by its name, with that name. */
  readonly byName: readonly { readonly row: number; readonly name: string; readonly id: string }[];
  /** What should be known though nothing is wrong, by row. */
  readonly notes: readonly { readonly row: number; readonly code: string; readonly details?: RefusalDetails }[];
  /** How the things of the file are called, by their ids, for sentences about them. */
  readonly names: ReadonlyMap<string, string>;
}

/** What the rows of a table are planned against. */
export interface PlanFrom {
  readonly history: History;
  readonly decided: Decided;
  readonly bad: BadRows;
  /** Names of people and labels of seats that are kept. */
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  /** How the people of the file can be reached so far. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly functions: Functions;
}
