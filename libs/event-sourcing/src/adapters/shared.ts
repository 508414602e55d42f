/** The engines that several processes share; apart from the others, because loading their drivers takes its time. */
export { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
export { BullMqEffectQueue } from './bullmq/bullmq-effect-queue.js';
export { PostgresPrivateStore } from './postgres-private-store.js';
