import type { Instant } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { FreeText, pageWith } from '@rettidig/vocabulary';
import { TimelinessTargetFields } from '../timetable.fields.js';
import { AgreedAt, AgreementSource, InEffect } from './agreement.answer.js';

/** A target that was agreed on, in codes and in words. */
class TimelinessTargetShown extends TimelinessTargetFields {
  @FreeText({ description: 'The kind of change in words.', max: 300 })
  kindText!: string;

  @FreeText({ description: 'What is measured, in words.', max: 100 })
  intervalText!: string;

  @FreeText({ description: 'The target in words.', max: 300, example: 'Mindst 42 kalenderdage.' })
  daysText!: string;

  @InEffect()
  inEffect!: boolean;

  @AgreedAt()
  agreedAt!: Instant;

  @AgreementSource()
  source!: Source | null;
}

export class TimelinessTargetList extends pageWith(() => TimelinessTargetShown, {
  items: 'The targets of this page.',
  total: 'All targets that match, on all pages.',
  facets: 'Counts by whether they are in effect.',
}) {}
