import type { Side } from '@rettidig/vocabulary';
import { namesCommittee } from './committee.js';
import type { Confidence, RosterPerson } from './draft.js';
import { given } from './given.js';
import { least } from './notes.js';

const PART = "(?:\\p{Lu}[\\p{L}'’.]*(?:-\\p{Lu}[\\p{L}'’]*)*|af|von|van|der|de|la|al|el)";
const NAME = new RegExp(`^\\p{Lu}[\\p{L}'’.-]*(?:\\s+${PART})*$`, 'u');
/** Ends of words that name a position. */
const POSITION =
  /(?:chef|leder|direktør|formand|forperson|repræsentant|suppleant|forstander|inspektør|rektor|konsulent|sekretær|koordinator|assistent|sygeplejerske|pædagog|lærer|rådgiver|terapeut|fuldmægtig|specialist|medarbejder|hjælper|referent|stedfortræder|jordemoder|læge|håndværker|ingeniør|psykolog|partner|bibliotekar|underviser|mester)(?:e|en|er|ne)?(?![\p{L}])/iu;
const POSITION_ENDS = new RegExp(`(?:${POSITION.source}|(?:F?TR|AMR))$`, 'iu');
/** The short forms of positions: joint union, union and work environment representative. */
const SHORT_POSITION = /(?<![\p{L}])(?:F?TR|AMR|FTR-?suppleant)(?![\p{L}])/u;
const ORGANISATION =
  /(?:center|centre|forvaltning|afdeling|område|skole|skolen|børnehus|institution|plejehjem|hjemmepleje|kommune|team|direktion|sekretariat|stab|teknik|miljø|borgerservice|bibliotek|forbund|råd|forening|dansk|danmarks|fælles|administrati|drift|social|sundhed|kultur|køkken|rengøring|vej og park|botilbud|dagtilbud|ekskl|inkl)/iu;
/** Words of the page that a lost line break puts behind a name. */
const NO_NAME =
  /(?<![\p{L}])(?:dagsorden|referat|afbud|fraværende|deltagere|til stede|sted|dato|tid|side|navn|stilling|kopi|referent)(?![\p{L}])/iu;
const UNION =
  /(?<![\p{L}])(?:LO|FTF|AC|FH|OAO|FOA|HK|BUPL|DLF|DSR|SL|DS|3F|DJØF|Djøf|DM|IDA|TL|SOSU|FKKA|KTO|Ergoterapeutforeningen|Dansk \p{L}+|DBIO|Socialpædagogerne|Konstruktørforeningen|AMO)(?![\p{L}])/u;
const MANAGER =
  /(?:chef|(?<!tillids|skole)leder|direktør|forstander|inspektør|rektor|direktion|ledelses?repræsentant)(?:en|ne)?(?![\p{L}])/iu;
const EMPLOYEE =
  /(?:tillids|medarbejder|arbejdsmiljø|organisations)\s?-?\s?repræsentant|(?<![\p{L}])(?:FTR|TR|AMR)(?![\p{L}])/iu;
const DEPUTY = /suppleant|stedfortræder|(?<![\p{L}])suppl?\.(?![\p{L}])/iu;
const DEPUTY_FOR = /(?:suppleant|stedfortræder|suppl?\.) for (?<who>.+)$/iu;
const OFFICE =
  /(?<![\p{L}])(?:(?<deputyChair>næst(?:formand|forperson))|(?<chair>formand|forperson)|(?<secretary>referent|mødesekretær|udvalgssekretær))(?:en)?(?![\p{L}])/iu;
const EXCUSED = /(?<![\p{L}])(?:afbud|fraværende|forfald|ikke til stede)(?![\p{L}])/iu;

/** Whether a text can be a person's name and is not a position, a union or a unit. */
export const looksLikeName = (text: string): boolean =>
  NAME.test(text) &&
  text.length < 60 &&
  !looksLikePosition(text) &&
  !UNION.test(text) &&
  !ORGANISATION.test(text) &&
  !namesCommittee(text) &&
  !NO_NAME.test(text) &&
  !/^[\p{Lu}]{2,}$/u.test(text);

export const looksLikePosition = (text: string): boolean => POSITION.test(text) || SHORT_POSITION.test(text);
export const looksLikeConstituency = (text: string): boolean =>
  UNION.test(text) || ORGANISATION.test(text) || OFFICE.test(text) || /^\p{Lu}{2,6}$/u.test(text);

/** A person with what the list says of it; the place on the list says the rest. */
export type PersonRead = Pick<
  RosterPerson,
  'name' | 'position' | 'represents' | 'side' | 'office' | 'capacity' | 'deputyFor'
> & {
  readonly excused: boolean;
  readonly confidence: Confidence;
  /** An office that may be one of a union or another body. */
  readonly officeUnclear: boolean;
};

/** What the cells or the words behind a name say. Words of the office and of absence are taken out of them. */
export function personOf(
  name: string,
  said: { position?: string; represents?: string; remarks?: readonly string[] },
): PersonRead {
  const { position = '', represents = '', remarks = [] } = said;
  const all = [position, represents, ...remarks];
  const office = all.map(officeIn).find((one) => one !== undefined);
  const deputyFor = all.map((text) => DEPUTY_FOR.exec(text)?.groups?.['who']).find(Boolean);
  const words = name.split(' ').length;
  return given<PersonRead>({
    name,
    position: withoutOffice(position),
    represents: withoutOffice(represents),
    side: sideOf(all.join(' ')),
    office: office === 'unclear' ? undefined : office,
    deputyFor: deputyFor && looksLikeName(deputyFor) ? deputyFor : undefined,
    capacity: all.some((text) => DEPUTY.test(text)) ? 'deputy' : 'holder',
    excused: all.some((text) => EXCUSED.test(text)),
    officeUnclear: office === 'unclear',
    confidence: words === 1 || office === 'unclear' ? 'guess' : words > 3 ? 'likely' : 'certain',
  });
}

