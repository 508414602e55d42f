import { MultiBar } from 'cli-progress';
import { simulateApart, tellOf } from './apart.js';
import { askedOf, BadArguments, HELP, type Asked } from './arguments.js';
import { simulate, type Outcome } from './simulation.js';
import type { Spread, WeeklyMails } from './tally.js';

/** Lines about one seed that are printed. */
const MOST_LINES = 20;

const told = ({ median, p95, most, mean }: Spread): string =>
  `median ${median}, 95th percentile ${p95}, most ${most}, mean ${mean.toFixed(2)}`;

function linesOf({ seed, cases, events, mails, faults, broken, figures }: Outcome): string[] {
  const struck = Object.entries(faults).map(([what, times]) => `${what} ${times}`);
  const weekly = (who: string, { withMail, all }: WeeklyMails): string[] => [
    `  ${who}: ${told(withMail)} in the ${withMail.weeks} weeks with any`,
    `  ${' '.repeat(who.length)}  ${told(all)} in all ${all.weeks} weeks`,
  ];
  return [
    `seed ${seed}: ${cases} cases, ${events} events, ${mails} mails; ${struck.join(', ')}`,
    '  mails a person and week:',
    ...(['managers', 'secretariat', 'others'] as const).flatMap((who) => weekly(who, figures[who])),
    ...broken.slice(0, MOST_LINES).map((line) => `  BROKEN in seed ${seed}: ${line}`),
    ...(broken.length > MOST_LINES ? [`  and ${broken.length - MOST_LINES} more in seed ${seed}`] : []),
  ];
}

/** How far seeds are: bars for whoever looks, a line now and then for a file. */
class Progress {
  private readonly bars = process.stdout.isTTY
    ? new MultiBar({ format: 'seed {seed} {bar} day {value}/{total}', clearOnComplete: true })
    : undefined;

  constructor(private readonly days: number) {}

  of(seed: number): { readonly day: (day: number) => void; readonly end: () => void } {
    const { days, bars } = this;
    const bar = bars?.create(days, 0, { seed });
    const step = Math.ceil(days / 5);
    return {
      day: (day) => {
        bar?.update(day + 1);
        if (!bar && (day + 1) % step === 0) console.log(`seed ${seed}: day ${day + 1} of ${days}`);
      },
      end: () => bar && bars?.remove(bar),
    };
  }

  stops = (): void => this.bars?.stop();
}

/** Answers how many seeds broke something. */
async function simulateAll({ seeds, size, jobs }: Asked): Promise<number> {
  const progress = new Progress(size.days);
  const waiting = [...seeds];
  let wrong = 0;
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const { day, end } = progress.of(seed);
      const outcome = await (jobs > 1 ? simulateApart : simulate)(seed, size, day);
      end();
      for (const line of linesOf(outcome)) console.log(line);
      if (outcome.broken.length > 0) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, seeds.length) }, work));
  progress.stops();
  return wrong;
}

async function main(): Promise<void> {
  const asked = askedOf(process.argv.slice(2), Date.now());
  if (asked === null) return console.log(HELP);
  if (process.send) return tellOf(asked.seeds[0]!, asked.size);
  const { seeds, size, jobs } = asked;
  console.log(`seeds ${seeds[0]} to ${seeds.at(-1)}: ${size.days} days, ${size.changes} changes, ${jobs} at a time`);
  const wrong = await simulateAll(asked);
  console.log(wrong === 0 ? 'every seed kept every promise' : `${wrong} of ${seeds.length} seeds broke a promise`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof BadArguments ? error.message : error);
  process.exitCode = 2;
});
