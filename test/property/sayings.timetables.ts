import { politicalBodies } from '@rettidig/vocabulary';
import type { Dice } from './dice.js';
import type { Saying } from './saying.js';

const bodies = Object.keys(politicalBodies) as [string, ...string[]];

const days = (dice: Dice, most: number) => ({
  count: dice.number(most),
  kind: dice.one(['calendar', 'workday', 'weekdayInclSaturday']),
});

/** Closing days, and the deadlines, targets, readings and reminders that are agreed on. */
export const timetableSayings: Readonly<Record<string, Saying>> = {
  AgreeClosingDays: (dice, { agreements }) => ({
    message: {
      version: `2026-${agreements + 1}`,
      effectiveFrom: dice.around(),
      yearly: [{ month: 12, day: 24 }],
      single: [dice.around()],
      avoid: dice.one<object[]>([[], [{ week: 42 }], [{ from: { month: 7, day: 1 }, to: { month: 7, day: 31 } }]]),
      ...dice.source(),
    },
  }),
  AgreeLocalTimetable: (dice, { committees, agreements }) => ({
    message: {
      committeeId: dice.pick(committees),
      version: `2026-${agreements + 1}`,
      effectiveFrom: dice.around(),
      ...dice.maybe({ itemsDue: days(dice, 21) }),
      ...dice.maybe({ materialDue: days(dice, 14) }),
      ...dice.maybe({ preMeeting: days(dice, 3), minimumMeetings: dice.number(6) }),
      ...dice.maybe({ contactCommittee: days(dice, 18), draftReady: days(dice, 25) }),
      ...dice.maybe({ alignment: days(dice, 60) }),
      ...dice.source(),
    },
  }),
  AgreePoliticalTimetable: (dice, { agreements }) => ({
    message: {
      body: dice.one(bodies),
      version: `2026-${agreements + 1}`,
      effectiveFrom: dice.around(),
      recommendationDue: days(dice, 14),
      ...dice.source(),
    },
  }),
  AgreeTimelinessTarget: (dice, { agreements }) => ({
    message: {
      kind: dice.one(['newService', 'moreSectionManagers', 'other']),
      interval: dice.one(['papersToMeeting', 'meetingToRecommendation', 'meetingToDecision', 'firstToDecision']),
      version: `2026-${agreements + 1}`,
      effectiveFrom: dice.around(),
      days: { count: dice.number(60), kind: dice.one(['calendar', 'workday']) },
      ...dice.source(),
    },
  }),
  AgreeReadings: (dice, { agreements }) => ({
    message: {
      kind: dice.one(['newService', 'moreSectionManagers', 'other']),
      ...dice.maybe({ body: dice.one(['socialCommittee', 'council']) }),
      version: `2026-${agreements + 1}`,
      effectiveFrom: dice.around(),
      readings: dice.one([1, 2, 3]),
      ...dice.source(),
    },
  }),
  AgreeReminderSteps: (dice) => ({
    message: {
      kind: dice.one(['notPlaced', 'itemDue', 'meetingComing', 'seatEnds']),
      steps: dice.one<object[]>([
        [],
        [{ offset: { count: -dice.number(30), kind: 'workday' }, to: ['owner', 'unitManager'], on: true }],
        [
          { offset: { count: -14, kind: 'calendar' }, to: ['secretariat'], on: true },
          { offset: { count: 1, kind: 'weekdayInclSaturday' }, to: ['chair'], on: false, escalates: true },
        ],
      ]),
      ...dice.maybe({ text: { da: 'Se sag {number}.', en: 'See case {number}.' } }),
      effectiveFrom: dice.around(),
      ...dice.source(),
    },
  }),
};
