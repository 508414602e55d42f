import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnerLock } from './owner-lock.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'events.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What another process does to take the same lock, and then nothing more. */
const OWNER = `
  const database = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
  database.pragma('locking_mode = exclusive');
  database.exec('begin exclusive');
  process.stdout.write('owned');
  setInterval(() => database, 60000);
`;

describe('the lock of an owner', () => {
  it('is had by one at a time', () => {
    const lock = OwnerLock.take(file);
    expect(() => OwnerLock.take(file)).toThrow(
      expect.objectContaining({
        code: 'store.owned-elsewhere',
        sentence: { da: expect.stringContaining(file) as string, en: expect.stringContaining(file) as string },
      }),
    );
    lock.release();
    OwnerLock.take(file).release();
  });

  it('is refused while another process has it, and free once that was killed', async () => {
    const owner = spawn(process.execPath, ['-e', OWNER, `${file}.lock`]);
    await once(owner.stdout, 'data');
    expect(() => OwnerLock.take(file)).toThrow(expect.objectContaining({ code: 'store.owned-elsewhere' }));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    OwnerLock.take(file).release();
  });

  it('does not lock the file itself', () => {
    const lock = OwnerLock.take(file);
    OwnerLock.take(join(folder, 'another.db')).release();
    lock.release();
  });
});
