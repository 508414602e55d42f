import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { politicalBodies } from '@rettidig/vocabulary';
import { dayRead } from './day-read.js';
import { daysIn, type WrittenDay } from './dates.js';
import type { Confidence, Read, ReadPoliticalDate } from './draft.js';
import { least, type Notes } from './notes.js';
import type { Sentence } from './sentences.js';

/** Short forms beside the names of the vocabulary. */
const shortForms: Partial<Record<PoliticalBody, string>> = {
  socialCommittee: 'SUD',
  healthAndCareCommittee: 'SOU|Sundhed-? og Omsorgsudvalget',
  childrenAndYouthCommittee: 'BUU|Børne-? og Ungeudvalget',
  employmentAndIntegrationCommittee: 'BIU',
  cultureAndLeisureCommittee: 'KFU',
  technicalAndEnvironmentalCommittee: 'TMU',
  financeCommittee: 'ØU',
  council: 'kommunalbestyrelsen|Borgerrepræsentationen|byrådet|BR',
};

/** `på Økonomiudvalgets møde`, `til Socialudvalget`: the name with its genitive, not as part of a longer name. */
const bodies = (Object.keys(politicalBodies) as PoliticalBody[])
  .filter((body) => body !== 'budgetNegotiations')
  .map((body) => {
    const name = politicalBodies[body].da.replace(/\s*\(.*/u, '').replace(/s- og /u, 's?- og ');
    const forms = [name, ...(shortForms[body]?.split('|') ?? [])];
    return { body, patterns: forms.map((form) => patternOf(form)) };
  });

function patternOf(form: string): RegExp {
  const short = /^[\p{Lu}]{2,3}$/u.test(form);
  return new RegExp(`(?<![\\p{L}\\p{N}]|- og |-)${form}(?:s)?(?![\\p{L}\\p{N}]|-(?!møde))`, short ? 'u' : 'iu');
}

const ANY_BODY = /(?<![\p{L}])(?:\p{L}+-?,? og )?\p{L}*(?:udvalget|rådet)s?(?![\p{L}])/giu;
const NOT_POLITICAL =
  /med-?udvalg|hovedudvalg|lokaludvalg|samarbejdsudvalg|arbejdsmiljø|samarbejds|ansættelses|kontakt|(?:^|\s)udvalget|forretningsudvalg|ældreråd|handicapråd|fællesråd/iu;
const LOOKS_BACK = /(?<![\p{L}])(?:blev|behandlede|besluttede|godkendte|vedtog|har behandlet|var)(?![\p{L}])/iu;
const AHEAD =
  /(?<![\p{L}])(?:bliver|behandles|forelægges|præsenteres|skal|vil|kommer|sendes|går|fremlægges|drøftes)(?![\p{L}])/iu;

export interface Known {
  readonly heldOn?: Read<LocalDate> | undefined;
  /** How sure it is that a text stands under the item where it was found. */
  readonly sure: Confidence;
}

/** The day on which a political body has the matter before it, where a sentence says both. */
export function politicalDatesIn(sentence: Sentence, known: Known, notes: Notes): ReadPoliticalDate[] {
  const days = daysIn(sentence.text);
  if (days.length === 0) return [];
  const found = bodies.filter(({ patterns }) => patterns.some((pattern) => pattern.test(sentence.text)));
  if (found.length === 0) {
    if (namesUnknownBody(sentence.text)) notes.warn('minutes.political-body-unknown', sentence.line);
    return [];
  }
  const pairs = paired(sentence.text, found, days);
  const clear = found.length === 1 && days.length === 1;
  if (!clear) notes.warn('minutes.political-date-unclear', sentence.line);
  return pairs.flatMap(({ body, day }) => {
    const looksBack = LOOKS_BACK.test(sentence.text) && !AHEAD.test(sentence.text);
    const read = dayRead(day, { heldOn: known.heldOn, looksBack, line: sentence.line }, notes);
    if (!read) return [];
    const sure = least(read.confidence, sentence.whole ? known.sure : 'likely');
    return [{ body, on: read.on, text: sentence.text, line: sentence.line, confidence: clear ? sure : 'guess' }];
  });
}

/** Whether a sentence names a day of a political body that is not known: no value, and no promise of the committee. */
export const isOfUnknownBody = ({ text }: Sentence): boolean =>
  daysIn(text).length > 0 &&
  !bodies.some(({ patterns }) => patterns.some((one) => one.test(text))) &&
  namesUnknownBody(text);

const namesUnknownBody = (text: string): boolean =>
  [...text.matchAll(ANY_BODY)].some(
    ([name]) => !NOT_POLITICAL.test(name) && /^\p{Lu}|byråd|regionsråd/u.test(name.trim()),
  );

/** Each body with the first day behind it, or the only day there is. */
function paired(
  text: string,
  found: typeof bodies,
  days: readonly WrittenDay[],
): { body: PoliticalBody; day: WrittenDay }[] {
  return found.flatMap(({ body, patterns }) => {
    const at = Math.max(...patterns.map((pattern) => pattern.exec(text)?.index ?? -1));
    const day = days.find(({ from }) => from > at) ?? days[0];
    return day ? [{ body, day }] : [];
  });
}
