import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clientOf, type Answer } from './client.js';
import { readLog } from './data-files.js';

const fixtures = resolve(__dirname, '../fixtures');

/** The bytes of a fixture, by its path below `test/fixtures`. */
export const fixture = (path: string): Buffer<ArrayBuffer> => Buffer.from(readFileSync(resolve(fixtures, path)));

/** A file to import, with the choices that a person makes about it. */
export interface FileToImport {
  /** `/minutes-imports` and so on. */
  readonly path: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
  readonly choices?: object;
}

/** One file on its way into the register of a running service, for one persona. */
export function importOf(url: string, { path, bytes, type, choices = {} }: FileToImport, persona = 'secretariat') {
  const client = clientOf(url, persona);
  return {
    upload: (): Promise<Answer> => client.upload(path, bytes, type),
    shown: (id: string): Promise<Answer> => client.get(`${path}/${id}`),
    preview: (id: string): Promise<Answer> => client.post(`${path}/${id}/preview`, choices),
    commit: (id: string): Promise<Answer> => client.post(`${path}/${id}/commit`, choices),
  };
}

/** How many events of each type requests have led to, without what the service does by itself (see `eventCount`). */
export function typesIn(dataDir: string): Readonly<Record<string, number>> {
  const rows = readLog<{ type: string; count: number }>(
    dataDir,
    `select type, count(*) as count from events where stream not like 'effect-%' group by type order by type`,
  );
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}

/** How many more there are of each type. */
export const addedSince = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([type, count]) => [type, count - (before[type] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );

/** A table of so many units below one, as a staff system exports it. */
export const unitsTable = (count: number, prefix = 'E'): Buffer<ArrayBuffer> =>
  Buffer.from(
    [
      'enhedsnummer;navn;overenhed;gyldig fra',
      `${prefix}0;${prefix} for alle;;2020-01-01`,
      ...Array.from({ length: count - 1 }, (_, n) => `${prefix}${n + 1};${prefix} nr. ${n + 1};${prefix}0;2020-01-01`),
    ].join('\n'),
  );

/** A calendar with one meeting of the main committee. */
export const calendar = (): Buffer<ArrayBuffer> =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:plan-1@nordby',
      'DTSTART:20270304T090000Z',
      'DTEND:20270304T110000Z',
      'SUMMARY:HovedMED, ordinært møde',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
