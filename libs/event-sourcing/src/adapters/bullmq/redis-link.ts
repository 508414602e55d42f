import { Redis, type RedisOptions } from 'ioredis';
import { Unusable } from '../../errors.js';
import { within } from '../../waiting.js';
import type { BullMqQueueOptions } from './options.js';
import { away, flawOf, refusalOf, troubleOf } from './redis-trouble.js';

/** In milliseconds: how long a socket that was told to close may take. A frozen Redis never answers. */
const UNTIL_CUT = 500;

/** In milliseconds, after the first failed connection; one second at most. */
const RECONNECT = 50;

/**
 * The connection of a process to its Redis, and what is known of how it is. Never waits for a Redis that is away: who
 * calls is refused at once, and it connects again by itself.
 */
export class RedisLink {
  readonly client: Redis;
  readonly #first: Promise<void>;
  readonly #lent: Redis[] = [];
  #trouble: string | null = 'queue.unreachable';
  #told: string | null = null;
  #flaw: string | null = null;
  #wasAway = false;
  #closed = false;

  /** @throws Unusable for an address that is none. */
  constructor(
    private readonly options: Pick<BullMqQueueOptions, 'url' | 'call' | 'log'>,
    private readonly connected: () => void,
  ) {
    if (!/^rediss?:\/\/[^/]/.test(options.url) || !URL.canParse(options.url)) throw noAddress();
    const { call } = options;
    this.client = new Redis(options.url, {
      ...this.#patient(),
      connectTimeout: call,
      commandTimeout: call,
      // A command that finds no connection fails, and so does one that loses it: whoever asked may ask again.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
    });
    this.#first = new Promise((resolve) => {
      const timer = setTimeout(resolve, call);
      for (const event of ['ready', 'error', 'close', 'end']) {
        this.client.once(event, () => resolve(clearTimeout(timer)));
      }
    });
    this.client.on('ready', () => this.#up());
    this.client.on('error', (error) => this.#down(troubleOf(error)));
    this.client.on('close', () => this.#down(this.#trouble ?? 'queue.unreachable'));
  }

  /**
   * A connection for workers: it waits for Redis however long it is away. BullMQ duplicates it for its blocking reads and
   * forgets to end what cannot be ended politely, so both are kept in mind here.
   */
  connectionForWorkers(): Redis {
    const { url } = this.options;
    const client = new Redis(url, { ...this.#patient(), maxRetriesPerRequest: null });
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (override) => this.#lend(duplicate(override));
    return this.#lend(client);
  }

  #lend(client: Redis): Redis {
    client.on('error', () => {}); // told by the link itself
    client.on('connect', () => writesTogether(client));
    this.#lent.push(client);
    return client;
  }

  get isAway(): boolean {
    return this.#trouble !== null;
  }

  /** The code of what stands in the way of jobs, or of their safety. */
  get trouble(): string | null {
    return this.#trouble ?? this.#flaw;
  }

  /**
   * Calls Redis.
   * @throws TryLater at once when it is away, and within the time of a call when it does not answer.
   */
  async call<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    await this.#first;
    if (this.#trouble !== null) throw away(this.#trouble);
    try {
      return await within(this.options.call, work(), () => this.#cut());
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /**
   * Looks how Redis is; it may have been configured anew. When it has been away since the look before, connections of
   * workers that seem to live are made again: behind a network that swallows everything they would wait for long.
   */
  async look(): Promise<void> {
    if (this.#wasAway && this.isAway) {
      for (const client of this.#lent) if (client.status === 'ready') client.disconnect(true);
    }
    this.#wasAway = this.isAway;
    await this.#inspect().catch(() => {});
  }

  /** Lets go of everything at once. */
  close(): void {
    this.#closed = true;
    for (const client of [this.client, ...this.#lent]) client.disconnect();
  }

  async #inspect(): Promise<void> {
    this.#flaw = await this.call(async () => flawOf(await this.client.info()));
  }

  #patient(): RedisOptions {
    return {
      disconnectTimeout: UNTIL_CUT,
      keepAlive: 10_000,
      retryStrategy: (times) => (this.#closed ? null : Math.min(RECONNECT * times, 1_000)),
    };
  }

  /** Nobody waits for this connection any longer; the next one is ready when Redis answers again. */
  #cut(): Error {
    this.#down('queue.unreachable');
    this.client.disconnect(true);
    return away('queue.unreachable');
  }

  #up(): void {
    this.#trouble = null;
    this.#tell();
    void this.#inspect()
      .catch(() => {}) // who may not ask may still work
      .then(() => this.connected());
  }

  #down(trouble: string): void {
    this.#trouble = trouble;
    if (!this.#closed) this.#tell();
  }

  #tell(): void {
    if (this.#told === this.#trouble) return;
    if (this.#trouble === null) this.options.log('Redis answers again');
    else this.options.log(`Redis cannot be used (${this.#trouble})`);
    this.#told = this.#trouble;
  }
}

/**
 * What is written in one turn of the event loop goes to the system in one call: dozens of jobs end in the same one. The
 * commands, their order and their answers stay as they are.
 */
function writesTogether({ stream }: Redis): void {
  const write = stream.write.bind(stream);
  let isHeld = false;
  const letGo = (): void => {
    isHeld = false;
    stream.uncork();
  };
  stream.write = ((...given: Parameters<typeof write>) => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      setImmediate(letGo);
    }
    return write(...given);
  }) as typeof write;
}

/** The address may hold a password, so it is not repeated. */
const noAddress = (): Unusable =>
  new Unusable('queue.bad-address', {
    da: 'REDIS_URL er ikke en adresse på en Redis. Skriv den som redis://vært:port eller rediss://bruger:kode@vært:port.',
    en: 'REDIS_URL is not the address of a Redis. Write it as redis://host:port or rediss://user:password@host:port.',
  });
