import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { readName } from './outbox.names.js';

/** A mail of the outbox, in a list. */
export interface OutboxEntry {
  /** Of its file: names it in `readOutboxMail`. */
  readonly name: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  /** Which copy of the same mail it is, from 1. */
  readonly copy: number;
}

/** A mail of the outbox as its receiver would have it. */
export interface OutboxMail extends OutboxEntry {
  /** As they stand in it, with the words in them readable. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
  /** The whole file. */
  readonly bytes: Buffer;
}

/** What stands in the outbox, the newest first; nothing where there is no folder yet. */
export async function listOutbox(
  folder: string,
  page: { readonly skip: number; readonly limit: number },
): Promise<{ readonly total: number; readonly items: readonly OutboxEntry[] }> {
  const names = (await namesIn(folder))
    .filter((name) => readName(name))
    .sort()
    .reverse();
  const items: OutboxEntry[] = [];
  for (const name of names.slice(page.skip, page.skip + page.limit)) {
    const mail = await readOutboxMail(folder, name);
    // One that was removed in the meantime is no longer there to be shown.
    if (mail) items.push(mail);
  }
  return { total: names.length, items };
}

/** One of them; undefined when there is none of that name. Other files are never opened. */
export async function readOutboxMail(folder: string, name: string): Promise<OutboxMail | undefined> {
  const known = readName(name);
  const bytes = known && (await unlessMissing(readFile(join(folder, name))));
  if (!bytes) return undefined;
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
  return {
    ...{ name, copy: known.copy, bytes },
    at: mail.date ?? '',
    to: mail.to?.map(({ address }) => address ?? '').join(', ') ?? '',
    subject: mail.subject ?? '',
    headers: mail.headers.map(({ originalKey, value }) => ({
      name: originalKey,
      value: PostalMime.decodeWords(value),
    })),
    text: mail.text ?? '',
    html: mail.html ?? '',
    calendar: (mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content as string) ?? null,
  };
}

const namesIn = async (folder: string): Promise<string[]> => (await unlessMissing(readdir(folder))) ?? [];

const unlessMissing = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
