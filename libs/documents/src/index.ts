export type * from './extract.js';
export { MOST_DOCUMENT_BYTES } from './limits.js';
export { readDocument } from './read-document.js';
export { documentRefusals, documentWarnings } from './texts.js';
export { type TableFormat, writeTable } from './write-table.js';
