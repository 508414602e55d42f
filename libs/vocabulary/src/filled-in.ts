import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import { dayInWords } from './date-words.js';

/** A text with its `{details}` filled in; days as the reader writes them. */
export const filledIn = (text: Text, details: RefusalDetails, language: Language): string =>
  text[language].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => shown(details[name], language));

function shown(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, language)).join(', ');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '…';
  return language === 'da' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value;
}
