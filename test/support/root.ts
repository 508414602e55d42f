import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const rootAbove = (folder: string): string =>
  existsSync(resolve(folder, 'package.json')) ? folder : rootAbove(dirname(folder));

const root = rootAbove(__dirname);

/** A path in the project's folder: tests run from their sources, the bench from what was built below `dist`. */
export const fromRoot = (path: string): string => resolve(root, path);
