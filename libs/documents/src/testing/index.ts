export * from './docx-of.js';
export * from './pdf-of.js';
export * from './xlsx-of.js';
