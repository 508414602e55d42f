import type { Language, PersonCard, QueryContext, Text } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName, isKnownUnit, knownAt, structureOn, subtreeOf, unitName } from '@rettidig/organisation';
import { kindText, ruleBookKnownAt, ruleSetOn } from '@rettidig/rules';
import type { FuzzyDate, LocalDate, Source } from '@rettidig/vocabulary';
import { asOfInstant, dayOf, decidingBodies, fuzzyInWords, notStated, sourceKinds } from '@rettidig/vocabulary';
import type { DetectionReference } from './possible-miss.checks.js';

/** Turns ids and codes into what the reader calls them. */
export interface Naming {
  readonly language: Language;
  readonly say: (text: Text) => string;
  /** Null: "ikke oplyst". */
  readonly unit: (unitId: string | null) => string;
  readonly committee: (committeeId: string) => string;
  readonly kind: (kind: string) => string;
  readonly body: (body: keyof typeof decidingBodies) => string;
  readonly day: (when: FuzzyDate) => string;
  readonly source: (source: Source) => string;
  readonly role: (role: string) => string;
}

type Context = QueryContext<DetectionReference>;

const text = (da: string, en: string): Text => ({ da, en });

/** Who acts, as sentences call them. */
const roles: Readonly<Record<string, Text>> = {
  manager: text('leder', 'manager'),
  caseOfficer: text('sagsbehandler', 'case officer'),
  secretariat: text('sekretariatet', 'the secretariat'),
  chair: text('formanden', 'the chair'),
  deputyChair: text('næstformanden', 'the deputy chair'),
  employeeRep: text('medarbejderrepræsentant', 'employee representative'),
  employee: text('medarbejder', 'employee'),
  admin: text('administrator', 'administrator'),
  system: text('systemet', 'the system'),
};

/** Names as they are known in a context. */
export function namingOf({ reference: { organisation, ruleBook }, language, now }: Context): Naming {
  const say = (one: Text): string => one[language];
  const ruleSet = ruleSetOn(ruleBook, dayOf(now));
  return {
    language,
    say,
    unit: (id) => (id === null ? say(notStated) : (unitName(organisation, id) ?? id)),
    committee: (id) => committeeName(organisation, id) ?? id,
    kind: (kind) => say(kindText(kind, ruleSet)),
    body: (body) => say(decidingBodies[body]),
    day: (when) => fuzzyInWords(when, language),
    source: ({ kind, reference }) => [say(sourceKinds[kind]), reference].filter(Boolean).join(': '),
    role: (role) => (Object.hasOwn(roles, role) ? say(roles[role]!) : role),
  };
}

/** The context as it was at `asOf`: the same question asked later gets the same names. */
export function contextAsOf(context: Context, asOf: string | undefined): Context {
  const at = asOfInstant(asOf, context.now);
  if (at === undefined) return context;
  const { organisation, ruleBook } = context.reference;
  const reference = { organisation: knownAt(organisation, at), ruleBook: ruleBookKnownAt(ruleBook, at) };
  return { ...context, now: at, reference: { ...context.reference, ...reference } };
}

/** A unit with everything below it on any of some days; undefined for a unit that never was. */
export function unitsBelow(unitId: string, days: readonly LocalDate[], organisation: Organisation) {
  if (!isKnownUnit(organisation, unitId)) return undefined;
  return [...new Set([unitId, ...days.flatMap((day) => subtreeOf(structureOn(organisation, day), unitId))])];
}

/** The name of a person, where the private store has one and the reader may see it. */
export const nameOf = (people: ReadonlyMap<string, PersonCard>, id: string): string | null =>
  people.get(id)?.name ?? null;
