/** The endings that Danish words take, so that a list names a word once and finds all its forms. */

const nouns = ['', 'e', 'en', 'et', 'er', 'erne', 'ene', 'ne', 'n', 'r', 'eren', 'eret'];
const verbs = ['t', 'te', 'ede', 'ende', 'ere', 'est', 'este'];
/** What makes a noun of a verb: flytte, flytning; oprette, oprettelse; etablere, etablering. */
const acts = ['ing', 'ning', 'else'].flatMap((act) => [
  act,
  ...(act === 'else' ? ['n', 'r', 'rne'] : ['en', 'er', 'erne']).map((end) => act + end),
]);

/** Every ending, with and without the s of the genitive and of the passive. */
const ENDINGS: ReadonlySet<string> = new Set([...nouns, ...verbs, ...acts].flatMap((end) => [end, `${end}s`]));

const CONSONANT = /[bcdfghjklmnpqrstvxz]/;
/** Words that lose an e when they grow: center, centre, centret; artikel, artikler. */
const LOSES_E = /^(.+[bcdfghjklmnpqrstvxz])e([lrn])$/;

/** What a word may look like before its ending: itself, its last consonant doubled, or without its weak e. */
export function growingForms(stem: string): readonly { readonly form: string; readonly bare: boolean }[] {
  const last = stem.at(-1) ?? '';
  const weak = LOSES_E.exec(stem);
  return [
    { form: stem, bare: true },
    ...(CONSONANT.test(last) ? [{ form: stem + last, bare: false }] : []),
    ...(weak ? [{ form: weak[1]! + weak[2]!, bare: false }] : []),
  ];
}

/** Whether the rest of a word is an ending. After a form that only occurs with one, none is not enough. */
export const isEnding = (rest: string, bare: boolean): boolean => (bare || rest.length > 0) && ENDINGS.has(rest);
