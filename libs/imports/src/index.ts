export * from './import.events.js';
export type * from './import-kind.js';
export { importKinds } from './import-kinds.js';
export { takeIn } from './acts/take-in.js';
export type { ImportList } from './queries/list-imports.js';
export { importsFeature } from './imports.feature.js';
