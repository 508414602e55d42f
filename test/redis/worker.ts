import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import { answerParent } from '../support/node-process.js';

/** A process that works off jobs: those whose key begins with `slow` take for ever. Answers which it began and swept. */
const [url, prefix] = process.argv.slice(2) as [string, string];
const began: string[] = [];
const swept: string[] = [];

answerParent({
  start: async () => {
    const queue = await BullMqEffectQueue.open({
      url,
      prefix,
      log: (line) => process.stdout.write(`${line}\n`),
      lock: 1_000,
      lost: 300,
      losses: 3,
    });
    await queue.start({
      handle: ({ kind, key, attempt }) => {
        began.push(`${kind} ${key} ${attempt}`);
        return key.startsWith('slow') ? new Promise(() => {}) : Promise.resolve();
      },
      sweeps: [{ name: 'tick', pattern: '* * * * * *', run: (dueAt) => Promise.resolve(void swept.push(dueAt)) }],
      concurrency: 5,
      attempts: () => 1,
    });
  },
  began: () => began,
  swept: () => swept,
});
