import { casesView } from '@rettidig/cases';
import type { CheckedWorld, Findings, StandingCheck } from './standing-check.js';
import { counted, knownAt, listOf, MOST_LISTED, text } from './standing-check.js';

/** Statuses of cases on which nothing was decided yet and MED is or may be owed something. */
const OPEN = "status in ('awaitsAnswers', 'awaitsPlacement', 'onAgenda', 'discussed', 'complete')";

interface Row {
  readonly change_id: string;
  readonly number: string;
  readonly unit_id: string;
  readonly total: number;
}

/** Open cases that lack something, the oldest first. */
function lacking(lack: string, sentence: (number: string) => Findings['first'][number]['sentence']) {
  return ({ views, at, units, committees }: CheckedWorld): Findings => {
    const rows = views.view(casesView.name).all<Row>(
      `select change_id, number, unit_id, count(*) over () as total from {change}
        where ${knownAt(at)} and ${OPEN} and ${lack}
          and (:units is null or unit_id in (select value from json_each(:units)))
          and (:committees is null or exists (select 1 from json_each(committees) as its
            where its.value in (select value from json_each(:committees))))
        order by number_order limit :most`,
      { at, units: listOf(units), committees: listOf(committees), most: MOST_LISTED },
    );
    return counted(rows, ({ change_id, number, unit_id }) => ({
      sentence: sentence(number),
      subjectIds: [change_id],
      ...(unit_id !== 'notStated' && { unitId: unit_id }),
      href: `/changes/${change_id}`,
      anchor: 'waiting',
    }));
  };
}

export const casesWithoutOwner: StandingCheck = {
  code: 'caseWithoutOwner',
  severity: 'warning',
  what: text('Åbne sager uden en ejer', 'Open cases without an owner'),
  find: lacking("owner_id = 'none'", (number) => text(`Sag ${number} har ingen ejer.`, `Case ${number} has no owner.`)),
};

export const casesWithoutDecisionDate: StandingCheck = {
  code: 'caseWithoutDecisionDate',
  severity: 'warning',
  what: text('Åbne sager uden dato for beslutningen', 'Open cases without a date of decision'),
  find: lacking("decision_day = '9999'", (number) =>
    text(
      `Sag ${number} har ingen dato for, hvornår der besluttes.`,
      `Case ${number} has no date on which it is decided.`,
    ),
  ),
};
