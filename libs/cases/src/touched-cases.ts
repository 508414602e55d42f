import type { ReadDatabase } from '@rettidig/event-sourcing';
import type { Touched } from '@rettidig/organisation';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { CASES_VIEW } from './projections/cases.js';
import { PLANS_VIEW } from './projections/plans.js';

// Which cases an event around them can change, asked of the view of plans. In the order of their ids, so that whoever is
// asked again says the same.

const idsOf = (rows: readonly { readonly change_id: string }[]): string[] => rows.map(({ change_id }) => change_id);

/** Every case, decided and withdrawn ones too. */
const allCases = (views: ReadDatabase): string[] =>
  idsOf(views.view(PLANS_VIEW).all('select change_id from {planned} order by change_id'));

/**
 * Cases whose unit, whose deciding manager's unit, or one of whose committees is among what a change of the structure
 * touched.
 */
export function casesAt(views: ReadDatabase, touched: Touched): string[] {
  if (touched === 'all') return allCases(views);
  const ids = JSON.stringify([...touched.units, ...touched.committees]);
  return idsOf(
    views
      .view(PLANS_VIEW)
      .all(
        'select distinct own.change_id from json_each(:ids) as touched join {own} as own on own.id = touched.value' +
          ' order by own.change_id',
        { ids },
      ),
  );
}

/** Open plans of a committee that a meeting on one of some days may be usable for. */
export function casesAround(views: ReadDatabase, committeeId: string, days: readonly LocalDate[]): string[] {
  const found = [...new Set(days)].flatMap((day) =>
    idsOf(
      views
        .view(PLANS_VIEW)
        .all(
          'select distinct change_id from {plan} where committee_id = :committeeId and last_limit > :day' +
            ' and since <= :day and known_to is null',
          { committeeId, day },
        ),
    ),
  );
  return [...new Set(found)].sort();
}

/** Cases with an open plan. */
export const openCases = (views: ReadDatabase): string[] =>
  idsOf(views.view(PLANS_VIEW).all('select distinct change_id from {plan} where known_to is null order by change_id'));

/** Cases with an open plan in a committee. */
export const openCasesOfCommittee = (views: ReadDatabase, committeeId: string): string[] =>
  idsOf(
    views
      .view(PLANS_VIEW)
      .all(
        'select distinct change_id from {plan} where committee_id = :committeeId and known_to is null order by change_id',
        { committeeId },
      ),
  );

/** Cases with an open plan that has a date of a political body in it. */
export const openCasesBefore = (views: ReadDatabase, body: DecidingBody): string[] =>
  idsOf(
    views
      .view(PLANS_VIEW)
      .all(
        'select distinct change_id from {plan} where known_to is null' +
          ' and exists (select 1 from json_each(bodies) as one where one.value = :body) order by change_id',
        { body },
      ),
  );

/** Every case of a kind, decided and withdrawn ones too. */
export const casesOfKind = (views: ReadDatabase, kind: string): string[] =>
  idsOf(
    views
      .view(PLANS_VIEW)
      .all("select change_id from {planned} where json_extract(known, '$.kind') = :kind order by change_id", { kind }),
  );

/** Cases that wait for a review, or for the rest of one, and were recorded by a release that made no plans yet. */
export function casesNeverPlanned(views: ReadDatabase): string[] {
  const ids = idsOf(views.view(PLANS_VIEW).all('select change_id from {planned} where was_planned = 0'));
  return idsOf(
    views
      .view(CASES_VIEW)
      .all(
        "select change_id from {change} where known_to is null and status in ('awaitsPlacement', 'onAgenda', 'discussed')" +
          ' and change_id in (select value from json_each(:ids)) order by change_id',
        { ids: JSON.stringify(ids) },
      ),
  );
}
