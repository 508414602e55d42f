import { inflateSync } from 'node:zlib';
import { impossible } from '@rettidig/event-sourcing';
import { MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES } from './limits.js';

/** How far before its stream the dictionary of an object is looked for, in bytes. */
const DICTIONARY = 2000;

const begin = Buffer.from('stream');
const end = Buffer.from('endstream');

/** The dictionary before a stream: what is between its object's beginning and it. */
function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
  return before.slice(before.lastIndexOf('obj') + 1);
}

/** How large a packed stream becomes, at most one more than the limit; a damaged one counts as nothing. */
function unpackedSize(packed: Buffer, times: number, limit: number): number {
  let content = packed;
  try {
    for (let time = 0; time < times; time += 1) content = inflateSync(content, { maxOutputLength: limit });
    return content.length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0;
  }
}

/**
 * Refuses a PDF whose streams grow beyond what a container may hold when unpacked: the library would hold all of it in
 * memory. Pictures are never unpacked by it and do not count. Answers how many bytes its streams are when unpacked.
 */
export function refuseBomb(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_UNPACKED_BYTES;
  for (let at = file.indexOf(begin); at >= 0;) {
    const dictionary = dictionaryBefore(file, at);
    const times = dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    const start = at + begin.length + (file[at + begin.length] === 13 ? 2 : 1);
    const stop = file.indexOf(end, start);
    const packed = file.subarray(start, stop < 0 ? file.length : stop);
    if (!/\/Subtype\s*\/Image\b/.test(dictionary))
      left -= times > 0 ? unpackedSize(packed, times, left) : packed.length;
    if (left < 0) {
      throw impossible('document.zip-bomb', { limit: MOST_UNPACKED_BYTES / 1024 / 1024, entries: MOST_ZIP_ENTRIES });
    }
    at = stop < 0 ? -1 : file.indexOf(begin, stop + end.length);
  }
  return MOST_UNPACKED_BYTES - left;
}
