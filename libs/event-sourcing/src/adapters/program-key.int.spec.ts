import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programKey } from './program-key.js';

let folder: string;
let libs: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'program-'));
  libs = join(folder, 'libs');
  write('meetings/src/meetings.js', 'evolve = 1');
  write('meetings/src/deep/in/it.js', 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(join(libs, name, '..'), { recursive: true });
  writeFileSync(join(libs, name), text);
}

describe('the key of a program', () => {
  it('is the same for the same code, wherever it lies', () => {
    const before = programKey(libs);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    renameSync(libs, join(folder, 'moved'));
    expect(programKey(join(folder, 'moved'))).toBe(before);
  });

  it.each([
    ['a line of code is changed', () => write('meetings/src/meetings.js', 'evolve = 2')],
    ['a file is added', () => write('rules/src/rules.js', '')],
    ['a table in JSON is changed', () => write('rules/src/table.json', '{}')],
    ['a file has another name', () => renameSync(join(libs, 'meetings'), join(libs, 'gatherings'))],
    ['a package is another', () => write('../node_modules/.package-lock.json', '{"temporal-polyfill":"2.0.0"}')],
  ])('is another when %s', (_what, change) => {
    const before = programKey(libs);
    change();
    expect(programKey(libs)).not.toBe(before);
  });

  it('is not touched by what never runs', () => {
    const before = programKey(libs);
    write('meetings/src/meetings.js.map', '{}');
    write('meetings/src/meetings.d.ts', '');
    write('meetings/src/meetings.spec.js', '');
    expect(programKey(libs)).toBe(before);
  });

  it('is that of this program when nothing else is said', () => {
    expect(programKey()).not.toBe(programKey(libs));
  });
});
