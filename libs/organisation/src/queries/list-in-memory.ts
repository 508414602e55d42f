import type { Instant, Language, ListPage, QueryContext } from '@rettidig/event-sourcing';
import type { LocalDate, PageParameters } from '@rettidig/vocabulary';
import { asOfInstant, dayOf, pageAsked, pageOf } from '@rettidig/vocabulary';
import { organisationTexts } from '../free-texts.js';
import { knownAt } from '../organisation.js';
import type { OrganisationReference } from './organisation-reference.js';

/** Reference data that remembers what was known when. */
export interface Memory<Reference> {
  /** When the latest of it became known; empty before anything is. */
  readonly latest: (reference: Reference) => Instant;
  /** The same as it was known at an instant, that instant included. */
  readonly knownAt: (reference: Reference, at: Instant) => Reference;
}

/** What the lists of this slice are read from, but for the working groups. */
export const organisationMemory: Memory<OrganisationReference> = {
  latest: ({ organisation }) => organisation.last?.knownAt ?? '',
  knownAt: ({ organisation }, at) => ({ organisation: knownAt(organisation, at) }),
};

/** What a question to a list is about, beside its filters. */
export interface About<Reference> {
  /** As known at `asOf`, or when the first page was read. */
  readonly reference: Reference;
  /** `validOn`, or the day of `asOf`, or today. */
  readonly validOn: LocalDate;
  readonly language: Language;
  /** What people wrote, in the place of where it stands. */
  readonly opened: <Value>(value: Value) => Value;
}

/** Rows that match, in order, and counts by what they can be filtered by. */
interface Found<Row> {
  readonly rows: readonly Row[];
  readonly facets: ListPage<Row>['facets'];
}

interface ListInMemory<Parameters, Reference, Row, Item> {
  readonly name: string;
  readonly memory: Memory<Reference>;
  readonly found: (parameters: Parameters, about: About<Reference>) => Found<Row>;
  readonly show: (row: Row, about: About<Reference>) => Item;
}

type Asking = PageParameters & { readonly validOn?: LocalDate };

/** A list that is worked out from the reference data and shown with its texts: page by page, or all of its rows for an export. */
export function listInMemory<Parameters extends Asking, Reference, Row, Item>(
  list: ListInMemory<Parameters, Reference, Row, Item>,
) {
  const aboutAt = (
    { asOf, validOn }: Asking,
    { reference, now, language, views }: QueryContext<Reference>,
    known: Instant | undefined,
  ): About<Reference> => ({
    reference: known === undefined ? reference : list.memory.knownAt(reference, known),
    validOn: validOn ?? dayOf(asOfInstant(asOf, now) ?? now),
    language,
    opened: (value) => organisationTexts.shown(value, views),
  });
  return {
    /** @throws Refused `cursor.unknown` */
    page(parameters: Parameters, context: QueryContext<Reference>): ListPage<Item> {
      const latest = list.memory.latest(context.reference);
      const page = pageAsked(list.name, parameters, asOfInstant(parameters.asOf, context.now) ?? latest);
      const about = aboutAt(parameters, context, page.at);
      const { rows, facets } = list.found(parameters, about);
      return pageOf(rows, page, facets, (row) => about.opened(list.show(row, about)));
    },
    /** All of them, shown as on the pages. */
    *rows(parameters: Parameters, context: QueryContext<Reference>): Generator<Item> {
      const about = aboutAt(parameters, context, asOfInstant(parameters.asOf, context.now));
      for (const row of list.found(parameters, about).rows) yield about.opened(list.show(row, about));
    },
  };
}
