import type { Instant, Language, ListPage, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';
import { asOfInstant, Day, dayOf, pageAsked, pageOf, PageParameters, Pattern } from '@rettidig/vocabulary';
import { kindText } from '../kinds.js';
import type { Agreed, RuleBook } from '../rule-book.js';
import { ruleBookKnownAt, ruleSetOn } from '../rule-book.js';
import type { RuleBookEvent } from '../rule-book.events.js';
import { inForce } from '../timetables.js';
import { withSources } from './agreement-sources.js';

/** What a list of things agreed on for kinds of change can be asked beside its own filter. */
export class AgreedParameters extends PageParameters {
  @Pattern(/^[a-z][A-Za-z]{1,59}$/, { description: 'Only those of this kind of change.', optional: true })
  kind?: string;

  @Day({ description: 'Only what holds on this day.', optional: true })
  holdsOn?: string;
}

interface AgreedForKind {
  readonly kind: string;
  readonly version: string;
  readonly effectiveFrom: LocalDate;
}

/** One thing that is agreed on for kinds of change, in versions. */
interface AgreedThing<Value extends AgreedForKind, Words extends object, Parameters> {
  /** The event by which it is agreed on. */
  readonly type: RuleBookEvent['type'];
  readonly in: (ruleBook: RuleBook) => readonly Agreed<Value>[];
  /** What tells those of one kind apart: of one kind and one such thing a later version replaces an earlier one. */
  readonly of: (value: Value) => string;
  readonly matches: (value: Value, parameters: Parameters) => boolean;
  readonly words: (value: Value, language: Language) => Words;
}

interface ShownBeside {
  readonly kindText: string;
  readonly inEffect: boolean;
  readonly agreedAt: Instant;
}

type Context = QueryContext<{ readonly ruleBook: RuleBook }>;

/** The list of a thing: page by page with where each agreement stands, or all of its rows for an export. */
export function agreedList<Value extends AgreedForKind, Words extends object, Parameters extends AgreedParameters>(
  thing: AgreedThing<Value, Words, Parameters>,
) {
  type Row = Value & Words & ShownBeside;
  /** The instant asked about, or the one from which all that is agreed now was known. */
  const knownBy = ({ asOf }: Parameters, { reference, now }: Context): Instant =>
    asOfInstant(asOf, now) ?? thing.in(reference.ruleBook).at(-1)?.knownAt ?? '';
  const asked = (all: readonly Row[], { holdsOn }: Parameters): Row[] =>
    all.filter(({ inEffect }) => holdsOn === undefined || inEffect);
  return {
    /** @throws Refused `cursor.unknown` */
    page: async (parameters: Parameters, context: Context): Promise<ListPage<Row & { source: Source | null }>> => {
      const question = pageAsked(thing.type, parameters, knownBy(parameters, context));
      const all = agreedBy(thing, question.at, parameters, context);
      const holding = all.filter(({ inEffect }) => inEffect).length;
      const facets = { inEffect: { true: holding, false: all.length - holding } };
      const page = pageOf(asked(all, parameters), question, facets, (row) => row);
      return { ...page, items: await withSources(page.items, context, agreementsOn(thing)) };
    },
    rows: (parameters: Parameters, context: Context): Row[] =>
      asked(agreedBy(thing, knownBy(parameters, context), parameters, context), parameters),
  };
}

const keyOf = <Value extends AgreedForKind>({ of }: { of: (value: Value) => string }, value: Value): string =>
  `${value.kind} ${of(value)}`;

/** All that was agreed by an instant, by what it is for; of one the latest first, which is the one that holds. */
function agreedBy<Value extends AgreedForKind, Words extends object, Parameters extends AgreedParameters>(
  thing: AgreedThing<Value, Words, Parameters>,
  at: Instant,
  parameters: Parameters,
  { language, reference, now }: Context,
): (Value & Words & ShownBeside)[] {
  const ruleBook = ruleBookKnownAt(reference.ruleBook, at);
  const on = parameters.holdsOn ?? dayOf(parameters.asOf === undefined ? now : at);
  const ruleSet = ruleSetOn(ruleBook, on);
  const agreed = thing.in(ruleBook);
  const versionsOf = (key: string): Value[] =>
    agreed.map(({ value }) => value).filter((value) => keyOf(thing, value) === key);
  return agreed
    .filter(({ value }) => (parameters.kind ?? value.kind) === value.kind && thing.matches(value, parameters))
    .map(({ value, knownAt: agreedAt }) => ({
      ...{ ...value, ...thing.words(value, language), agreedAt },
      inEffect: inForce(versionsOf(keyOf(thing, value)), on) === value,
      kindText: kindText(value.kind, ruleSet)[language],
    }))
    .sort((one, other) => {
      const [before, after] = [keyOf(thing, one), keyOf(thing, other)];
      if (before !== after) return before < after ? -1 : 1;
      return other.effectiveFrom.localeCompare(one.effectiveFrom) || other.agreedAt.localeCompare(one.agreedAt);
    });
}

const agreementsOn = <Value extends AgreedForKind>(thing: {
  readonly type: RuleBookEvent['type'];
  readonly of: (value: Value) => string;
}) => ({
  told: ({ type, data }: RecordedEvent) => (type === thing.type ? (data as Value) : undefined),
  keyOf: (value: Value): string => `${keyOf(thing, value)} ${value.version}`,
});
