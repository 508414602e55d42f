import type { Instant } from '@rettidig/event-sourcing';
import type { PageAsked, PageParameters } from '@rettidig/vocabulary';
import { asOfInstant, pageAsked } from '@rettidig/vocabulary';

/** A question to a list that is worked out anew from versions of rows: `at` is the moment, and today its day. */
export interface Asked extends PageAsked {
  /** Up to here versions of rows are read; beyond the moment only where a clock was set back. */
  readonly knownUntil: Instant;
}

/** Later than every instant. */
const ALL_KNOWN = '9999';

/**
 * What is asked for: later pages are worked out for the moment of the first one.
 * @throws Refused `cursor.unknown`, 400
 */
export function asked(list: string, parameters: PageParameters, now: Instant): Asked {
  const asOf = asOfInstant(parameters.asOf, now);
  const page = pageAsked(list, parameters, asOf ?? now);
  const isFirstOfNow = asOf === undefined && parameters.cursor === undefined;
  return { ...page, knownUntil: isFirstOfNow ? ALL_KNOWN : page.at };
}
