import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate, Source, Validity, Words } from '@rettidig/vocabulary';
import { dayInCsv, sourceKinds } from '@rettidig/vocabulary';

/** Where a day stands to something that holds for a while. */
export const whens = ['past', 'present', 'future'] as const;
export type When = (typeof whens)[number];

const text = (da: string, en: string): Text => ({ da, en });

export const whenWords: Words<When> = {
  past: text('ophørt', 'over'),
  present: text('gælder', 'holds'),
  future: text('kommende', 'to come'),
};

/** How a term looks from a day. */
export const whenOf = ({ from, to }: Validity, day: LocalDate): When =>
  day < from ? 'future' : to !== null && to <= day ? 'past' : 'present';

/** A day in a cell; empty when there is none. */
export const dayCell = (day: LocalDate | null): string => (day === null ? '' : dayInCsv(day));

/** A source in a cell. */
export const sourceCell = (source: Source | null, language: 'da' | 'en'): string =>
  source === null ? '' : [sourceKinds[source.kind][language], source.reference].filter(Boolean).join(': ');
