export { playStory } from './play.js';
