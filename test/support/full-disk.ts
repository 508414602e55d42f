import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that can be made full, and get room again, while a process writes to it. */
export interface SmallDisk {
  readonly what: string;
  readonly path: string;
  /** @param pid of the process that writes to it. */
  readonly fill: (pid: number) => void;
  readonly makeRoom: (pid: number) => void;
  readonly remove: () => void;
}

/** Every way to run out of space that this machine allows; the first needs root. */
export function smallDisks(): SmallDisk[] {
  const mounted = tryToMount();
  return [...(mounted ? [mounted] : []), limited()];
}

/** A file system of its own in memory: no space left on the device. */
function tryToMount(): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'rettidig-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=700', 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
  const filler = join(path, 'filler');
  return {
    what: 'a disk without space (a mounted tmpfs)',
    path,
    fill: () => fill(filler),
    makeRoom: () => rmSync(filler),
    remove: () => {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true });
    },
  };
}

/** A limit on how long a file may become: the write itself fails, as on a disk with a quota or an error. */
function limited(): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'rettidig-limit-'));
  const limit = (pid: number, bytes: string): void =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  return {
    what: 'a disk that refuses to write (RLIMIT_FSIZE)',
    path,
    fill: (pid) => limit(pid, '4096'),
    makeRoom: (pid) => limit(pid, 'unlimited'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function fill(file: string): void {
  const opened = openSync(file, 'w');
  for (let bytes = 1024 * 1024; bytes >= 1024;) if (!hasRoomFor(bytes, opened)) bytes /= 2;
  closeSync(opened);
}

function hasRoomFor(bytes: number, opened: number): boolean {
  try {
    return writeSync(opened, Buffer.alloc(bytes)) === bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}
