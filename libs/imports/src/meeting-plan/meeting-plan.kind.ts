import type { ImportKind } from '../import-kind.js';
import { MeetingPlanDecisions } from './decisions.js';
import { lookUpDetails } from './look-up.js';
import { planMeetings } from './plan.js';
import { MeetingPlanPreview } from './preview.js';
import { meetingPlanObstacles } from './texts.js';

/** The yearly plan of meetings, from a calendar or a table. */
export const meetingPlanKind: ImportKind<MeetingPlanDecisions, MeetingPlanPreview> = {
  name: 'meetingPlan',
  path: '/meeting-plan-imports',
  noun: 'MeetingPlanImport',
  text: { da: 'mødeplan', en: 'meeting plan' },
  formats: ['ics', 'csv', 'xlsx'],
  decisions: MeetingPlanDecisions,
  preview: MeetingPlanPreview,
  refusals: [...Object.keys(meetingPlanObstacles), 'meeting.not-scheduled', 'meeting.same-day'],
  texts: meetingPlanObstacles,
  lookUp: lookUpDetails,
  plan: planMeetings,
};
