import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { dataFiles, openEngine, Rights, SystemClock } from '@rettidig/platform';
import { features } from '../../libs/product/src/features.js';
import { bareRebuild } from './bare-rebuild.js';
import { pause } from './row.js';
import { stopwatch } from './stopwatch.js';

/** What our rebuild answers: events a second, and memory on the way in megabytes. */
export interface OurRebuild {
  readonly rate: number;
  readonly megabytes: readonly { readonly percent: number; readonly rss: number; readonly heap: number }[];
  readonly peak: number;
}

const MEGABYTE = 2 ** 20;
const SAMPLED = [25, 50, 75, 100];

/** Opens the data folder as the service does and waits until all views serve. */
async function ours(dataDir: string): Promise<OurRebuild> {
  const running = await openEngine({
    ...{ dataDir, features, clock: new SystemClock(), rights: new Rights() },
    log: (line) => console.error(line),
  });
  const { projector } = running.engine;
  const watch = stopwatch();
  const megabytes: OurRebuild['megabytes'][number][] = [];
  let total = 0;
  const sample = (): void => {
    const [view] = projector.status();
    total = Math.max(total, view!.total);
    const percent = total === 0 ? 100 : (100 * view!.done) / total;
    if (percent < (SAMPLED[megabytes.length] ?? Infinity)) return;
    const { rss, heapUsed } = process.memoryUsage();
    megabytes.push({
      percent: Math.floor(percent),
      ...{ rss: Math.round(rss / MEGABYTE), heap: Math.round(heapUsed / MEGABYTE) },
    });
    process.send!(`${view!.done} events, ${Math.round(watch.rate(view!.done))}/s`);
  };
  const sampler = setInterval(sample, 200);
  await projector.filled();
  const rate = watch.rate(total);
  sample();
  clearInterval(sampler);
  await running.close();
  return { rate, megabytes, peak: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function main([what, dataDir, prelude, block]: readonly string[]): Promise<object> {
  if (what === 'bare') return bareRebuild(dataDir!, Number(prelude), Number(block));
  if (what === 'ours') {
    const { views } = dataFiles(dataDir!);
    for (const file of [views, `${views}-wal`, `${views}-shm`]) rmSync(file, { force: true });
  }
  return ours(dataDir!);
}

void main(process.argv.slice(2)).then(async (answer) => {
  process.send!(answer);
  await pause(10);
  process.disconnect();
});
