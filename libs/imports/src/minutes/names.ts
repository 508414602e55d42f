import type { MinutesDraft, RosterPerson } from '@rettidig/minutes';

/** A name or label by its letters alone: capitals, hyphens at the end of a line and spaces do not make another one. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Positions that take the ending of the Danish definite form. */
const DEFINITE = /(chef|leder|direktør|repræsentant|forstander|suppleant|konsulent|sekretær|koordinator|rådgiver)$/i;

/** What stands in a text for a person: the office, or the position. */
export function functionOf({ office, position }: Pick<RosterPerson, 'office' | 'position'>): string {
  if (office === 'chair') return 'formanden';
  if (office === 'deputyChair') return 'næstformanden';
  if (office === 'secretary') return 'sekretæren';
  if (!position) return 'en deltager';
  const word = position.slice(0, 1).toLowerCase() + position.slice(1);
  return DEFINITE.test(word) ? `${word}en` : word;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A name as it may be broken over lines: a hyphen and spaces anywhere between two letters of a word. */
const brokenUp = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map(escaped).join(String.raw`(?:-\s+)?`))
    .join(String.raw`(?:-?\s+)`);

interface Naming {
  readonly pattern: RegExp;
  readonly instead: string;
}

/**
 * Takes the names of persons out of texts that go into the log: their function stands instead. Full names first, then
 * first and last name, then the first name alone.
 */
export function withoutNames(draft: Pick<MinutesDraft, 'roster' | 'caseOfficer'>): (text: string) => string {
  const people = [
    ...draft.roster.map((person) => ({ name: person.name, instead: functionOf(person) })),
    ...(draft.caseOfficer ? [{ name: draft.caseOfficer.value, instead: 'sagsbehandleren' }] : []),
  ];
  const words = people.map(({ name, instead }) => ({ parts: name.trim().split(/\s+/), instead }));
  const namings = [
    ...words.map(({ parts, instead }) => ({ text: parts.join(' '), instead })),
    ...words.map(({ parts, instead }) => ({ text: `${parts[0]} ${parts.at(-1)}`, instead })),
    ...words.filter(({ parts }) => parts[0]!.length > 2).map(({ parts, instead }) => ({ text: parts[0]!, instead })),
    ...words
      .filter(({ parts }) => parts.length > 1 && parts.at(-1)!.length > 3)
      .map(({ parts, instead }) => ({ text: parts.at(-1)!, instead })),
  ]
    .filter(({ text }) => text.length > 2)
    .map(({ text, instead }): Naming => ({
      pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${brokenUp(text)}(s?)(?![\p{L}\p{N}])`, 'gu'),
      instead,
    }));
  return (text) => namings.reduce((left, naming) => replaced(left, naming), text);
}

/** At the beginning of a sentence the function begins with a capital. */
const replaced = (text: string, { pattern, instead }: Naming): string =>
  text.replaceAll(pattern, (_name, ending: string, at: number, whole: string) => {
    const begins = at === 0 || /[.!?:]\s+$/.test(whole.slice(0, at));
    const word = begins ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead;
    return word + ending;
  });
