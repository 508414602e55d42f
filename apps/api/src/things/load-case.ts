import type { ChangeDetail, MissedReviewList } from '@rettidig/cases';
import { registerStates } from '@rettidig/cases';
import { dayInProse } from '@rettidig/planning';
import { dayInWords, instantInWords, notStated } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { shownCase } from '../page/load-waiting.js';
import { pathOf } from '../page/paths.js';
import { wordsIn } from '../page/words.js';
import type { Line, Part, ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** One case with all that everybody may know of it: what MED is owed, its dates and plan, why, and what happened. */
export async function loadCase(id: string, asking: Asking & { readonly today: string }): Promise<ThingPage> {
  const detail = await asking.ask<ChangeDetail>('GetChange', { id });
  const shown = shownCase(detail, detail.waitsFor, asking);
  const { language } = asking;
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  const numbers = detail.externalNumbers.map(({ system, value }) => `${system} ${value}`);
  const missed = await missedLines(detail, asking);
  return {
    language,
    path: `/changes/${id}`,
    title: `${detail.number}: ${detail.title}`,
    notices: [],
    facts: [
      { label: say('state'), value: [detail.statusText] },
      { label: word('kind'), value: [detail.kindText] },
      { label: word('unit'), value: [detail.unitName] },
      { label: word('decides'), value: [detail.decider.bodyText] },
      ...(detail.ownerName === null ? [] : [{ label: word('owner'), value: [detail.ownerName] }]),
      ...(numbers.length === 0 ? [] : [{ label: word('numbers'), value: numbers }]),
      ...(detail.sourceText ? [{ label: say('source'), value: [detail.sourceText] }] : []),
    ],
    ...(shown.plans.length > 0 && { plans: shown.plans }),
    why: shown.why,
    parts: [
      duties(detail, asking),
      ...(missed.length === 0 ? [] : [{ id: 'missed', heading: word('missed'), lines: missed }]),
      { id: 'waits', heading: say('waitsFor'), lines: shown.waitsFor },
      dates(detail, asking),
      history(detail, asking),
    ],
  };
}

/** Every committee with what became of its review, and the meeting that has it on its agenda. */
function duties({ requirements }: ChangeDetail, { language }: Asking): Part {
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  return {
    id: 'duties',
    heading: word('duties'),
    table: {
      headings: [word('duty'), say('state'), word('meeting')],
      rows: requirements.map(({ committeeId, committeeName, beforeText, statusText, needs, meetingId, placedOn }) => {
        const where = `${committeeName}, ${beforeText}`;
        const meeting: Line[] =
          meetingId && placedOn
            ? [{ text: dayInProse(placedOn, language), href: pathOf('meetings', meetingId, language) }]
            : [];
        const link: Line = committeeId ? { text: where, href: pathOf('committees', committeeId, language) } : where;
        return { cells: [[link], [statusText, ...needs], meeting] };
      }),
    },
  };
}

/** What the register says of it. */
async function missedLines({ number, missed }: ChangeDetail, asking: Asking): Promise<string[]> {
  if (missed === 0) return [];
  const word = thingWordsIn(asking.language);
  const state = Object.keys(registerStates);
  const rows = await asking.ask<MissedReviewList>('ListMissedReviews', { text: number, state });
  return rows.items
    .filter((row) => row.number === number)
    .flatMap((row) => [
      `${row.committeeName}. ${word('decidedBy')}: ${row.bodyText}, ${row.decidedOnText ?? notStated[asking.language]}`,
      ...(row.causeText ? [row.causeText] : []),
      ...row.explanations.map(({ text }) => text),
      ...row.since,
    ]);
}

function dates({ decisionPoints }: ChangeDetail, { language }: Asking): Part {
  const word = thingWordsIn(language);
  return {
    id: 'dates',
    heading: word('dates'),
    table: {
      headings: [word('what'), wordsIn(language)('when'), word('recorded')],
      rows: decisionPoints.map(({ kindText, bodyText, whenText, sourceText, recorded }) => ({
        cells: [
          [`${kindText}, ${bodyText}`],
          [whenText, ...(sourceText ? [sourceText] : [])],
          [word(recorded ? 'yes' : 'notYet')],
        ],
      })),
    },
  };
}

/** The latest first. */
function history({ history: entries }: ChangeDetail, { language }: Asking): Part {
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  return {
    id: 'history',
    heading: word('history'),
    table: {
      headings: [word('what'), say('when'), say('by')],
      rows: entries.toReversed().map(({ sentence, happenedOn, recordedAt, by }) => {
        const recordedOn = instantInWords(recordedAt);
        const happened = happenedOn === null ? recordedOn : dayInWords(happenedOn);
        const late = happened === recordedOn ? [] : [`${word('recorded')} ${recordedOn}`];
        return { cells: [[sentence], [happened, ...late], [by]] };
      }),
    },
  };
}
