export type * from './extract.js';
