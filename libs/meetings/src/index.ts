export * from './meeting.events.js';
export * from './meetings.js';
export * from './words.js';
export * from './queries/get-meeting.answer.js';
export type { MeetingList } from './queries/list-meetings.js';
export { meetingsFeature } from './meetings.feature.js';
