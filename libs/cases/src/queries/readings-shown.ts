import { readingsOn } from '@rettidig/rules';
import { decidingBodies, isPolitical, latestDay } from '@rettidig/vocabulary';
import type { DecidingBody, LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import type { ReadingsRemark } from '../readings.words.js';
import { meaningOf, readingsRemarks, tooMany } from '../readings.words.js';
import type { CaseStory, PointStory } from '../story/case-story.js';
import { isAnswered } from '../story/register-rows.js';
import type { NameReference, Naming } from './naming.js';
import type { CaseReadingsShown } from './readings.answer.js';

/** How often each political body that decides on the case treats it, and what that means for MED (A17). */
export function readingsOf(
  story: CaseStory,
  { say }: Naming,
  { ruleBook, today }: Pick<NameReference, 'ruleBook'> & { readonly today: LocalDate },
): CaseReadingsShown[] {
  return bodiesOf(story).map((body) => {
    const dates = Object.values(story.points).filter((point) => point.kind === 'decision' && point.body === body);
    const agreed = readingsOn(ruleBook, { kind: story.kind, body }, dayOf(dates, story) ?? today)?.readings;
    const readings = agreed ?? 1;
    const remark = remarkOn(dates.length, readings);
    return {
      body,
      bodyText: say(decidingBodies[body]),
      agreed: agreed ?? null,
      planned: dates.length,
      held: dates.filter((point) => isAnswered(point, story)).length,
      remark,
      remarkText: remark && say(readingsRemarks[remark]),
      text: say(meaningOf(agreed)) + (dates.length > readings ? say(tooMany(dates.length, readings)) : ''),
    };
  });
}

/** Politicians who decide on the case, the one that is named as its decider first. */
function bodiesOf({ decider, points }: CaseStory): PoliticalBody[] {
  const planned = Object.values(points).filter(({ kind }) => kind === 'decision');
  const isOne = (body: DecidingBody): body is PoliticalBody => isPolitical(body);
  return [...new Set([decider.body, ...planned.map(({ body }) => body)])].filter(isOne);
}

/** The day whose agreement holds: of the next reading, else of the last. */
function dayOf(dates: readonly PointStory[], story: CaseStory): LocalDate | undefined {
  const days = (points: readonly PointStory[]): LocalDate[] =>
    points.flatMap(({ when }) => latestDay(when) ?? []).sort();
  return days(dates.filter((point) => !isAnswered(point, story)))[0] ?? days(dates).at(-1);
}

function remarkOn(planned: number, readings: number): ReadingsRemark | null {
  if (planned > readings) return 'moreReadingsThanAgreed';
  return readings === 1 ? 'onlyOnce' : null;
}
