import { Unusable } from '../errors.js';

const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ'];
const OUT_OF_REACH = [
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
];

/** The sentence for a file that SQLite or the file system refused; any other error is given back as it is. */
export function unusableFile(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (isDamage(error)) {
    return new Unusable('store.damaged-file', {
      da: `${file} er beskadiget eller er ikke en database. Flyt filen til side, og genskab den seneste sikkerhedskopi med "npm run restore".`,
      en: `${file} is damaged or is not a database. Move the file aside and restore the latest backup with "npm run restore".`,
    });
  }
  if (OUT_OF_REACH.some((denied) => code.startsWith(denied))) {
    return new Unusable('store.out-of-reach', {
      da: `${file} kan ikke åbnes (${code}). Kontrollér, at mappen findes, og at programmet må læse og skrive i den.`,
      en: `${file} cannot be opened (${code}). Check that the folder exists and that the program may read and write in it.`,
    });
  }
  if (isDiskTrouble(error)) {
    return new Unusable('store.disk-full', {
      da: `${file} kan ikke skrives, fordi disken er fuld eller fejler (${code}). Skaf plads, og start igen.`,
      en: `${file} cannot be written because the disk is full or failing (${code}). Make space and start again.`,
    });
  }
  return error;
}

/** Whether SQLite says that the file itself is broken. */
export const isDamage = (error: unknown): boolean => DAMAGED.some((damaged) => codeOf(error).startsWith(damaged));

/** Whether the disk is full or failing. */
export const isDiskTrouble = (error: unknown): boolean =>
  codeOf(error).startsWith('SQLITE_FULL') || codeOf(error).startsWith('SQLITE_IOERR') || codeOf(error) === 'ENOSPC';

/** The code of an error of SQLite or of the file system, '' for any other. */
export const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};
