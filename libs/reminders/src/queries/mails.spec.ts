import type { DomainEvent, Language, QueryContext } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import type { RemindersReference } from '../kind.js';
import { at, CASE, claimed, COMMITTEE, mailStream, OWNER, owing, planned, sent, told, UNIT } from '../testing/told.js';
import { listCaseMails, listMails } from './list-mails.js';
import { listUndeliverable } from './list-undeliverable.js';

const [KIM, BO] = [idOf('kim'), idOf('bo')];
const unused = (): never => {
  throw new Error('not asked for here');
};

interface Asking {
  readonly role?: string;
  readonly id?: string;
  readonly now?: string;
  readonly language?: Language;
  readonly addresses?: readonly string[];
}

function contextOf(
  { views, reference }: ReturnType<typeof told>,
  { role = 'secretariat', id = KIM, now = '2026-05-20T08:00:00.000Z', language = 'da', addresses = [] }: Asking = {},
): QueryContext<RemindersReference> {
  return {
    ...{ now, actor: { id, role }, language, reference, views },
    people: () => Promise.resolve(new Map([[OWNER, { name: 'En Ejer' }]])),
    contacts: () =>
      Promise.resolve(
        new Map(addresses.map((one) => [one, { address: 'a@eksempel.dk', language: 'da', notices: 'digest' }])),
      ),
    ...{ readStream: unused, document: unused, rehearsal: unused, works: () => [] },
  };
}

/** A case that was not placed, of which the owner was told, and somebody else was to be. */
const story = (...more: readonly GivenEvent<DomainEvent>[]) => {
  const given = [...owing('2026-01-05'), planned('2026-01-05')];
  const due = told(...given).due('2026-04-13');
  expect(due.length).toBeGreaterThan(0);
  return { due, world: told(...given, ...sent('2026-04-13', OWNER, due), claimed('2026-04-13', BO, due), ...more) };
};

describe('the log of mails', () => {
  it('says to whom, as what, when, and what became of it', async () => {
    const { due, world } = story();
    const { items, total, facets } = await listMails.handle({}, contextOf(world));
    expect(total).toBe(2 * due.length);
    expect(items.find(({ personId }) => personId === OWNER)).toMatchObject({
      ...{ kind: 'notPlaced', changeId: CASE, number: '2026-0001', committeeId: COMMITTEE, isLate: false },
      ...{ personName: 'En Ejer', functions: ['owner'], functionsText: 'den ansvarlige for sagen', isFallback: false },
      ...{ state: 'sent', stateText: 'sendt', why: null, sentAt: '2026-04-13T06:00:00.000Z', answer: '250 ok' },
      ...{ together: due.length, attempt: 1, isRepeat: false, substituteFor: [] },
    });
    expect(items.find(({ personId }) => personId === BO)).toMatchObject({
      state: 'planned',
      sentAt: null,
      answer: null,
    });
    expect(facets['state']).toEqual({ sent: due.length, planned: due.length });
  });

  it('says why something is not told, waits or was given up', async () => {
    const { world } = story(
      at(
        '2026-04-13T07:00:00.000Z',
        'EffectFailed',
        { error: 'mail.refused', attempt: 1, isFinal: true },
        mailStream(BO, '2026-04-13'),
      ),
    );
    const { items } = await listMails.handle({ state: ['failed'] }, contextOf(world));
    expect(items[0]).toMatchObject({ personId: BO, why: 'mail.refused', whyText: 'modtagerens mailserver siger nej' });
  });

  it.each([
    [{ person: OWNER }, 1],
    [{ person: KIM }, 0],
    [{ case: CASE }, 2],
    [{ case: idOf('another') }, 0],
    [{ committee: [COMMITTEE] }, 2],
    [{ committee: [idOf('another')] }, 0],
    [{ kind: ['notPlaced'] }, 2],
    [{ kind: ['missed'] }, 0],
    [{ state: ['sent' as const] }, 1],
    [{ late: 'false' }, 2],
    [{ late: 'true' }, 0],
    [{ from: '2026-04-13', to: '2026-04-13' }, 2],
    [{ from: '2026-04-14' }, 0],
    [{ to: '2026-04-12' }, 0],
  ])('is filtered by %j', async (filters, found) => {
    const { due, world } = story();
    expect((await listMails.handle(filters, contextOf(world))).total).toBe(found * due.length);
  });

  it('has pages, and the same of one case', async () => {
    const { due, world } = story();
    const first = await listMails.handle({ limit: 1 }, contextOf(world));
    const rest = await listMails.handle({ limit: 50, cursor: first.nextCursor! }, contextOf(world));
    expect([first.items.length, rest.items.length]).toEqual([1, 2 * due.length - 1]);
    expect((await listCaseMails.handle({ id: CASE }, contextOf(world))).items).toHaveLength(2 * due.length);
    expect((await listCaseMails.handle({ id: KIM }, contextOf(world))).items).toEqual([]);
  });

  it('is a table with Danish headings', () => {
    const { due, world } = story();
    const rows = [...listMails.csv!.rows({ state: ['sent'] }, contextOf(world))];
    expect(rows).toHaveLength(due.length);
    expect(rows[0]).toMatchObject({
      dueOn: '13-04-2026',
      sentAt: '13-04-2026 08:00',
      state: 'sendt',
      step: '20 arbejdsdage før',
      number: '2026-0001',
      late: '',
      answer: '250 ok',
    });
    expect(Object.keys(rows[0]!).sort()).toEqual(listMails.csv!.columns.map(({ key }) => key).sort());
    expect(listMails.csv!.columns.map(({ heading }) => heading.da)).toContain('Mailserverens svar');
  });

  it('is read by both sides for their cases, and by everybody for what was sent to themselves', async () => {
    const [CHAIR, ELSEWHERE] = [idOf('chair'), idOf('elsewhere')];
    const unit = { unitId: UNIT, name: 'Center', parentId: null, validFrom: '2020-01-01' };
    const inCommittee = (personId: string, committeeId: string) => {
      const seatId = idOf(personId, committeeId);
      const seat = {
        seatId,
        committeeId,
        side: 'employee',
        representativeKind: 'unionRepresentative',
        from: '2020-01-01',
      };
      return [
        at(
          '2026-01-02',
          'CommitteeEstablished',
          {
            ...{
              committeeId,
              name: 'MED',
              level: 'local',
              kind: 'local',
              covers: [],
              parentId: null,
              predecessors: [],
            },
            validFrom: '2020-01-01',
          },
          'organisation-administration',
        ),
        at('2026-01-02', 'SeatCreated', seat, 'organisation-administration'),
        at('2026-01-02', 'SeatFilled', { seatId, personId, from: '2020-01-01' }, 'organisation-administration'),
      ];
    };
    const appointed = { appointmentId: idOf('appointment'), unitId: UNIT, personId: KIM, from: '2026-01-02' };
    const { world, due } = story(
      ...inCommittee(CHAIR, COMMITTEE),
      ...inCommittee(ELSEWHERE, idOf('another')),
      at('2026-01-02', 'UnitEstablished', unit, 'organisation-administration'),
      at('2026-01-02', 'UnitManagerAppointed', appointed, 'functions-administration'),
    );
    const seenBy = async (asking: Asking) => (await listMails.handle({}, contextOf(world, asking))).total;
    for (const role of ['secretariat', 'auditor']) expect(await seenBy({ role })).toBe(2 * due.length);
    expect(await seenBy({ role: 'deputyChair', id: CHAIR })).toBe(2 * due.length);
    expect(await seenBy({ role: 'deputyChair', id: ELSEWHERE })).toBe(0);
    expect(await seenBy({ role: 'manager', id: OWNER })).toBe(2 * due.length);
    expect(await seenBy({ role: 'employee', id: BO })).toBe(due.length);
    expect(await seenBy({ role: 'manager', id: KIM })).toBe(2 * due.length);
    expect(await seenBy({ role: 'employee', id: idOf('anybody') })).toBe(0);
    expect(
      (await listCaseMails.handle({ id: CASE }, contextOf(world, { role: 'employee', id: idOf('anybody') }))).total,
    ).toBe(0);
    expect([...listMails.csv!.rows({}, contextOf(world, { role: 'employee', id: idOf('anybody') }))]).toEqual([]);
  });

  it('keeps personal notices to the person, the secretariat and the auditor', async () => {
    const { due } = story();
    const notice = due.map((one) => ({ ...one, lane: 'notice' as const }));
    const world = told(...owing('2026-01-05'), planned('2026-01-05'), ...sent('2026-04-13', OWNER, notice));
    const seenBy = async (asking: Asking) => (await listMails.handle({}, contextOf(world, asking))).total;
    expect(await seenBy({ role: 'manager' })).toBe(0);
    expect(await seenBy({ role: 'deputyChair' })).toBe(0);
    expect(await seenBy({ role: 'manager', id: OWNER })).toBe(due.length);
    expect(await seenBy({ role: 'secretariat' })).toBe(due.length);
    expect(await seenBy({ role: 'auditor' })).toBe(due.length);
  });
});

