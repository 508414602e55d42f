import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import { ComeAgain, type QueueWork } from '../../libs/event-sourcing/src/effect-queue.js';
import { TryLater, Unusable } from '../../libs/event-sourcing/src/errors.js';
import {
  aJob,
  door,
  FIRST_BACKOFF,
  inMillis,
  until,
  workOf,
} from '../../libs/event-sourcing/src/testing/effect-queue-jobs.js';
import { RedisServer, type RedisOptions } from '../support/redis.js';

/** How long one call may take, in milliseconds. */
const CALL = 500;

/** A refusal comes within a call; and some time for a busy machine. */
const AT_ONCE = 3_000;

let redis: RedisServer | undefined;
let queues: BullMqEffectQueue[];
let lines: string[];
beforeEach(() => {
  [queues, lines] = [[], []];
});
afterEach(async () => {
  redis?.thaw();
  await Promise.all(queues.map((queue) => queue.close(0)));
  await redis?.remove();
  redis = undefined;
});

async function open(url: string): Promise<BullMqEffectQueue> {
  const queue = await BullMqEffectQueue.open({
    url,
    prefix: 'rettidig',
    log: (line) => lines.push(line),
    backoff: { first: FIRST_BACKOFF, longest: 1_000 },
    call: CALL,
    watch: 100,
    lock: 2_000,
    lost: 500,
  });
  queues.push(queue);
  return queue;
}

async function started(options: RedisOptions = {}): Promise<RedisServer> {
  return (redis = await RedisServer.start(options));
}

const trouble = async (queue: BullMqEffectQueue): Promise<string | null> => (await queue.status()).trouble;

/** Everything that can be asked is refused with this code, and soon. */
async function refusesEverything(queue: BullMqEffectQueue, code: string): Promise<void> {
  const began = Date.now();
  const questions = [
    queue.add([aJob('refused')]),
    queue.remove('greet', 'refused'),
    queue.revive('greet', 'refused'),
    queue.dead({ offset: 0, limit: 1 }),
  ];
  for (const answer of await Promise.allSettled<unknown>(questions)) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code, retryAfterSeconds: expect.any(Number) } });
  }
  expect(await queue.status()).toEqual({ trouble: code, waiting: 0, delayed: 0, active: 0, dead: 0 });
  expect(Date.now() - began).toBeLessThan(AT_ONCE);
}

/** Work that writes down which keys it did, with a sweep that adds what is due, as the effects have one. */
function diary(
  queue: BullMqEffectQueue,
  due: readonly string[] = [],
): { ran: string[]; swept: number; work: QueueWork } {
  const self = { ran: [] as string[], swept: 0, work: workOf(async ({ key }) => void self.ran.push(key)) };
  const run = async (): Promise<void> => {
    await queue.add(due.filter((key) => !self.ran.includes(key)).map((key) => aJob(key)));
    self.swept += 1;
  };
  return Object.assign(self, { work: { ...self.work, sweeps: [{ name: 'find due', pattern: '0 3 * * *', run }] } });
}

