import type { AccessTable, Row } from '@rettidig/access';
import { accessTable, roles } from '@rettidig/access';
import type { Feature } from '@rettidig/event-sourcing';
import { tallyCommands } from './tally.commands.js';
import { tallyQueries, tallyView } from './tally.queries.js';

/** A slice that is in no product: tallies that are started, added to and renamed. For the specs of the edge. */
export const tallyFeature: Feature = {
  name: 'tallies',
  tags: { tallies: 'Whatever is counted.' },
  commands: tallyCommands,
  queries: tallyQueries,
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
