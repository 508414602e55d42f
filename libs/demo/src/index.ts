export { DEMO_MEETING_ID, playStory } from './play.js';
