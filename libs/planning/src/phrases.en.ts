import type { Phrases } from './phrases.types.js';

/** The same in English. */
export const english: Phrases = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  day: ({ weekday, day, month, year, week }) => `${weekday} ${day} ${month} ${year} (week ${week})`,
  stepName: {
    alignment: 'Expectations aligned',
    draftReady: 'Draft ready',
    contactCommittee: 'Contact committee',
    itemIn: 'Item handed in',
    papersOut: 'Papers out',
    preMeeting: 'Pre-meetings',
    meeting: 'MED meeting',
    recommendation: 'Recommendation sent',
    presentation: 'Presentation',
    decision: 'Decision',
    start: 'Start',
  },
  step: {
    alignment: (day) => `Expectations must be aligned with MED by ${day}, before anything is drafted`,
    draftReady: (day) => `The draft must be ready by ${day}`,
    contactCommittee: (day) => `The contact committee meets on ${day}`,
    itemIn: (day) => `The item must be handed in by ${day}`,
    papersOut: (day) => `The papers must be out by ${day}`,
    preMeeting: (day) => `The pre-meetings are held on ${day}`,
    meeting: (day) => `The committee meets on ${day}`,
    recommendation: (day, body) => `The recommendation to ${body} must be sent by ${day}`,
    presentation: (day, body) => `The case is presented to ${body} on ${day}`,
    decision: (day, body) => `The decision is taken by ${body} on ${day}`,
    start: (day) => `The change starts on ${day}`,
  },
  stepAtLatest: {
    recommendation: (day, body) => `The recommendation to ${body} must be sent by ${day}`,
    presentation: (day, body) => `The case is presented to ${body} by ${day}`,
    decision: (day, body) => `The decision is taken by ${body} not later than ${day}`,
    start: (day) => `The change starts not later than ${day}`,
  },
  decidesUnknown: (day) => `The decision is taken on ${day}; who decides is not stated`,
  withoutDay: {
    draftReady: 'The draft must be ready before the meeting',
    itemIn: 'The item must be handed in before the meeting',
    papersOut: 'The papers must be out before the meeting',
  },
  rule: {
    timetable: ({ days, version }) => `${days}, by the committee's timetable ${version}`,
    politicalTimetable: ({ days, version }) => `${days}, by timetable ${version} for recommendations`,
    planned: () => 'as the case plans it',
    plannedAtLatest: () => 'the case says "at the latest", so it may be earlier',
    meeting: () => 'by the meeting plan',
    preMeeting: ({ days, version }) =>
      `the pre-meetings, ${days}, need the papers to meet about, by the committee's timetable ${version}`,
    contactCommittee: ({ days, version }) =>
      `the contact committee, ${days}, needs a draft to work on, by the committee's timetable ${version}`,
    notAgreed: () => 'no deadline agreed',
    waived: ({ days, version }) =>
      `chair and deputy chair together waived the deadline (${days}, by the committee's timetable ${version})`,
  },
  onTheDay: 'no deadline agreed, so on the day itself at the latest',
  before: {
    meeting: (days) => `${days} before the meeting`,
    politicalMeeting: (days) => `${days} before the political meeting`,
  },
  sameDay: { meeting: 'on the day of the meeting', politicalMeeting: 'on the day of the political meeting' },
  health: {
    onTrack: 'on track',
    atRisk: 'at risk of not making it',
    pastLatestDate: 'past the latest date',
    unconfirmed: 'the date has passed, nothing recorded',
  },
  beforePoint: {
    presentation: 'before the presentation',
    forInformation: 'before the briefing',
    recommendation: 'before the recommendation',
    decision: 'before the decision',
    start: 'before the start',
  },
  point: {
    presentation: 'the presentation',
    forInformation: 'the briefing',
    recommendation: 'the recommendation',
    decision: 'the decision',
    start: 'the start',
  },
  noneLeft: (before) => `No meeting is left that can be made ${before}`,
  noneAhead: 'No meeting in the meeting plan can be made',
  nextMeeting: (day) => `the next meeting that can be made is on ${day}`,
  nextMeetingTooLate: (day) => `the next meeting is not before ${day}, which is too late`,
  noneCalled: 'no more are called',
  extraordinary: {
    inTime: (day) => `An extraordinary meeting can be held on ${day} at the earliest, and that is in time.`,
    tooLate: (day) => `An extraordinary meeting can be held on ${day} at the earliest; that is not in time either.`,
  },
  noExtraordinary: 'No extraordinary meeting can be held: the committee is not in force in the next two years.',
  move: {
    nextMeeting: (point, body, day) =>
      `For the next meeting to be in time, ${point} (${body}) must move to ${day} or later.`,
    extraordinary: (point, body, day) =>
      `For the extraordinary meeting to be in time, ${point} (${body}) must move to ${day} or later.`,
  },
};
