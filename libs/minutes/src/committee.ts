import type { Confidence } from './draft.js';
import { daysIn } from './dates.js';

const LEVEL =
  'hoved|lokal|fag|center|område|sektor|forvaltnings|afdelings|overgangslokal|overgangs|koncern|regions|virksomheds|stabs|skole|fælles|direktions';
const NAME = new RegExp(
  `(?<![\\p{L}-])(?:MED[- ]?hovedudvalg(?:et)?|(?:${LEVEL})[- ]?med(?:[- ]?udvalg(?:et)?)?|MED[- ]?udvalg(?:et)?|(?:${LEVEL})(?:samarbejds)?udvalg(?:et)?|HMU|LMU|FMU|OMU|CMU|SMU|CSO)(?![\\p{L}])`,
  'iu',
);
/** What begins a title that names the committee. */
export const TITLE =
  /^(?:endeligt? |godkendt |udkast til )?(?:referat|beslutningsreferat|mødereferat|dagsorden|ordinært|ekstraordinært|møde)(?![\p{L}])/iu;
/** Words of the committee's own name: capitalised ones, and the small words between them. */
const OWN_NAME =
  /^(?:\s*[–,-]?\s*(?:(?:for|i|på|ved|og|af|under|det|den)\s+)*(?:[\p{Lu}\d][\p{L}\d.&/'-]*|»[^«]+«|"[^"]+"))+/u;
const NOT_NAME =
  /^(?:\s*[-–,]?\s*)(?:møde|mødet|mødereferat|referat|dagsorden|kl|nr|d|den|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?![\p{L}])/iu;

const MUNICIPALITY = /(?:\s+i|\s*,|\s*[–-])?\s*(?:\p{Lu}[\p{L}-]*\s+Kommune|\p{Lu}\p{L}+kommunen)$/iu;

/** Another title on the same line. */
const NEXT_TITLE = /\s+(?:ordinært|ekstraordinært|referat|møde|dagsorden|dato|sted|tid)(?![\p{L}]).*$/iu;

export interface FoundCommittee {
  readonly name: string;
  readonly confidence: Confidence;
}

/** Whether a text names a committee of the MED system at all. */
export const namesCommittee = (text: string): boolean => NAME.test(text);

/**
 * The committee that a line of the head names: `Referat af møde i LokalMED Åkanden den 12. marts`, `HMU-møde`,
 * `### HovedMED d. 24. april 2026`. A sentence that only mentions one gives none.
 */
export function committeeIn(text: string): FoundCommittee | undefined {
  const match = NAME.exec(text);
  if (!match || !(TITLE.test(text) || match.index === 0) || isProse(text)) return undefined;
  const from = match.index + match[0].length;
  const until = Math.min(...[text.length, ...daysIn(text).map((day) => day.from)].filter((at) => at >= from));
  return named(match[0], text.slice(from, until), text);
}

/** The word for the committee with what behind it is its own name; the municipality is no part of it. */
function named(word: string, rest: string, text: string): FoundCommittee {
  const behind = NOT_NAME.test(rest) ? '' : (OWN_NAME.exec(rest)?.[0] ?? '');
  const own = behind.replace(MUNICIPALITY, '').replace(NEXT_TITLE, '');
  const sure = NOTHING_BEHIND.test(rest.slice(behind.length)) && !NEXT_TITLE.test(behind);
  // A line in one case alone cannot tell the committee's name from the words around it.
  const oneCase = word === word.toLowerCase() || (text === text.toUpperCase() && own !== '');
  return { name: `${word}${own}`.trim(), confidence: sure && !oneCase ? 'certain' : 'likely' };
}

const NOTHING_BEHIND = /^\W*(?:(?:møde|mødet|kl|d|den|tirsdag|mandag|onsdag|torsdag|fredag)(?![\p{L}]).*)?$/iu;

const isProse = (text: string): boolean => /[.!?]\s+\p{Lu}|[^.]{90}\.$/u.test(text.replace(/\bd\.|\d\./gu, ''));
