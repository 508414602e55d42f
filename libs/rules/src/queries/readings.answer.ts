import type { Instant } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { FreeText, pageWith } from '@rettidig/vocabulary';
import { ReadingsFields } from '../readings.fields.js';
import { AgreedAt, AgreementSource, InEffect } from './agreement.answer.js';

/** Readings that were agreed on, in codes and in words. */
class ReadingsShown extends ReadingsFields {
  @FreeText({ description: 'The kind of change in words.', max: 300 })
  kindText!: string;

  @FreeText({ description: 'The body in words.', max: 200 })
  bodyText!: string;

  @FreeText({ description: 'What it means for MED, in words.', max: 300 })
  readingsText!: string;

  @InEffect()
  inEffect!: boolean;

  @AgreedAt()
  agreedAt!: Instant;

  @AgreementSource()
  source!: Source | null;
}

export class ReadingsList extends pageWith(() => ReadingsShown, {
  items: 'The agreements of this page.',
  total: 'All agreements that match, on all pages.',
  facets: 'Counts by whether they are in effect.',
}) {}