/** The office that a text gives; that of a union (`næstformand i HK`) is not one of the committee. */
function officeIn(text: string): 'chair' | 'deputyChair' | 'secretary' | 'unclear' | undefined {
  const match = OFFICE.exec(text);
  if (!match) return undefined;
  const rest = text.slice(match.index + match[0].length);
  if (/^\s*(?:i|for|af)\s/iu.test(rest) && !namesCommittee(rest)) return 'unclear';
  const { deputyChair, chair } = match.groups ?? {};
  return deputyChair ? 'deputyChair' : chair ? 'chair' : 'secretary';
}

const withoutOffice = (text: string): string =>
  officeIn(text) === 'unclear'
    ? text
    : text
        .replace(new RegExp(`${OFFICE.source}(?:\\s+(?:i|for|af)\\s+\\S+)?`, 'iu'), '')
        .replace(/\(\s*\)/gu, '')
        .replace(/^[\s,;/–-]+|(?:[\s,;/–]|\s-)+$/gu, '')
        .trim();

/** The side that a position or a union speaks of; undefined where both or neither do. */
function sideOf(text: string): Side | undefined {
  const employees = EMPLOYEE.test(text) || UNION.test(text);
  const management = MANAGER.test(text.replaceAll(/arbejdsmiljøleder|formand/giu, ''));
  if (employees === management) return undefined;
  return employees ? 'employees' : 'management';
}

/**
 * The persons of a running list: `Anna Holm (formand), Bo Lund, FTR, HK; Carl Dam`. Brackets and words that are no name
 * belong to the person before them. `rest`: what stands before any name.
 */
export function personsIn(text: string): { readonly persons: readonly PersonRead[]; readonly rest: readonly string[] } {
  const rest: string[] = [];
  const found: { name: string; remarks: string[] }[] = [];
  for (const part of split(text)) {
    const brackets = [...part.matchAll(/\(([^)]*)\)?/gu)]
      .map((match) => match[1] ?? '')
      .filter((one) => !isInitials(one, part));
    const bare = part
      .replace(/\([^)]*\)?/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    const [first = '', ...after] = bare.split(/\s+[–-]\s+/u);
    const { name, title } = titled(first.replace(/^(?:og|samt)\s+/iu, ''));
    const last = found.at(-1);
    if (looksLikeName(name)) found.push({ name, remarks: [...title, ...after, ...brackets] });
    else if (last && bare !== '') last.remarks.push(bare, ...brackets);
    else if (last) last.remarks.push(...brackets);
    else if (bare !== '') rest.push(bare);
  }
  const persons = found.map(({ name, remarks }) => {
    const person = personOf(name, sorted(remarks));
    return isClosed(person) ? person : { ...person, confidence: least(person.confidence, 'likely') };
  });
  return { persons, rest };
}

/** `Else Marie Kofoed (EMK)`: what the minutes call her below. */
const isInitials = (bracket: string, name: string): boolean =>
  bracket !== '' &&
  [...name.matchAll(/(?<![\p{L}(])\p{Lu}/gu)]
    .map(([letter]) => letter)
    .join('')
    .startsWith(bracket);

/** Whether a position ends as positions do and a constituency is one word: nothing of the next line hangs on. */
const isClosed = ({ position, represents }: PersonRead): boolean =>
  (position === undefined || POSITION_ENDS.test(position)) && (represents === undefined || /^\S+$/u.test(represents));

/** `Kommunaldirektør Mads Ravn`: a position before the name. */
function titled(text: string): { readonly name: string; readonly title: readonly string[] } {
  const [first = '', ...rest] = text.split(' ');
  const name = rest.join(' ');
  return looksLikePosition(first) && rest.length > 1 && looksLikeName(name)
    ? { name, title: [first] }
    : { name: text, title: [] };
}

/** Remarks without a column of their own: positions are told from constituencies by their words. */
function sorted(remarks: readonly string[]) {
  const parts = remarks.flatMap((remark) => split(remark));
  const position = parts.find((part) => looksLikePosition(part) && withoutOffice(part) !== '' && !/ for /u.test(part));
  const represents = parts.find(
    (part) => part !== position && looksLikeConstituency(part) && withoutOffice(part) !== '' && !/ for /u.test(part),
  );
  return { ...(position ? { position } : {}), ...(represents ? { represents } : {}), remarks: parts };
}

/** Splits at commas, semicolons and `og` between names, not inside brackets. */
function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text.replace(/(?<=[\p{Ll})])\s+(?:og|samt)\s+(?=\p{Lu}\p{Ll})/gu, ', ')) {
    depth = Math.max(0, depth + (letter === '(' ? 1 : letter === ')' ? -1 : 0));
    if (depth === 0 && /[,;]/u.test(letter)) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part].map((one) => one.trim().replace(/\.$/u, '')).filter((one) => one !== '');
}
