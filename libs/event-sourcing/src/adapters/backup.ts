import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import type { Position } from '../event.js';
import { dataFileNames } from './data-file-names.js';
import { openLogReadOnly } from './log-file.js';
import { unusableFile } from './unusable-file.js';
import { requireSoundLog } from './verify-log.js';

/** What lies beside the copies, so that a restore can tell that they are whole. */
export interface BackupManifest {
  readonly format: 1;
  /** The position of the last event in the copy. */
  readonly head: Position;
  readonly events: number;
  readonly streams: number;
  readonly files: readonly BackedUpFile[];
}

export interface BackedUpFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** How far the copy of a file is, in pages of SQLite. */
export interface BackupProgress {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

const MANIFEST = 'manifest.json';

/** Copied in one go before others get their turn. */
const PAGES_A_STEP = 1000;

/**
 * Copies the log and the private store of a data folder, also while a process owns them. The log comes first: the keys
 * of its texts were on disk before its events, so the private store, copied later, has a key for every text in it.
 * The copy is verified before it gets its name. For a process of its own: verifying answers nothing meanwhile.
 * @throws Unusable when the folder is not a whole data folder, the target is taken, or a copy is not sound.
 */
export async function backup(
  dataDir: string,
  targetDir: string,
  onProgress: (progress: BackupProgress) => void = () => undefined,
): Promise<BackupManifest> {
  const target = resolve(targetDir);
  for (const name of [dataFileNames.log, dataFileNames.privateStore]) requireFile(dataDir, name);
  await requireEmpty(target);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = await mkdtemp(`${target}.unfinished-`);
  try {
    openLogReadOnly(join(dataDir, dataFileNames.log)).close();
    for (const name of [dataFileNames.log, dataFileNames.privateStore]) {
      await copyDatabase(join(dataDir, name), join(unfinished, name), (done, total) =>
        onProgress({ file: name, done, total }),
      );
    }
    const manifest = await describe(unfinished);
    await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of [...manifest.files.map((file) => file.name), MANIFEST, '.']) await flush(join(unfinished, name));
    await rename(unfinished, target);
    await flush(dirname(target));
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Whether a backup is whole: its files are the ones that the manifest describes. */
export async function readBackup(backupDir: string): Promise<BackupManifest> {
  const manifest = await readManifest(backupDir);
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = join(backupDir, name);
    const isWhole = existsSync(file) && (await stat(file)).size === bytes && (await sha256Of(file)) === sha256;
    if (!isWhole) {
      throw new Unusable('backup.damaged', {
        da: `${file} er ikke den fil, som sikkerhedskopien blev afsluttet med. Brug en anden sikkerhedskopi.`,
        en: `${file} is not the file that the backup was finished with. Use another backup.`,
      });
    }
  }
  return manifest;
}

async function readManifest(backupDir: string): Promise<BackupManifest> {
  const manifest = await readFile(join(backupDir, MANIFEST), 'utf8')
    .then((text) => JSON.parse(text) as unknown)
    .catch(() => undefined);
  if (isManifest(manifest)) return manifest;
  throw new Unusable('backup.not-a-backup', {
    da: `${backupDir} er ikke en hel sikkerhedskopi fra denne udgave (${MANIFEST} mangler eller er en anden). Peg på mappen, som "npm run backup" skrev.`,
    en: `${backupDir} is not a whole backup of this release (${MANIFEST} is missing or another). Point at the folder that "npm run backup" wrote.`,
  });
}

/** Exactly our files: a name from elsewhere must not lead a restore out of the folder. */
function isManifest(value: unknown): value is BackupManifest {
  const { format, files } = (value ?? {}) as { format?: unknown; files?: unknown };
  const names = Array.isArray(files) ? files.map((file: { name?: unknown } | null) => file?.name) : [];
  return (
    format === 1 && names.length === 2 && names[0] === dataFileNames.log && names[1] === dataFileNames.privateStore
  );
}

async function describe(folder: string): Promise<BackupManifest> {
  const { head, events, streams } = requireSoundLog(join(folder, dataFileNames.log));
  requireSoundPages(join(folder, dataFileNames.privateStore));
  const files = await Promise.all(
    [dataFileNames.log, dataFileNames.privateStore].map(async (name) => ({
      name,
      bytes: (await stat(join(folder, name))).size,
      sha256: await sha256Of(join(folder, name)),
    })),
  );
  return { format: 1, head, events, streams, files };
}

/** One snapshot, held by an open transaction: without it SQLite begins anew whenever the owner writes. */
async function copyDatabase(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
        return PAGES_A_STEP;
      },
    });
  } catch (error) {
    throw unusableFile(from, error);
  } finally {
    source.close();
  }
  finish(to);
}

/** One file and nothing beside it. */
function finish(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = delete');
  } finally {
    copy.close();
  }
}

function requireSoundPages(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw unusableFile(file, { code: 'SQLITE_CORRUPT' });
  } catch (error) {
    throw unusableFile(file, error);
  } finally {
    copy.close();
  }
}

function requireFile(dataDir: string, name: string): void {
  if (existsSync(join(dataDir, name))) return;
  throw new Unusable('backup.nothing-there', {
    da: `${join(dataDir, name)} findes ikke. Peg DATA_DIR på den mappe, som Rettidig bruger.`,
    en: `${join(dataDir, name)} does not exist. Point DATA_DIR at the folder that Rettidig uses.`,
  });
}

async function requireEmpty(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unusableFile(target, error);
  });
  if (entries.length === 0) return;
  throw new Unusable('backup.target-taken', {
    da: `${target} er ikke tom. Vælg en ny mappe til sikkerhedskopien.`,
    en: `${target} is not empty. Choose a new folder for the backup.`,
  });
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Makes sure that a file or folder is on disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
