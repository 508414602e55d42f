import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Unusable } from '../errors.js';
import { flush, readBackup, sha256Of, type BackupManifest } from './backup.js';
import { dataFileNames } from './data-file-names.js';
import { openLogReadOnly } from './log-file.js';
import { OwnerLock } from './owner-lock.js';

/**
 * Puts a backup into an empty data folder. The log gets its name last: a folder with a log in it is a whole one. Views
 * are never restored; they are built again from the log. What was verified when the backup was made is not verified
 * again: equal checksums say that it is the same.
 * @throws Unusable when the backup is not whole, a newer release made it, the folder holds data, or a
 * running process owns it.
 */
export async function restore(backupDir: string, dataDir: string): Promise<BackupManifest> {
  const manifest = await readBackup(backupDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = OwnerLock.take(join(dataDir, dataFileNames.log));
  try {
    await requireNoData(dataDir);
    for (const { name, sha256 } of manifest.files) {
      const part = join(dataDir, `${name}.part`);
      await copyFile(join(backupDir, name), part);
      await flush(part);
      if ((await sha256Of(part)) !== sha256) throw copyFailed(part);
    }
    openLogReadOnly(join(dataDir, `${dataFileNames.log}.part`)).close();
    for (const name of [dataFileNames.privateStore, dataFileNames.log]) {
      await rename(join(dataDir, `${name}.part`), join(dataDir, name));
      await flush(dataDir);
    }
    return manifest;
  } finally {
    for (const { name } of manifest.files) await rm(join(dataDir, `${name}.part`), { force: true });
    lock.release();
  }
}

/** Nothing but locks: a view or key of another log would be taken for one of this. */
async function requireNoData(dataDir: string): Promise<void> {
  const [found] = (await readdir(dataDir)).filter((name) => !/\.lock(-journal)?$|\.part$/.test(name));
  if (!found) return;
  throw new Unusable('restore.folder-holds-data', {
    da: `${dataDir} indeholder allerede data (${found}). Flyt mappens indhold til side, eller peg DATA_DIR på en tom mappe, og kør kommandoen igen.`,
    en: `${dataDir} already holds data (${found}). Move its contents aside, or point DATA_DIR at an empty folder, and run the command again.`,
  });
}

const copyFailed = (file: string): Unusable =>
  new Unusable('restore.copy-failed', {
    da: `${file} blev ikke kopieret rigtigt. Kontrollér disken, og kør kommandoen igen.`,
    en: `${file} was not copied correctly. Check the disk and run the command again.`,
  });
