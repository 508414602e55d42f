import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { projection, subjectOf } from '@rettidig/event-sourcing';
import type { ImportEvent } from '../import.events.js';
import type { ImportStatus } from '../words.js';

/** A version of an import: as it was known from one instant until another. */
interface ImportRow {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly bytes: number;
  readonly from_folder: number;
  readonly status: ImportStatus;
  readonly received_at: string;
  readonly facts: number;
  readonly set_aside_because: string | null;
  readonly known_from: string;
  readonly known_to: string | null;
}

const insert = `insert into {import}
  (id, kind, format, bytes, from_folder, status, received_at, facts, set_aside_because, known_from, known_to)
  values (:id, :kind, :format, :bytes, :from_folder, :status, :received_at, :facts, :set_aside_because, :known_from,
    :known_to)`;

const current = (view: ViewWriter, id: string): ImportRow | undefined =>
  view.get<ImportRow>('select * from {import} where id = :id and known_to is null', { id });

/** Ends the current version and begins the next; several events of one moment make one version. */
function revise(view: ViewWriter, event: ProjectedEvent, change: (before: ImportRow) => Partial<ImportRow>): void {
  const id = subjectOf(event.stream);
  const before = current(view, id);
  if (!before) return;
  const at = event.knownAt;
  if (before.known_from === at) view.run('delete from {import} where id = :id and known_to is null', { id });
  else view.run('update {import} set known_to = :at where id = :id and known_to is null', { id, at });
  view.run(insert, { ...before, ...change(before), known_from: at, known_to: null });
}

/** The list of imported documents, with versions so that it answers `asOf`. */
export const importsProjection = projection<ImportEvent>({
  name: 'imports',
  version: 1,
  schema: [
    `create table {import} (
      id text not null, kind text not null, format text not null, bytes integer not null,
      from_folder integer not null, status text not null, received_at text not null, facts integer not null,
      set_aside_because text, known_from text not null, known_to text)`,
    'create unique index {import_current} on {import} (id) where known_to is null',
    'create index {import_received} on {import} (received_at, id) where known_to is null',
    'create index {import_known_from} on {import} (known_from)',
    'create index {import_known_to} on {import} (known_to) where known_to is not null',
  ],
  on: {
    DocumentReceived: (view, event) => {
      if (current(view, subjectOf(event.stream))) {
        revise(view, event, () => ({ status: 'received', set_aside_because: null }));
        return;
      }
      const { kind, format, bytes, fromFolder } = event.data;
      view.run(insert, {
        id: subjectOf(event.stream),
        kind,
        format,
        bytes,
        from_folder: Number(fromFolder),
        status: 'received',
        received_at: event.knownAt,
        facts: 0,
        set_aside_because: null,
        known_from: event.knownAt,
        known_to: null,
      });
    },
    ImportCommitted: (view, event) =>
      revise(view, event, (before) => ({ status: 'committed', facts: before.facts + event.data.facts })),
    ImportSetAside: (view, event) =>
      revise(view, event, () => ({ status: 'setAside', set_aside_because: event.data.reason })),
  },
});
