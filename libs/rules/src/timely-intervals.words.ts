import type { Words } from '@rettidig/vocabulary';
import type { TimelyInterval } from './timetable.events.js';

const text = (da: string, en: string) => ({ da, en });

/** What is measured of a review, in words. */
export const timelyIntervals: Words<TimelyInterval> = {
  papersToMeeting: text('fra udsendt materiale til møde', 'from papers out to the meeting'),
  meetingToRecommendation: text('fra møde til indstilling', 'from the meeting to the recommendation'),
  meetingToDecision: text('fra møde til beslutning', 'from the meeting to the decision'),
  firstToDecision: text('fra første inddragelse til beslutning', 'from first involvement to the decision'),
};
