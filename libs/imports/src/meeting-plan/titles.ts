/** Why an entry whose title names a committee is not taken for a meeting of that committee by itself. */
export type TitleQuestion = 'entry.cancelled-in-title' | 'entry.other-gathering' | 'entry.more-than-name';

/** Words of a text, for comparing. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that say nothing but that it is a meeting of the committee, which one in the row, and when. */
const NEUTRAL = listed(`
  møde mødet møder mødedato ordinær ordinært ekstraordinær ekstraordinært medmøde med udvalgsmøde udvalg udvalget
  medudvalg hovedmed områdemed lokalmed hovedudvalg i den d kl for nr nummer kvartal halvår år årets uge dato dag
  forår sommer efterår vinter januar februar marts april maj juni juli august september oktober november december jan
  feb mar apr jun jul aug sep sept okt nov dec mandag tirsdag onsdag torsdag fredag lørdag søndag
  meeting ordinary extraordinary committee of the no number quarter week date on at
  january february march may june july october q1 q2 q3 q4 i ii iii iv
  monday tuesday wednesday thursday friday saturday sunday
`);

/** Gatherings around a committee that are none of its meetings: nothing that they treat is treated in MED. */
const OTHER = listed(`
  formøde formøder formødet gruppemøde gruppemøder kontaktudvalg kontaktudvalget forberedelse forberedende
  forberedelsesmøde dagsordensmøde temadag seminar kursus uddannelse workshop frokost middag julefrokost reception
  opfølgning opsamling evaluering eftermøde deadline frist udsendelse premeeting preparation course lunch
`);

const CANCELLED = listed('aflyst aflyses aflysning udgår udgået cancelled canceled');

/** A number, with what may hang on it: `3`, `2027`, `10h`, `2k`. */
const isNumber = (word: string): boolean => /^\d+\p{L}?$/u.test(word);

/** The words of a title without the committee's name, where it stands first. */
function beside(title: string, name: string): string[] {
  const [words, named] = [wordsOf(title), wordsOf(name)];
  const at = words.findIndex((_word, from) => named.every((word, step) => words[from + step] === word));
  return at < 0 || named.length === 0 ? words : [...words.slice(0, at), ...words.slice(at + named.length)];
}

/**
 * What has to be asked about an entry; undefined when its title says no more than that the committee meets. A cancelled
 * entry may say so in its title too.
 */
export function questionOf(title: string, name: string, cancelled: boolean): TitleQuestion | undefined {
  const all = beside(title, name);
  const words = cancelled ? all.filter((word) => !CANCELLED.has(word)) : all;
  if (words.some((word) => CANCELLED.has(word))) return 'entry.cancelled-in-title';
  if (words.some((word) => OTHER.has(word))) return 'entry.other-gathering';
  return words.every((word) => NEUTRAL.has(word) || isNumber(word)) ? undefined : 'entry.more-than-name';
}
