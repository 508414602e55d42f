import type { Calendar, DayCount } from '@rettidig/calendar';
import { plusDays } from '@rettidig/calendar';
import type { RecordedEvent } from '@rettidig/event-sourcing';
import { idOf, SYSTEM } from '@rettidig/event-sourcing';
import { meetingsPart, type MeetingState } from '@rettidig/meetings';
import { organisationPart, type OrganisationEvent } from '@rettidig/organisation';
import { planReview, type PlanQuestion, type PlanReference } from '@rettidig/planning';
import { calendarIn, ruleBookPart, type RuleBookEvent } from '@rettidig/rules';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const COMMITTEES = 1000;
const MEETINGS_A_COMMITTEE = 40;
const PLANS_A_COMMITTEE = 20;
const ROUNDS = 9;
const FIRST_MEETING = '2022-01-14';
const FORTNIGHT: DayCount = { count: 14, kind: 'calendar' };
const TEN_WORKDAYS: DayCount = { count: 10, kind: 'workday' };

/**
 * Plans for two political bodies at a committee of forty meetings among a thousand committees, with an agreed timetable,
 * against a loop over an array of the forty that counts with the same calendar. The plan says every step with its rule;
 * the loop finds the meeting for each body and the days of the binding one. Each round begins with meetings that nobody
 * looked into before.
 */
export const planAgainstBareSearch = async ({ quick, say }: BenchOptions): Promise<Measured> => {
  const [rounds, committees] = quick ? [1, 50] : [ROUNDS, COMMITTEES];
  say(`${committees * MEETINGS_A_COMMITTEE} meetings`);
  const reference = referenceWith(committees);
  const questions = questionsFor(committees);
  const bare = bareListsOf(reference);
  const calendar = calendarIn(reference.ruleBook);
  const times = await interleaved(
    rounds,
    () => {
      const seenAnew = { ...reference, meetings: { ...reference.meetings } };
      return microsecondsEach(questions, (question) => planReview(question, seenAnew).meetingId);
    },
    () => microsecondsEach(questions, (question) => bareSearch(question, bare, calendar).meetingId),
  );
  const note = `${MEETINGS_A_COMMITTEE} meetings of each of ${committees} committees, 2 bodies; ${questions.length} plans a round, medians of ${rounds} interleaved rounds`;
  return { ...times, unit: 'µs', note };
};

function microsecondsEach(questions: readonly PlanQuestion[], plan: (question: PlanQuestion) => string | null): number {
  const watch = stopwatch();
  let found = 0;
  for (const question of questions) if (plan(question) !== null) found += 1;
  if (found !== questions.length) throw new Error(`${questions.length - found} plans found no meeting`);
  return (watch.milliseconds() * 1000) / questions.length;
}

const committeeOf = (number: number): string => idOf('bench-committee', String(number));
/** Six weeks apart, on a Friday, another one for each committee. */
const dayOf = (committee: number, meeting: number): string =>
  plusCalendarDays(FIRST_MEETING, 42 * meeting + 7 * (committee % 6));

/** Decisions in two bodies, spread over the years of the meetings. The later duties come, the fewer meetings they have. */
function questionsFor(committees: number): PlanQuestion[] {
  return Array.from({ length: committees * PLANS_A_COMMITTEE }, (_, n): PlanQuestion => {
    const since = dayOf(n % committees, 3 + (n % 30));
    const point = (body: 'socialCommittee' | 'council', days: number) => ({
      ...{ pointId: idOf('bench-point', body, String(n)), kind: 'decision' as const, body },
      when: { on: plusCalendarDays(since, days) },
    });
    return {
      ...{ requirementId: idOf('bench-duty', String(n)), committeeId: committeeOf(n % committees), since },
      ...{ before: 'recommendation', recommended: [], placedAt: [], dispatchedFor: [] },
      points: [point('council', 210), point('socialCommittee', 180)],
    };
  });
}

