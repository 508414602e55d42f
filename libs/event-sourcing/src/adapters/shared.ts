/** The engines that several processes share; apart from the others, because loading their drivers takes its time. */
export { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
