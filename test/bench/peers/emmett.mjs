// Does the work of the bench's row of commands through Emmett's own CommandHandler, in a process of its own, and answers
// the bench in messages. The first word is the engine: sqlite or postgresql. Ends, with all that it started and wrote,
// when the bench ends.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandHandler, STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';

const FILL_PROGRESS = 500;

const handle = CommandHandler({
  initialState: () => ({ events: 0, ownerId: undefined }),
  evolve: ({ events, ownerId }, { type, data }) => ({
    events: events + 1,
    ownerId: type === 'CaseOwnerAssigned' ? data.ownerId : ownerId,
  }),
});

/** To the bench, as long as it is there. */
const tell = (message) => process.connected && process.send(message);
const folder = mkdtempSync(join(tmpdir(), 'rettidig-bench-peer-'));
const { open } = await import(`./on-${process.argv[2]}.mjs`);
const streams = [];
let peer;
/** Metadata of the events that the commands append. */
let metadata;

const answers = {
  open: async () => {
    peer = await open(folder, tell);
    return { versions: peer.versions };
  },

  /** Makes streams that all hold the given events. */
  fill: async ({ events, count }) => {
    metadata = events.at(-1).metadata;
    while (streams.length < count) {
      const stream = `change-${randomUUID()}`;
      await peer.store.appendToStream(stream, events, { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
      streams.push(stream);
      if (streams.length % FILL_PROGRESS === 0) tell(`${streams.length} of ${count} streams made`);
    }
    await peer.filled();
    return {};
  },

  /** One command on each of some streams that no command touched before. What was answered and is not stored is lost. */
  round: async ({ from, to, callers }) => {
    const waiting = streams.slice(from, to).values();
    const revisions = new Map();
    const failures = {};
    const transactionsBefore = peer.transactions?.();
    const started = performance.now();
    const call = async () => {
      for (const stream of waiting) {
        await assignOwner(stream).then(
          (revision) => revisions.set(stream, revision),
          ({ name, message }) => (failures[`${name}: ${message}`] = (failures[`${name}: ${message}`] ?? 0) + 1),
        );
      }
    };
    await Promise.all(Array.from({ length: callers }, call));
    const seconds = (performance.now() - started) / 1000;
    const transactions = peer.transactions && peer.transactions() - transactionsBefore;
    let done = 0;
    for (const [stream, revision] of revisions) if (await peer.holds(stream, revision)) done += 1;
    return { done, lost: revisions.size - done, failures, seconds, transactions };
  },
};

async function assignOwner(stream) {
  const ownerId = randomUUID();
  const decide = (state) => {
    if (state.events === 0 || state.ownerId === ownerId) throw new Error('nothing to assign');
    return { type: 'CaseOwnerAssigned', data: { ownerId }, metadata };
  };
  const { nextExpectedStreamVersion } = await handle(peer.store, stream, decide);
  return nextExpectedStreamVersion;
}

process.on('message', ({ what, ...details }) => {
  answers[what](details).then(tell, (error) =>
    tell(error.leftOut ? { leftOut: error.message } : { failed: error.stack }),
  );
});

// Ctrl-C reaches the bench as well; its end is the sign to tidy up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.once('disconnect', () => {
  void Promise.resolve(peer?.close()).finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
