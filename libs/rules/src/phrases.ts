import type { Language } from '@rettidig/event-sourcing';
import { danish } from './phrases.da.js';
import { english } from './phrases.en.js';
import type { Names, Phrases } from './phrases.types.js';

export const phrasesOf = (language: Language): Phrases => (language === 'en' ? english : danish);

/** "a", "a og b", "a, b og c". */
export const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

export const committeeOf = (committeeId: string, names: Names, say: Phrases): string =>
  names.committeeName(committeeId) ?? say.unnamedCommittee;
