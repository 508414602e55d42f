import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../reference-snapshot.js';
import { FileSnapshotStore } from './file-snapshot-store.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  file = join(folder, 'reference.snapshot');
});
afterEach(() => rmSync(folder, { recursive: true }));

const storeOf = (program = 'this'): FileSnapshotStore => new FileSnapshotStore(file, program);

const shared = { name: 'æøå' };
const landmark = { stream: 'thing-1', revision: 3, id: 'an id' };
const snapshot: Snapshot = {
  ...{ position: '0000000000000007', landmark },
  pieces: [
    {
      part: 'one',
      value: new Map<string, unknown>([
        ['a', [shared, shared]],
        ['b', new Set([1])],
      ]),
    },
    { part: 'two', value: { absent: undefined, nothing: null, nan: NaN, list: [1, undefined, 3] } },
    { part: 'two', value: 7 },
  ],
};

const loaded = async (store = storeOf()): Promise<Snapshot | undefined> => {
  const found = await store.load();
  return found && { ...found, pieces: [...found.pieces] };
};

describe('a snapshot in a file', () => {
  it('is read as it was written, with its maps, sets and what two places share', async () => {
    await storeOf().save(snapshot);
    const found = await loaded();
    expect(found).toStrictEqual(snapshot);
    const [{ value }] = found!.pieces as unknown as [{ value: Map<string, unknown[]> }];
    expect(value.get('a')![0]).toBe(value.get('a')![1]);
    expect(readdirSync(folder)).toEqual(['reference.snapshot']);
  });

  it('takes the place of the one before', async () => {
    await storeOf().save(snapshot);
    await storeOf().save({ position: '0000000000000009', landmark, pieces: [] });
    expect(await loaded()).toEqual({ position: '0000000000000009', landmark, pieces: [] });
  });

  it('is none where there is no file', async () => {
    expect(await loaded()).toBeUndefined();
  });

  it('is none for another program', async () => {
    await storeOf('this').save(snapshot);
    expect(await loaded(storeOf('that'))).toBeUndefined();
    expect(await loaded(storeOf('this'))).toBeDefined();
  });

  it('is none when it was cut short anywhere, or has something added', async () => {
    await storeOf().save(snapshot);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await loaded()).toBeUndefined();
    }
    writeFileSync(file, whole);
    appendFileSync(file, 'x');
    expect(await loaded()).toBeUndefined();
  });

  it('is none when any of its bytes is another', async () => {
    await storeOf().save(snapshot);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      writeFileSync(file, damaged);
      expect(await loaded()).toBeUndefined();
    }
  });

  it('leaves the one before where a new one cannot be written, and nothing beside it', async () => {
    await storeOf().save(snapshot);
    class Meeting {}
    for (const value of [() => 1, new Meeting(), { at: [new Date()] }, new Map([[Symbol('a'), 1]])]) {
      const pieces = [...snapshot.pieces, { part: 'three', value }];
      await expect(storeOf().save({ position: '0000000000000009', landmark, pieces })).rejects.toBeInstanceOf(
        TypeError,
      );
    }
    expect(await loaded()).toStrictEqual(snapshot);
    expect(readdirSync(folder)).toEqual(['reference.snapshot']);
  });

  it('that a crash left half written is not in the way', async () => {
    writeFileSync(`${file}.part`, 'half');
    expect(await loaded()).toBeUndefined();
    await storeOf().save(snapshot);
    expect(existsSync(`${file}.part`)).toBe(false);
    expect(await loaded()).toStrictEqual(snapshot);
  });
});
