export * from './decider-spec.js';
export * from './event-store-contract.js';
export * from './memory-engine.js';
export * from './projection-spec.js';
export * from './places.js';
export * from './reaction-spec.js';
export * from './scripted-clock.js';
export * from './some-events.js';
