import type { BareRebuild } from '../bare-rebuild.js';
import { inChild } from '../processes.js';
import type { OurRebuild } from '../rebuild-child.js';
import type { BenchOptions, Measured } from '../row.js';
import { compared } from '../row.js';

const ROUNDS = 3;

/**
 * All views made anew from the large log, against a bare scan of the log that parses each event, opens its sealed texts
 * and replays the writes that our views made for the first hundred cases, with other ids, into tables with the same
 * columns and indexes. Each in a process of its own.
 */
export async function rebuildOfAllViews({ quick, say, largeLog }: BenchOptions): Promise<Measured> {
  const { dataDir, events, prelude, block } = await largeLog();
  const found: { readonly ours: OurRebuild; readonly bare: BareRebuild }[] = [];
  const rounds = quick ? 1 : ROUNDS;
  for (let round = 1; round <= rounds; round += 1) {
    const told = (text: string): void => say(`round ${round} of ${rounds}: ${text}`);
    const bare = await inChild<BareRebuild>('rebuild-child', ['bare', dataDir, String(prelude), String(block)], told);
    const ours = await inChild<OurRebuild>('rebuild-child', ['ours', dataDir], told);
    found.push({ ours, bare });
  }
  const { ours, bare } = found.at(-1)!;
  const memory = ours.megabytes.map(({ percent, rss, heap }) => `${rss}/${heap} at ${percent} %`).join(', ');
  return {
    ...compared(found.map((one) => ({ ours: one.ours.rate, reference: one.bare.rate }))),
    unit: 'events/s',
    note:
      `${events} events; the reference opens sealed texts too and writes ${(bare.writes / events).toFixed(2)} rows an event; ` +
      `medians of ${rounds} rounds; MB resident/heap ${memory}; peak ${Math.max(...found.map((one) => one.ours.peak))} MB`,
  };
}
