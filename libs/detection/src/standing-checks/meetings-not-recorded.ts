import { committeeName } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayInWords } from '@rettidig/vocabulary';
import { MEETINGS_VIEW } from './meetings-view.js';
import type { CheckedWorld, Findings, StandingCheck } from './standing-check.js';
import { counted, knownAt, listOf, MOST_LISTED, text } from './standing-check.js';

interface Row {
  readonly id: string;
  readonly committee_id: string;
  readonly day: LocalDate;
  readonly total: number;
}

/** Called for a day that has passed: nobody said that it was held, moved or cancelled. */
function find({ views, at, today, units, committees, organisation }: CheckedWorld): Findings {
  // A meeting is of a committee, and of no unit.
  if (units) return { first: [], total: 0 };
  const rows = views.view(MEETINGS_VIEW).all<Row>(
    `select id, committee_id, day, count(*) over () as total from {meeting}
      where ${knownAt(at)} and status = 'scheduled' and day < :today
        and (:committees is null or committee_id in (select value from json_each(:committees)))
      order by day, id limit :most`,
    { at, today, committees: listOf(committees), most: MOST_LISTED },
  );
  return counted(rows, ({ id, committee_id, day }) => {
    const name = committeeName(organisation, committee_id) ?? committee_id;
    return {
      sentence: text(
        `Mødet ${dayInWords(day)} i ${name} er ikke registreret som holdt.`,
        `The meeting of ${name} on ${dayInWords(day)} is not recorded as held.`,
      ),
      subjectIds: [id],
      committeeId: committee_id,
      href: `/meetings/${id}`,
      anchor: 'meeting',
    };
  });
}

export const meetingsNotRecorded: StandingCheck = {
  code: 'meetingNotRecorded',
  severity: 'warning',
  what: text(
    'Møder, hvis dag er passeret, og som hverken er registreret som holdt eller aflyst',
    'Meetings whose day has passed and that are recorded neither as held nor as cancelled',
  ),
  find,
};
