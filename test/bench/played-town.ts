import { openEngine, Rights, SystemClock, type EngineOptions } from '@rettidig/platform';
import { features } from '../../libs/product/src/features.js';
import { playersOf, playTown, type Town } from './town.js';

/** Plays the town into the log of a data folder, or of shared engines, and closes it again. */
export async function playedTown(dataDir: string, shared?: EngineOptions['shared']): Promise<Town> {
  const clock = new SystemClock();
  const running = await openEngine({ dataDir, shared, features, clock, rights: new Rights(), log: () => {} });
  try {
    return await playTown(playersOf(running.engine, 'over-http'));
  } finally {
    await running.close();
  }
}
