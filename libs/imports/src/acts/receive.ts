import type { ReadDocument } from '@rettidig/documents';
import { readDocument } from '@rettidig/documents';
import type { ActRequest, ActTools, SentFile } from '@rettidig/event-sourcing';
import { hashOfBytes, idOf, impossible } from '@rettidig/event-sourcing';
import type { AnyImportKind } from '../import-kind.js';
import type { ImportEvent } from '../import.events.js';
import { importOf } from '../queries/of-import.js';
import { formatWords } from '../words.js';

/** A document that is kept, and what became of it so far. */
export interface ReceivedDocument {
  readonly id: string;
  readonly document: ReadDocument;
  readonly alreadyCommitted: boolean;
}

/**
 * Reads a file and keeps it as an import of a kind. The id follows from kind and bytes: the same file again is the same
 * import and changes nothing.
 * @throws Refused when it cannot be read, or is nothing that this kind can be read from.
 */
export async function receive(
  kind: AnyImportKind,
  file: SentFile & { readonly fromFolder?: boolean },
  { engine, privateStore }: ActTools,
  request: Pick<ActRequest, 'actor' | 'language' | 'commandId' | 'correlationId'>,
): Promise<ReceivedDocument> {
  const { bytes, mediaType, fileName } = file;
  const read = await readDocument(bytes, { mediaType, ...(fileName && { fileName }) });
  const document = isTableOf(kind, read) ? await readDocument(bytes, { mediaType: 'text/csv' }) : read;
  mustAccept(kind, document, request);
  const hash = hashOfBytes(bytes);
  const id = idOf('import', kind.name, hash);
  await privateStore.keepDocument(id, { mediaType, fileName, extract: document }, bytes);
  const { format } = document;
  const { position } = await engine.dispatch({
    command: 'ReceiveDocument',
    subjectId: id,
    message: { kind: kind.name, format, hash, bytes: bytes.length, fromFolder: file.fromFolder ?? false },
    actor: request.actor,
    commandId: idOf(request.commandId, 'receive', id),
    correlationId: request.correlationId,
    byPerson: !file.fromFolder,
  });
  await engine.reached(position);
  const context = engine.queryContext(request.actor, request.language);
  const known = importOf(await context.readStream<ImportEvent>(`import-${id}`));
  return { id, document, alreadyCommitted: known?.status === 'committed' };
}

/** A file that nobody said to be a table is one where no running text is asked for. */
const isTableOf = ({ formats }: AnyImportKind, { format }: ReadDocument): boolean =>
  format === 'text' && formats.includes('csv') && !formats.includes('text');

function mustAccept(
  { formats }: AnyImportKind,
  { format }: ReadDocument,
  { language }: Pick<ActRequest, 'language'>,
): void {
  if (formats.includes(format)) return;
  const named = (one: ReadDocument['format']) => formatWords[one][language];
  throw impossible('import.format-not-accepted', { format: named(format), accepted: formats.map(named) });
}
