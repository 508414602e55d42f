export * from './can.js';
export * from './reasons.js';
export * from './roles.js';
export * from './table.js';
export * from './tokens.js';
