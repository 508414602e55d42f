import type { ViewWriter } from '@rettidig/event-sourcing';
import type { Columns } from './versions.js';

/**
 * How many plans stand now with the same days on which their health turns. However many plans there are, these days are
 * few: what is counted over all plans is counted here.
 */
export const planCountsSchema =
  'create table {plan_days} (at_risk_from text not null, past_from text not null, unconfirmed_from text not null,' +
  ' plans integer not null, primary key (at_risk_from, past_from, unconfirmed_from)) strict, without rowid';

/** Selects `value` and `count` of all plans that stand now, by an expression over their days. */
export const planCounts = (expression: string): string =>
  `select ${expression} as value, sum(plans) as count from {plan_days} group by value`;

/** Counts the plans of a case that stand no longer out, and those that stand now in. */
export function countPlans(view: ViewWriter, before: readonly Columns[], after: readonly Columns[]): void {
  const more = new Map<string, { readonly days: Days; plans: number }>();
  const add = (row: Columns, plans: number): void => {
    const days = daysOf(row);
    const key = JSON.stringify(days);
    more.set(key, { days, plans: (more.get(key)?.plans ?? 0) + plans });
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  for (const { days, plans } of more.values()) {
    if (plans === 0) continue;
    view.run(
      'insert into {plan_days} values (:atRisk, :past, :unconfirmed, :plans)' +
        ' on conflict do update set plans = plans + excluded.plans',
      { ...days, plans },
    );
    if (plans < 0) view.run(`delete from {plan_days} where ${SAME_DAYS} and plans = 0`, { ...days });
  }
}

const SAME_DAYS = 'at_risk_from = :atRisk and past_from = :past and unconfirmed_from = :unconfirmed';

interface Days {
  readonly atRisk: string;
  readonly past: string;
  readonly unconfirmed: string;
}

const daysOf = ({ at_risk_from, past_from, unconfirmed_from }: Columns): Days => ({
  atRisk: at_risk_from as string,
  past: past_from as string,
  unconfirmed: unconfirmed_from as string,
});
