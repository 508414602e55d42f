export type * from './kind.js';
