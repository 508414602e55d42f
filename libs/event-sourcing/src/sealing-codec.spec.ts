import fc from 'fast-check';
import { NodeCipher } from './adapters/node-crypto.js';
import { SqlitePrivateStore } from './adapters/sqlite-private-store.js';
import type { NewEvent, RecordedEvent } from './event.js';
import { SealingCodec } from './sealing-codec.js';
import { metadata } from './testing/decider-spec.js';

const FIELDS = {
  DemandAnswered: [{ path: 'reason' }, { path: 'parts[].text' }, { path: 'by.remark', room: 'employeeSide' }],
};

function codecWithKeys() {
  const keys = new SqlitePrivateStore(':memory:');
  const lines: string[] = [];
  return { keys, lines, codec: new SealingCodec(keys, new NodeCipher(), FIELDS, (line) => lines.push(line)) };
}

const event = (data: object, id = 'event-1'): NewEvent => ({ id, type: 'DemandAnswered', data, meta: metadata() });

const stored = (stream: string, sealed: NewEvent, changes: Partial<RecordedEvent> = {}): RecordedEvent => ({
  ...(JSON.parse(JSON.stringify(sealed)) as NewEvent),
  ...{ stream, revision: 0, position: '1' },
  ...changes,
});

describe('a sealed text', () => {
  it('is nowhere in the stored event and is back when it is opened, whatever it says', async () => {
    const { codec } = codecWithKeys();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 6, unit: 'grapheme' }), fc.array(fc.string()), async (secret, more) => {
        const data = { reason: secret, kind: 'yes', parts: [secret, ...more].map((text) => ({ text, n: 1 })) };
        const [sealed] = await codec.seal('breach-1', [event(data)]);
        expect(JSON.stringify(sealed)).not.toContain(JSON.stringify(secret));
        const [opened] = await codec.open([stored('breach-1', sealed!)]);
        expect(opened!.data).toEqual(data);
      }),
    );
  });

  it('looks different each time', async () => {
    const { codec } = codecWithKeys();
    const [one, other] = await codec.seal('breach-1', [event({ reason: 'same' }), event({ reason: 'same' })]);
    expect(one!.data).not.toEqual(other!.data);
  });

  it('leaves alone what is not marked, and what is not there', async () => {
    const { codec } = codecWithKeys();
    const data = { kind: 'yes', reason: null, parts: [{ n: 1 }] };
    const [sealed] = await codec.seal('breach-1', [event(data)]);
    expect(sealed!.data).toEqual(data);
    const other = { ...event({ reason: 'open' }), type: 'Other' };
    expect(await codec.seal('breach-1', [other])).toEqual([other]);
  });

  it('cannot be a number or a list: what is marked is text or missing', async () => {
    const { codec } = codecWithKeys();
    await expect(codec.seal('breach-1', [event({ reason: 7 })])).rejects.toThrow('DemandAnswered.reason');
  });

  it('reads as erased once its key is destroyed, also after the stream got a new key', async () => {
    const { codec, keys } = codecWithKeys();
    const [sealed] = await codec.seal('breach-1', [event({ reason: 'secret' })]);
    await keys.eraseKey('breach-1');
    expect((await codec.open([stored('breach-1', sealed!)]))[0]!.data).toEqual({ reason: '[erased]' });
    await codec.seal('breach-1', [event({ reason: 'later' })]);
    expect((await codec.open([stored('breach-1', sealed!)]))[0]!.data).toEqual({ reason: '[erased]' });
  });

  it('in a room needs the key of the room, not that of the stream', async () => {
    const { codec, keys } = codecWithKeys();
    const data = { reason: 'for all', by: { remark: 'for us' } };
    const [sealed] = await codec.seal('breach-1', [event(data)]);
    await keys.eraseKey('breach-1/employeeSide');
    const [opened] = await codec.open([stored('breach-1', sealed!)]);
    expect(opened!.data).toEqual({ reason: 'for all', by: { remark: '[erased]' } });
  });

  it('does not open in another event, another place or after a change, and says so to the operator', async () => {
    const { codec, lines } = codecWithKeys();
    const [sealed] = await codec.seal('breach-1', [
      event({ reason: 'secret', parts: [{ text: 'one' }, { text: 'two' }] }),
    ]);
    const { reason, parts } = sealed!.data as { reason: string; parts: { text: string }[] };
    const open = async (data: object, changes = {}) =>
      (await codec.open([stored('breach-1', { ...sealed!, data }, changes)]))[0]!.data;
    expect(await open({ reason }, { id: 'event-2' })).toEqual({ reason: '[unreadable]' });
    expect(await open({ parts: [...parts].reverse() })).toEqual({
      parts: [{ text: '[unreadable]' }, { text: '[unreadable]' }],
    });
    const turned = reason.endsWith('A') ? `${reason.slice(0, -2)}BA` : `${reason.slice(0, -2)}AA`;
    expect(await open({ reason: turned })).toEqual({ reason: '[unreadable]' });
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toContain('secret');
  });
});

describe('the hash of a body', () => {
  it('is equal for equal bodies of one stream only', async () => {
    const { codec } = codecWithKeys();
    const hash = await codec.fingerprint('breach-1', { a: 1, b: 'x' });
    expect(await codec.fingerprint('breach-1', { b: 'x', a: 1 })).toBe(hash);
    expect(await codec.fingerprint('breach-1', { a: 2, b: 'x' })).not.toBe(hash);
    expect(await codec.fingerprint('breach-2', { a: 1, b: 'x' })).not.toBe(hash);
  });
});
