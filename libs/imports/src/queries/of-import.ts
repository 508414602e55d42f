import type { ReadDocument } from '@rettidig/documents';
import type { PersonCard, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import { evolve, notFound, Refused } from '@rettidig/event-sourcing';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { AnyImportKind, ImportPlan } from '../import-kind.js';
import type { DocumentReceived, ImportEvent } from '../import.events.js';
import type { ImportStatus } from '../words.js';

type Recorded = RecordedEvent<ImportEvent>;

/** An import as its events tell it; undefined when there is none. */
export const importOf = (events: readonly Recorded[]): Import | undefined =>
  events.reduce<Import | undefined>((known, event) => evolve(importDecider, known, event), undefined);

/** An import with its document. */
export interface OpenedImport {
  readonly id: string;
  readonly status: ImportStatus;
  readonly facts: number;
  readonly begun: Import['begun'];
  readonly received: DocumentReceived['data'];
  readonly receivedAt: string;
  readonly setAsideBecause: string | null;
  readonly fileName: string | null;
  readonly document: ReadDocument;
}

/**
 * An import of a kind with its document.
 * @throws Refused when there is none of this kind, or its document was erased.
 */
export async function openImport(kind: AnyImportKind, id: string, context: QueryContext): Promise<OpenedImport> {
  const events = await context.readStream<ImportEvent>(`import-${id}`);
  const known = importOf(events);
  if (!known || known.kind !== kind.name) throw notFound('import.unknown');
  const kept = await context.document(id);
  if (!kept) throw new Refused('import.document-erased');
  const first = events[0]!;
  const last = events.at(-1)!;
  return {
    id,
    status: known.status,
    facts: known.facts,
    begun: known.begun,
    received: first.data as DocumentReceived['data'],
    receivedAt: first.meta.recordedAt,
    setAsideBecause: known.status === 'setAside' && 'reason' in last.data ? last.data.reason : null,
    fileName: kept.fileName,
    document: kept.extract as ReadDocument,
  };
}

/** What would come of a document with these choices; the same for preview and commit. */
export async function planOf(
  kind: AnyImportKind,
  { id, document }: OpenedImport,
  decisions: object | undefined,
  context: QueryContext,
): Promise<ImportPlan<object>> {
  const people = new Map<string, PersonCard>();
  const askedFor = async (ids: readonly string[]) => {
    const cards = await context.people(ids);
    for (const [one, card] of cards) people.set(one, card);
    return cards;
  };
  const found = (await kind.lookUp?.(document.extract, { ...context, people: askedFor }, decisions)) ?? {};
  const { now, actor, language, reference } = context;
  return kind.plan(document.extract, decisions, { importId: id, now, actor, language, reference, people, found });
}
