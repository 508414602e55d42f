import type { Confidence } from './draft.js';
import { daysIn } from './dates.js';

const LEVEL =
  'hoved|lokal|fag|center|område|sektor|forvaltnings|afdelings|overgangslokal|overgangs|koncern|regions|virksomheds|stabs|skole|fælles|direktions';
const NAME = new RegExp(
  `(?<![\\p{L}])(?:(?:${LEVEL})[- ]?med(?:[- ]?udvalg(?:et)?)?|MED[- ]?udvalg(?:et)?|(?:${LEVEL})(?:samarbejds)?udvalg(?:et)?|HMU|LMU|FMU|OMU|CMU|SMU|CSO)(?![\\p{L}])`,
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

const MUNICIPALITY = /(?:\s+i|\s*,|\s*[–-])?\s*(?:\p{Lu}[\p{L}-]*\s+Kommune|\p{Lu}\p{L}+kommunen)$/u;

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
  if (
    !match ||
    !(TITLE.test(text) || match.index === 0) ||
    /[.!?]\s+\p{Lu}|[^.]{90}\.$/u.test(text.replace(/\bd\.|\d\./gu, ''))
  )
    return undefined;
  const from = match.index + match[0].length;
  const until = Math.min(...[text.length, ...daysIn(text).map((day) => day.from)].filter((at) => at >= from));
  const rest = text.slice(from, until);
  const behind = NOT_NAME.test(rest) ? '' : (OWN_NAME.exec(rest)?.[0] ?? '');
  // The municipality is no part of the committee's name.
  const own = behind.replace(MUNICIPALITY, '').replace(NEXT_TITLE, '');
  const left = rest.slice(behind.length);
  const joined = NEXT_TITLE.test(behind);
  const lower = match[0] === match[0].toLowerCase();
  const sure =
    !lower && /^\W*(?:(?:møde|mødet|kl|d|den|tirsdag|mandag|onsdag|torsdag|fredag)(?![\p{L}]).*)?$/iu.test(left);
  // A title in capitals alone cannot tell the committee's name from the words around it.
  const capitals = text === text.toUpperCase() && own !== '';
  return { name: `${match[0]}${own}`.trim(), confidence: sure && !capitals && !joined ? 'certain' : 'likely' };
}