describe('what nobody can be told', () => {
  const world = told(...owing('2026-01-05'), planned('2026-01-05'));
  const now = '2026-04-13T06:00:00.000Z';
  const asked = async (asking: Asking) =>
    (await listUndeliverable.handle({}, contextOf(world, { now, ...asking }))).items;

  it('stands there with whose address is missing, until it is known', async () => {
    const [one] = await asked({});
    expect(one).toMatchObject({ kind: 'notPlaced', number: '2026-0001', functions: ['owner'], dueOn: '2026-04-13' });
    expect(one).toMatchObject({ obstacle: 'noAddress', withoutAddress: [OWNER] });
    expect(await asked({ addresses: [OWNER] })).toEqual([]);
  });

  it.each(['mail.refused', 'mail.malformed', 'TypeError'])('is what was given up with %s, too', async (error) => {
    const due = world.due(now);
    const refused = at(now, 'EffectFailed', { error, isFinal: true, attempt: 1 }, mailStream(OWNER, now));
    const given = [...owing('2026-01-05'), planned('2026-01-05'), claimed(now, OWNER, due), refused];
    const asking = contextOf(told(...given), { now, addresses: [OWNER] });
    const { items } = await listUndeliverable.handle({}, asking);
    expect(items[0]).toMatchObject({ kind: 'notPlaced', obstacle: 'refused', withoutAddress: [OWNER] });
    expect(items[0]!.obstacleText).toContain('Ret deres mailadresser');
  });

  it('says when there is nobody at all', async () => {
    const nobody = told(
      ...owing('2026-01-05'),
      at('2026-01-05', 'CaseOwnerAssigned', { ownerId: null }),
      planned('2026-01-05'),
    );
    const answer = await listUndeliverable.handle({}, contextOf(nobody, { now }));
    expect(answer.items[0]).toMatchObject({ obstacle: 'nobody', withoutAddress: [] });
    expect(answer.facets).toEqual({ obstacle: { nobody: answer.total } });
  });
});
