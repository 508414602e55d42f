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

/** Answers how many seeds broke something. */
async function simulateAll({ seeds, size, jobs }: Asked): Promise<number> {
  const bars = new MultiBar({ format: 'seed {seed} {bar} day {value}/{total}', clearOnComplete: true });
  const waiting = [...seeds];
  let wrong = 0;
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const bar = bars.create(size.days, 0, { seed });
      const live = jobs > 1 ? simulateApart : simulate;
      const outcome = await live(seed, size, (day) => bar?.update(day + 1));
      bars.remove(bar);
      for (const line of linesOf(outcome)) console.log(line);
      if (outcome.broken.length > 0) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, seeds.length) }, work));
  bars.stop();
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
