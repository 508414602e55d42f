import type { InjectOptions } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type AppOptions } from '../app/create-app.js';
import { tallyAccess, tallyFeature } from './tally.js';

/** What a spec sends: who, where, what. */
export interface Sent {
  readonly as?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of `body`: the bytes as they are. */
  readonly raw?: string | Buffer;
}

/** The whole edge over the slice of tallies, on files of its own. */
export class TallyApp {
  private keys = 0;

  private constructor(
    readonly app: App,
    readonly dataDir: string,
    readonly logged: string[],
  ) {}

  static async start(options: Partial<AppOptions> = {}): Promise<TallyApp> {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rettidig-platform-'));
    const logged: string[] = [];
    const app = await createApp({
      dataDir,
      features: [tallyFeature],
      access: tallyAccess,
      logLevel: 'info',
      writeLog: (text) => void logged.push(text),
      ...options,
    });
    return new TallyApp(app, dataDir, logged);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.dataDir, { recursive: true });
  }

  async post(path: string, { as = 'manager', body, raw, key = this.newKey(), headers = {} }: Sent = {}) {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    return this.send({
      method: 'POST',
      url: path,
      headers: {
        ...(as && { 'x-persona': as }),
        ...(key && { 'idempotency-key': key }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
  }

  async get(path: string, { as = 'manager', headers = {} }: Sent = {}) {
    return this.send({ method: 'GET', url: path, headers: { ...(as && { 'x-persona': as }), ...headers } });
  }

  async send(options: InjectOptions) {
    const answer = await this.app.nest.inject(options);
    const isJson = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,

      body: isJson && answer.body ? answer.json() : {},
    };
  }

  newKey(): string {
    return `a-new-key-${++this.keys}`;
  }

  /** Starts a tally and answers its id. */
  async tally(as = 'manager', note = 'meetings'): Promise<string> {
    const { body } = await this.post('/api/v1/tallies', { as, body: { kind: 'small', note, on: '2026-04-24' } });
    return (body as { id: string }).id;
  }
}
