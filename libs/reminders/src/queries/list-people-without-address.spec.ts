import type { Contact, DomainEvent, QueryContext } from '@rettidig/event-sourcing';
import { idOf, unknownContact } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import type { RemindersReference } from '../kind.js';
import { at, COMMITTEE, DUTY, owing, OWNER, planned, told, UNIT } from '../testing/told.js';
import { listPeopleWithoutAddress } from './list-people-without-address.js';
import type { ListPeopleWithoutAddress } from './people-without-address.answer.js';

type Given = GivenEvent<DomainEvent>;

const DAY = '2026-05-04';
const FROM = '2025-01-01';
const OTHER = idOf('other committee');
const names = new Map([[OWNER, 'owner']]);
const person = (name: string): string => {
  names.set(idOf(name), name);
  return idOf(name);
};

interface Seated {
  readonly office?: string;
  readonly representativeKind?: string;
  readonly committeeId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A seat of its own, and who sits in it. */
function seat(name: string, { from = FROM, to, ...more }: Seated = {}): Given[] {
  const committeeId = more.committeeId ?? COMMITTEE;
  const seatId = idOf(name, committeeId, from);
  const created = { seatId, committeeId, side: 'employees', representativeKind: 'unionRepresentative', from: FROM };
  const filled = { seatId, personId: person(name), from, ...(to ? { to } : {}) };
  return [
    at('2026-01-02', 'SeatCreated', { ...created, ...more }, 'organisation-administration'),
    at('2026-01-02', 'SeatFilled', filled, 'organisation-administration'),
  ];
}

const appointed = (type: string, name: string, of: object): Given => {
  const data = { appointmentId: idOf(type, name), personId: person(name), from: FROM, ...of };
  return at('2026-01-02', type, data, 'functions-administration');
};
const inError = (type: string, name: string): Given => {
  const data = { appointmentId: idOf(type, name), reason: 'En anden' };
  return at('2026-01-03', 'AppointmentRecordedInError', data, 'functions-administration');
};
const manager = (name: string, more: object = {}): Given =>
  appointed('UnitManagerAppointed', name, { unitId: UNIT, ...more });
const secretariat = (name: string, committeeId: string | null): Given =>
  appointed('SecretariatMemberAppointed', name, { committeeId });
const substitute = (name: string, more: object = {}): Given =>
  appointed('SubstituteNamed', `away for ${name}`, { substituteId: person(name), ...more });

/** Everything that is asked of the store of addresses is counted. */
function asking(given: readonly Given[], { addresses = [] as readonly string[], day = DAY } = {}) {
  const { views, reference } = told(...given);
  const unused = (): never => {
    throw new Error('not asked for here');
  };
  const contact: Contact = { ...unknownContact, address: 'a@eksempel.dk' };
  const contacts = jest.fn(() => Promise.resolve(new Map(addresses.map((name) => [person(name), contact]))));
  const context: QueryContext<RemindersReference> = {
    ...{ now: `${day}T08:00:00.000Z`, actor: { id: idOf('siv'), role: 'secretariat' }, language: 'da' },
    ...{ reference, views, contacts, people: unused },
    ...{ readStream: unused, document: unused, rehearsal: unused, works: () => [] },
  };
  const ask = async (parameters: ListPeopleWithoutAddress = {}) => listPeopleWithoutAddress.handle(parameters, context);
  return { ask, contacts };
}

/** Who is listed, and as what: `kim: chair, member`. */
const listed = async (given: readonly Given[], more?: Parameters<typeof asking>[1]): Promise<string[]> => {
  const { items } = await asking(given, more).ask();
  return items
    .map((one) => `${names.get(one.personId)}: ${one.functions.map((held) => held.function).join(', ')}`)
    .sort();
};

describe('people without an address', () => {
  it('are named though others of the same function have one, until theirs is kept', async () => {
    const three = [...seat('anna'), ...seat('bo'), ...seat('carl')];
    expect(await listed(three, { addresses: ['anna', 'carl'] })).toEqual(['bo: member']);
    expect(await listed(three, { addresses: ['anna', 'bo', 'carl'] })).toEqual([]);
  });

  it('are those whose address was taken away, too', async () => {
    const { ask, contacts } = asking(seat('anna'));
    contacts.mockResolvedValue(new Map([[person('anna'), unknownContact]]));
    expect((await ask()).items).toMatchObject([{ personId: person('anna') }]);
  });

  it('have their seat today, or within thirty days', async () => {
    const over = seat('formerly', { to: DAY });
    const lastDay = seat('stillToday', { to: '2026-05-05' });
    const coming = seat('coming', { from: '2026-06-03' });
    const later = seat('later', { from: '2026-06-04' });
    expect(await listed([...over, ...lastDay, ...coming, ...later])).toEqual(['coming: member', 'stillToday: member']);
  });

  it('are of every kind of seat', async () => {
    const seats = [
      ...seat('anna', { office: 'chair' }),
      ...seat('bo', { office: 'deputyChair' }),
      ...seat('carl', { office: 'secretary', representativeKind: 'secretariat' }),
      ...seat('dorte', { representativeKind: 'secretariat' }),
    ];
    expect(await listed(seats)).toEqual(['anna: chair', 'bo: deputyChair', 'carl: secretary', 'dorte: secretariat']);
  });

  it('manage, are of the secretariat, or stand in for somebody, today and not by mistake', async () => {
    const today = [manager('anna'), secretariat('bo', null), secretariat('carl', COMMITTEE), substitute('dorte')];
    const others = [
      ...[manager('formerly', { to: DAY }), substitute('later', { from: '2026-05-05' })],
      ...[secretariat('wrong', null), inError('SecretariatMemberAppointed', 'wrong')],
    ];
    expect(await listed([...today, ...others])).toEqual([
      ...['anna: unitManager', 'bo: secretariat', 'carl: secretariat', 'dorte: substitute'],
    ]);
  });

  it('own a case in which something is open', async () => {
    const open = [...owing('2026-01-05'), planned('2026-01-05')];
    expect(await listed(open)).toEqual(['owner: owner']);
    const another = person('another');
    expect(await listed([...open, at('2026-01-06', 'CaseOwnerAssigned', { ownerId: another })])).toEqual([
      'another: owner',
    ]);
    const withdrawn = at('2026-01-06', 'ChangeWithdrawn', { reason: 'Opgivet', ends: [DUTY] });
    expect(await listed([...open, withdrawn, planned('2026-01-06', [])])).toEqual([]);
    expect(await listed(open, { day: '2026-06-25' })).toEqual([]);
  });

  it('come with each function once, and those with most of them first', async () => {
    const twice = owing('2026-01-05', idOf('second case'), idOf('second duty'));
    const given = [
      ...seat('anna'),
      ...[...owing('2026-01-05'), planned('2026-01-05'), ...twice],
      ...[manager('bo'), ...seat('bo', { office: 'chair' }), ...seat('bo', { office: 'chair', from: '2026-05-20' })],
    ];
    const { items, total, facets } = await asking(given).ask();
    expect(items[0]).toEqual({
      personId: person('bo'),
      functions: [
        { function: 'chair', functionText: 'formand', committeeId: COMMITTEE, unitId: null },
        { function: 'unitManager', functionText: 'leder af enheden', committeeId: null, unitId: UNIT },
      ],
    });
    expect(items.find(({ personId }) => personId === OWNER)).toEqual({
      personId: OWNER,
      functions: [{ function: 'owner', functionText: 'den ansvarlige for sagen', committeeId: null, unitId: UNIT }],
    });
    expect(items.slice(1).map(({ personId }) => personId)).toEqual([person('anna'), OWNER].sort());
    expect(total).toBe(3);
    expect(facets).toEqual({ function: { member: 1, chair: 1, unitManager: 1, owner: 1 } });
  });

  it('are filtered by function and committee, which one function has both of', async () => {
    const given = [
      ...[...seat('anna'), ...seat('anna', { committeeId: OTHER, office: 'chair' })],
      ...[...seat('bo', { office: 'chair' }), manager('carl')],
    ];
    const { ask } = asking(given);
    const found = async (parameters: ListPeopleWithoutAddress) =>
      (await ask(parameters)).items.map(({ personId }) => names.get(personId)).sort();
    expect(await found({ function: ['chair'] })).toEqual(['anna', 'bo']);
    expect(await found({ function: ['member', 'unitManager'] })).toEqual(['anna', 'carl']);
    expect(await found({ committee: [COMMITTEE] })).toEqual(['anna', 'bo']);
    expect(await found({ committee: [COMMITTEE], function: ['chair'] })).toEqual(['bo']);
    expect(await found({ committee: [OTHER], function: ['member'] })).toEqual([]);
    const { items, total, facets } = await ask({ committee: [OTHER], function: ['chair'] });
    expect([total, items[0]!.functions.length, facets]).toEqual([1, 2, { function: { chair: 1 } }]);
    expect((await ask({ function: ['chair'] })).facets).toEqual({ function: { chair: 2, member: 1, unitManager: 1 } });
  });

  it('stand on pages, and are looked up all at once on each', async () => {
    const everybody = ['anna', 'bo', 'carl', 'dorte', 'erik'];
    const { ask, contacts } = asking(everybody.flatMap((name) => seat(name)));
    const first = await ask({ limit: 2 });
    const second = await ask({ limit: 2, cursor: first.nextCursor! });
    const third = await ask({ limit: 2, cursor: second.nextCursor! });
    expect([first.total, third.nextCursor]).toEqual([5, null]);
    const all = [first, second, third].flatMap(({ items }) => items.map(({ personId }) => personId));
    expect(all).toEqual(everybody.map((name) => person(name)).sort());
    expect(contacts).toHaveBeenCalledTimes(3);
    await expect(ask({ limit: 2, cursor: first.nextCursor!, function: ['chair'] })).rejects.toMatchObject({
      code: 'cursor.unknown',
    });
  });
});
