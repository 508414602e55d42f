import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { inTemporaryFolder, LeftOut, type BenchOptions, type BenchRow, type Measured } from './row.js';
import { assessOverHttp } from './rows/assess.js';
import { commandOnStream } from './rows/command.js';
import { commandThroughEventStoreDb } from './rows/command-eventstoredb.js';
import { dueSweep } from './rows/due-sweep.js';
import { effectsThroughBullMq } from './rows/effects.js';
import { commandBesideEmmett } from './rows/peer-command.js';
import { planAgainstBareSearch } from './rows/plan.js';
import { plansQuery } from './rows/plans-query.js';
import { rebuildOfAllViews } from './rows/rebuild.js';
import { registerOverHttp } from './rows/register-over-http.js';
import { registerFirstPage, registerQuery } from './rows/register-query.js';
import { manyReminders, manyRemindersTogether, remindersThroughBullMq } from './rows/reminders.js';
import { replanAfterMove } from './rows/replan.js';
import { storeAppend } from './rows/store-append.js';
import { twoSideBySide } from './rows/side-by-side.js';
import { startWithManyEvents } from './rows/start.js';
import { makeLargeLog, type LargeLog } from './large-log.js';

/** What is measured and what is to be reached, with the number of its row in the design. */
interface Goal {
  readonly row: number;
  readonly name: string;
  /** Nothing where the figures speak for themselves. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
  readonly measure: (options: BenchOptions) => Promise<Measured>;
  /** Needs other event stores, which are no dependencies of ours and are installed when they are asked for. */
  readonly peers?: true;
}

/** A row that could not be measured here. */
interface RowLeftOut {
  readonly row: number;
  readonly name: string;
  readonly leftOut: string;
}

const RESULTS = 'bench-results.json';
/** Events of the large log. */
const MANY = 1_000_000;
const FEW = 5_000;

const goals: readonly Goal[] = [
  { row: 1, name: 'store append, 64 callers', goal: { atLeast: 0.6 }, measure: storeAppend },
  { row: 2, name: 'command on a 20-event stream, 64 callers', goal: { atLeast: 0.5 }, measure: commandOnStream },
  {
    ...{ row: 3, name: 'the same, Emmett on SQLite', goal: { atLeast: 5 }, peers: true },
    measure: commandBesideEmmett('sqlite'),
  },
  {
    ...{ row: 3, name: 'the same, Emmett on PostgreSQL', goal: { atLeast: 5 }, peers: true },
    measure: commandBesideEmmett('postgresql'),
  },
  { row: 4, name: 'register a change over HTTP', goal: { atLeast: 0.35 }, measure: registerOverHttp },
  { row: 5, name: 'rebuild of all views', goal: { atLeast: 0.5 }, measure: rebuildOfAllViews },
  { row: 6, name: 'register query, 200 matching rows', goal: { atMost: 1.5 }, measure: registerQuery },
  { row: 7, name: 'register, first page unfiltered', goal: { atMost: 2 }, measure: registerFirstPage },
  { row: 8, name: 'due sweep, 100 000 open cases', goal: { atMost: 2 }, measure: dueSweep },
  { row: 9, name: 'effects through BullMQ', goal: { atLeast: 0.6 }, measure: effectsThroughBullMq },
  { row: 10, name: 're-plan after a meeting moves', goal: { atMost: 1.5 }, measure: replanAfterMove },
  { row: 11, name: 'start with a large log', goal: { atMost: 2 }, measure: startWithManyEvents },
  {
    ...{ row: 12, name: 'command through EventStoreDB (double)', goal: { atLeast: 0.6 } },
    measure: commandThroughEventStoreDb,
  },
  { row: 13, name: 'two APIs, two workers side by side', measure: twoSideBySide },
  { row: 14, name: 'a plan, two bodies, 40 meetings', goal: { atMost: 3 }, measure: planAgainstBareSearch },
  { row: 15, name: 'assessments over HTTP', goal: { atLeast: 0.5 }, measure: assessOverHttp },
  { row: 16, name: 'plans at risk, 200 of 100 000 open ones', goal: { atMost: 1.5 }, measure: plansQuery },
  { row: 17, name: 'reminders through BullMQ', goal: { atLeast: 0.6 }, measure: remindersThroughBullMq },
  { row: 18, name: '10 000 reminders due at once', goal: { atLeast: 0.5 }, measure: manyReminders },
  { row: 19, name: 'the same, bare appends 50 together', measure: manyRemindersTogether },
];

