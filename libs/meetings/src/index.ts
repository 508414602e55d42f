export * from './meeting.events.js';
export type { AgendaItem, Approval, FollowUp, Meeting } from './meeting.js';
export * from './meetings.js';
export * from './words.js';
export type { AttendanceCount } from './roster.js';
export * from './queries/get-meeting.answer.js';
export type { MeetingList, MeetingListItem } from './queries/list-meetings.js';
export { meetingsFeature } from './meetings.feature.js';
