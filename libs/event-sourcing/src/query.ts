import type { Contact } from './contact.js';
import type { Resource, Text } from './decider.js';
import type { Actor, DomainEvent, Instant, RecordedEvent } from './event.js';
import type { Language } from './language.js';
import type { ReadDatabase } from './projection.js';
import type { Rehearsal } from './rehearsal.types.js';
import type { WorkInHand } from './works.js';

/** What a query may look at. */
export interface QueryContext<Reference = unknown> {
  readonly now: Instant;
  readonly actor: Actor;
  readonly language: Language;
  readonly reference: Reference;
  readonly views: ReadDatabase;
  /** A stream with its sealed texts opened, up to what was recorded at `until` (inclusive; all when left out). */
  readonly readStream: <E extends DomainEvent>(stream: string, until?: Instant) => Promise<RecordedEvent<E>[]>;
  /** Names and labels that live outside the log, by id. Missing ids are left out. */
  readonly people: (ids: readonly string[]) => Promise<ReadonlyMap<string, PersonCard>>;
  /** How people can be reached, by id: one's own, and those of others where one may see them. Missing ids are left out. */
  readonly contacts: (ids: readonly string[]) => Promise<ReadonlyMap<string, Contact>>;
  /** What was read out of an uploaded document; undefined when it was never kept or has been erased. */
  readonly document: (id: string) => Promise<KeptDocument | undefined>;
  /** For questions of the kind "what if": nothing that is rehearsed is recorded. */
  readonly rehearsal: () => Promise<Rehearsal>;
  /** What takes long in the process that is asked. */
  readonly works: () => readonly WorkInHand[];
}

/** What the private store knows of a person or a seat's label. */
export interface PersonCard {
  readonly name: string;
}

/** A document as it came, and what was read out of it. Both may hold names of persons. */
export interface KeptDocument {
  readonly mediaType: string;
  /** As the sender named it; null when nobody said. */
  readonly fileName: string | null;
  /** What was read out of the bytes, JSON through and through. */
  readonly extract: object;
}

/** A question with its parameters, its answer, and where it is asked. One file each. */
export interface QueryDefinition<Parameters extends object, Answer, Reference> {
  /** Also its name in the access table: `ListMissedReviews`. */
  readonly name: string;
  /** Query-string parameters and path parameters as fields of one class. */
  readonly parameters: new () => Parameters;
  /** The class that describes the answer in the API's documentation. */
  readonly answer: new () => object;
  readonly path: `/${string}`;
  /** `POST` only for questions whose parameters are too large for a query string. Nothing is ever written. */
  readonly method?: 'GET' | 'POST';
  readonly tag: string;
  readonly summary: Text;
  readonly refusals?: readonly string[];
  /** What rights depend on, beside the role: whose it is. */
  readonly resource?: (parameters: Parameters) => Resource;
  readonly handle: (parameters: Parameters, context: QueryContext<Reference>) => Promise<Answer> | Answer;
  /** A list that is also given as CSV: the columns, and the same list without pages. */
  readonly csv?: CsvExport<Parameters, Reference>;
}

/** A list as CSV: exactly the list of the same query, all pages. */
export interface CsvExport<Parameters, Reference> {
  readonly fileName: Text;
  readonly columns: readonly CsvColumn[];
  readonly rows: (
    parameters: Parameters,
    context: QueryContext<Reference>,
  ) => Iterable<Readonly<Record<string, unknown>>>;
}

export interface CsvColumn {
  readonly key: string;
  readonly heading: Text;
}

/** A query of any slice. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds queries of different answers
export type AnyQuery = QueryDefinition<any, any, any>;
