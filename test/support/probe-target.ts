import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeCall } from './probe-effect.js';
import { fromRoot } from './root.js';

/** The worker that calls the target; give it `PROBE_URL`. */
export const PROBE_WORKER = fromRoot('test/support/probe-worker.ts');

/** Where the effects of probe workers arrive: the test counts them, and can let them wait or fail. */
export class ProbeTarget {
  /** All that arrived, in order; each is an effect that somebody began. */
  readonly calls: ProbeCall[] = [];
  private readonly waiting: ServerResponse[] = [];
  private isHeld = false;
  private failures = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.take(JSON.parse(Buffer.concat(chunks).toString('utf8')) as ProbeCall, response));
    });
  }

  static async start(): Promise<ProbeTarget> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ProbeTarget(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private take(call: ProbeCall, response: ServerResponse): void {
    this.calls.push(call);
    if (this.failures > 0) {
      this.failures -= 1;
      response.writeHead(500).end();
    } else if (this.isHeld) this.waiting.push(response);
    else response.end(`call-${this.calls.length}`);
  }

  /** Answers nobody until `letGo`. */
  hold(): void {
    this.isHeld = true;
  }

  /** How many wait for an answer. */
  get held(): number {
    return this.waiting.filter(({ destroyed }) => !destroyed).length;
  }

  letGo(): void {
    this.isHeld = false;
    for (const response of this.waiting.splice(0)) response.end('late');
  }

  /** So many calls are answered with an error. */
  fail(count: number): void {
    this.failures = count;
  }

  /** Keys that arrived more than once without being marked as repeats: there must be none. */
  get unmarkedRepeats(): string[] {
    const first = this.calls.filter(({ isRepeat, attempt }) => !isRepeat && attempt === 1).map(({ key }) => key);
    return first.filter((key, at) => first.indexOf(key) !== at);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await once(this.server.close(), 'close');
  }
}
