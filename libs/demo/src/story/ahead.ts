import { constructed, type Step } from '../step.js';

const at = '2026-10-05T07:00:00.000Z';
/** Not the date of any agreement: it keeps what the minutes tell of free of deadlines that nobody knows of. */
const effectiveFrom = '2026-10-05';
/** Stands in every sentence about a deadline, so that nobody takes it for an agreed one. */
const version = 'opdigtet-2026';

const calendarDays = (count: number) => ({ count, kind: 'calendar' });

/** The next meetings of HovedMED. The minutes name none after June 2026. */
const meetingDays = ['2026-12-11', '2027-02-12', '2027-04-16', '2027-06-11', '2027-09-10', '2027-12-10'];

const meetings: readonly Step[] = meetingDays.map((on) => ({
  key: `meeting-${on}`,
  at,
  by: 'secretariat',
  command: 'ScheduleMeeting',
  message: (id) => ({ committeeId: id('mainCommittee'), on, source: constructed }),
}));

const timetables: readonly Step[] = [
  {
    key: 'timetable',
    at,
    by: 'secretariat',
    command: 'AgreeLocalTimetable',
    message: (id) => ({
      committeeId: id('mainCommittee'),
      version,
      effectiveFrom,
      draftReady: calendarDays(28),
      itemsDue: calendarDays(21),
      materialDue: calendarDays(14),
      preMeeting: { count: 2, kind: 'workday' },
      source: constructed,
    }),
  },
  {
    key: 'politicalTimetable',
    at,
    by: 'secretariat',
    command: 'AgreePoliticalTimetable',
    message: () => ({
      body: 'socialCommittee',
      version,
      effectiveFrom,
      recommendationDue: calendarDays(21),
      source: constructed,
    }),
  },
];

/** The reorganisation goes on at the next meeting; before which dates, the demo had to make up. */
const dates: readonly Step[] = [
  { kind: 'presentation', body: 'socialCommittee', when: { on: '2027-03-10' } },
  { kind: 'start', body: 'manager', when: { on: '2027-05-03' } },
].map((point) => ({
  key: `reorganisation-${point.kind}`,
  at,
  by: 'secretariat',
  command: 'PlanDecisionPoint',
  subject: 'reorganisation',
  message: () => ({ ...point, source: constructed }),
}));

/** What lies ahead of the cases that wait, made up altogether: meetings, deadlines, and dates to plan back from. */
export const stepsAhead: readonly Step[] = [...timetables, ...meetings, ...dates];
