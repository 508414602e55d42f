export * from './import.events.js';
export type * from './import-kind.js';
export { importKinds } from './import-kinds.js';
export { takeIn } from './acts/take-in.js';
export { importsFeature } from './imports.feature.js';
export { meetingPlanTable } from './meeting-plan/columns.js';
export { structureTables } from './structure/columns.js';
export { templateOf } from './tables/column.js';
export type { TableDefinition } from './tables/column.js';
