import { impossible, Refused, type CommandDefinition, type Decider, type DomainEvent } from '@rettidig/event-sourcing';
import {
  Codes,
  Count,
  Day,
  dayOf,
  Dictionary,
  Flag,
  FreeText,
  Id,
  ListOf,
  One,
  OneOf,
  UncertainDay,
  type FuzzyDate,
} from '@rettidig/vocabulary';

/** What happens to a tally. */
export type TallyEvent =
  | DomainEvent<'TallyStarted', { readonly kind: string; readonly note: string; readonly on: string }>
  | DomainEvent<'TallyAdded', { readonly by: number }>
  | DomainEvent<'TallyRenamed', { readonly note: string }>;

interface TallyState {
  readonly ownerId: string | null;
  readonly total: number;
}

const decider: Decider<TallyState, TallyEvent> = {
  category: 'tally',
  initial: { ownerId: null, total: 0 },
  evolve: {
    TallyStarted: (_state, _data, meta) => ({ ownerId: meta.actor.id, total: 0 }),
    TallyAdded: (state, { by }) => ({ ...state, total: state.total + by }),
    TallyRenamed: (state) => state,
  },
};

/** What kinds of tallies and places there are. */
export const kinds = ['small', 'great'];

/** One step of a count. */
export class Step {
  @Count({ description: 'How much.', max: 10 })
  by!: number;

  @FreeText({ description: 'Why.', max: 20, optional: true })
  why?: string;
}

class Place {
  @OneOf(kinds, { description: 'What kind of place.' })
  kind!: string;
}

class StartTally {
  @OneOf(kinds, { description: 'What kind of tally.' })
  kind!: string;

  @FreeText({ description: 'What is counted.', max: 50, example: 'møder' })
  note!: string;

  @Day({ description: 'Since when.' })
  on!: string;

  @UncertainDay({ description: 'When it was thought of.', optional: true })
  thoughtOf?: FuzzyDate;

  @ListOf(() => Step, { description: 'First steps.', optional: true, max: 3 })
  steps?: Step[];

  @One(() => Place, { description: 'Where.', optional: true })
  place?: Place;

  @Flag({ description: 'Whether it is loud.', optional: true })
  loud?: boolean;

  @Id({ description: 'Who counts; null is nobody.', optional: true, nullable: true })
  counterId?: string | null;

  @Codes(kinds, { description: 'Other kinds.', optional: true })
  others?: string[];

  @Dictionary({ type: 'string' }, { description: 'Anything.', optional: true })
  extra?: object;
}

class AddToTally {
  @Count({ description: 'How much.', max: 1000 })
  by!: number;
}

class RenameTally {
  @FreeText({ description: 'The new note.', max: 50 })
  note!: string;
}

class MarkTally {
  @Id({ description: 'The mark.' })
  markId!: string;
}

class ResetTally {}

class TotalNow {
  @Count({ description: 'What it has come to.', example: 3 })
  total!: number;
}

type Command<Message extends object, Answer extends object = never> = CommandDefinition<
  TallyState,
  TallyEvent,
  Message,
  unknown,
  Answer
>;

const startTally: Command<StartTally> = {
  name: 'StartTally',
  message: StartTally,
  decider,
  kind: 'fact',
  target: 'new',
  path: '/tallies',
  tag: 'tallies',
  summary: { da: 'Begynd en optælling', en: 'Start a tally' },
  refusals: ['tally.in-future'],
  decide: (_state, { kind, note, on }, { now }) => {
    if (on > dayOf(now)) throw impossible('tally.in-future', { on });
    return [{ type: 'TallyStarted', data: { kind, note, on } }];
  },
};

const addToTally: Command<AddToTally, TotalNow> = {
  name: 'AddToTally',
  message: AddToTally,
  decider,
  kind: 'fact',
  target: 'existing',
  path: '/tallies/{id}/additions',
  tag: 'tallies',
  summary: { da: 'Læg til', en: 'Add' },
  refusals: ['tally.full', 'tally.unknown'],
  decide: (state, { by }) => {
    if (by === 13) throw new TypeError('secret detail of a fault');
    if (state.total + by > 1000) throw new Refused('tally.full', { total: state.total });
    return [{ type: 'TallyAdded', data: { by } }];
  },
  answer: ({ total }) => ({ total }),
  answerType: TotalNow,
};

const renameTally: Command<RenameTally> = {
  name: 'RenameTally',
  message: RenameTally,
  decider,
  kind: 'change',
  target: 'existing',
  path: '/tallies/{id}/note',
  tag: 'tallies',
  summary: { da: 'Omdøb', en: 'Rename' },
  refusals: ['tally.unknown'],
  resource: ({ ownerId }) => ({ ownerId }),
  decide: (_state, { note }) => [{ type: 'TallyRenamed', data: { note } }],
};

const markTally: Command<MarkTally> = {
  name: 'MarkTally',
  message: MarkTally,
  decider,
  kind: 'fact',
  target: 'existing',
  path: '/tallies/{id}/marks/{markId}',
  tag: 'tallies',
  summary: { da: 'Sæt mærke', en: 'Mark' },
  refusals: ['tally.unknown'],
  decide: () => [{ type: 'TallyAdded', data: { by: 1 } }],
};

const resetTally: Command<ResetTally> = {
  name: 'ResetTally',
  message: ResetTally,
  decider,
  kind: 'fact',
  target: 'existing',
  path: null,
  tag: 'tallies',
  summary: { da: 'Nulstil', en: 'Reset' },
  refusals: [],
  decide: () => [],
};

/** One command of every kind. */
export const tallyCommands = [startTally, addToTally, renameTally, markTally, resetTally];
