import { FreeText, OneOf } from './fields.js';
import { sourceKinds } from './words.js';
import type { Source, SourceKind } from './words.js';

/** Where a recorded fact comes from, as a field of messages and answers: `@One(() => SourceOfFact, …)`. */
export class SourceOfFact implements Source {
  @OneOf(sourceKinds, { description: 'What kind of source it is.', example: 'minutes' })
  kind!: SourceKind;

  @FreeText({
    description: 'Document and lines or page in it; never a name of a person.',
    example: 'Referat af HovedMED 24-04-2026, linje 345',
    max: 300,
    optional: true,
  })
  reference?: string;
}
