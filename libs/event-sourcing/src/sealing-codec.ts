import type { Cipher } from './cipher.js';
import type { NewEvent, RecordedEvent } from './event.js';
import { hashOf } from './ids.js';
import type { MapText, MarkedFields } from './sealed-places.js';
import { mapTexts, markedFields, sealed } from './sealed-places.js';
import type { KeyRing, SealedFields } from './sealing.js';
import { Codec, ERASED, UNREADABLE } from './sealing.js';

const MARK = 4;

/**
 * Seals each marked text with the key of its stream, or of a room of the stream. A text is bound to its event and its
 * place, so that it cannot be moved; it carries a mark of its key, so that a text whose key was destroyed is told from
 * an altered one even where the stream has a new key.
 */
export class SealingCodec extends Codec {
  private readonly marks = new WeakMap<Uint8Array, Uint8Array>();
  private readonly fields: MarkedFields;

  constructor(
    private readonly keys: KeyRing,
    private readonly cipher: Cipher,
    fields: SealedFields,
    private readonly log: (line: string) => void = () => {},
  ) {
    super();
    this.fields = markedFields(fields);
  }

  async seal(stream: string, events: readonly NewEvent[]): Promise<NewEvent[]> {
    const scopes = new Set<string>();
    for (const event of events) this.mapTexts(event, (_text, _path, { room }) => scopes.add(scopeOf(stream, room)));
    const keys = scopes.size > 0 ? await this.keys.ensure([...scopes]) : NO_KEYS;
    return events.map((event) =>
      this.mapTexts(event, (value, path, { room }) => {
        if (typeof value !== 'string') throw new Error(`${event.type}.${path} is marked as free text and is no text`);
        const key = keys.get(scopeOf(stream, room))!;
        const bytes = Buffer.concat([this.markOf(key), this.cipher.seal(key, value, `${event.id}:${path}`)]);
        return `sealed.1.${room}.${bytes.toString('base64url')}`;
      }),
    );
  }

  async open<E extends RecordedEvent>(events: readonly E[]): Promise<E[]> {
    const scopes = new Set<string>();
    for (const event of events)
      this.mapTexts(event, (value) => {
        const room = sealed(value)?.[1];
        if (room !== undefined) scopes.add(scopeOf(event.stream, room));
      });
    if (scopes.size === 0) return [...events];
    const keys = await this.keys.find([...scopes]);
    return events.map((event) =>
      this.mapTexts(event, (value, path) => {
        const found = sealed(value);
        return found ? this.openOne(keys.get(scopeOf(event.stream, found[1]!)), found[2]!, event, path) : value;
      }),
    );
  }

  async fingerprint(stream: string, body: unknown): Promise<string> {
    const keys = await this.keys.ensure([stream]);
    return this.cipher.keyedHash(keys.get(stream)!, hashOf(body));
  }

  private openOne(key: Uint8Array | undefined, encoded: string, event: RecordedEvent, path: string): string {
    const bytes = Buffer.from(encoded, 'base64url');
    if (!key || !bytes.subarray(0, MARK).equals(this.markOf(key))) return ERASED;
    const text = this.cipher.open(key, bytes.subarray(MARK), `${event.id}:${path}`);
    if (text === undefined) this.log(`event ${event.id} (${event.type}): ${path} was altered after it was sealed`);
    return text ?? UNREADABLE;
  }

  private markOf(key: Uint8Array): Uint8Array {
    let mark = this.marks.get(key);
    if (!mark) this.marks.set(key, (mark = this.cipher.markOf(key)));
    return mark;
  }

  private mapTexts<E extends NewEvent>(event: E, map: MapText): E {
    return mapTexts(event, this.fields, map);
  }
}

const NO_KEYS: ReadonlyMap<string, Uint8Array> = new Map();

const scopeOf = (stream: string, room: string): string => (room === '' ? stream : `${stream}/${room}`);
