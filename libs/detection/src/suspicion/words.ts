/** Danish text taken apart into words that can be compared, each with its place in the text as it was written. */

/** A word as the patterns see it, and where it stands. `from` and `to` count UTF-16 units of the text, `to` excluded. */
export interface Word {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

export type Sentence = readonly Word[];

/** What a short form stands for, both in small letters: `afd` is `afdeling`. */
export type Abbreviations = Readonly<Record<string, string>>;

/**
 * Small letters, å æ ø as they are spelled on a keyboard without them, no hyphens inside, and no accents except where
 * they count: én is one, en is a.
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/^é(?=[nt]$)/u, 'ee')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}§]/gu, '');
}

/**
 * One word: letters and digits, and what joins them. A hyphen joins, also one at the end of a line, except where it
 * stands for a part left out ("bo- og dagtilbud"); so does a full stop before a small letter ("afd.leder"). The number of
 * a section of law belongs to its mark ("§ 85").
 */
const WORD =
  /§+\s*\d+|[\p{L}\p{N}\p{M}]+(?:(?:\u00AD|[-‐‑](?:[ \t]*\r?\n\s*(?!(?:og|eller|samt)\b))?|\.(?=\p{Ll}))[\p{L}\p{N}\p{M}]+)*/gu;

/** A sentence ends at its mark when something new begins after it, at an empty line, and before a bullet. */
const SENTENCE_END = /[!?;]\s|\n\s*\n|\n\s*[-•*–·]|[•·]/u;
const FULL_STOP = /\.["”»)]*\s+[^\p{Ll}]*$/u;

/** The sentences of a text. A text of one line without a full stop is one sentence. */
export function sentencesOf(text: string, abbreviations: Abbreviations): Sentence[] {
  const sentences: Word[][] = [];
  let before: { readonly to: number; readonly short: boolean } | undefined;
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    const between = before ? text.slice(before.to, from) : '';
    if (!before || endsSentence(between, text[from]!, before.short)) sentences.push([]);
    const { folded, short } = spelledOut(match[0], abbreviations);
    if (folded) sentences.at(-1)!.push({ folded, from, to });
    before = { to, short };
  }
  return sentences.filter(({ length }) => length > 0);
}

function endsSentence(between: string, next: string, afterShortForm: boolean): boolean {
  if (SENTENCE_END.test(between)) return true;
  return !afterShortForm && FULL_STOP.test(between) && !/\p{Ll}/u.test(next);
}

/** A short form in full, also as the first part of a compound ("afd.leder"), and whether the word ends in one. */
function spelledOut(word: string, abbreviations: Abbreviations): { folded: string; short: boolean } {
  const inFull = (part: string): string | undefined => {
    const key = part.toLowerCase();
    return Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
  };
  const whole = inFull(word);
  if (whole !== undefined) return { folded: fold(whole), short: true };
  const parts = word.split('.');
  const folded = parts.map((part) => fold(inFull(part) ?? part)).join('');
  return { folded, short: inFull(parts.at(-1)!) !== undefined };
}
