import {
  Effects,
  Engine,
  registryOf,
  SealingCodec,
  START,
  Unusable,
  type AnyEffect,
  type Clock,
  type CommandEnded,
  type EffectEnded,
  type EffectQueue,
  type EventStore,
  type Feature,
  type PrivateStore,
} from '@rettidig/event-sourcing';
import { FileSnapshotStore, NodeCipher } from '@rettidig/event-sourcing/adapters';
import { randomUUID } from 'node:crypto';
import type { SharedEngines } from '../config/config.js';
import { withoutPassword } from '../config/password.js';
import type { Rights } from '../rights.js';
import { Closing } from './closing.js';
import { dataFiles, makeFolder } from './data-folder.js';
import { openEmbedded } from './embedded.js';
import type { Engines } from './engines.js';
import { FillingEventStore, TimedEventStore, type OnAppend } from './forwarding-event-stores.js';

/** What a process does: takes commands and answers questions, runs reactions and effects, or both. */
export type Role = 'all' | 'api' | 'worker';

/** Who is told what the engine does, for counts and logs. */
export interface Watcher {
  readonly onCommand: (ended: CommandEnded) => void;
  readonly onEffect: (ended: EffectEnded) => void;
  readonly onAppend: OnAppend;
}

/** What effects may be made of. */
export interface EffectTools {
  readonly engine: Engine;
  readonly privateStore: PrivateStore;
}

export interface EngineOptions {
  readonly dataDir: string;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  readonly rights: Rights;
  /** Where the engine says what it could not do: ids, names and codes only. */
  readonly log: (line: string) => void;
  /** The engines shared with other processes; everything is in the data folder when left out. */
  readonly shared?: SharedEngines | null;
  readonly role?: Role;
  /** What is done outside the log; nothing when left out. */
  readonly effects?: (tools: EffectTools) => readonly AnyEffect[];
  /** How many effects at a time. */
  readonly concurrency?: number;
  readonly watcher?: Watcher;
  /** Whether it fills the log under its own clock: then it runs all reactions itself, also beside other processes. */
  readonly isFilling?: boolean;
}

/** An engine with everything it runs on, and how to let go of it. */
export interface RunningEngine {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly privateStore: PrivateStore;
  readonly queue: EffectQueue | undefined;
  /** Undefined where somebody else does them. */
  readonly effects: Effects | undefined;
  /** Whether nothing was ever recorded in this log. */
  readonly wasEmpty: boolean;
  /** Finishes what was begun, for so many milliseconds. */
  readonly close: (milliseconds?: number) => Promise<void>;
}

/** How long letting go may take, in milliseconds. */
const CLOSE_MS = 9000;

/**
 * Opens what the engine runs on, in the data folder or shared, and starts it in its role.
 * @throws Unusable when something is in use, damaged, newer, wrongly set or out of reach.
 */
export async function openEngine(options: EngineOptions): Promise<RunningEngine> {
  const { dataDir, clock, shared, role = 'all' } = options;
  const log = (line: string): void => options.log(withoutPassword(line));
  const closing = new Closing(log);
  makeFolder(dataFiles(dataDir).folder);
  try {
    const opening = { dataDir, clock, log, closing, withQueue: options.effects !== undefined };
    // The drivers of shared engines are loaded only where they are used: they would cost every embedded start.
    const engines = shared ? await (await import('./shared.js')).openShared(shared, opening) : openEmbedded(opening);
    const wasEmpty = (await engines.store.head()) === START;
    if (!wasEmpty && (await engines.privateStore.hasNoKeys()) && (await needsKeys(engines.store)))
      throw shared ? sharedKeysLost() : keysLost(dataFiles(dataDir).private);
    const store = storeFor(engines.store, options);
    const engine = engineOn({ ...engines, store }, { ...options, role, log });
    closing.add('the engine', (milliseconds) => engine.stop(milliseconds));
    await engine.start();
    const effects = role === 'api' ? undefined : effectsOn({ ...engines, store }, engine, { ...options, log });
    if (effects) closing.add('the effects', (milliseconds) => effects.stop(milliseconds));
    await effects?.start();
    const { privateStore, queue } = engines;
    return {
      engine,
      store: engines.store,
      privateStore,
      queue,
      effects,
      wasEmpty,
      close: (left = CLOSE_MS) => closing.all(left),
    };
  } catch (error) {
    await closing.all(CLOSE_MS);
    throw error;
  }
}

function storeFor(store: EventStore, { watcher, isFilling }: EngineOptions): EventStore {
  if (isFilling) return new FillingEventStore(store);
  return watcher ? new TimedEventStore(store, watcher.onAppend) : store;
}

function engineOn(engines: Engines, options: EngineOptions): Engine {
  const { dataDir, features, clock, rights, log, role, watcher } = options;
  const { store, privateStore, views } = engines;
  return new Engine({
    features,
    store,
    views,
    codec: new SealingCodec(privateStore, new NodeCipher(), registryOf(features).sealedFields, log),
    clock,
    log,
    authorize: (action, actor, resource, now) => {
      const { allow, reason } = rights.check(actor, action, resource, now);
      return { allow, reason: reason ?? '' };
    },
    privateStore,
    snapshots: new FileSnapshotStore(dataFiles(dataDir).snapshot),
    // Processes that got in each other's way should not do so again at the same moment.
    spread: Math.random,
    reactions: role !== 'api',
    ...(watcher && { onCommand: watcher.onCommand }),
  });
}

function effectsOn(engines: Engines, engine: Engine, options: EngineOptions): Effects | undefined {
  const { clock, log, concurrency, watcher } = options;
  const effects = options.effects?.({ engine, privateStore: engines.privateStore }) ?? [];
  if (!engines.queue || effects.length === 0) return undefined;
  return new Effects({
    effects,
    engine,
    store: engines.store,
    queue: engines.queue,
    clock,
    owner: randomUUID(),
    isAlone: !engines.isShared,
    log,
    ...(watcher && { onEffect: watcher.onEffect }),
    ...(concurrency !== undefined && { concurrency }),
  });
}

/** Whether a command ever wrote something: each has a key, by which its repetition is known. Effects have none. */
async function needsKeys(store: EventStore): Promise<boolean> {
  const first = await store.readAll({ after: START, limit: 1000 });
  return first.some(({ meta }) => meta.commandHash !== '');
}

const keysLost = (file: string): Unusable =>
  new Unusable('private.keys-lost', {
    da: `Loggen har hændelser, men ${file} har ingen nøgler: deres tekster kan ikke læses. Læg den rigtige fil tilbage, eller genskab begge fra samme sikkerhedskopi med "npm run restore".`,
    en: `The log has events, but ${file} has no keys: their texts cannot be read. Put the right file back, or restore both from the same backup with "npm run restore".`,
  });

const sharedKeysLost = (): Unusable =>
  new Unusable('private.keys-lost', {
    da: 'Loggen i EventStoreDB har hændelser, men databasen i PRIVATE_STORE_URL har ingen nøgler: teksterne kan ikke læses. Peg på den rigtige database, eller genskab den fra sin sikkerhedskopi (pg_restore). Er det en ny, tom installation på en fælles server, så vælg et andet EVENTSTORE_PREFIX.',
    en: 'The log in EventStoreDB has events, but the database of PRIVATE_STORE_URL has no keys: the texts cannot be read. Point at the right database, or restore it from its backup (pg_restore). If this is a new, empty installation on a shared server, choose another EVENTSTORE_PREFIX.',
  });
