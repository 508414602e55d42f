import type { CommitteeOn } from '@rettidig/organisation';
import { MEETINGS_VIEW } from './meetings-view.js';
import type { CheckedWorld, Finding, StandingCheck } from './standing-check.js';
import { findings, isHeldToForm, knownAt, text } from './standing-check.js';

/**
 * Ordinary meetings in a calendar year, until a committee can say what it agreed on itself: what the rules of procedure
 * found elsewhere have in common (domain, section 1.11: Frederikshavn 2023, Brønderslev 2013, Middelfart 2008).
 */
export const MINIMUM_MEETINGS = 4;

interface Row {
  readonly committee_id: string;
  readonly year: string;
  readonly meetings: number;
}

/** Ordinary meetings by committee and year: held ones, and those that are called for and still to come. */
function meetingsByYear({ views, at, today }: CheckedWorld, year: number): ReadonlyMap<string, number> {
  const rows = views.view(MEETINGS_VIEW).all<Row>(
    `select committee_id, substr(day, 1, 4) as year, count(*) as meetings from {meeting}
      where ${knownAt(at)} and extraordinary = 0 and (status = 'held' or (status = 'scheduled' and day >= :today)) and day between :from and :to
      group by committee_id, year`,
    { at, today, from: `${year}-01-01`, to: `${year}-12-31` },
  );
  return new Map(rows.map(({ committee_id, meetings }) => [committee_id, meetings]));
}

/** A committee is held to a whole year only. */
const existsAllYear = ({ validity, levelInForce }: CommitteeOn, year: number): boolean =>
  levelInForce && validity.from <= `${year}-01-01` && (validity.to === null || validity.to > `${year}-12-31`);

function tooFew(world: CheckedWorld, year: number, tell: (name: string, meetings: number) => Finding['sentence']) {
  const counts = meetingsByYear(world, year);
  return [...world.structure.committees.values()]
    .filter((committee) => isHeldToForm(committee) && existsAllYear(committee, year))
    .map((committee) => ({ ...committee, meetings: counts.get(committee.committeeId) ?? 0 }))
    .filter(({ meetings }) => meetings < MINIMUM_MEETINGS)
    .map(({ committeeId, name, meetings }) => ({
      sentence: tell(name, meetings),
      subjectIds: [committeeId],
      committeeId,
      meetings,
      href: `/meetings?committee=${committeeId}`,
      anchor: 'meeting',
    }));
}

const yearOf = ({ today }: CheckedWorld): number => Number(today.slice(0, 4));

/** The year that is over. Where nothing is recorded of it, the system was not there yet, and nothing is said. */
export const tooFewMeetingsLastYear: StandingCheck = {
  code: 'tooFewMeetingsLastYear',
  severity: 'warning',
  what: text(
    `Udvalg med færre end ${MINIMUM_MEETINGS} ordinære møder sidste år`,
    `Committees with fewer than ${MINIMUM_MEETINGS} ordinary meetings last year`,
  ),
  find: (world) => {
    const year = yearOf(world) - 1;
    const told = tooFew(world, year, (name, meetings) =>
      text(
        `${name} havde ${meetings} af mindst ${MINIMUM_MEETINGS} ordinære møder i ${year}.`,
        `${name} had ${meetings} of at least ${MINIMUM_MEETINGS} ordinary meetings in ${year}.`,
      ),
    );
    return findings(
      told.filter(({ meetings }) => meetings > 0),
      world,
    );
  },
};

export const tooFewMeetingsThisYear: StandingCheck = {
  code: 'tooFewMeetingsThisYear',
  severity: 'information',
  what: text(
    `Udvalg med færre end ${MINIMUM_MEETINGS} ordinære møder holdt eller indkaldt i år`,
    `Committees with fewer than ${MINIMUM_MEETINGS} ordinary meetings held or called this year`,
  ),
  find: (world) => {
    const year = yearOf(world);
    const told = tooFew(world, year, (name, meetings) =>
      text(
        `${name} har holdt eller indkaldt ${meetings} af mindst ${MINIMUM_MEETINGS} ordinære møder i ${year}.`,
        `${name} has held or called ${meetings} of at least ${MINIMUM_MEETINGS} ordinary meetings in ${year}.`,
      ),
    );
    return findings(told, world);
  },
};
