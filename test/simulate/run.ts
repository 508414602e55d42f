import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { simulate, TWO_YEARS, type Outcome, type Size } from './simulation.js';
import type { Figures } from './tally.js';

/** `npm run simulate -- --seeds 1-200 --days 730 --changes 3000`: exit code 1 when anything is broken. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: String(Date.now() % 1_000_000) },
    days: { type: 'string', default: String(TWO_YEARS.days) },
    changes: { type: 'string', default: String(TWO_YEARS.changes) },
  },
});

function seedsOf(text: string): number[] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined) throw new Error(`--seeds ${text}: write a number, or two with a dash between them, 1-200`);
  const [first, last] = [Number(from), Number(to ?? from)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

const told = ({ median, p95, most, mean }: Figures): string =>
  `median ${median}, 95th percentile ${p95}, most ${most}, mean ${mean.toFixed(2)}`;

function print({ seed, cases, events, mails, faults, broken, tally }: Outcome): void {
  const struck = Object.entries(faults).map(([what, times]) => `${what} ${times}`);
  console.log(`seed ${seed}: ${cases} cases, ${events} events, ${mails} mails; ${struck.join(', ')}`);
  const { managers, secretariat, others } = tally.figures();
  console.log(`  mails a person and week: managers ${told(managers)}`);
  console.log(`    secretariat ${told(secretariat)}; others ${told(others)}`);
  for (const line of broken.slice(0, 20)) console.log(`  BROKEN ${line}`);
  if (broken.length > 20) console.log(`  and ${broken.length - 20} more`);
}

async function main(): Promise<void> {
  const size: Size = { days: Number(values.days), changes: Number(values.changes) };
  let wrong = 0;
  for (const seed of seedsOf(values.seeds)) {
    const bar = new SingleBar({ format: `seed ${seed} {bar} day {value}/{total}`, clearOnComplete: true });
    bar.start(size.days, 0);
    const outcome = await simulate(seed, size, (day) => bar.update(day + 1));
    bar.stop();
    print(outcome);
    if (outcome.broken.length > 0) wrong += 1;
  }
  console.log(wrong === 0 ? 'every seed kept every promise' : `${wrong} seeds broke something`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

void main();
