import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../server.js';
import { Log } from './log.js';
import type { Placed, Recorded } from './recorded.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const placed = (stream: string, revision: number): Placed => ({
  ...{ stream, revision, id: randomUUID(), type: `Happened${revision}`, isJson: true },
  ...{ data: Buffer.from('{"a":1}'), metadata: Buffer.alloc(0) },
});
const file = () => join(folder.path, randomUUID());
const places = (events: readonly Recorded[]) => events.map(({ stream, revision }) => `${stream}@${revision}`);

it('gives back what was written, at the positions that were told', () => {
  const path = file();
  const log = Log.open(path);
  const written = [...log.append([placed('a', 0), placed('a', 1)], 1)!, ...log.append([placed('b', 0)], 1)!];
  const opened = Log.open(path);
  expect(opened.events).toEqual(written);
  expect(opened.end).toBe(statSync(path).size);
  for (const { position, end } of written) {
    expect([position, position + 1, end].map((at) => opened.isBoundary(at))).toEqual([true, false, true]);
  }
});

it('drops an append that was not finished, wherever it broke off', () => {
  const whole = file();
  const first = Log.open(whole).append([placed('a', 0)], 1)!;
  const log = Log.open(whole);
  log.append([placed('a', 1), placed('a', 2)], 1);
  const bytes = readFileSync(whole);
  for (let length = first[0]!.end; length < bytes.length; length++) {
    const torn = file();
    appendFileSync(torn, bytes.subarray(0, length));
    const opened = Log.open(torn);
    expect(places(opened.events)).toEqual(['a@0']);
    opened.cutTornEnd();
    opened.append([placed('a', 1)], 2);
    expect(places(Log.open(torn).events)).toEqual(['a@0', 'a@1']);
  }
});

it('ignores what a leader writes after another one has begun', () => {
  const path = file();
  const [old, next, reader] = [Log.open(path), Log.open(path), Log.open(path)] as const;
  old.append([placed('a', 0)], 1);
  next.refresh();
  next.append([placed('epochs', 0)], 2);
  expect(old.append([placed('a', 1)], 1)).toBeNull();
  expect(old.append([placed('a', 1)], 1)).toBeNull();
  const written = next.append([placed('a', 1)], 2);
  reader.refresh();
  for (const log of [next, reader, Log.open(path)]) expect(places(log.events)).toEqual(['a@0', 'epochs@0', 'a@1']);
  expect(reader.events.at(-1)).toEqual(written![0]);
});
