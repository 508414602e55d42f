import type { Instant, ListPage } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { Count, Dictionary, Flag, FreeText, ListOf, Moment, One, Pattern, SourceOfFact } from '@rettidig/vocabulary';
import { TimelinessTargetFields } from '../timetable.fields.js';

/** A target that was agreed on, in codes and in words. */
export class TimelinessTargetShown extends TimelinessTargetFields {
  @FreeText({ description: 'The kind of change in words.', max: 300 })
  kindText!: string;

  @FreeText({ description: 'What is measured, in words.', max: 100 })
  intervalText!: string;

  @FreeText({ description: 'The target in words.', max: 300, example: 'Mindst 42 kalenderdage.' })
  daysText!: string;

  @Flag({ description: 'It holds on the day asked about: `holdsOn`, or that of `asOf`, or today.' })
  inEffect!: boolean;

  @Moment({ description: 'When it was recorded.' })
  agreedAt!: Instant;

  @One(() => SourceOfFact, { description: 'Where the agreement stands; null when nobody said.', nullable: true })
  source!: Source | null;
}

export class TimelinessTargetList implements ListPage<TimelinessTargetShown> {
  @ListOf(() => TimelinessTargetShown, { description: 'The targets of this page.', max: 200 })
  items!: TimelinessTargetShown[];

  @Count({ description: 'All targets that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by whether they are in effect.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}
