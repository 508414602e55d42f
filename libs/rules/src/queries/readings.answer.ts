import type { Instant, ListPage } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { Count, Dictionary, Flag, FreeText, ListOf, Moment, One, Pattern, SourceOfFact } from '@rettidig/vocabulary';
import { ReadingsFields } from '../readings.fields.js';

/** Readings that were agreed on, in codes and in words. */
export class ReadingsShown extends ReadingsFields {
  @FreeText({ description: 'The kind of change in words.', max: 300 })
  kindText!: string;

  @FreeText({ description: 'The body in words.', max: 200 })
  bodyText!: string;

  @FreeText({ description: 'What it means for MED, in words.', max: 300 })
  readingsText!: string;

  @Flag({ description: 'It holds on the day asked about: `holdsOn`, or that of `asOf`, or today.' })
  inEffect!: boolean;

  @Moment({ description: 'When it was recorded.' })
  agreedAt!: Instant;

  @One(() => SourceOfFact, { description: 'Where the agreement stands; null when nobody said.', nullable: true })
  source!: Source | null;
}

export class ReadingsList implements ListPage<ReadingsShown> {
  @ListOf(() => ReadingsShown, { description: 'The agreements of this page.', max: 200 })
  items!: ReadingsShown[];

  @Count({ description: 'All agreements that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by whether they are in effect.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}
