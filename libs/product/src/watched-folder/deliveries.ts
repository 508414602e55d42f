import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What lies in the folder to be taken in: one file, or one folder that a document system delivered with its manifest and
 * the papers beside it.
 */
export interface Delivery {
  readonly name: string;
  readonly path: string;
  /** The files to read: the file itself, or the manifests (XML) of a delivered folder. */
  readonly files: readonly string[];
  /** Changes while somebody still writes to it, and whenever something is put there anew, also under the same name. */
  readonly mark: string;
  /** Neither a file nor a folder: a link could lead anywhere. */
  readonly odd: boolean;
}

/** Names that are being written, or are not meant for us. */
const unfinished = /^\.|^~\$|\.(part|partial|tmp|crdownload)$/i;

/** Everything in a folder that waits to be taken in, in order of names. Its own sub-folders are left out. */
export async function deliveriesIn(folder: string, own: readonly string[]): Promise<Delivery[]> {
  const names = (await readdir(folder)).filter((name) => !unfinished.test(name) && !own.includes(name)).sort();
  const found: Delivery[] = [];
  for (const name of names) {
    const delivery = await deliveryAt(join(folder, name), name);
    if (delivery) found.push(delivery);
  }
  return found;
}

async function deliveryAt(path: string, name: string): Promise<Delivery | undefined> {
  try {
    const status = await lstat(path);
    if (status.isFile()) {
      return { name, path, files: [path], mark: markOf(status), odd: false };
    }
    if (!status.isDirectory()) return { name, path, files: [], mark: markOf(status), odd: true };
    const inside = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
    const marks = await Promise.all(inside.map(async (entry) => markOf(await lstat(join(path, entry.name)))));
    const files = inside.filter((entry) => /\.xml$/i.test(entry.name)).map((entry) => join(path, entry.name));
    return { name, path, files, mark: marks.join(','), odd: false };
  } catch (error) {
    // Taken away by somebody else in the meantime.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same for every process that looks at the folder. The time of the last change of the file's entry cannot be chosen. */
const markOf = ({ size, mtimeMs, ctimeMs }: Stats): string =>
  [size, mtimeMs, ctimeMs].map((one) => Math.floor(one)).join(' ');