describe('a Redis that goes away', () => {
  it('is refused at once while it is killed; restarted empty, work, sweeps and jobs go on', async () => {
    const server = await started();
    const queue = await open(server.url);
    const day = diary(queue, ['due 1', 'due 2']);
    await queue.start(day.work);
    await until(() => day.ran.length === 2 && day.swept === 1);
    await queue.add([aJob('lost', { runAt: inMillis(86_400_000) })]);

    await server.kill();
    await until(async () => (await trouble(queue)) === 'queue.unreachable');
    await refusesEverything(queue, 'queue.unreachable');
    day.ran.length = 0;
    await server.start();

    await until(() => day.swept === 2 && day.ran.length === 2);
    await queue.add([aJob('after')]);
    await until(() => day.ran.includes('after'));
    expect(await queue.status()).toEqual({ trouble: null, waiting: 0, delayed: 0, active: 0, dead: 0 });
    expect(lines).toEqual(['Redis cannot be used (queue.unreachable)', 'Redis answers again']);
  }, 30_000);

  it('keeps what it had when it writes everything down, and sweeps are not run out of turn', async () => {
    const server = await started({ appendOnly: true });
    const queue = await open(server.url);
    const day = diary(queue);
    await queue.start(day.work);
    await until(() => day.swept === 1);
    await queue.add([aJob('soon', { runAt: inMillis(1_000) }), aJob('later', { runAt: inMillis(86_400_000) })]);
    await server.kill();
    await server.start();
    await until(() => day.ran.length === 1);
    await until(async () => (await queue.status()).delayed === 1);
    expect(day.ran).toEqual(['soon']);
    expect(day.swept).toBe(1);
  }, 30_000);

  it('is noticed when it was flushed: the sweep runs and adds what is due', async () => {
    const server = await started();
    const [queue, other] = [await open(server.url), await open(server.url)];
    const due: string[] = [];
    const day = diary(queue, due);
    await queue.start(day.work);
    await until(() => day.swept === 1);
    due.push('a');
    await other.add([aJob('b', { runAt: inMillis(86_400_000) })]);
    server.flush();
    await until(() => day.ran.length === 1 && day.swept === 2);
    expect(day.ran).toEqual(['a']);
    expect((await queue.status()).delayed).toBe(0);
  }, 30_000);

  it('is waited for by a worker that starts without it, and refused to others', async () => {
    redis = await RedisServer.prepared();
    const queue = await open(redis.url);
    const day = diary(queue, ['due']);
    await queue.start(day.work);
    await refusesEverything(queue, 'queue.unreachable');
    await redis.start();
    await until(() => day.ran.length === 1 && day.swept === 1);
    expect(await trouble(queue)).toBeNull();
  }, 30_000);

  it('is refused soon while it is frozen, and goes on where it was', async () => {
    const server = await started();
    const queue = await open(server.url);
    const day = diary(queue);
    await queue.start(day.work);
    await queue.add([aJob('before')]);
    await until(() => day.ran.length === 1);
    server.freeze();
    await refusesEverything(queue, 'queue.unreachable');
    const began = Date.now();
    for (let n = 0; n < 20; n += 1) await expect(queue.add([aJob('refused')])).rejects.toBeInstanceOf(TryLater);
    // Only the first one found it out by waiting.
    expect(Date.now() - began).toBeLessThan(20 * (CALL / 2));
    server.thaw();
    await until(async () => (await trouble(queue)) === null);
    await queue.add([aJob('after')]);
    await until(() => day.ran.includes('after'));
    expect(day.ran.filter((key) => key !== 'refused')).toEqual(['before', 'after']);
  }, 30_000);

  it('is told of a job that ended meanwhile, or another run of it begins: nothing is lost', async () => {
    const server = await started({ appendOnly: true });
    const queue = await open(server.url);
    const gate = door();
    const ran: number[] = [];
    await queue.start(
      workOf(async ({ attempt }) => {
        ran.push(attempt);
        await gate.passed;
      }),
    );
    await queue.add([aJob('a')]);
    await until(() => ran.length === 1);
    await server.kill();
    gate.open();
    await server.start();
    await until(async () => {
      const { trouble, ...counts } = await queue.status();
      return trouble === null && Object.values(counts).every((count) => count === 0);
    });
    expect(ran.every((attempt) => attempt === 1)).toBe(true);
    expect(ran.length).toBeLessThanOrEqual(2);
  }, 30_000);
});

describe('a clock that is set back a year', () => {
  const YEAR = 365 * 86_400_000;
  let ahead = 0;
  beforeEach(() => {
    const now = Date.now.bind(Date);
    ahead = YEAR;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  });
  afterEach(() => jest.restoreAllMocks());

  /** A job that was put off for ten minutes, one that never was due, and a sweep of every second. */
  async function before(queue: BullMqEffectQueue) {
    const self = { ran: [] as string[], swept: 0 };
    const handle: QueueWork['handle'] = ({ key }) => {
      self.ran.push(key);
      return self.ran.length > 1 ? Promise.resolve() : Promise.reject(new ComeAgain(inMillis(600_000)));
    };
    const run = (): Promise<void> => Promise.resolve(void (self.swept += 1));
    const work = workOf(handle, { sweeps: [{ name: 'find due', pattern: '* * * * * *', run }] });
    await queue.start(work);
    await queue.add([
      aJob('put off', { runAt: inMillis(-YEAR - 60_000) }),
      aJob('later', { runAt: inMillis(600_000) }),
    ]);
    await until(async () => (await queue.status()).delayed === 2 && self.swept > 0);
    return Object.assign(self, { work });
  }

  it('makes neither jobs nor sweeps wait for a year', async () => {
    const queue = await open((await started()).url);
    const day = await before(queue);
    ahead = 0;
    const { swept } = day;
    await until(() => day.ran.length === 2 && day.swept > swept + 1);
    expect(day.ran).toEqual(['put off', 'put off']);
    expect(await queue.status()).toMatchObject({ delayed: 1, dead: 0 });
  }, 30_000);

  it('makes them wait neither when the process was restarted meanwhile', async () => {
    const { url } = await started();
    const first = await open(url);
    const { work, ...day } = await before(first);
    expect(day.ran).toEqual(['put off']);
    await first.close();
    ahead = 0;
    const after = { ran: [] as string[], swept: 0 };
    const run = (): Promise<void> => Promise.resolve(void (after.swept += 1));
    const handle: QueueWork['handle'] = ({ key }) => Promise.resolve(void after.ran.push(key));
    await (await open(url)).start({ ...work, handle, sweeps: [{ ...work.sweeps[0]!, run }] });
    await until(() => after.ran.length === 1 && after.swept > 1);
    expect(after.ran).toEqual(['put off']);
  }, 30_000);

  it('or by four minutes lets those wait that wait on purpose', async () => {
    const queue = await open((await started()).url);
    const day = await before(queue);
    ahead -= 240_000;
    const { swept } = day;
    await until(() => day.swept > swept + 1);
    expect(day.ran).toEqual(['put off']);
  }, 30_000);
});

