import { MemoryEventStore } from '../adapters/memory.js';
import { NodeCipher } from '../adapters/node-crypto.js';
import { SqlitePrivateStore } from '../adapters/sqlite-private-store.js';
import { SqliteReadDatabase } from '../adapters/sqlite-views.js';
import type { EngineParts } from '../engine.js';
import { Engine } from '../engine.js';
import type { CommandRequest } from '../engine.types.js';
import type { Feature } from '../feature.js';
import { idOf } from '../ids.js';
import { registryOf } from '../registry.js';
import { SealingCodec } from '../sealing-codec.js';
import { ScriptedClock } from './scripted-clock.js';

/** What a test may bring along instead of what is made for it. */
export type Brought = Partial<Omit<EngineParts, 'features' | 'privateStore' | 'clock'>> & {
  readonly clock?: ScriptedClock;
  readonly privateStore?: SqlitePrivateStore;
};

/** An engine with all real parts, in memory. Everything is allowed unless the test brings its own `authorize`. */
export function memoryEngine(features: readonly Feature[], brought: Brought = {}) {
  const privateStore = brought.privateStore ?? new SqlitePrivateStore(':memory:');
  const parts = {
    store: new MemoryEventStore(),
    views: new SqliteReadDatabase(':memory:'),
    codec: new SealingCodec(privateStore, new NodeCipher(), registryOf(features).sealedFields),
    clock: new ScriptedClock(),
    authorize: () => ({ allow: true, reason: null }),
    firstPause: 1,
    ...brought,
  };
  const engine = new Engine({ ...parts, features, privateStore });
  return { ...parts, privateStore, engine };
}

/** A command as a person sends it; every call without a `commandId` is another command. */
export function requestOf(command: string, message: object, changes: Partial<CommandRequest> = {}): CommandRequest {
  const commandId = changes.commandId ?? idOf('request', String((requests += 1)));
  return {
    command,
    message,
    actor: { id: '00000000-0000-4000-8000-000000000001', role: 'secretariat' },
    correlationId: commandId,
    byPerson: true,
    ...changes,
    commandId,
  };
}

let requests = 0;
