import { crc32 } from 'node:zlib';
import { impossible } from '@rettidig/event-sourcing';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES } from './limits.js';

/** A container that was unpacked once under limits. */
export interface Unpacked {
  /** Every path inside it. */
  readonly names: readonly string[];
  /** The parts that hold text, by path; pictures, fonts, macros and what is embedded are counted and forgotten. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** The parts that are kept: XML, relations, and what an OpenDocument file says it is. */
const KEPT = /\.(xml|rels)$|^mimetype$/i;

/** No entity is ever needed in an office file; one that is declared is there to grow. */
const DOCTYPE = Buffer.from('<!DOCTYPE');

/** The bytes of one entry; `spend` is told of every chunk before the next one is asked for. */
async function unpackEntry(zip: ZipFile, entry: Entry, spend: (bytes: number) => void): Promise<Buffer> {
  if (entry.isEncrypted()) throw impossible('document.is-encrypted');
  if (!entry.canDecodeFileData()) throw impossible('document.damaged');
  const keep = KEPT.test(nameOf(entry));
  const chunks: Buffer[] = [];
  let sum = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    spend(chunk.length);
    sum = crc32(chunk, sum);
    if (keep) chunks.push(chunk);
  }
  if (sum !== entry.crc32) throw impossible('document.damaged');
  return Buffer.concat(chunks);
}

/** Names are read as they are: a path that leads outside leads nowhere, since nothing is written anywhere. */
const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('utf8');

/**
 * Unpacks a zip container in one pass that counts what really comes out, whatever the table of contents claims. A bomb is
 * refused at the limit, a container whose bytes do not match their checksum as damaged. Nothing nested is opened.
 */
export async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
  let left = MOST_UNPACKED_BYTES;
  const spend = (count: number): void => {
    left -= count;
    if (left < 0) throw bomb();
  };
  if (zip.entryCount > MOST_ZIP_ENTRIES) throw bomb();
  const names: string[] = [];
  const parts = new Map<string, Uint8Array>();
  for await (const entry of zip.eachEntry()) {
    if (names.push(nameOf(entry)) > MOST_ZIP_ENTRIES || entry.uncompressedSize > left) throw bomb();
    const content = await unpackEntry(zip, entry, spend).catch((error: unknown) => {
      // More comes out than the table of contents claims: nothing but a bomb is written so.
      throw error instanceof Error && error.message.startsWith('too many bytes') ? bomb() : error;
    });
    if (!KEPT.test(nameOf(entry))) continue;
    if (content.includes(DOCTYPE)) throw impossible('document.xml-doctype');
    parts.set(nameOf(entry), content);
  }
  return { names, parts };
}

const bomb = (): Error =>
  impossible('document.zip-bomb', { limit: MOST_UNPACKED_BYTES / 1024 / 1024, entries: MOST_ZIP_ENTRIES });