describe('closing', () => {
  it.each([
    ['killed', (server: RedisServer) => server.kill()],
    ['frozen', (server: RedisServer) => Promise.resolve(server.freeze())],
  ])('ends soon while Redis is %s, with a job in hand', async (_how, harm) => {
    const server = await started();
    const queue = await open(server.url);
    const begun = door();
    const stopped = door();
    await queue.add([aJob('a')]);
    await queue.start(
      workOf(({ signal }) => {
        begun.open();
        signal.addEventListener('abort', stopped.open);
        return stopped.passed;
      }),
    );
    await begun.passed;
    await harm(server);
    const began = Date.now();
    await queue.close(200);
    await stopped.passed;
    expect(Date.now() - began).toBeLessThan(AT_ONCE);
  });

  it('ends soon when Redis never was there', async () => {
    redis = await RedisServer.prepared();
    const queue = await open(redis.url);
    await queue.start(workOf(async () => {}));
    const began = Date.now();
    await queue.close();
    expect(Date.now() - began).toBeLessThan(AT_ONCE);
  });
});

describe('what is wrong with a Redis', () => {
  it('is named when it refuses the password, which is never told; it is used once it takes it', async () => {
    const server = await started({ password: 'the right one' });
    const queue = await open(server.url.replace('the right one', 'secret-word'));
    const day = diary(queue, ['due']);
    await queue.start(day.work);
    await until(async () => (await trouble(queue)) === 'queue.access-denied');
    await refusesEverything(queue, 'queue.access-denied');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('secret-word');

    const without = await open(`redis://127.0.0.1:${server.port}`);
    await until(async () => (await trouble(without)) === 'queue.access-denied');
    await command(server, ['AUTH', 'the right one'], ['CONFIG', 'SET', 'requirepass', 'secret-word']);
    await until(() => day.ran.length === 1);
  }, 30_000);

  it('is named when nobody trusted has signed its certificate', async () => {
    const server = await started({ tls: true });
    const queue = await open(`rediss://127.0.0.1:${server.tlsPort}`);
    await until(async () => (await trouble(queue)) === 'queue.bad-certificate');
  });

  it('is named when something else answers there', async () => {
    const web = await listening((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const queue = await open(urlOf(web));
    await until(async () => (await trouble(queue)) === 'queue.not-redis');
    await queue.close();
    web.close();
  });

  it('is named when nobody answers there, though somebody listens', async () => {
    const silent = await listening((socket) => socket.resume());
    const queue = await open(urlOf(silent));
    await refusesEverything(queue, 'queue.unreachable');
    await queue.close();
    silent.close();
  });

  it('is named when it throws away what it was given, and works all the same', async () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => {}); // BullMQ says it too, on every connection
    const server = await started({ settings: ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'] });
    const queue = await open(server.url);
    const day = diary(queue, ['due']);
    await queue.start(day.work);
    await until(async () => (await trouble(queue)) === 'queue.evicts');
    await until(() => day.ran.length === 1);
    await command(server, ['CONFIG', 'SET', 'maxmemory-policy', 'noeviction']);
    await until(async () => (await trouble(queue)) === null);
    warned.mockRestore();
  }, 30_000);

  it('is named to whoever adds when it is full, and nothing else is hurt', async () => {
    const server = await started({ settings: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'] });
    const queue = await open(server.url);
    await until(async () => (await trouble(queue)) === null);
    await expect(queue.add([aJob('a')])).rejects.toMatchObject({ code: 'queue.full' });
  });

  it.each(['http://127.0.0.1:6379', 'redis:', 'not an address', 'redis://:secret-word@:port'])(
    'is told at once when %s is no address, without repeating it',
    async (url) => {
      const refused = BullMqEffectQueue.open({ url, prefix: 'rettidig', log: () => {} });
      await expect(refused).rejects.toBeInstanceOf(Unusable);
      await expect(refused).rejects.toMatchObject({ code: 'queue.bad-address' });
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('secret-word') as string });
    },
  );
});

/** Sends commands as they are typed, on a connection of its own. */
async function command(server: RedisServer, ...commands: readonly (readonly string[])[]): Promise<void> {
  const { Redis } = await import('ioredis');
  const client = new Redis({ port: server.port, enableReadyCheck: false, disableClientInfo: true });
  client.on('error', () => {});
  for (const [name, ...args] of commands) await client.call(name!, ...args);
  client.disconnect();
}

async function listening(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const urlOf = (server: Server): string => `redis://127.0.0.1:${(server.address() as { port: number }).port}`;
