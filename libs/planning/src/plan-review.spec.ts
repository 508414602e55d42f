import { calendarDaysBetween } from '@rettidig/vocabulary';
import { planReview } from './plan-review.js';
import { dutyFor, meetingsOn, point, referenceOf } from './testing/story.js';

describe('the way back from a decision', () => {
  it('finds 24 April for the budget notes that the politicians get on 3 June: 40 days (A12)', () => {
    const plan = planReview(
      dutyFor([point('presentation', '2026-06-03')]),
      referenceOf({ meetings: meetingsOn('2026-01-30', '2026-04-24', '2026-06-19') }),
    );
    expect(plan).toMatchObject({ aim: 'decision', meetingOn: '2026-04-24', reviewBefore: '2026-06-03' });
    expect(calendarDaysBetween(plan.meetingOn!, plan.reviewBefore!)).toBe(40);
  });
});
