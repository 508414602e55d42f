export * from './data-folder.js';
export * from './demo.js';
export * from './features.js';
export * from './watched-folder/watch-agendas.js';
