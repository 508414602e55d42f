import {
  Codes,
  Count,
  FreeText,
  Id,
  Ids,
  ListOf,
  Numeric,
  OneOf,
  pageWith,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import { heldWords, type HeldFunction } from '../texts/held-words.js';

/** It is not asked `asOf`: an address has no history. */
export class ListPeopleWithoutAddress {
  @Repeated()
  @Codes(heldWords, { description: 'Those with one of these functions.', optional: true })
  function?: HeldFunction[];

  @Repeated()
  @Ids({ description: 'Those with a function in one of these committees.', optional: true })
  committee?: string[];

  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;

  @Pattern(/^[A-Za-z0-9_-]{1,2000}$/, {
    description:
      'Where the page before ended: its `nextCursor`. Goes with the same filters only. Whoever was given an address' +
      ' meanwhile is gone, and the others move up: then begin with the first page again.',
    optional: true,
  })
  cursor?: string;
}

/** One function of a person. */
class HeldFunctionShown {
  @OneOf(heldWords, { description: 'The function.' })
  function!: HeldFunction;

  @FreeText({ description: 'The same in words.', max: 100 })
  functionText!: string;

  @Id({ description: 'The committee; null for functions in none, and for the secretariat of all.', nullable: true })
  committeeId!: string | null;

  @Id({
    description: 'The unit that is managed, or that cases of an owner are about; null for others.',
    nullable: true,
  })
  unitId!: string | null;
}

/** Somebody who should be told of things and has no mail address. */
export class PersonWithoutAddress {
  @Id({ description: 'The person.' })
  personId!: string;

  @ListOf(() => HeldFunctionShown, { description: 'All that they have today, and seats that begin within 30 days.' })
  functions!: HeldFunctionShown[];
}

export class PeopleWithoutAddress extends pageWith(() => PersonWithoutAddress, {
  items: 'The people of this page, those with most functions first.',
  facets: 'Counts of people by function, as if it were not filtered by; who has several counts under each.',
}) {}
