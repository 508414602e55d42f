import type { DocumentWarning } from './extract.js';

/** A warning by its code; the text stands in the texts of this lib. */
export const warning = (code: string, details: DocumentWarning['details'] = {}): DocumentWarning => ({ code, details });
