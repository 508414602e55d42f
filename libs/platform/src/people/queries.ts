import { accessTable, roles } from '@rettidig/access';
import type { QueryDefinition } from '@rettidig/event-sourcing';
import type { Rights } from '../rights.js';
import { Codes, Count, Dictionary, FreeText, Id, Ids, ListOf, One, OneOf, Repeated } from '@rettidig/vocabulary';

const acts = Object.keys(accessTable);

export class NoParameters {}

export class MyPermissions {
  @Codes(acts, {
    description: 'Commands and queries that the role may use on anything.',
    example: ['ListMissedReviews'],
    max: 1000,
  })
  always!: string[];

  @Codes(acts, {
    description: 'Commands that the role may use only on cases that the person owns or registered.',
    example: ['RecordDecision'],
    max: 1000,
  })
  onOwnCases!: string[];
}

export class Me {
  @Id({ description: 'Your person id.' })
  id!: string;

  @OneOf(roles, { description: 'The role you act in.', example: 'secretariat' })
  role!: string;

  @One(() => MyPermissions, {
    description: 'What the role may do. Offices in a committee add rights there that are not listed here.',
  })
  permissions!: MyPermissions;
}

export const getMe = (rights: Rights): QueryDefinition<NoParameters, Me, unknown> => ({
  name: 'GetMe',
  parameters: NoParameters,
  answer: Me,
  path: '/me',
  tag: 'people',
  summary: { da: 'Hvem er jeg, og hvad må jeg', en: 'Who am I, and what may I do' },
  handle: (_parameters, { actor }) => ({ id: actor.id, role: actor.role, permissions: rights.of(actor.role) }),
});

export class WhichPeople {
  @Repeated()
  @Ids({ description: 'Ids of people or seats, at most 100.', min: 1 })
  ids!: string[];
}

export class PersonShown {
  @Id({ description: 'The person or seat.' })
  id!: string;

  @FreeText({ description: 'The name of the person, or the label of the seat.', example: 'Kim Eksempel', max: 200 })
  name!: string;
}

export class PeopleShown {
  @ListOf(() => PersonShown, { description: 'Those of the ids that have a name, in the order asked for.' })
  items!: PersonShown[];

  @Count({ description: 'How many have a name.' })
  total!: number;

  @Dictionary({}, { description: 'Always empty: people are not counted by anything.', example: {} })
  facets!: object;

  @FreeText({ description: 'Always null: the list has one page.', max: 200, nullable: true })
  nextCursor!: string | null;
}

export const listPeople: QueryDefinition<WhichPeople, PeopleShown, unknown> = {
  name: 'ListPeople',
  parameters: WhichPeople,
  answer: PeopleShown,
  path: '/people',
  tag: 'people',
  summary: { da: 'Navne på personer og betegnelser på pladser', en: 'Names of people and labels of seats' },
  handle: async ({ ids }, { people }) => {
    const asked = ids.map((id) => id.toLowerCase());
    const cards = await people(asked);
    const items = asked.flatMap((id) => {
      const card = cards.get(id);
      return card ? [{ id, name: card.name }] : [];
    });
    return { items, total: items.length, facets: {}, nextCursor: null };
  },
};
