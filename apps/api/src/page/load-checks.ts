import type { StandingCheckList } from '@rettidig/detection';
import type { Asking } from './asking.js';
import type { ChecksShown } from './model.js';

/** Findings shown, the gravest first; the list itself has them all. */
const MOST_FINDINGS = 30;

/** What is wrong or missing in the system as a whole. */
export async function loadChecks(asking: Asking): Promise<ChecksShown> {
  const list = await asking.ask<StandingCheckList>('ListStandingChecks', { ...asking.asOf, limit: MOST_FINDINGS });
  return {
    rows: list.items.map(({ severityText, sentence, check, pageHref }, at) => ({
      key: `${at} ${sentence}`,
      severity: severityText,
      sentence,
      check,
      href: pageHref?.slice(1) ?? null,
    })),
    more: list.total - list.items.length,
  };
}
