import { EventEmitter } from 'node:events';
import type { Connections } from './postgres-private-store.connections.js';
import { Erasures } from './postgres-private-store.erasures.js';

/** A connection that answers so many questions, and ends only when it is told to. */
class ScriptedClient extends EventEmitter {
  constructor(public answers: number) {
    super();
  }

  isConnected = false;
  private refuse: ((error: Error) => void) | undefined;

  connect = async (): Promise<void> => {
    await this.query();
    this.isConnected = true;
  };

  query = (): Promise<void> => {
    this.answers -= 1;
    return this.answers >= 0 ? Promise.resolve() : new Promise((_, reject) => (this.refuse = reject));
  };

  /** A question fails with its connection; one for the connection itself stays open for ever, as the driver has it. */
  end = (): Promise<void> => {
    if (this.isConnected) this.refuse?.(new Error('Connection terminated'));
    return Promise.resolve(void this.emit('end'));
  };
}

describe('hearing of erasures', () => {
  let now = 0;
  let erasures: Erasures;
  beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(async () => {
    await erasures.close();
    jest.restoreAllMocks();
  });

  const listening = async (answers = Infinity) => {
    const clients: ScriptedClient[] = [];
    let left = answers;
    const alone = (): ScriptedClient => clients[clients.push(new ScriptedClient(left)) - 1]!;
    const connections = { alone, answered: () => {}, failed: () => {} } as unknown as Connections;
    const heard: string[] = [];
    erasures = new Erasures(connections, 'schema', {
      erased: (scope) => heard.push(scope),
      missed: () => heard.push('missed'),
    });
    await erasures.start();
    return { clients, heard, refuseMore: () => (left = 0) };
  };

  it('begins with nothing that was known before', async () => {
    const { clients, heard } = await listening();
    expect(erasures.areHeard).toBe(true);
    clients[0]!.emit('notification', { payload: 'case-1' });
    expect(heard).toEqual(['missed', 'case-1']);
    await erasures.close();
    expect(erasures.areHeard).toBe(false);
  });

  it('counts as lost a moment after the last answer, though the connection stands', async () => {
    // It connects and listens.
    const { clients } = await listening(2);
    now += 2000;
    expect(erasures.areHeard).toBe(true);
    now += 2000;
    expect(erasures.areHeard).toBe(false);
    expect(clients).toHaveLength(1);
  });

  it('is lost at once with the connection, and begins anew with another', async () => {
    const { clients, heard } = await listening();
    clients[0]!.emit('end');
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(erasures.areHeard).toBe(false);
    expect(heard).toEqual(['missed', 'missed']);
    while (!erasures.areHeard) await new Promise((resolve) => setImmediate(resolve));
    expect(clients).toHaveLength(2);
    expect(heard).toEqual(['missed', 'missed', 'missed']);
  });

  it('ends while it connects again', async () => {
    const { clients, refuseMore } = await listening(2);
    refuseMore();
    await clients[0]!.end();
    while (clients.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await erasures.close();
    expect(erasures.areHeard).toBe(false);
  });
});
