import type { Language } from '@rettidig/event-sourcing';

/** What has a page of its own; called as in the API. */
export type Thing = 'changes' | 'meetings' | 'possible-misses' | 'committees' | 'screening-forums' | 'people';

/** The page of one thing. Pages are Danish unless asked otherwise. */
export const pathOf = (thing: Thing, id: string, language: Language): string =>
  `/${thing}/${id}${language === 'en' ? '?lang=en' : ''}`;
