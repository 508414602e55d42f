import { nextNumber, numberSchema } from '@rettidig/cases';
import type { Instant, ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { subjectOf } from '@rettidig/event-sourcing';
import type { AnySubject } from '../subjects.js';
import { foldOn, occasionsIn, stateFromJson, stateToJson, subjectOfStream } from '../subjects.js';
import { OccasionRows } from './occasion-rows.js';

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

interface SubjectRow {
  readonly number: string | null;
  readonly known: string;
}

/**
 * Goes on with one stream by events that became known at the same instant. Each is gone on from by itself: how often
 * something came up must not hang on where the log was cut into pages. What is kept is read and written once for all.
 */
export function goOn(view: ViewWriter, subject: AnySubject, events: readonly ProjectedEvent[]): void {
  const [{ stream, meta, knownAt }] = events as readonly [ProjectedEvent];
  const row = view.get<SubjectRow>('select number, known from {subject} where stream = :stream', { stream });
  const id = subjectOf(stream);
  let state: unknown = row ? stateFromJson(subject, row.known) : subject.decider.initial;
  let occasions: OccasionRows | undefined;
  for (const event of events) {
    const after = foldOn(subject, state, [event]);
    if (after === state) continue;
    state = after;
    occasions ??= new OccasionRows(view, stream, knownAt, row !== undefined);
    occasions.become(occasionsIn(subject, state, id));
  }
  if (!occasions) return;
  const number = row ? row.number : numberFor(view, subject, id, meta.recordedAt);
  keep(view, subject, { stream, number, state });
  occasions.write(number);
}

/**
 * Goes on with a stream whose state the view holds in tables of its own. Tens of thousands of mails go well and leave
 * nothing to be reminded of, so that of each is kept what its rows say and nothing more.
 */
export function becomes(view: ViewWriter, { stream, knownAt }: ProjectedEvent, state: unknown): void {
  const occasions = new OccasionRows(view, stream, knownAt, true);
  occasions.become(occasionsIn(subjectOfStream(stream)!, state, subjectOf(stream)));
  occasions.write(null);
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