async function main(): Promise<void> {
  const { quick, chosen } = wishes(process.argv.slice(2));
  console.log(line('row', 'work', ['ours', 'reference', 'unit', 'ratio', 'goal', '']));
  const rows: BenchRow[] = [];
  const leftOut: RowLeftOut[] = [];
  await inTemporaryFolder(async (folder) => {
    let made: Promise<LargeLog> | undefined;
    for (const goal of chosen) {
      const say = (text: string): void => progress(`${goal.row} ${goal.name}: ${text}`);
      const largeLog = () => (made ??= makeLargeLog(folder, quick ? FEW : MANY, say));
      const row = await measured(goal, { quick, say, largeLog });
      progress('');
      if ('leftOut' in row) leftOut.push(row);
      else rows.push(row);
      printRow(row);
    }
  });
  if (quick) return console.log('\n--quick shows that the rows work; its numbers say nothing and are not written.');
  write(rows, leftOut);
}

async function measured({ row, name, goal, measure }: Goal, options: BenchOptions): Promise<BenchRow | RowLeftOut> {
  options.say('…');
  try {
    const found = await measure(options);
    return { row, name, ...found, ...(goal && judged(found, goal)) };
  } catch (error) {
    if (error instanceof LeftOut) return { row, name, leftOut: error.message };
    throw error;
  }
}

const judged = ({ ratio }: Measured, goal: NonNullable<Goal['goal']>): Pick<BenchRow, 'goal' | 'met'> =>
  'atLeast' in goal
    ? { goal: `>= ${goal.atLeast}`, met: ratio >= goal.atLeast }
    : { goal: `<= ${goal.atMost}`, met: ratio <= goal.atMost };

/** `--peers`, `--only 2,4` and `--quick`. */
function wishes(words: readonly string[]): { readonly quick: boolean; readonly chosen: readonly Goal[] } {
  const offered = goals.filter(({ peers }) => !peers || words.includes('--peers'));
  const at = words.indexOf('--only');
  const only = at < 0 ? undefined : (words[at + 1] ?? '').split(',').map(Number);
  const unknown = only?.filter((row) => !offered.some((goal) => goal.row === row)) ?? [];
  if (unknown.length > 0) {
    const rows = [...new Set(offered.map(({ row }) => row))];
    console.error(`--only takes rows, with commas between: ${rows.join(',')}; row 3 together with --peers`);
    process.exit(64);
  }
  return { quick: words.includes('--quick'), chosen: offered.filter(({ row }) => !only || only.includes(row)) };
}

/** One line that is written over, where somebody watches. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text.slice(0, (process.stderr.columns || 80) - 1)}`);
  else if (text !== '') process.stderr.write(`${text}\n`);
}

const line = (row: string, name: string, columns: readonly string[]): string =>
  `${row.padEnd(4)}${name.padEnd(42)}${columns.map((column) => column.padStart(11)).join('')}`;

function printRow(found: BenchRow | RowLeftOut): void {
  if ('leftOut' in found) return console.log(`${line(String(found.row), found.name, [])} left out: ${found.leftOut}`);
  const { row, name, ours, reference, unit, ratio, goal, met, note } = found;
  const columns = [
    short(ours),
    short(reference),
    unit,
    ratio.toFixed(2),
    goal ?? 'none',
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
  console.log(`${line(String(row), name, columns)}\n    ${note}`);
}

const short = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3));

function write(rows: readonly BenchRow[], leftOut: readonly RowLeftOut[]): void {
  const [processor] = cpus();
  const results = {
    finishedAt: new Date().toISOString(),
    node: process.version,
    machine: {
      platform: `${process.platform} ${process.arch}`,
      processor: processor?.model ?? 'unknown',
      processors: cpus().length,
      gigabytes: Math.round(totalmem() / 2 ** 30),
      loadAtEnd: loadavg().map((load) => Math.round(load * 10) / 10),
    },
    rows: rows.map((row) => ({ ...row, ...rounded(row) })),
    leftOut,
  };
  writeFileSync(resolve(RESULTS), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${RESULTS} was written.`);
}

const rounded = ({ ours, reference, ratio, spread }: BenchRow) => ({
  ours: Number(ours.toPrecision(4)),
  reference: Number(reference.toPrecision(4)),
  ratio: Number(ratio.toFixed(3)),
  spread: spread.map((one) => Number(one.toFixed(3))),
});

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
