import { TryLater } from '../errors.js';
import { NO_STREAM, type EventStore } from '../event-store.js';
import { START } from '../event.js';
import { appending, repeating } from './appending-contract.js';
import type { OtherWaysIn } from './lease-contract.js';
import { leasing, outliving, sharing, takingOver } from './lease-contract.js';
import { reading, subscribing } from './reading-contract.js';
import { follow } from './reading-logs.js';
import { remembering } from './remembering-contract.js';
import { someEvents } from './some-events.js';

/**
 * What every adapter of the log does. `open` gives an empty log; the suite closes what it opened. Nothing here relies on
 * positions being gapless, or on nobody else writing other streams to the same server.
 */
export function eventStoreContract(name: string, open: () => Promise<EventStore>, more: OtherWaysIn = {}): void {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    const others: EventStore[] = [];
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      for (const opened of others.splice(0)) await opened.close();
      await store.close();
    });
    const also = (opening: (() => Promise<EventStore>) | undefined) => async (): Promise<EventStore> => {
      const other = await opening!();
      others.push(other);
      return other;
    };

    appending(() => store);
    repeating(() => store);
    reading(() => store);
    subscribing(() => store);
    remembering(() => store);
    leasing(() => store);
    if (more.reopen) outliving(() => store, also(more.reopen));
    if (more.openSecond) sharing(() => store, also(more.openSecond));
    if (more.openSecond && more.openImpatient) takingOver(() => store, also(more.openSecond), also(more.openImpatient));
    closing(() => store);
  });
}

function closing(store: () => EventStore): void {
  describe('closing', () => {
    it('finishes what was accepted, ends subscriptions, and then takes and gives nothing', async () => {
      const following = follow(store(), { after: START }, Infinity);
      const accepted = Array.from({ length: 20 }, (_, n) =>
        store().append(`thing-${n}`, NO_STREAM, someEvents(`${n}`, 1)),
      );
      await store().close();
      await store().close();
      expect(await Promise.all(accepted)).toHaveLength(20);
      expect((await following).length).toBeLessThanOrEqual(20);
      const later = [
        store().append('thing-x', NO_STREAM, someEvents('x', 1)),
        store().readStream('thing-1'),
        store().readAll({ after: START }),
        store().head(),
        store().countAfter(START),
        store().holds(START),
        store().lease('one', new AbortController().signal),
        store().park({ reaction: 'one', eventId: 'x', position: START, error: 'TypeError', attempts: 10 }),
        store().parked(),
      ];
      for (const refused of await Promise.allSettled<unknown>(later)) {
        expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(TryLater) as unknown });
      }
    });
  });
}
