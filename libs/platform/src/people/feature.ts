import type { Feature } from '@rettidig/event-sourcing';
import type { Rights } from '../rights.js';
import { getMe, listPeople } from './queries.js';

/** What platform itself can be asked. Its acts write to the private store only, so there is no command in it. */
export const peopleFeature = (rights: Rights): Feature => ({
  name: 'people',
  tags: { people: 'Names of people and labels of seats, which stand outside the log; and who you are.' },
  commands: [],
  queries: [getMe(rights), listPeople],
  projections: [],
  reactions: [],
  sealedFields: {},
  refusals: {},
});