function referenceWith(committees: number): PlanReference {
  const numbers = Array.from({ length: committees }, (_, number) => number);
  const structure = numbers.map(committeeEvent);
  const agreed = [...numbers.map(timetableEvent), ...(['socialCommittee', 'council'] as const).map(politicalEvent)];
  const called = numbers.flatMap((number) =>
    Array.from({ length: MEETINGS_A_COMMITTEE }, (_, meeting) => meetingEvent(number, meeting)),
  );
  return {
    organisation: structure.map(recorded).reduce(organisationPart.evolve, organisationPart.initial),
    ruleBook: agreed.map(recorded).reduce(ruleBookPart.evolve, ruleBookPart.initial),
    meetings: called.map(recorded).reduce(meetingsPart.evolve, meetingsPart.initial),
  };
}

const committeeEvent = (number: number): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    ...{ committeeId: committeeOf(number), name: `LokalMED ${number}`, level: 'local', kind: 'local', covers: [] },
    ...{ parentId: null, validFrom: '2020-01-01', predecessors: [] },
  },
});
const timetableEvent = (number: number): RuleBookEvent => ({
  type: 'LocalTimetableAgreed',
  data: {
    timetable: {
      ...{ committeeId: committeeOf(number), version: '2020-1', effectiveFrom: '2020-01-01' },
      ...{ itemsDue: TEN_WORKDAYS, materialDue: FORTNIGHT },
    },
  },
});
const politicalEvent = (body: 'socialCommittee' | 'council'): RuleBookEvent => ({
  type: 'PoliticalTimetableAgreed',
  data: { body, version: '2020-1', effectiveFrom: '2020-01-01', recommendationDue: FORTNIGHT },
});
const meetingEvent = (committee: number, meeting: number) => ({
  type: 'MeetingScheduled',
  data: { committeeId: committeeOf(committee), on: dayOf(committee, meeting), extraordinary: false },
  stream: `meeting-${idOf('bench-meeting', String(committee), String(meeting))}`,
});

const recorded = (event: { type: string; data: object; stream?: string }, at: number): RecordedEvent => ({
  ...{ stream: 'one', ...event },
  ...{ id: idOf('bench-event', String(at)), revision: at, position: String(at).padStart(12, '0') },
  meta: {
    ...{ commandId: idOf('bench'), commandHash: '', correlationId: idOf('bench'), causationId: idOf('bench') },
    ...{ recordedAt: '2026-01-01T08:00:00.000Z', actor: SYSTEM, byPerson: true, basis: '', schema: 1 },
  },
});

type BareLists = ReadonlyMap<string, readonly MeetingState[]>;

function bareListsOf({ meetings }: PlanReference): BareLists {
  const lists = new Map<string, MeetingState[]>();
  for (const shelf of meetings.shelves.values())
    for (const meeting of shelf.values())
      lists.set(meeting.committeeId, [...(lists.get(meeting.committeeId) ?? []), meeting]);
  return lists;
}

const daysBefore = (calendar: Calendar, day: string, { count, kind }: DayCount): string =>
  plusDays(calendar, day, { count: -count, kind });

/** What somebody would write who only wants the dates. */
function bareSearch({ committeeId, since, points }: PlanQuestion, lists: BareLists, calendar: Calendar) {
  const limits = points.map(({ when }) => daysBefore(calendar, (when as { on: string }).on, FORTNIGHT));
  const lasts = limits.map((limit) => {
    let last: MeetingState | undefined;
    for (const meeting of lists.get(committeeId!)!) {
      if (meeting.status !== 'scheduled' || meeting.on < since || meeting.on >= limit) continue;
      if (last && meeting.on <= last.on) continue;
      if (daysBefore(calendar, meeting.on, FORTNIGHT) >= since) last = meeting;
    }
    return last;
  });
  const binding = limits[0]! < limits[1]! ? 0 : 1;
  const last = lasts[binding];
  return {
    meetingId: last?.meetingId ?? null,
    bodies: lasts.map((one) => one?.meetingId ?? null),
    itemIn: last && daysBefore(calendar, last.on, TEN_WORKDAYS),
    papersOut: last && daysBefore(calendar, last.on, FORTNIGHT),
    recommendationBy: limits[binding],
  };
}
