export * from './meeting.events.js';
export type { AgendaItem, Approval, FollowUp, Meeting } from './meeting.js';
export * from './meetings.js';
