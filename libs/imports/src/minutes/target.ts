import type { Instant } from '@rettidig/event-sourcing';
import { idOf, impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { Meetings, MeetingState } from '@rettidig/meetings';
import type { MinutesDraft } from '@rettidig/minutes';
import type { Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import type { Validity } from '@rettidig/vocabulary';
import { dayOf, holdsOn } from '@rettidig/vocabulary';
import type { MinutesDecisions } from './decisions.js';
import { keyOf } from './names.js';
import type { CommitteeMatch } from './states.js';

/** What plans of minutes look up. */
export interface MinutesReference {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
}

export interface CommitteeTarget {
  readonly committeeId?: string;
  readonly name?: string;
  readonly how: CommitteeMatch;
}

/** The meeting that the minutes are of, as far as it can be told, and what keeps it from being told. */
export interface Target {
  readonly committee: CommitteeTarget;
  readonly heldOn?: string;
  readonly meetingId?: string;
  readonly known?: MeetingState;
  readonly obstacle?: Refused;
}

interface Named {
  readonly committeeId: string;
  readonly name: string;
}

const committeesOf = (organisation: Organisation): (Named & { readonly main: boolean })[] =>
  [...historyOf(organisation).committees.values()].map(({ committeeId, name, level }) => ({
    committeeId,
    name,
    main: level === 'main',
  }));

/** The committee by its written name: the same, the same by its letters, or the one main committee there is. */
function named(written: string | undefined, organisation: Organisation): CommitteeTarget {
  if (written === undefined) return { how: 'none' };
  const all = committeesOf(organisation);
  const only = (matching: readonly Named[], how: CommitteeMatch): CommitteeTarget | undefined =>
    matching.length === 1 ? { committeeId: matching[0]!.committeeId, name: matching[0]!.name, how } : undefined;
  return (
    only(
      all.filter(({ name }) => name === written.trim()),
      'exact',
    ) ??
    only(
      all.filter(({ name }) => keyOf(name) === keyOf(written)),
      'normalised',
    ) ??
    (/^hoved/i.test(written.trim())
      ? only(
          all.filter(({ main }) => main),
          'onlyMain',
        )
      : undefined) ?? { how: 'none' }
  );
}

/** All meetings of a committee on a day, cancelled ones left out. */
const meetingsOn = (meetings: Meetings, committeeId: string, day: string): MeetingState[] =>
  [...meetings.shelves.values()]
    .flatMap((shelf) => [...shelf.values()])
    .filter((one) => one.committeeId === committeeId && one.status !== 'cancelled' && (one.heldOn ?? one.on) === day);

/** Which meeting these minutes are of. */
export function targetOf(
  draft: MinutesDraft,
  decisions: MinutesDecisions,
  { organisation, meetings }: MinutesReference,
  now: Instant,
): Target {
  const byName = named(draft.committee?.value, organisation);
  const committee = chosenOr(byName, decisions, organisation);
  const heldOn = decisions.heldOn ?? (draft.heldOn?.confidence === 'guess' ? undefined : draft.heldOn?.value);
  const told = { committee, ...(heldOn && { heldOn }) };
  const obstacle =
    nothingRead(draft) ??
    committeeObstacle(draft, decisions, byName, committee) ??
    dayObstacle(heldOn, now) ??
    seatsObstacle(decisions, heldOn!, historyOf(organisation).committees.get(committee.committeeId!)!.validity);
  if (obstacle) return { ...told, obstacle };
  return { ...told, ...meetingOn(meetings, committee.committeeId!, heldOn!, decisions) };
}

function chosenOr(
  byName: CommitteeTarget,
  { committeeId }: MinutesDecisions,
  organisation: Organisation,
): CommitteeTarget {
  if (committeeId === undefined) return byName;
  const committee = historyOf(organisation).committees.get(committeeId);
  return committee ? { committeeId, name: committee.name, how: 'chosen' } : { how: 'none' };
}

const nothingRead = (draft: MinutesDraft): Refused | undefined =>
  !draft.committee && !draft.heldOn && draft.items.length === 0 ? impossible('minutes.nothing-read') : undefined;

function committeeObstacle(
  draft: MinutesDraft,
  { committeeId, otherCommitteeConfirmed }: MinutesDecisions,
  byName: CommitteeTarget,
  committee: CommitteeTarget,
): Refused | undefined {
  if (committeeId !== undefined && !committee.committeeId) return notFound('minutes.committee-unknown');
  if (!committee.committeeId) return new Refused('minutes.committee-to-choose');
  const doubtful = committeeId === undefined && draft.committee?.confidence === 'guess';
  if (doubtful) return new Refused('minutes.committee-to-choose');
  const another = draft.committee !== undefined && byName.committeeId !== committee.committeeId;
  if (another && !otherCommitteeConfirmed) return new Refused('minutes.another-committee', { chosen: committee.name });
  return undefined;
}

function dayObstacle(heldOn: string | undefined, now: Instant): Refused | undefined {
  if (heldOn === undefined) return new Refused('minutes.day-to-state');
  return heldOn > dayOf(now) ? impossible('minutes.in-the-future', { day: heldOn }) : undefined;
}

/** Seats that are to be made must be there on the day, and the committee on the day from which they are. */
function seatsObstacle(
  { seatsFrom, createMissing, roster }: MinutesDecisions,
  day: string,
  committee: Validity,
): Refused | undefined {
  if (seatsFrom !== undefined && seatsFrom > day) return impossible('minutes.seats-too-late', { day });
  const makesSeats = createMissing === true || roster?.some(({ create }) => create) === true;
  const from = seatsFrom ?? day;
  if (!makesSeats || holdsOn(committee, from)) return undefined;
  return impossible('minutes.seats-outside-committee', { from, since: committee.from });
}

function meetingOn(
  meetings: Meetings,
  committeeId: string,
  day: string,
  decisions: MinutesDecisions,
): Pick<Target, 'meetingId' | 'known' | 'obstacle'> {
  const there = meetingsOn(meetings, committeeId, day);
  if (decisions.meetingId !== undefined) {
    const known = there.find(({ meetingId }) => meetingId === decisions.meetingId);
    if (!known) return { obstacle: impossible('minutes.meeting-not-there', { day }) };
    return { meetingId: known.meetingId, known };
  }
  const [known, ...others] = there;
  if (others.length > 0) return { obstacle: new Refused('minutes.meeting-to-choose', { day, count: there.length }) };
  if (known) return { meetingId: known.meetingId, known };
  return { meetingId: newMeetingId(meetings, committeeId, day) };
}

/** The same in whatever form the minutes come; another one where a meeting of that id was moved away or cancelled. */
function newMeetingId(meetings: Meetings, committeeId: string, day: string): string {
  for (let number = 1; ; number++) {
    const meetingId = idOf('imported-meeting', committeeId, day, String(number));
    if (!meetings.shelves.get(meetingId.slice(0, 2))?.has(meetingId)) return meetingId;
  }
}
