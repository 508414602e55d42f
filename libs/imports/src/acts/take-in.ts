import type { ActRequest, ActTools, SentFile } from '@rettidig/event-sourcing';
import type { AnyImportKind } from '../import-kind.js';
import { commitOf } from './commit.js';
import { receive } from './receive.js';

/**
 * Reads a file that came without anybody looking on, and commits it with the choices that a plan makes by itself.
 * @throws Refused when it cannot be read, or when somebody would have to choose; nothing is recorded then but that it came.
 */
export async function takeIn(kind: AnyImportKind, file: SentFile, tools: ActTools, request: ActRequest): Promise<void> {
  const { id } = await receive(kind, { ...file, fromFolder: true }, tools, request);
  await commitOf(kind).act({ id }, tools, request);
}
