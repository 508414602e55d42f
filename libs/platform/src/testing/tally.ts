import type { AccessTable, Row } from '@rettidig/access';
import { accessTable, roles } from '@rettidig/access';
import {
  impossible,
  projection,
  Refused,
  type CommandDefinition,
  type Decider,
  type DomainEvent,
  type Feature,
  type QueryDefinition,
} from '@rettidig/event-sourcing';
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
  Numeric,
  One,
  OneOf,
  Repeated,
  UncertainDay,
  type FuzzyDate,
} from '@rettidig/vocabulary';

/** A slice that is in no product: tallies that are started, added to and renamed. For the specs of the edge. */
type TallyEvent =
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

const kinds = ['small', 'great'];

class Step {
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

class WhichTallies {
  @Repeated()
  @Codes(kinds, { description: 'Kinds.', optional: true })
  kind?: string[];

  @FreeText({ description: 'In the note.', max: 30, optional: true })
  text?: string;

  @Numeric()
  @Count({ description: 'Page size.', min: 1, max: 100, optional: true })
  limit?: number;
}

class TallyShown {
  @Id({ description: 'The tally.' })
  id!: string;

  @FreeText({ description: 'Its note.', max: 50 })
  note!: string;

  @Count({ description: 'Its total.' })
  total!: number;
}

class Tallies {
  @ListOf(() => TallyShown, { description: 'The tallies.' })
  items!: TallyShown[];

  @Count({ description: 'How many.' })
  total!: number;
}

const tallyView = projection<TallyEvent>({
  name: 'tally',
  version: 1,
  schema: ['create table {tally} (id text primary key, kind text, note text, total integer)'],
  on: {
    TallyStarted: (view, { stream, data }) =>
      view.run('insert into {tally} values (@id, @kind, @note, 0)', {
        id: stream.slice(6),
        kind: data.kind,
        note: data.note,
      }),
    TallyAdded: (view, { stream, data }) =>
      view.run('update {tally} set total = total + @by where id = @id', { id: stream.slice(6), by: data.by }),
  },
});

const listTallies: QueryDefinition<WhichTallies, Tallies, unknown> = {
  name: 'ListTallies',
  parameters: WhichTallies,
  answer: Tallies,
  path: '/tallies',
  tag: 'tallies',
  summary: { da: 'Optællinger', en: 'Tallies' },
  handle: (parameters, { views }) => {
    const items = rowsOf(parameters, views);
    return { items, total: items.length };
  },
  csv: {
    fileName: { da: 'optællinger.csv', en: 'tallies.csv' },
    columns: [
      { key: 'note', heading: { da: 'Bemærkning', en: 'Note' } },
      { key: 'total', heading: { da: 'I alt', en: 'Total' } },
    ],
    rows: (parameters, { views }) => rowsOf(parameters, views).map((row) => ({ ...row })),
  },
};

function rowsOf({ kind, text }: WhichTallies, views: { view: (name: string) => TallyReader }): TallyShown[] {
  return views
    .view('tally')
    .all<TallyShown & { kind: string }>('select * from {tally} order by note')
    .filter((row) => (kind?.includes(row.kind) ?? true) && row.note.includes(text ?? ''))
    .map(({ id, note, total }) => ({ id, note, total }));
}
interface TallyReader {
  all: <Row>(sql: string) => Row[];
}

const tryTally: QueryDefinition<Step, Step, unknown> = {
  name: 'TryTally',
  parameters: Step,
  answer: Step,
  path: '/tries',
  method: 'POST',
  tag: 'tallies',
  summary: { da: 'Prøv', en: 'Try' },
  handle: ({ by }) => ({ by: by + 1 }),
};

class WhoIs {
  @Id({ description: 'A person.' })
  id!: string;
}

const nameOf: QueryDefinition<WhoIs, TallyShown, unknown> = {
  name: 'NameOf',
  parameters: WhoIs,
  answer: TallyShown,
  path: '/names/{id}',
  tag: 'tallies',
  summary: { da: 'Navn', en: 'Name' },
  handle: async ({ id }, { people }) => ({ id, note: (await people([id])).get(id)?.name ?? '-', total: 0 }),
};

export const tallyFeature: Feature = {
  name: 'tallies',
  tags: { tallies: 'Whatever is counted.' },
  commands: [startTally, addToTally, renameTally, markTally, resetTally],
  queries: [listTallies, tryTally, nameOf],
  projections: [tallyView],
  reactions: [],
  sealedFields: { TallyStarted: [{ path: 'note' }], TallyRenamed: [{ path: 'note' }] },
  refusals: {
    'tally.in-future': { da: '{on} ligger i fremtiden.', en: '{on} is in the future.' },
    'tally.full': { da: 'Der er {total} i forvejen.', en: 'There are {total} already.' },
    'tally.unknown': { da: 'Optællingen findes ikke.', en: 'There is no such tally.' },
  },
};

const everybody: Row = { roles, ownRoles: [], offices: [], reason: 'access.everybody' };
const { GetMe, ListPeople, RegisterPerson, LabelSeat, RebuildViews } = accessTable;

/** Who may do what with tallies: auditors may not start any, managers rename their own. */
export const tallyAccess: AccessTable = {
  StartTally: { ...everybody, roles: roles.filter((role) => role !== 'auditor'), reason: 'access.register' },
  AddToTally: everybody,
  MarkTally: everybody,
  ResetTally: { ...everybody, roles: ['system'], reason: 'access.system-only' },
  RenameTally: { ...everybody, roles: ['secretariat'], ownRoles: ['manager'], reason: 'access.own-case-only' },
  ListTallies: everybody,
  TryTally: everybody,
  NameOf: everybody,
  GetMe: GetMe!,
  ListPeople: ListPeople!,
  RegisterPerson: RegisterPerson!,
  LabelSeat: LabelSeat!,
  RebuildViews: RebuildViews!,
};
