import { evolve, idOf, type QueryContext } from '@rettidig/event-sourcing';
import { decision, memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { organisationFeature } from '../feature.js';
import { id, organisationOf, small } from '../testing/facts.js';
import { closeWorkingGroup } from '../commands/close-working-group.js';
import { compositionOn } from './composition.js';
import { endWorkingGroupMembership } from '../commands/end-working-group-membership.js';
import { establishWorkingGroup } from '../commands/establish-working-group.js';
import { listWorkingGroups } from '../queries/list-working-groups.js';
import { nameWorkingGroupMember } from '../commands/name-working-group-member.js';
import { workingGroupDecider } from './working-group.js';
import type { MemberCapacity, WorkingGroupEstablished, WorkingGroupEvent } from './working-group.events.js';

const reference = { organisation: organisationOf(small) };
const founding = {
  name: 'Vagtplaner',
  mandate: 'Samler erfaringer. Beslutter intet.',
  selectionMethod: 'namedByEmployeeSide' as const,
  from: '2026-03-01',
};
const founded: WorkingGroupEstablished = {
  type: 'WorkingGroupEstablished',
  data: { ...founding, committeeId: id('main'), unitId: null },
};
const named = (person: string, capacity: MemberCapacity, from: string, to?: string): WorkingGroupEvent => ({
  type: 'WorkingGroupMemberNamed',
  data: { personId: id(person), capacity, from, ...(to && { to }) },
});

describe('a working group', () => {
  it('is set up by a committee, by the management of a unit, or by nobody that was named', () => {
    const set = decision(establishWorkingGroup, { reference }).given();
    set.when({ ...founding, committeeId: id('main') }).then(founded);
    const { selectionMethod: _left, ...short } = founding;
    set.when({ ...short, unitId: id('home') }).then({
      type: 'WorkingGroupEstablished',
      data: { ...founding, selectionMethod: 'notStated', committeeId: null, unitId: id('home') },
    });
    set.when({ ...founding, committeeId: id('main'), unitId: id('home') }).thenRefused('organisation.group-of-two');
    set.when({ ...founding, committeeId: id('home') }).thenRefused('organisation.committee-unknown');
    set.when({ ...founding, unitId: id('nowhere') }).thenRefused('organisation.unit-unknown');
    set.when({ ...founding, to: '2026-03-01' }).thenRefused('organisation.ends-before-it-starts');
  });

  it('has a person once at a time, within its own time', () => {
    const member = { personId: id('a'), capacity: 'employee' as const };
    const closed: WorkingGroupEvent = { type: 'WorkingGroupClosed', data: { on: '2026-09-01' } };
    const name = decision(nameWorkingGroupMember, { reference }).given(
      founded,
      named('a', 'manager', '2026-03-01', '2026-04-01'),
      closed,
    );
    name.when({ ...member, from: '2026-04-01' }).thenTypes('WorkingGroupMemberNamed');
    name.when({ ...member, from: '2026-03-31' }).thenRefused('organisation.group-member-already');
    name.when({ ...member, from: '2026-09-01' }).thenRefused('organisation.group-not-there');
    name.when({ ...member, from: '2026-01-01', to: '2026-03-01' }).thenRefused('organisation.group-not-there');
    decision(nameWorkingGroupMember, { reference })
      .given()
      .when({ ...member, from: '2026-04-01' })
      .thenRefused('organisation.group-unknown');
  });

  it('loses a member on a day, but never one who is not in it', () => {
    const end = decision(endWorkingGroupMembership, { reference }).given(
      founded,
      named('a', 'manager', '2026-03-01', '2026-06-01'),
    );
    end.when({ personId: id('a'), on: '2026-05-01' }).thenTypes('WorkingGroupMemberLeft');
    end.when({ personId: id('a'), on: '2026-06-01' }).thenRefused('organisation.group-member-unknown');
    end.when({ personId: id('b'), on: '2026-05-01' }).thenRefused('organisation.group-member-unknown');
  });

  it('is closed once, after its first day', () => {
    const close = decision(closeWorkingGroup, { reference });
    close
      .given(founded)
      .when({ on: '2026-09-01' })
      .then({ type: 'WorkingGroupClosed', data: { on: '2026-09-01' } });
    close.given(founded).when({ on: '2026-03-01' }).thenRefused('organisation.ends-before-it-starts');
    close
      .given(founded, { type: 'WorkingGroupClosed', data: { on: '2026-09-01' } })
      .when({ on: '2026-10-01' })
      .thenRefused('organisation.group-closed');
  });
});

describe('the composition of a working group', () => {
  const state = (...events: readonly WorkingGroupEvent[]) =>
    [founded, ...events].reduce(
      (group, event) => evolve(workingGroupDecider, group, { ...event, meta: { recordedAt: '' } as never }),
      workingGroupDecider.initial,
    )!;

  it('is remarked on when nobody is in it, or no safety or employee representative is', () => {
    const remarks = (...events: readonly WorkingGroupEvent[]) => compositionOn(state(...events), '2026-05-01').remarks;
    expect(remarks()).toEqual(['noMembers']);
    expect(remarks(named('a', 'manager', '2026-03-01'))).toEqual([
      'noSafetyRepresentative',
      'noEmployeeRepresentative',
    ]);
    expect(remarks(named('a', 'safetyRepresentative', '2026-03-01'))).toEqual(['noEmployeeRepresentative']);
    expect(
      remarks(named('a', 'safetyRepresentative', '2026-03-01'), named('b', 'employeeRepresentative', '2026-03-01')),
    ).toEqual([]);
  });

  it('is that of the day: who left or is to come is not counted', () => {
    const group = state(
      named('a', 'safetyRepresentative', '2026-03-01'),
      named('b', 'employee', '2026-06-01'),
      { type: 'WorkingGroupMemberLeft', data: { personId: id('a'), on: '2026-05-01' } },
      named('a', 'employee', '2026-05-01'),
    );
    const on = (day: string) => compositionOn(group, day).counts;
    expect(on('2026-04-30')).toMatchObject({ safetyRepresentative: 1, employee: 0 });
    expect(on('2026-05-01')).toMatchObject({ safetyRepresentative: 0, employee: 1 });
    expect(on('2026-06-01')).toMatchObject({ safetyRepresentative: 0, employee: 2 });
  });

  it('forgets who leaves before coming', () => {
    const group = state(named('a', 'employee', '2026-06-01'), {
      type: 'WorkingGroupMemberLeft',
      data: { personId: id('a'), on: '2026-05-01' },
    });
    expect(group.members).toEqual([]);
  });
});

describe('the list of working groups', () => {
  const actor = { id: id('somebody'), role: 'employee' };
  const clock = new ScriptedClock('2026-04-01T08:00:00.000Z');
  const { engine } = memoryEngine([organisationFeature], { clock });
  type Context = Parameters<typeof listWorkingGroups.handle>[1];
  const context = () =>
    ({
      ...engine.queryContext(actor, 'da'),
      people: (ids: readonly string[]) => Promise.resolve(new Map(ids.map((one) => [one, { name: 'Et Navn' }]))),
    }) as unknown as QueryContext as Context;
  const list = async (parameters: object = {}) => listWorkingGroups.handle(parameters, context());
  const say = async (command: string, message: object, subjectId?: string) =>
    engine.dispatch(requestOf(command, message, { actor, ...(subjectId && { subjectId }) }));
  let [unitId, first] = ['', ''];
  beforeAll(async () => {
    await engine.start();
    const unit = await say('EstablishUnit', { name: 'Center', parentId: null, validFrom: '2025-01-01' });
    unitId = (unit.answer as { unitId: string }).unitId;
    const source = { kind: 'minutes', reference: 'Referat, linje 190' };
    first = (
      await say('EstablishWorkingGroup', { ...founding, unitId, selectionNote: 'Opslag på intranettet', source })
    ).subjectId;
    await say(
      'NameWorkingGroupMember',
      { personId: id('a'), capacity: 'safetyRepresentative', from: '2026-03-01' },
      first,
    );
    await say('EstablishWorkingGroup', {
      name: 'Arkiv',
      mandate: 'Rydder op',
      selectionMethod: 'volunteered',
      from: '2025-01-01',
      to: '2026-01-01',
    });
    clock.set('2026-04-10T08:00:00.000Z');
    await say('EndWorkingGroupMembership', { personId: id('a'), on: '2026-04-10' }, first);
    await engine.settled();
  });
  afterAll(() => engine.stop());

  it('shows mandate, selection and members to everybody, and how it stands beside the suggestion', async () => {
    const { items, total } = await list({ state: ['present'] });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      groupId: first,
      name: 'Vagtplaner',
      mandate: 'Samler erfaringer. Beslutter intet.',
      selectionText: 'udpeget af medarbejdersiden',
      selectionNote: 'Opslag på intranettet',
      setUpBy: 'Center',
      members: [{ personId: id('a'), name: 'Et Navn', capacity: 'safetyRepresentative', state: 'past' }],
      composition: { safetyRepresentatives: 0, remarks: ['noMembers'] },
      remarkTexts: ['ingen medlemmer'],
      source: { kind: 'minutes', reference: 'Referat, linje 190' },
    });
    expect(items[0]?.notMed).toContain('ikke et MED-udvalg');
  });

  it('says what was known then, and what was so on a day', async () => {
    const then = await list({ asOf: '2026-04-05', state: ['present'] });
    expect(then.items[0]?.composition).toMatchObject({
      safetyRepresentatives: 1,
      remarks: ['noEmployeeRepresentative'],
    });
    expect((await list({ asOf: '2026-03-31' })).total).toBe(0);
    const day = await list({ validOn: '2026-04-09', state: ['present'] });
    expect(day.items[0]?.composition.safetyRepresentatives).toBe(1);
  });

  it('is filtered, counted, sorted and given in pages', async () => {
    const names = async (parameters: object) => (await list(parameters)).items.map(({ name }) => name);
    expect(await names({})).toEqual(['Arkiv', 'Vagtplaner']);
    expect(await names({ sort: '-name' })).toEqual(['Vagtplaner', 'Arkiv']);
    expect(await names({ sort: 'from' })).toEqual(['Arkiv', 'Vagtplaner']);
    expect(await names({ unit: unitId })).toEqual(['Vagtplaner']);
    expect(await names({ person: id('a') })).toEqual(['Vagtplaner']);
    expect(await names({ committee: id('main') })).toEqual([]);
    expect(await names({ change: idOf('case') })).toEqual([]);
    expect(await names({ text: 'rydder' })).toEqual(['Arkiv']);
    expect(await names({ selectionMethod: ['volunteered'] })).toEqual(['Arkiv']);
    expect(await names({ remark: ['noSafetyRepresentative'] })).toEqual([]);
    expect((await list({ state: ['past'] })).facets).toEqual({
      state: { past: 1, present: 1 },
      selectionMethod: { volunteered: 1 },
      remark: { noMembers: 1 },
    });
    const page = await list({ limit: 1 });
    expect((await list({ limit: 1, cursor: page.nextCursor! })).items.map(({ name }) => name)).toEqual(['Vagtplaner']);
  });

  it('is given as CSV', () => {
    expect([...listWorkingGroups.csv!.rows({ text: 'vagt' }, context())]).toEqual([
      {
        ...{ name: 'Vagtplaner', mandate: 'Samler erfaringer. Beslutter intet.', setUpBy: 'Center' },
        ...{ selection: 'udpeget af medarbejdersiden: Opslag på intranettet', from: '01-03-2026', to: '' },
        ...{ state: 'gælder', safetyRepresentatives: 0, employeeRepresentatives: 0, employees: 0, managers: 0 },
        ...{ remarks: 'ingen medlemmer', source: 'referat: Referat, linje 190' },
      },
    ]);
  });
});
