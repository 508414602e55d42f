import type { QueryContext } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { asOfInstant, dayOf } from '@rettidig/vocabulary';
import type { Organisation } from '../organisation.js';
import { knownAt } from '../organisation.js';

/** What queries on the organisation look at: it is folded in memory, so there is no view that could be behind. */
export interface OrganisationReference {
  readonly organisation: Organisation;
}

/** The organisation as known at `asOf`, and the day asked about: `validOn`, or the day of `asOf`, or today. */
export function askedAbout(
  { validOn, asOf }: { readonly validOn?: LocalDate; readonly asOf?: string },
  { reference, now }: QueryContext<OrganisationReference>,
): { readonly organisation: Organisation; readonly validOn: LocalDate } {
  const at = asOfInstant(asOf, now);
  return {
    organisation: at === undefined ? reference.organisation : knownAt(reference.organisation, at),
    validOn: validOn ?? dayOf(at ?? now),
  };
}
