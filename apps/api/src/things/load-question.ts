import type { PossibleMissDetail } from '@rettidig/detection';
import { dayInWords, instantInWords } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { numbersOf } from '../page/load-meetings.js';
import { rowOf } from '../page/load-to-assess.js';
import { pathOf } from '../page/paths.js';
import { wordsIn } from '../page/words.js';
import type { ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** One question whether MED missed something: what is known, what can be done about it, and what was. */
export async function loadQuestion(id: string, asking: Asking): Promise<ThingPage> {
  const detail = await asking.ask<PossibleMissDetail>('GetPossibleMiss', { id });
  const { known, from, decided, state } = rowOf(detail, null, asking);
  const numbers = await numbersOf(detail.caseIds, asking);
  const { language } = asking;
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  return {
    language,
    path: `/possible-misses/${id}`,
    title: `${say('toAssessHeading')}: ${detail.title}`,
    notices: [],
    facts: [
      { label: say('state'), value: state },
      { label: word('recorded'), value: [dayInWords(detail.recordedOn)] },
      { label: word('unit'), value: [detail.unitName] },
      { label: say('decidedOrWill'), value: decided },
      { label: say('foundWhere'), value: from },
      ...(known.length === 0 ? [] : [{ label: say('known'), value: known }]),
      ...(detail.caseIds.length === 0
        ? []
        : [
            {
              label: say('cases'),
              value: detail.caseIds.map((one) => ({
                text: numbers.get(one) ?? one,
                href: pathOf('changes', one, language),
              })),
            },
          ]),
    ],
    parts: [
      { id: 'can-be-done', heading: word('canBeDone'), lines: detail.next.map(({ text }) => text) },
      {
        id: 'history',
        heading: word('history'),
        table: {
          headings: [word('what'), say('when'), say('by')],
          rows: detail.history
            .toReversed()
            .map(({ sentence, recordedAt, by }) => ({ cells: [[sentence], [instantInWords(recordedAt)], [by]] })),
        },
      },
    ],
  };
}
