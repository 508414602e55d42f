import type { CommitteeOn } from '@rettidig/organisation';
import { timetableOn } from '@rettidig/rules';
import { MEETINGS_VIEW } from './meetings-view.js';
import type { CheckedWorld, Finding, StandingCheck } from './standing-check.js';
import { findings, isHeldToForm, knownAt, text } from './standing-check.js';

/**
 * Ordinary meetings in a calendar year where a committee has agreed on no number: what the rules of procedure found
 * elsewhere have in common (domain, section 1.11: Frederikshavn 2023, Brønderslev 2013, Middelfart 2008).
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

/** What a committee is held to in a year: what it has agreed on at the end of it, or today while it lasts. */
function minimumOf({ ruleBook, today }: CheckedWorld, committeeId: string, year: number): number {
  const on = [today, `${year}-12-31`].sort()[0]!;
  return timetableOn(ruleBook, committeeId, on)?.minimumMeetings ?? MINIMUM_MEETINGS;
}

type Told = Pick<CommitteeOn, 'name'> & { readonly meetings: number; readonly minimum: number };

function tooFew(world: CheckedWorld, year: number, tell: (told: Told) => Finding['sentence']) {
  const counts = meetingsByYear(world, year);
  return [...world.structure.committees.values()]
    .filter((committee) => isHeldToForm(committee) && existsAllYear(committee, year))
    .map((committee) => ({
      ...committee,
      meetings: counts.get(committee.committeeId) ?? 0,
      minimum: minimumOf(world, committee.committeeId, year),
    }))
    .filter(({ meetings, minimum }) => meetings < minimum)
    .map(({ committeeId, name, meetings, minimum }) => ({
      sentence: tell({ name, meetings, minimum }),
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
    `Udvalg med færre ordinære møder sidste år end aftalt (${MINIMUM_MEETINGS}, hvor intet er aftalt)`,
    `Committees with fewer ordinary meetings last year than agreed (${MINIMUM_MEETINGS} where nothing is agreed)`,
  ),
  find: (world) => {
    const year = yearOf(world) - 1;
    const told = tooFew(world, year, ({ name, meetings, minimum }) =>
      text(
        `${name} havde ${meetings} af mindst ${minimum} ordinære møder i ${year}.`,
        `${name} had ${meetings} of at least ${minimum} ordinary meetings in ${year}.`,
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
    `Udvalg med færre ordinære møder holdt eller indkaldt i år end aftalt (${MINIMUM_MEETINGS}, hvor intet er aftalt)`,
    `Committees with fewer ordinary meetings held or called this year than agreed (${MINIMUM_MEETINGS} where nothing is agreed)`,
  ),
  find: (world) => {
    const year = yearOf(world);
    const told = tooFew(world, year, ({ name, meetings, minimum }) =>
      text(
        `${name} har holdt eller indkaldt ${meetings} af mindst ${minimum} ordinære møder i ${year}.`,
        `${name} has held or called ${meetings} of at least ${minimum} ordinary meetings in ${year}.`,
      ),
    );
    return findings(told, world);
  },
};
