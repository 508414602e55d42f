export { playStory, type Stage, type StoryIds } from './play.js';
