import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { idOf } from '@rettidig/event-sourcing';

/** What somebody wants done, under a key that makes it happen once. */
export interface Act {
  readonly key: string;
  readonly path: string;
  readonly message: object;
  /** The event that it records, once. */
  readonly makes: string;
  /** The ETag of what they have seen, for a change of it. */
  readonly ifMatch?: string;
}

/** How one try ended. */
export interface Try {
  /** Null when no answer came: the connection broke, or the time was up. */
  readonly status: number | null;
  readonly code: string | null;
  readonly milliseconds: number;
}

/** An act with its last answer. */
export interface Ended {
  readonly act: Act;
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what the documentation promises
  readonly body: any;
  readonly tries: readonly Try[];
}

/** Between two tries, in milliseconds: less than the service asks for, since the test is in a hurry. */
const PAUSE_MS = 200;
/** So many tries of one act, then the test has failed. */
const TRIES = 40;

/** An answer that a client could not act upon. */
class Unclear extends Error {}

/**
 * A careful client: it sends the same act with the same key, to one process after the other, until one of them does it or
 * refuses it for good.
 */
export class CarefulClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  /** What did not end in time, or ended with an answer that says nothing; empty is good. */
  readonly complaints: string[] = [];
  /** How often it was told to come again so far. */
  toldToComeAgain = 0;

  constructor(
    private readonly persona: string,
    /** Within this time each try must be answered, in milliseconds. */
    private readonly answeredWithin: number,
  ) {}

  /** The id under which the log has what was done for a key. */
  commandIdOf({ path, key }: Act): string {
    return idOf(idOf('persona', this.persona), 'POST', `/api/v1${path}`, key);
  }

  /** @param urls the first of them is asked first. */
  async untilDone(urls: readonly string[], act: Act): Promise<Ended> {
    const tries: Try[] = [];
    while (tries.length < TRIES) {
      const url = urls[tries.length % urls.length]!;
      const begun = performance.now();
      // Errors of Node are of another kind than those that tests know.
      const ended = await this.send(url, act).catch((error: Error) =>
        error instanceof Unclear ? error : new Error(error.message, { cause: error }),
      );
      const milliseconds = Math.round(performance.now() - begun);
      if (ended instanceof Unclear) this.complaints.push(`${act.key}: ${ended.message} after ${milliseconds} ms`);
      if (ended instanceof Error) tries.push({ status: null, code: ended.message, milliseconds });
      else {
        const { status, body } = ended;
        tries.push({ status, code: (body as { code?: string }).code ?? null, milliseconds });
        if (status !== 503) return { act, status, body, tries };
        this.toldToComeAgain += 1;
      }
      await pause(PAUSE_MS);
    }
    throw new Error(`${act.key} was never answered: ${JSON.stringify(tries.slice(-3))}`);
  }

  private async send(url: string, act: Act): Promise<{ readonly status: number; readonly body: object }> {
    const answer = await this.post(url, act);
    const text = await textOf(answer);
    const type = answer.headers['content-type'] ?? '';
    const status = answer.statusCode!;
    if (!/^application\/(problem\+)?json/.test(type)) throw new Unclear(`${status} as ${type}`);
    const body = JSON.parse(text) as { code?: unknown; detail?: unknown };
    const isClear = type.includes('problem+json') && typeof body.code === 'string' && typeof body.detail === 'string';
    if (status >= 400 && !isClear) throw new Unclear(`${status} without a reason`);
    if (status === 503 && !(Number(answer.headers['retry-after']) >= 1)) throw new Unclear('503 without Retry-After');
    if (status >= 500 && status !== 503) this.complaints.push(`${act.key}: ${status} ${String(body.code)}`);
    return { status, body };
  }

  private post(url: string, { path, key, message, ifMatch }: Act): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const body = Buffer.from(JSON.stringify(message));
      const headers = {
        'X-Persona': this.persona,
        'Idempotency-Key': key,
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
      };
      const sent = request(`${url}/api/v1${path}`, { method: 'POST', agent: this.agent, headers }, (response) => {
        clearTimeout(late);
        resolve(response);
      });
      const late = setTimeout(() => sent.destroy(new Unclear('no answer')), this.answeredWithin);
      sent.on('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
