import { TryLater } from '../errors.js';
import { newKey } from './node-crypto.js';
import type { Connections } from './postgres-private-store.connections.js';
import { Gathering } from './postgres-private-store.gathering.js';

/** Keys kept in memory; 32 bytes each, so some megabytes. */
const CACHED_KEYS = 20_000;
/** Each further round is one in which somebody erased a key just made. */
const ROUNDS = 4;

type KeyRow = { readonly scope: string; readonly key: Buffer };

/**
 * The keys of all processes. Those asked for at a time are made by one statement, which leaves those that are there as
 * they are; what another process made at the same time is seen by a second look. A key is remembered only while this
 * process hears of erasures, and never out of an answer during which it heard of one.
 */
export class SharedKeys {
  private readonly cache = new Map<string, Uint8Array>();
  private readonly making = new Gathering<string, ReadonlyMap<string, Uint8Array>>((scopes) => this.make(scopes));
  /** How often something was forgotten: an answer asked for before may hold what is erased by now. */
  private forgotten = 0;

  constructor(
    private readonly connections: Connections,
    private readonly schema: string,
    private readonly hearsOfErasures: () => boolean,
  ) {}

  async ensure(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = this.remembered(scopes);
    const absent = scopes.filter((scope) => !found.has(scope));
    if (absent.length === 0) return found;
    const made = await this.making.with(absent);
    for (const scope of absent) found.set(scope, made.get(scope)!);
    return found;
  }

  async find(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = this.remembered(scopes);
    const absent = scopes.filter((scope) => !found.has(scope));
    if (absent.length === 0) return found;
    const before = this.forgotten;
    const rows = await this.connections.ask<KeyRow>(
      `select scope, key from ${this.schema}.sealing_key where scope = any($1)`,
      [absent],
    );
    this.take(rows, found, before);
    return found;
  }

  forget(scope: string): void {
    this.forgotten += 1;
    this.cache.delete(scope);
  }

  forgetAll(): void {
    this.forgotten += 1;
    this.cache.clear();
  }

  /** In one order, so that two processes that make the same keys wait for each other on one side only. */
  private async make(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const keys = new Map<string, Uint8Array>();
    for (let round = 0; round < ROUNDS && keys.size < scopes.length; round++) {
      const before = this.forgotten;
      const absent = scopes.filter((scope) => !keys.has(scope));
      const rows = await this.connections.ask<KeyRow>(
        `with made as (
           insert into ${this.schema}.sealing_key
           select scope, key from unnest($1::text[], $2::bytea[]) as new (scope, key) order by scope collate "C"
           on conflict do nothing returning scope, key
         )
         select scope, key from made
         union all select scope, key from ${this.schema}.sealing_key where scope = any($1)`,
        [absent, absent.map(newKey)],
      );
      this.take(rows, keys, before);
    }
    if (keys.size < scopes.length) throw new TryLater('private.unreachable', 1);
    return keys;
  }

  private remembered(scopes: readonly string[]): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    if (!this.hearsOfErasures()) return found;
    for (const scope of scopes) {
      const key = this.cache.get(scope);
      if (!key) continue;
      found.set(scope, key);
      this.remember(scope, key);
    }
    return found;
  }

  private take(rows: readonly KeyRow[], into: Map<string, Uint8Array>, before: number): void {
    const mayRemember = this.hearsOfErasures() && this.forgotten === before;
    for (const { scope, key } of rows) {
      into.set(scope, key);
      if (mayRemember) this.remember(scope, key);
    }
  }

  /** The least recently used key gives way. */
  private remember(scope: string, key: Uint8Array): void {
    this.cache.delete(scope);
    this.cache.set(scope, key);
    if (this.cache.size > CACHED_KEYS) this.cache.delete(this.cache.keys().next().value!);
  }
}
