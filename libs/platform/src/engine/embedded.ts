import {
  Engine,
  registryOf,
  SealingCodec,
  START,
  Unusable,
  type Clock,
  type Feature,
  type PrivateStore,
} from '@rettidig/event-sourcing';
import {
  NodeCipher,
  SqliteEventStore,
  SqlitePrivateStore,
  SqliteReadDatabase,
} from '@rettidig/event-sourcing/adapters';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Rights } from '../rights.js';

/** The files of a data folder. Only the views can be deleted without loss. */
export const dataFiles = (dataDir: string) => ({
  folder: resolve(dataDir),
  events: join(resolve(dataDir), 'events.db'),
  views: join(resolve(dataDir), 'views.db'),
  private: join(resolve(dataDir), 'private.db'),
});

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  readonly rights: Rights;
  /** Where the engine says what it could not do: ids, names and codes only. */
  readonly log: (line: string) => void;
}

/** An engine with everything it runs on, and how to let go of it. */
export interface RunningEngine {
  readonly engine: Engine;
  readonly privateStore: PrivateStore;
  /** Whether nothing was ever recorded in this data folder. */
  readonly wasEmpty: boolean;
  readonly close: () => Promise<void>;
}

/**
 * Opens the data folder and starts the engine on it.
 * @throws Unusable when a file is in use, damaged, newer or out of reach.
 */
export async function openEngine({ dataDir, features, clock, rights, log }: EmbeddedOptions): Promise<RunningEngine> {
  const files = dataFiles(dataDir);
  makeFolder(files.folder);
  const closers: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const store = SqliteEventStore.open(files.events);
    closers.push(() => store.close());
    const privateStore = new SqlitePrivateStore(files.private);
    closers.push(() => privateStore.close());
    const wasEmpty = (await store.head()) === START;
    if (!wasEmpty && privateStore.hasNoKeys()) throw keysLost(files.private);
    const views = new SqliteReadDatabase(files.views, log);
    closers.push(() => views.close());
    const codec = new SealingCodec(privateStore, new NodeCipher(), registryOf(features).sealedFields, log);
    const engine = new Engine({
      features,
      store,
      views,
      codec,
      clock,
      log,
      authorize: (action, actor, resource, now) => {
        const { allow, reason } = rights.check(actor, action, resource, now);
        return { allow, reason: reason ?? '' };
      },
      privateStore,
    });
    closers.push(() => engine.stop());
    await engine.start();
    return { engine, privateStore, wasEmpty, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Makes a data folder, for its owner only, with the folders above it. One after the other, because Node's own recursion
 * never ends where the system refuses one of them as not found.
 * @throws Unusable when that is not possible.
 */
export function makeFolder(folder: string): void {
  try {
    if (existsSync(folder)) {
      if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
      return;
    }
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return;
    throw new Unusable('data.out-of-reach', {
      da: `Mappen ${folder} kan ikke bruges (${code}). Ret DATA_DIR, eller giv programmet adgang.`,
      en: `The folder ${folder} cannot be used (${code}). Correct DATA_DIR, or give the program access.`,
    });
  }
}

const keysLost = (file: string): Unusable =>
  new Unusable('private.keys-lost', {
    da: `Loggen har hændelser, men ${file} har ingen nøgler: deres tekster kan ikke læses. Læg den rigtige fil tilbage, eller genskab begge fra samme sikkerhedskopi med "npm run restore".`,
    en: `The log has events, but ${file} has no keys: their texts cannot be read. Put the right file back, or restore both from the same backup with "npm run restore".`,
  });
