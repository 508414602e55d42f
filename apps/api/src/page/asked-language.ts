import type { Language } from '@rettidig/event-sourcing';

/** The language that an address asks for; Danish unless it says otherwise. */
export const languageOf = (query: unknown): Language =>
  (query as Readonly<Record<string, unknown>>)['lang'] === 'en' ? 'en' : 'da';
