import type { DocumentFormat, Extract } from '@rettidig/documents';
import type {
  Actor,
  ContactChange,
  Instant,
  Language,
  PersonCard,
  QueryContext,
  Refused,
  Text,
} from '@rettidig/event-sourcing';
import type { ImportKindName } from './import.events.js';

/**
 * A kind of document that can be imported: how its preview and its commit follow from what was read. The same pure
 * function makes both, so that what the preview says is what the commit does.
 */
export interface ImportKind<Decisions extends object, Preview extends object> {
  readonly name: ImportKindName;
  /** `/minutes-imports`: upload there, preview at `/{id}`, `/{id}/preview` with choices, commit at `/{id}/commit`. */
  readonly path: `/${string}`;
  /** `MinutesImport`: part of the names in the access table: `UploadMinutesImport`, `GetMinutesImport`, … */
  readonly noun: string;
  /** What it is called in the API's documentation: `referat`, `minutes`. */
  readonly text: Text;
  readonly formats: readonly DocumentFormat[];
  readonly decisions: new () => Decisions;
  readonly preview: new () => Preview;
  /** Codes of the refusals that its commit can give: obstacles, and refusals of the commands of its steps. */
  readonly refusals: readonly string[];
  /** The texts of its own codes (obstacles), with details in braces; those of other slices' commands stand there. */
  readonly texts: Readonly<Record<string, Text>>;
  /** What is worked out from a document, with the choices of a person (none: the defaults). Pure. */
  readonly plan: (extract: Extract, decisions: Decisions | undefined, context: PlanContext) => ImportPlan<Preview>;
  /** What `plan` needs to look up before it is called, from streams, views and the private store. */
  readonly lookUp?: (extract: Extract, context: QueryContext, decisions: Decisions | undefined) => Promise<object>;
}

/** All that a plan may depend on beside the document and the choices. */
export interface PlanContext {
  readonly importId: string;
  readonly now: Instant;
  readonly actor: Actor;
  readonly language: Language;
  readonly reference: unknown;
  /** Names of people and labels of seats that `lookUp` asked for. */
  readonly people: ReadonlyMap<string, PersonCard>;
  /** What `lookUp` answered. */
  readonly found: object;
}

/** What would happen, and what stands in the way. */
export interface ImportPlan<Preview extends object> {
  readonly preview: Preview;
  /** Why it cannot be committed as it is; the commit answers with it and does nothing. */
  readonly obstacle?: Refused;
  /** In order. Each is safe to repeat; a crash in between is mended by committing again. */
  readonly steps: readonly ImportStep[];
  /** What is left as it is though the document has it otherwise, or has to be settled first; for kinds that tell. */
  readonly remains?: {
    readonly differs: number;
    /** In the language of the reader; they name nobody. */
    readonly sentences: readonly string[];
  };
}

/** One step of a commit: a command, or something for the private store. */
export type ImportStep =
  | {
      /** Names the step within its import: the command's id follows from import and key, so that it happens once. */
      readonly key: string;
      readonly command: string;
      readonly subjectId?: string;
      readonly message: object;
    }
  | { readonly namePerson: { readonly personId: string; readonly name: string } }
  | { readonly labelSeat: { readonly seatId: string; readonly label: string } }
  | { readonly keepContact: { readonly personId: string; readonly change: ContactChange } };

/** A kind of import with whatever choices and preview. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds kinds of different documents
export type AnyImportKind = ImportKind<any, any>;
