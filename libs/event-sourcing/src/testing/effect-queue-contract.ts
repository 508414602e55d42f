import type { EffectQueue } from '../effect-queue.js';
import { closing } from './effect-queue-contract.closing.js';
import { failing } from './effect-queue-contract.failing.js';
import { sweeping } from './effect-queue-contract.sweeping.js';
import { repeating, takingBack, working } from './effect-queue-contract.working.js';

/** One place where jobs are kept. */
export interface QueuePlace {
  /** Opens a queue on it, with a backoff of `FIRST_BACKOFF`; more than one stands for as many processes. */
  readonly open: () => Promise<EffectQueue>;
  readonly remove: () => Promise<void>;
}

/** What every adapter of the queue does. `make` gives an empty place; the suite closes what it opened. */
export function effectQueueContract(name: string, make: () => Promise<QueuePlace>): void {
  describe(`${name} as a queue of effects`, () => {
    let place: QueuePlace;
    let queues: EffectQueue[];
    beforeEach(async () => {
      queues = [];
      place = await make();
    });
    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.close(0)));
      await place.remove();
    });
    const open = async (): Promise<EffectQueue> => {
      const queue = await place.open();
      queues.push(queue);
      return queue;
    };

    working(open);
    repeating(open);
    failing(open);
    takingBack(open);
    sweeping(open);
    closing(open);
  });
}
