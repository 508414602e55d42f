export * from './meeting.events.js';
