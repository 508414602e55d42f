import type { QueryDefinition } from '@rettidig/event-sourcing';
import type { Source, Rhythm } from '@rettidig/vocabulary';
import { Codes, countsOf, dayOf, pageOf, PageParameters, Repeated } from '@rettidig/vocabulary';
import type { DetectionReference } from '../possible-miss.checks.js';
import { roundsOfPeriods, screeningKnown } from '../rounds.js';
import { rhythms } from '../screening.words.js';
import { asked } from './pages.js';
import { ScreeningForumList } from './screening.answer.js';

export class ListScreeningForums extends PageParameters {
  @Repeated()
  @Codes(rhythms, { description: 'Forums of this rhythm.', optional: true })
  rhythm?: Rhythm[];
}

/** Meetings of management with MED as a standing item, those that ended too. */
export const listScreeningForums: QueryDefinition<ListScreeningForums, ScreeningForumList, DetectionReference> = {
  name: 'ListScreeningForums',
  parameters: ListScreeningForums,
  answer: ScreeningForumList,
  path: '/screening-forums',
  tag: 'screening',
  summary: { da: 'Ledelsesmøder med MED som fast punkt', en: 'Management meetings with MED as a standing item' },
  refusals: ['cursor.unknown'],
  handle: (parameters, { views, now, language }) => {
    const question = asked('screening-forums', parameters, now);
    const screening = screeningKnown(views, question.knownUntil);
    const rounds = roundsOfPeriods(screening, dayOf(question.at));
    const found = screening.forums.filter(({ rhythm }) => parameters.rhythm?.includes(rhythm) ?? true);
    return pageOf(found, question, { rhythm: countsOf(screening.forums, ({ rhythm }) => rhythm) }, (forum) => {
      const states = rounds.filter((one) => one.forum.id === forum.id).map(({ state }) => state);
      return {
        forumId: forum.id,
        name: forum.name,
        rhythm: forum.rhythm,
        rhythmText: rhythms[forum.rhythm][language],
        from: forum.from_day,
        endedOn: forum.ended_on,
        source: forum.source === null ? null : (JSON.parse(forum.source) as Source),
        held: states.filter((state) => state === 'held').length,
        notHeld: states.filter((state) => state === 'notHeld').length,
      };
    });
  },
};
