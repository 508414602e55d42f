import type { Language, PersonCard, QueryContext, Text } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName, isKnownUnit, knownAt, structureOn, subtreeOf, unitName } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import { kindText, ruleBookKnownAt, ruleSetOn } from '@rettidig/rules';
import { asOfInstant, notStated, sourceKinds } from '@rettidig/vocabulary';
import type { LocalDate, Source } from '@rettidig/vocabulary';
import { NONE_CODE, NOT_STATED_CODE } from '../projections/rows.js';
import { actorRoles, noCommittee, someCommittee } from '../register.words.js';

/** Reference data that names come from. */
export interface NameReference {
  readonly organisation: Organisation;
  readonly ruleBook: RuleBook;
}

/** Turns ids and codes into what the reader calls them. */
export interface Naming {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly word: (words: Readonly<Record<string, Text>>, code: string) => string;
  /** Null and unknown ids: "intet MED-udvalg fundet". */
  readonly committee: (committeeId: string | null) => string;
  /** The same within a sentence: "i et MED-udvalg, der ikke er fundet". */
  readonly committeeInText: (committeeId: string | null) => string;
  /** Null: "ikke oplyst". */
  readonly unit: (unitId: string | null) => string;
  readonly kind: (kind: string) => string;
  readonly kindIn: (kind: string) => Text;
  readonly source: (source: Source) => string;
  readonly role: (role: string) => string;
}

export function namingOf({ organisation, ruleBook }: NameReference, language: Language, on: LocalDate): Naming {
  const say = (text: Text): string => text[language];
  const word = (words: Readonly<Record<string, Text>>, code: string): string =>
    Object.hasOwn(words, code) ? words[code]![language] : code;
  const ruleSet = ruleSetOn(ruleBook, on);
  const kindIn = (kind: string): Text => kindText(kind, ruleSet);
  return {
    language,
    say,
    word,
    committee: (id) => (id === null ? say(noCommittee) : (committeeName(organisation, id) ?? id)),
    committeeInText: (id) => (id === null ? say(someCommittee) : (committeeName(organisation, id) ?? id)),
    unit: (id) => (id === null ? say(notStated) : (unitName(organisation, id) ?? id)),
    kind: (kind) => say(kindIn(kind)),
    kindIn,
    source: ({ kind, reference }) => [say(sourceKinds[kind]), reference].filter(Boolean).join(': '),
    role: (role) => word(actorRoles, role),
  };
}

/**
 * The context as it was at `asOf`: the names and rules known then, and that moment. An answer is the same when it is
 * asked for later as of then, also after a unit got another name.
 */
export function contextAsOf<Context extends QueryContext<NameReference>>(context: Context, asOf?: string): Context {
  const at = asOfInstant(asOf, context.now);
  if (at === undefined) return context;
  const { organisation, ruleBook } = context.reference;
  const reference = { organisation: knownAt(organisation, at), ruleBook: ruleBookKnownAt(ruleBook, at) };
  return { ...context, now: at, reference: { ...context.reference, ...reference } };
}

/** What a column holds instead of an id. */
export const idOrNull = (value: string): string | null =>
  value === NOT_STATED_CODE || value === NONE_CODE ? null : value;

/**
 * A unit with everything below it on any of some days: a unit that was moved or closed since is found where it was.
 * @throws Refused `change.unit-unknown`
 */
export function unitsBelow(
  unitId: string | undefined,
  days: readonly (LocalDate | undefined)[],
  { organisation }: NameReference,
): string[] | undefined {
  if (unitId === undefined) return undefined;
  if (unitId === NOT_STATED_CODE) return [NOT_STATED_CODE];
  if (!isKnownUnit(organisation, unitId)) throw impossible('change.unit-unknown', { unitId });
  const known = days.filter((day) => day !== undefined);
  return [...new Set([unitId, ...known.flatMap((day) => subtreeOf(structureOn(organisation, day), unitId))])];
}

/** The name of a person, where the private store has one. */
export const nameOf = (people: ReadonlyMap<string, PersonCard>, id: string | null | undefined): string | null =>
  (id && people.get(id)?.name) || null;
