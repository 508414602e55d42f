import { join } from 'node:path';
import { SqliteEventStore } from '@rettidig/event-sourcing/adapters';
import { CALLERS, EVENTS_A_CASE, openCasesOfTwenty } from '../cases-of-twenty.js';
import { startPeer, type PeerEngine, type PeerRound } from '../peers.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';

const ROUNDS = 7;
const STREAMS_A_ROUND = 1024;

/**
 * `AssignCaseOwner` through the engine on cases of 20 events that were not touched before, by 64 callers, against a
 * command of Emmett that appends the same event to streams with the same events. Emmett folds two fields, and checks no
 * rights, seals nothing and keeps no answers. Only commands whose event is committed at the end of the round count.
 */
export const commandBesideEmmett =
  (engine: PeerEngine) =>
  ({ quick, say }: BenchOptions): Promise<Measured> =>
    inTemporaryFolder(async (folder) => {
      const [rounds, streams] = quick ? [1, 128] : [ROUNDS, STREAMS_A_ROUND];
      const count = (rounds + 1) * streams;
      const peer = await startPeer(engine, say);
      try {
        const cases = await openCasesOfTwenty(SqliteEventStore.open(join(folder, 'events.db')), folder, count, say);
        try {
          const events = cases.like.map(({ type, data, meta }) => ({ type, data, metadata: meta }));
          await peer.fill(events, count);
          const theirs: PeerRound[] = [];
          let ours = 0;
          const rates = await interleaved(
            rounds,
            () => cases.assignOwners(cases.streams.slice(ours, (ours += streams))),
            async () => {
              const from = theirs.length * streams;
              const round = await peer.round(from, from + streams, CALLERS);
              theirs.push(round);
              return round.done / round.seconds;
            },
          );
          const note = [
            `${CALLERS} callers, ${streams} streams of ${EVENTS_A_CASE} events a round; medians of ${rounds} interleaved rounds`,
            `ratios from ${rates.spread.map((ratio) => ratio.toFixed(1)).join(' to ')}`,
            ...[outcome(theirs), peer.versions],
          ].join('; ');
          return { ...rates, unit: 'commands/s', note };
        } finally {
          await cases.close();
        }
      } finally {
        await peer.stop();
      }
    });

/** What did not count, and what the numbers do not show. */
function outcome(rounds: readonly PeerRound[]): string {
  const failures = new Map<string, number>();
  for (const [said, times] of rounds.flatMap((round) => Object.entries(round.failures))) {
    failures.set(said, (failures.get(said) ?? 0) + times);
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const done = sum(rounds.map((round) => round.done));
  const lost = sum(rounds.map((round) => round.lost));
  const failed = [...failures].map(([said, times]) => `${times} × ${said}`).join(', ') || 'none';
  const shared = rounds.flatMap(({ transactions }) => transactions ?? []);
  const early = `, ${done} commands in ${sum(shared)} transactions, answered before these committed`;
  return `Emmett's commands: failed and not counted ${failed}, answered but not stored ${lost}${shared.length > 0 ? early : ''}`;
}
