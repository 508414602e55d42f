import type { Calendar } from '@rettidig/calendar';
import { dayCountText, daysBetween } from '@rettidig/calendar';
import type { RuleBook, TimelyInterval } from '@rettidig/rules';
import { timelinessTargetOn, timelyIntervals } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import type { TargetStanding } from '../words.js';
import { targetStandings } from '../words.js';
import type { ReviewTargetShown, TimelyReviewItem } from './list-timely-reviews.answer.js';
import type { Naming } from './naming.js';

type Measurable = Pick<TimelyReviewItem, 'kind' | 'heldOn' | 'isFirst' | 'papersOn' | 'recommendedOn' | 'decidedOn'>;

/** The targets that were agreed for the kind of a review when it was held, and how it stands to each (A15). */
export const targetsShown =
  (ruleBook: RuleBook, calendar: Calendar, { say, language }: Naming) =>
  (review: Measurable): ReviewTargetShown[] =>
    Object.entries(daysOf(review)).flatMap(([code, between]) => {
      const interval = code as TimelyInterval;
      const target = timelinessTargetOn(ruleBook, { kind: review.kind, interval }, review.heldOn)?.days;
      if (!target) return [];
      const [from, to] = between;
      const days = from === null || to === null ? null : daysBetween(calendar, from, to, target.kind);
      const standing: TargetStanding = days === null ? 'notKnown' : days < target.count ? 'under' : 'reached';
      const [what, least, how] = [timelyIntervals[interval], dayCountText(target, language), targetStandings[standing]];
      const text = `${say(what)}: ${say({ da: 'mindst', en: 'at least' })} ${least} (${say(how)})`;
      return [{ interval, target: { count: target.count, kind: target.kind }, days, standing, text }];
    });

/** From when to when each interval of a review is; the first involvement only of the first review of its case. */
const daysOf = ({
  heldOn,
  isFirst,
  papersOn,
  recommendedOn,
  decidedOn,
}: Measurable): Partial<Record<TimelyInterval, readonly [LocalDate | null, LocalDate | null]>> => ({
  papersToMeeting: [papersOn, heldOn],
  meetingToRecommendation: [heldOn, recommendedOn],
  meetingToDecision: [heldOn, decidedOn],
  ...(isFirst && { firstToDecision: [heldOn, decidedOn] }),
});
