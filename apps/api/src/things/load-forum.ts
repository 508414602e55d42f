import type { ScreeningForumList, ScreeningRoundList } from '@rettidig/detection';
import { notFound } from '@rettidig/event-sourcing';
import { dayInProse, periodInProse } from '@rettidig/planning';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { wordsIn } from '../page/words.js';
import type { ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** More forums than any administration has; the latest rounds of one. */
const MOST = 200;

/** A meeting of management with MED as its standing item: every month or quarter, and whether it was held. */
export async function loadForum(id: string, asking: Asking): Promise<ThingPage> {
  const forums = await asking.ask<ScreeningForumList>('ListScreeningForums', { limit: MOST });
  const forum = forums.items.find(({ forumId }) => forumId === id);
  if (!forum) throw notFound('route.unknown');
  const rounds = await asking.ask<ScreeningRoundList>('ListScreeningRounds', { forum: [id], limit: MOST });
  const { language } = asking;
  const word = thingWordsIn(language);
  const lastDay = forum.endedOn === null ? null : plusCalendarDays(forum.endedOn, -1);
  return {
    language,
    path: `/screening-forums/${id}`,
    title: forum.name,
    notices: [],
    facts: [
      { label: word('rhythm'), value: [forum.rhythmText] },
      { label: word('agreedFrom'), value: [dayInProse(forum.from, language)] },
      ...(lastDay === null ? [] : [{ label: word('until'), value: [dayInProse(lastDay, language)] }]),
    ],
    parts: [
      {
        id: 'rounds',
        heading: word('rounds'),
        table: {
          headings: [word('period'), wordsIn(language)('state'), word('day'), word('candidates')],
          rows: rounds.items.map(({ period, stateText, on, heldOn, candidates }) => {
            const day = heldOn ?? on;
            return {
              id: `round-${period}`,
              cells: [
                [periodInProse(period, language)],
                [stateText],
                [day === null ? '–' : dayInProse(day, language)],
                [String(candidates)],
              ],
            };
          }),
        },
      },
    ],
  };
}
