import type { ChangeDetail, ChangeList } from '@rettidig/cases';
import { calendarDaysBetween, dayInWords } from '@rettidig/vocabulary';
import type { Asking } from './asking.js';
import type { WaitingCase } from './model.js';
import { plansOf, whyOf } from './show-plan.js';
import { wordsIn } from './words.js';

/** Cases shown; the list itself has them all. */
const MOST_CASES = 12;
/** Where a case stands that is still on its way. */
const onTheWay = ['awaitsAnswers', 'awaitsPlacement', 'onAgenda', 'discussed'];
/** What has happened to a case, for the part of it that a reader wants to see done. */
const steps = new Set([
  'MedReviewHeld',
  'MedReviewConfirmed',
  'RemarksForwarded',
  'PapersCorrected',
  'FollowUpSettled',
]);

/** The cases on their way through MED, each with what was done, and what it waits for. */
export async function loadWaiting(asking: Asking, today: string): Promise<WaitingCase[]> {
  const list = await asking.ask<ChangeList>('ListChanges', {
    ...asking.asOf,
    status: onTheWay,
    sort: 'number',
    limit: MOST_CASES,
  });
  const shown: WaitingCase[] = [];
  for (const { changeId, waitsFor } of list.items) {
    const detail = await asking.ask<ChangeDetail>('GetChange', { id: changeId, ...asking.asOf });
    shown.push(shownCase(detail, waitsFor, { ...asking, today }));
  }
  return shown;
}

export function shownCase(
  detail: ChangeDetail,
  waitsFor: readonly string[],
  asking: Asking & { readonly today: string },
): WaitingCase {
  const { number, title, description, requirements, history } = detail;
  return {
    ...{ number, title, description, waitsFor },
    committee: requirements.map((one) => `${one.committeeName}, ${one.beforeText}: ${one.statusText}`).join('; '),
    plans: plansOf(detail, asking),
    why: whyOf(detail, asking),
    done: [...history.filter(({ type }) => steps.has(type)).map(dated), ...ahead(detail, asking)],
    sources: detail.sourceText ? [detail.sourceText] : [],
  };
}

/** `24.04.2026: Drøftet i HovedMED …` */
const dated = ({ happenedOn, sentence }: ChangeDetail['history'][number]): string =>
  happenedOn ? `${dayInWords(happenedOn)}: ${sentence}` : sentence;

/** How long before it was presented to politicians the case was discussed (A12). */
function ahead({ decisionPoints, reviews, requirements }: ChangeDetail, { language }: Asking): string[] {
  const say = wordsIn(language);
  return decisionPoints.flatMap((point) => {
    const review = reviews.at(0);
    if (point.kind !== 'presentation' || !('on' in point.when) || !review) return [];
    const { on } = point.when;
    // Another meeting comes in between: the last review is still ahead.
    if (requirements.some(({ plan }) => plan?.meetingOn && plan.meetingOn < on)) return [];
    const days = calendarDaysBetween(review.heldOn, on);
    return days < 0
      ? []
      : [`${say('discussed')} ${days} ${say('calendarDaysBefore')} ${point.bodyText} ${dayInWords(on)}`];
  });
}
