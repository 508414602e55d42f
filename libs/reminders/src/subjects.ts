import { changeDecider } from '@rettidig/cases';
import type { ChangeEvent, ChangeState } from '@rettidig/cases';
import { possibleMissDecider, screeningDecider } from '@rettidig/detection';
import type { Decider, DomainEvent } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { boxedJson, fromBoxedJson } from './as-json.js';
import { kindsOfSubject } from './kinds/index.js';
import type { Occasion } from './kind.js';
import { mailStory } from './mail-story.js';

/** A category of streams that reminders follow from. */
interface Subject<State> {
  readonly category: string;
  readonly decider: Decider<State, DomainEvent>;
  /** Parts of the state on which no occasion hangs, and no part on which one does: they are not kept. */
  readonly leaves: readonly (keyof State & string)[];
  /** Its states have maps or sets in them. */
  readonly hasMaps: boolean;
}

/** What is left of the decider's types once subjects of all categories stand in one list. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds subjects of different states
export type AnySubject = Subject<any>;

const subject = <State, E extends DomainEvent>(
  decider: Decider<State, E>,
  { leaves = [], hasMaps = false }: { leaves?: readonly (keyof State & string)[]; hasMaps?: boolean } = {},
): AnySubject => ({
  ...{ category: decider.category, decider: decider },
  ...{ leaves, hasMaps },
});

/** What reminders follow from beside reference data. */
export const subjects: readonly AnySubject[] = [
  subject<ChangeState, ChangeEvent>(changeDecider, {
    leaves: ['facts', 'ask', 'recommended', 'talks', 'followUps', 'forwarded', 'links'],
  }),
  subject(possibleMissDecider),
  subject(screeningDecider, { hasMaps: true }),
  subject(mailStory),
];

export const subjectOfStream = (stream: string): AnySubject | undefined => {
  const category = stream.slice(0, stream.indexOf('-'));
  return subjects.find((one) => one.category === category);
};

/** A state as it is kept, and read again. */
export const stateToJson = ({ hasMaps }: AnySubject, state: unknown): string =>
  (hasMaps ? boxedJson : JSON.stringify)(state ?? null);
export const stateFromJson = ({ hasMaps }: AnySubject, json: string): unknown =>
  (hasMaps ? fromBoxedJson(json) : (JSON.parse(json) as unknown)) ?? undefined;

type Folded = { readonly type: string; readonly data: object; readonly meta: Parameters<typeof evolve>[2]['meta'] };

/** Goes on by some events of the stream; what is left out stays as it is on an empty stream. */
export function foldOn({ decider, leaves }: AnySubject, state: unknown, events: readonly Folded[]): unknown {
  const after: unknown = events.reduce<unknown>((before, event) => evolve(decider, before, event), state);
  if (leaves.length === 0 || after === null || typeof after !== 'object') return after;
  const initial = decider.initial as Record<string, unknown>;
  return { ...after, ...Object.fromEntries(leaves.map((name) => [name, initial[name]])) };
}

/** An occasion with the kind that it is of. */
export interface OccasionOfKind extends Occasion {
  readonly kind: string;
}

/** Everything that somebody may have to be reminded of in a state. */
export const occasionsIn = ({ category }: AnySubject, state: unknown, subjectId: string): OccasionOfKind[] =>
  kindsOfSubject(category).flatMap(({ name, occasions }) =>
    occasions(state, subjectId).map((occasion) => ({ ...occasion, kind: name })),
  );
