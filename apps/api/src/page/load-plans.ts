import type { PlanList } from '@rettidig/cases';
import { healthWords } from '@rettidig/planning';
import type { Health } from '@rettidig/planning';
import type { Asking } from './asking.js';
import { pathOf } from './paths.js';
import type { PlansShown } from './plan.model.js';

/** Cases named by number for each state; the list itself has them all. */
const MOST_CASES = 12;

/** The gravest first. */
const order: readonly Health[] = ['pastLatestDate', 'unconfirmed', 'atRisk', 'onTrack'];

/** How many duties are on track, at risk, past and unconfirmed, with the cases. `shown`: numbers of those on the page. */
export async function loadPlans(asking: Asking, shown: ReadonlySet<string>): Promise<PlansShown> {
  const all = await asking.ask<PlanList>('ListPlans', { ...asking.asOf, limit: 1 });
  const byHealth: PlansShown['byHealth'][number][] = [];
  for (const health of order) {
    const count = all.facets['health']?.[health] ?? 0;
    const list = { ...asking.asOf, health: [health], limit: MOST_CASES };
    const items = count > 0 ? (await asking.ask<PlanList>('ListPlans', list)).items : [];
    const ids = new Map(items.map(({ number, changeId }) => [number, changeId]));
    byHealth.push({
      ...{ health, count },
      text: healthWords[health][asking.language],
      cases: [...ids].map(([number, id]) => ({
        number,
        href: shown.has(number) ? `#case-${number}` : pathOf('changes', id, asking.language),
      })),
    });
  }
  return { total: all.total, byHealth };
}
