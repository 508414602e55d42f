import { Unusable } from '../errors.js';
import { START, type Position } from '../event.js';
import { CHECKPOINTS_AHEAD } from './checkpoint-ahead.js';
import { openLogReadOnly, type LogDatabase } from './log-file.js';
import { tokenOf } from './position.js';
import { isDamage, unusableFile } from './unusable-file.js';

/** What a log holds, and what is wrong with it. */
export interface LogReport {
  /** The position of the last event. */
  readonly head: Position;
  readonly events: number;
  readonly streams: number;
  readonly problems: readonly LogProblem[];
}

/** One thing that is wrong. `where` names a stream, a position, an event id, or what SQLite says of its pages. */
export interface LogProblem {
  readonly what: ProblemKind;
  readonly where: string;
}

/** More of one kind are not listed. */
const LISTED = 20;

/** Each finds what a sound log never has. All run over an index or once over the table. */
const CHECKS = {
  'revision-gap': `select stream from events group by stream
    having min(revision) <> 0 or count(*) <> max(revision) + 1`,
  'id-twice': 'select id from events group by id having count(*) > 1',
  'position-gap': `select coalesce(max(position), 0) from events
    having count(*) <> coalesce(max(position), 0)
      or coalesce(max(position), 0) <> coalesce((select seq from sqlite_sequence where name = 'events'), 0)`,
  'position-order': `select distinct stream from (
    select stream, position, lag(position, 1, 0) over (partition by stream order by revision) as before from events)
    where before >= position`,
  'json-broken': 'select position from events where not json_valid(data) or not json_valid(meta)',
  'checkpoint-ahead': CHECKPOINTS_AHEAD,
  'guard-missing': `select name from (select 'events_are_never_changed' as name union all select 'events_are_never_deleted')
    where name not in (select name from sqlite_schema where type = 'trigger' and tbl_name = 'events')`,
} as const;

/** A kind of damage. */
export type ProblemKind = keyof typeof CHECKS | 'page-damaged';

/**
 * Reads the whole log, also while its owner writes. Takes about 15 s a million events and answers nothing meanwhile: for
 * a process of its own.
 * @throws Unusable for a file that cannot be read as a log at all.
 */
export function verifyLog(file: string): LogReport {
  const database = openLogReadOnly(file);
  try {
    const damaged = damagedPages(database);
    if (damaged.length > 0) return { head: START, events: 0, streams: 0, problems: damaged };
    return database.transaction(() => reportOn(database))();
  } catch (error) {
    throw unusableFile(file, error);
  } finally {
    database.close();
  }
}

/** @throws Unusable for a log that is not sound; its sentence names the first thing that is wrong. */
export function requireSoundLog(file: string): LogReport {
  const report = verifyLog(file);
  const [problem] = report.problems;
  if (!problem) return report;
  const found = `${problem.what}: ${problem.where}`;
  throw new Unusable('store.damaged-file', {
    da: `${file} er beskadiget (${found}). Brug den ikke; genskab den seneste sikkerhedskopi, der er i orden, med "npm run restore".`,
    en: `${file} is damaged (${found}). Do not use it; restore the latest sound backup with "npm run restore".`,
  });
}

function reportOn(database: LogDatabase): LogReport {
  const kinds = Object.keys(CHECKS) as (keyof typeof CHECKS)[];
  return { ...contentsOf(database), problems: kinds.flatMap((kind) => find(database, kind)) };
}

/** SQLite lists what it finds, or gives up where a page leads nowhere. Then nothing else can be asked. */
function damagedPages(database: LogDatabase): LogProblem[] {
  let found: string[];
  try {
    found = (database.pragma(`integrity_check(${LISTED})`) as { integrity_check: string }[]).map(
      (row) => row.integrity_check,
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    found = [(error as Error).message];
  }
  return found.filter((text) => text !== 'ok').map((where) => ({ what: 'page-damaged', where }));
}

const find = (database: LogDatabase, what: keyof typeof CHECKS): LogProblem[] =>
  database
    .prepare(`${CHECKS[what]} limit ${LISTED}`)
    .pluck()
    .all()
    .map((where) => ({ what, where: String(where) }));

/** How far a log reaches and how much it holds. */
function contentsOf(database: LogDatabase): Omit<LogReport, 'problems'> {
  const [head, events, streams] = database
    .prepare('select coalesce(max(position), 0), count(*), count(*) filter (where revision = 0) from events')
    .raw()
    .get() as [number, number, number];
  return { head: tokenOf(head), events, streams };
}
