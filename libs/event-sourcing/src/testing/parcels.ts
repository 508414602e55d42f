import type { CommandDefinition, Decider } from '../decider.js';
import { impossible, Refused } from '../errors.js';
import type { DomainEvent } from '../event.js';
import type { Feature } from '../feature.js';
import { projection } from '../projection.js';
import { reaction } from '../reaction.js';
import type { ReferencePart } from '../reference.js';

/** A small world for the specs of the mechanics: parcels, and one list of prices that they look up. */
export type ParcelEvent =
  | DomainEvent<'ParcelSent', { to: string; note: string; price: number }>
  | DomainEvent<'ParcelRedirected', { to: string }>
  | DomainEvent<'ParcelWeighed', { grams: number }>
  | DomainEvent<'ParcelBooked', { ledger: string }>;

interface Parcel {
  readonly to: string;
  readonly weighings: number;
  readonly isBooked: boolean;
}

const parcel: Decider<Parcel, ParcelEvent> = {
  category: 'parcel',
  initial: { to: '', weighings: 0, isBooked: false },
  evolve: {
    ParcelSent: (state, { to }) => ({ ...state, to }),
    ParcelRedirected: (state, { to }) => ({ ...state, to }),
    ParcelWeighed: (state) => ({ ...state, weighings: state.weighings + 1 }),
    ParcelBooked: (state) => ({ ...state, isBooked: true }),
  },
};

type PriceEvent = DomainEvent<'PriceSet', { price: number }>;

const priceList: Decider<{ price: number }, PriceEvent> = {
  category: 'priceList',
  initial: { price: 0 },
  evolve: { PriceSet: (_state, { price }) => ({ price }) },
};

interface Reference {
  readonly price: number;
}

type ParcelCommand<Message extends object, Answer extends object = never> = CommandDefinition<
  Parcel,
  ParcelEvent,
  Message,
  Reference,
  Answer
>;

const told = { tag: 'parcels', summary: { da: 'Pakke', en: 'Parcel' }, refusals: [] };

class Destination {
  to!: string;
}

class Weighings {
  weighings!: number;
}

class SendParcel {
  to!: string;
  note!: string;
}
const sendParcel: ParcelCommand<SendParcel, Destination> = {
  ...told,
  name: 'SendParcel',
  message: SendParcel,
  decider: parcel,
  kind: 'fact',
  target: 'new',
  path: '/parcels',
  decide: (_state, { to, note }, { reference }) => {
    if (to === '') throw impossible('parcel.nowhere');
    return [{ type: 'ParcelSent', data: { to, note, price: reference.price } }];
  },
  answer: ({ to }) => ({ to }),
  answerType: Destination,
};

class RedirectParcel {
  to!: string;
}
const redirectParcel: ParcelCommand<RedirectParcel, Destination> = {
  ...told,
  name: 'RedirectParcel',
  message: RedirectParcel,
  decider: parcel,
  kind: 'change',
  target: 'existing',
  path: '/parcels/{id}/destination',
  resource: ({ to }) => ({ ownerId: to }),
  decide: (state, { to }) => (state.to === to ? [] : [{ type: 'ParcelRedirected', data: { to } }]),
  answer: ({ to }) => ({ to }),
  answerType: Destination,
};

class WeighParcel {
  grams!: number;
}
const weighParcel: ParcelCommand<WeighParcel, Weighings> = {
  ...told,
  name: 'WeighParcel',
  message: WeighParcel,
  decider: parcel,
  kind: 'fact',
  target: 'existing',
  path: '/parcels/{id}/weight',
  decide: (_state, { grams }) => [{ type: 'ParcelWeighed', data: { grams } }],
  answer: ({ weighings }) => ({ weighings }),
  answerType: Weighings,
};

class BookParcel {
  ledger!: string;
}
const bookParcel: ParcelCommand<BookParcel> = {
  ...told,
  name: 'BookParcel',
  message: BookParcel,
  decider: parcel,
  kind: 'fact',
  target: 'existing',
  path: null,
  decide: ({ isBooked }, { ledger }) => {
    if (isBooked) throw new Refused('parcel.booked-before');
    return [{ type: 'ParcelBooked', data: { ledger } }];
  },
};

class SetPrice {
  price!: number;
}
const setPrice: CommandDefinition<{ price: number }, PriceEvent, SetPrice, Reference> = {
  ...told,
  name: 'SetPrice',
  message: SetPrice,
  decider: priceList,
  kind: 'fact',
  target: { only: 'all' },
  path: '/prices',
  decide: (_state, { price }) => [{ type: 'PriceSet', data: { price } }],
};

export const parcels = projection<ParcelEvent>({
  name: 'parcels',
  version: 1,
  schema: [
    'create table {parcel} (id text primary key, sent_to text not null, note text not null, weighings integer not null default 0, known_at text not null) strict',
    'create index {parcel_by_place} on {parcel} (sent_to)',
  ],
  on: {
    ParcelSent: (view, { stream, data, knownAt }) =>
      view.run('insert into {parcel} (id, sent_to, note, known_at) values (:id, :to, :note, :knownAt)', {
        id: stream,
        to: data.to,
        note: data.note,
        knownAt,
      }),
    ParcelRedirected: (view, { stream, data }) =>
      view.run('update {parcel} set sent_to = :to where id = :id', { id: stream, to: data.to }),
    ParcelWeighed: (view, { stream }) =>
      view.run('update {parcel} set weighings = weighings + 1 where id = :id', { id: stream }),
  },
});

export const bookWhatIsSent = reaction<ParcelEvent, Reference>({
  name: 'book-what-is-sent',
  startAt: 'start',
  on: {
    ParcelSent: ({ stream }) => [
      { command: 'BookParcel', subjectId: stream.slice('parcel-'.length), message: { ledger: 'main' } },
    ],
  },
});

const pricePart: ReferencePart<number> = {
  categories: ['priceList'],
  initial: 0,
  evolve: (_price, event) => (event.data as { price: number }).price,
};

export const parcelsFeature: Feature = {
  name: 'parcels',
  commands: [sendParcel, redirectParcel, weighParcel, bookParcel, setPrice],
  queries: [],
  projections: [parcels],
  reactions: [],
  sealedFields: { ParcelSent: [{ path: 'note' }] },
  reference: { price: pricePart },
  refusals: {},
};
