import { dataFiles } from '@rettidig/platform';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataFiles(dataDir).folder, 'server.json');

/** Leaves the address of the running service beside its data, for command lines on the same machine. */
export function tellAddress(dataDir: string, url: string): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ url })}\n`);
}

/** The address that the last service on this data folder listened on. */
export function toldAddress(dataDir: string): string | undefined {
  try {
    const { url } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { url?: unknown };
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
