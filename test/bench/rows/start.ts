import { join } from 'node:path';
import { inChild, startService } from '../processes.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const ROUNDS = 7;

/** From the start of the process to the first "ready", with the large log and its views against an empty log. */
export const startWithManyEvents = ({ quick, say, largeLog }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const { dataDir, events } = await largeLog();
    // Makes the views where no other row has, or goes on with them as they are.
    await inChild('rebuild-child', ['present', dataDir], say);
    const rounds = quick ? 1 : ROUNDS;
    const times = await interleaved(
      rounds,
      () => secondsToReady(dataDir),
      () => secondsToReady(join(folder, 'empty')),
    );
    return {
      ...times,
      unit: 's',
      note: `${events} events, views present; process start to ready; medians of ${rounds} interleaved rounds`,
    };
  });

async function secondsToReady(dataDir: string): Promise<number> {
  const watch = stopwatch();
  const service = await startService(dataDir);
  const seconds = watch.milliseconds() / 1000;
  await service.stop();
  return seconds;
}
