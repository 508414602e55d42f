import type { ActRequest, ActTools, SentFile } from '@rettidig/event-sourcing';
import type { AnyImportKind } from '../import-kind.js';
import { commit } from './commit.js';
import { receive } from './receive.js';

/**
 * Takes a file in without anybody looking at it first: what follows from it alone is carried out. For watched folders,
 * into which only a document system publishes. The same file again changes nothing.
 * @throws Refused when it cannot be read, or something stands in the way of what it says.
 */
export async function takeIn(kind: AnyImportKind, file: SentFile, tools: ActTools, request: ActRequest): Promise<void> {
  const { id } = await receive(kind, { ...file, fromFolder: true }, tools, request);
  await commit(kind, { id }, tools, request);
}
