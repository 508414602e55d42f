import { casesView } from '@rettidig/cases';
import { committeeName } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayInWords } from '@rettidig/vocabulary';
import { MEETINGS_VIEW } from './meetings-view.js';
import type { CheckedWorld, Findings, StandingCheck } from './standing-check.js';
import { counted, knownAt, listOf, MOST_LISTED, text } from './standing-check.js';

/** The next meeting of each committee from today on, as JSON: `{"committee": "2026-06-03"}`. */
function nextMeetings({ views, at, today }: CheckedWorld): string {
  const rows = views.view(MEETINGS_VIEW).all<{ committee_id: string; day: LocalDate }>(
    `select committee_id, min(day) as day from {meeting}
        where ${knownAt(at)} and status = 'scheduled' and day >= :today group by committee_id`,
    { at, today },
  );
  return JSON.stringify(Object.fromEntries(rows.map(({ committee_id, day }) => [committee_id, day])));
}

interface Row {
  readonly change_id: string;
  readonly number: string;
  readonly unit_id: string;
  readonly decision_day: LocalDate;
  readonly committee_id: string;
  readonly meeting_day: LocalDate | null;
  readonly total: number;
}

/**
 * A case that waits to be placed with a committee that does not meet before the decision, or that stands on the agenda
 * of a meeting after it. A meeting on the day of the decision is too late: the order cannot be shown.
 */
const TOO_LATE = `select c.change_id, c.number, c.unit_id, c.decision_day, count(*) over () as total,
    json_extract(waits.value, '$.committeeId') as committee_id,
    coalesce(json_extract(waits.value, '$.on'), next.value) as meeting_day
  from {change} as c, json_each(c.waiting) as waits
    left join json_each(:meetings) as next on next.key = json_extract(waits.value, '$.committeeId')
  where KNOWN and c.decision_day >= :today and c.decision_day < '9999'
    and json_extract(waits.value, '$.what') in ('placement', 'meeting')
    and json_extract(waits.value, '$.committeeId') is not null
    and coalesce(json_extract(waits.value, '$.on'), next.value, '9999') >= c.decision_day
    and (:units is null or c.unit_id in (select value from json_each(:units)))
    and (:committees is null
      or json_extract(waits.value, '$.committeeId') in (select value from json_each(:committees)))
  order by c.decision_day, c.number_order limit :most`;

function find(world: CheckedWorld): Findings {
  const { views, at, today, units, committees, organisation } = world;
  const rows = views.view(casesView.name).all<Row>(TOO_LATE.replace('KNOWN', knownAt(at)), {
    at,
    today,
    meetings: nextMeetings(world),
    units: listOf(units),
    committees: listOf(committees),
    most: MOST_LISTED,
  });
  return counted(rows, ({ change_id, number, unit_id, decision_day, committee_id, meeting_day }) => {
    const name = committeeName(organisation, committee_id) ?? committee_id;
    const day = dayInWords(decision_day);
    const met = meeting_day && dayInWords(meeting_day);
    return {
      sentence: text(
        `Sag ${number} besluttes ${day}, og ${name} mødes ${met ? `først ${met}` : 'ikke før'}.`,
        `Case ${number} is decided on ${day}, and ${name} ${met ? `meets only on ${met}` : 'does not meet before'}.`,
      ),
      subjectIds: [change_id],
      ...(unit_id !== 'notStated' && { unitId: unit_id }),
      committeeId: committee_id,
      href: `/changes/${change_id}`,
      anchor: 'waiting',
    };
  });
}

export const decisionsBeforeMeetings: StandingCheck = {
  code: 'decisionBeforeMeeting',
  severity: 'error',
  what: text(
    'Beslutninger, der ligger før det næste møde i udvalget, der skal drøfte sagen',
    'Decisions that come before the next meeting of the committee that must discuss the case',
  ),
  find,
};
