import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playDemoIfEmpty } from '../../libs/product/src/demo.js';
import { features } from '../../libs/product/src/features.js';
import { createApp, type App } from '../../libs/platform/src/index.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read as the documentation promises
export type Body = any;

/** The service over a data folder of its own, as the secretariat uses it. */
export class Office {
  private constructor(
    readonly app: App,
    private readonly dataDir: string,
  ) {}

  static async open({ demo }: { readonly demo: boolean }): Promise<Office> {
    const dataDir = mkdtempSync(join(tmpdir(), 'rettidig-imports-'));
    if (demo) await playDemoIfEmpty(dataDir, features);
    return new Office(await createApp({ dataDir, features }), dataDir);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.dataDir, { recursive: true });
  }

  async get(path: string, as = 'secretariat'): Promise<Body> {
    await this.app.engine.settled();
    return this.answered(await this.app.nest.inject({ url: `/api/v1${path}`, headers: { 'x-persona': as } }));
  }

  async say(path: string, body: object, as = 'secretariat'): Promise<Body> {
    const headers = { 'x-persona': as, 'idempotency-key': randomUUID() };
    const { inject } = this.app.nest;
    return this.answered(
      await inject.call(this.app.nest, { method: 'POST', url: `/api/v1${path}`, headers, payload: body }),
    );
  }

  async upload(path: string, bytes: Buffer | string, as = 'secretariat'): Promise<Body> {
    const headers = {
      ...{ 'x-persona': as, 'idempotency-key': randomUUID() },
      'content-type': 'application/octet-stream',
    };
    return this.answered(
      await this.app.nest.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload: Buffer.from(bytes) }),
    );
  }

  /** A unit and the main committee over it: all that a register has on its first day. */
  async establish(name: string): Promise<string> {
    const validFrom = '2015-01-01';
    const { unitId } = await this.say('/units', { name: 'Forvaltningen', parentId: null, validFrom });
    const committee = { name, level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom };
    return (await this.say('/committees', committee)).committeeId as string;
  }

  /** How many events the log holds. */
  async facts(): Promise<number> {
    await this.app.engine.settled();
    return this.app.engine.projector.position.length === 0 ? 0 : parseInt(this.app.engine.projector.position, 16);
  }

  /** Everything that lies on disk beside the private store. */
  log(): Buffer {
    const files = readdirSync(this.dataDir).filter((file) => !file.startsWith('private.db'));
    return Buffer.concat(files.map((file) => readFileSync(join(this.dataDir, file))));
  }

  private answered(answer: { readonly statusCode: number; json(): unknown }): Body {
    const body = answer.json() as Body;
    return { ...body, httpStatus: answer.statusCode };
  }
}
