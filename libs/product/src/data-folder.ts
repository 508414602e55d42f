import type { Feature } from '@rettidig/event-sourcing';
import { dataFiles, makeFolder } from '@rettidig/platform';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { playDemoIfEmpty } from './demo.js';

const PREFIX = '.demo-';
/** A folder in which a demo was being made when its process was killed is removed after this time. */
const STALE_MS = 10 * 60_000;

/**
 * Puts the demo into a data folder that holds nothing yet, and answers whether it did. It is made beside and moved in when
 * it is whole, the log last: a process that dies meanwhile leaves an empty folder and no half story.
 */
export async function fillWithDemo(dataDir: string, features: readonly Feature[]): Promise<boolean> {
  const files = dataFiles(dataDir);
  if (existsSync(files.events)) return playDemoIfEmpty(dataDir, features);
  makeFolder(files.folder);
  removeStale(files.folder);
  const beside = mkdtempSync(join(files.folder, PREFIX));
  try {
    await playDemoIfEmpty(beside, features);
    if (existsSync(files.events)) return false;
    const made = dataFiles(beside);
    for (const file of ['private', 'views', 'events'] as const) renameSync(made[file], files[file]);
    return true;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function removeStale(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith(PREFIX))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { recursive: true, force: true });
  }
}
