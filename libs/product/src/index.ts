export * from './data-folder.js';
export * from './demo.js';
export * from './effects.js';
export * from './features.js';
export * from './shared-demo.js';
