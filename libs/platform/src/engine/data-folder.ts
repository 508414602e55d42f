import { Unusable } from '@rettidig/event-sourcing';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The files of a data folder. Only the views can be deleted without loss; beside shared engines there are no others. */
export const dataFiles = (dataDir: string) => ({
  folder: resolve(dataDir),
  events: join(resolve(dataDir), 'events.db'),
  views: join(resolve(dataDir), 'views.db'),
  /** Reference data as it was folded last, so that a start need not fold it all; made again where it is missing. */
  snapshot: join(resolve(dataDir), 'reference.snapshot'),
  private: join(resolve(dataDir), 'private.db'),
  /** Jobs that wait; what is due is found again without it. */
  queue: join(resolve(dataDir), 'queue.db'),
  /** Mails that were written and not sent, where there is no mail server. */
  outbox: join(resolve(dataDir), 'outbox'),
});

/**
 * Makes a data folder, for its owner only, with the folders above it. One after the other, because Node's own recursion
 * never ends where the system refuses one of them as not found.
 * @throws Unusable when that is not possible.
 */
export function makeFolder(folder: string): void {
  try {
    if (existsSync(folder)) {
      if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
      return;
    }
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return;
    throw new Unusable('data.out-of-reach', {
      da: `Mappen ${folder} kan ikke bruges (${code}). Ret DATA_DIR, eller giv programmet adgang.`,
      en: `The folder ${folder} cannot be used (${code}). Correct DATA_DIR, or give the program access.`,
    });
  }
}
