import { nextNumber, numberSchema } from '@rettidig/cases';
import type { Instant, ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { subjectOf } from '@rettidig/event-sourcing';
import { kindNamed } from '../kinds/index.js';
import type { AnySubject, OccasionOfKind } from '../subjects.js';
import { foldOn, occasionsIn, stateFromJson, stateToJson } from '../subjects.js';
import { windowOf } from './windows.js';

/** Stands for "always": sorts after every day. */
const NO_DAY = '9999';
/** Below the rank of every step: nobody was told of any. */
const NOTHING_TOLD = -1_000_000;

/**
 * `told` is the rank of the last step that everybody was told of. What is due lies together in the index: the sweep reads
 * what is due and not what is open. Rows and their numbers grow at the end, whatever ids are like.
 */
export const occasionSchema = [
  'create table {subject} (stream text primary key, number text, owner_id text, unit_id text, known text not null) strict',
  `create table {occasion} (
    id integer primary key, stream text not null, number text, kind text not null, item text not null, anchor text not null,
    until text not null, armed integer not null, armed_at text not null, opened_at text not null,
    told integer not null, is_open integer not null, about text not null
  ) strict`,
  'create index {occasion_due} on {occasion} (kind, told, anchor) where is_open = 1',
  'create index {occasion_stream} on {occasion} (stream)',
  ...numberSchema,
];

/** A row of the occasions. */
export interface OccasionRow {
  readonly id: number;
  readonly stream: string;
  /** Of the case, `2026-0143`. */
  readonly number: string | null;
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
  readonly until: string;
  readonly armed: number;
  readonly armed_at: Instant;
  /** When its window opened. */
  readonly opened_at: Instant;
  readonly told: number;
  readonly is_open: number;
  readonly about: string;
}

interface SubjectRow {
  readonly number: string | null;
  readonly known: string;
}

/** Goes on with one stream by events that became known at the same instant. */
export function goOn(view: ViewWriter, subject: AnySubject, events: readonly ProjectedEvent[]): void {
  const { stream, meta, knownAt } = events[0]!;
  const row = view.get<SubjectRow>('select number, known from {subject} where stream = :stream', { stream });
  const before: unknown = row ? stateFromJson(subject, row.known) : subject.decider.initial;
  const after = foldOn(subject, before, events);
  const id = subjectOf(stream);
  if (row ? after === before : after === undefined) return;
  const number = row ? row.number : numberFor(view, subject, id, meta.recordedAt);
  keep(view, subject, { stream, number, state: after });
  const rows = row ? rowsOf(view, stream) : [];
  writeOccasions(view, { stream, number, at: knownAt }, rows, occasionsIn(subject, after, id));
}

/** Cases have numbers that people say; they are given in log order, as in the view of cases, so they are the same. */
const numberFor = (view: ViewWriter, { category }: AnySubject, id: string, recordedAt: Instant): string | null =>
  category === 'change' ? nextNumber(view, id, recordedAt).number : null;

function keep(
  view: ViewWriter,
  subject: AnySubject,
  { stream, number, state }: { readonly stream: string; readonly number: string | null; readonly state: unknown },
): void {
  const { ownerId = null, unitId = null } = (state ?? {}) as { ownerId?: string | null; unitId?: string | null };
  view.run(
    `insert into {subject} values (:stream, :number, :ownerId, :unitId, :known)
      on conflict (stream) do update set owner_id = :ownerId, unit_id = :unitId, known = :known`,
    { stream, number, ownerId, unitId, known: stateToJson(subject, state) },
  );
}

/** Whose occasions they are, and since when what is known of it is so. */
interface OfStream {
  readonly stream: string;
  readonly number: string | null;
  readonly at: Instant;
}

const rowsOf = (view: ViewWriter, stream: string): OccasionRow[] =>
  view.all<OccasionRow>('select * from {occasion} indexed by {occasion_stream} where stream = :stream', { stream });

/** Makes the rows of a stream say what there is to be reminded of now. */
function writeOccasions(
  view: ViewWriter,
  of: OfStream,
  rows: readonly OccasionRow[],
  occasions: readonly OccasionOfKind[],
): void {
  const known = new Map(rows.map((row) => [`${row.kind}/${row.item}`, row]));
  for (const occasion of occasions) {
    const name = `${occasion.kind}/${occasion.item}`;
    writeOccasion(view, of, { occasion, row: known.get(name) });
    known.delete(name);
  }
  for (const { id, is_open } of known.values())
    if (is_open) view.run('update {occasion} set is_open = 0 where id = :id', { id });
}

interface Written {
  readonly occasion: OccasionOfKind;
  readonly row: OccasionRow | undefined;
}

function writeOccasion(view: ViewWriter, { stream, number, at }: OfStream, { occasion, row }: Written): void {
  const { kind, item, anchor, until = NO_DAY } = occasion;
  const about = JSON.stringify(occasion.about);
  if (row?.is_open && row.anchor === anchor) {
    if (row.until !== until || row.about !== about)
      view.run('update {occasion} set until = :until, about = :about where id = :id', { id: row.id, until, about });
    return;
  }
  const armed = row ? row.armed + 1 : 0;
  const openedAt = isAtOnce(kind) ? windowOf(view, at) : at;
  const values = { anchor, until, armed, at, openedAt, told: NOTHING_TOLD, about };
  if (row) view.run(`${REARM} where id = :id`, { id: row.id, ...values });
  else view.run(ARM, { stream, number, kind, item, ...values });
}

const ARM = `insert into {occasion}
    (stream, number, kind, item, anchor, until, armed, armed_at, opened_at, told, is_open, about)
  values (:stream, :number, :kind, :item, :anchor, :until, :armed, :at, :openedAt, :told, 1, :about)`;
const REARM = `update {occasion} set anchor = :anchor, until = :until, armed = :armed, armed_at = :at,
  opened_at = :openedAt, told = :told, is_open = 1, about = :about`;

/** Whether anybody is told of a kind at once. */
function isAtOnce(name: string): boolean {
  const { lane, steps } = kindNamed(name)!;
  return lane !== 'dated' || steps.some((step) => step.lane !== undefined && step.lane !== 'dated');
}
