import { AsOf, Codes, Day, Ids, Pattern, Repeated } from '@rettidig/vocabulary';
import type { Maturity } from '../change.events.js';
import { maturities } from '../words.js';

/** Which reviews are measured. */
export class TimelinessFilter {
  @Day({ description: 'Held on this day or later.', optional: true })
  from?: string;

  @Day({ description: 'Held on this day or earlier.', optional: true })
  to?: string;

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for cases without a unit.',
    optional: true,
  })
  unit?: string;

  @Pattern(/^[A-Za-z][A-Za-z0-9,]{0,300}$/, { description: 'Kinds of change, by commas.', optional: true })
  kind?: string;

  @Repeated()
  @Ids({ description: 'Reviews held by these committees.', optional: true })
  committee?: string[];

  @Repeated()
  @Codes(maturities, { description: 'How far the proposal had come.', optional: true })
  maturity?: Maturity[];

  @AsOf()
  asOf?: string;
}
