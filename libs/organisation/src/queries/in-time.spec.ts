import type { QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import type { Organisation } from '../organisation.js';
import type { OrganisationEvent } from '../organisation.events.js';
import {
  closed,
  committee,
  filled,
  id,
  organisationOf,
  seat,
  small,
  transition,
  unit,
  withFacts,
} from '../testing/facts.js';
import { getCommittee } from './get-committee.js';
import { getUnit } from './get-unit.js';
import { listCoverageGaps } from './list-coverage-gaps.js';
import { listDelegations } from './list-delegations.js';
import { listSeats } from './list-seats.js';
import { listStructureCorrections } from './list-structure-corrections.js';
import { listTransitionPeriods } from './list-transition-periods.js';
import type { OrganisationReference } from './organisation-reference.js';

const NOW = '2026-04-24T10:00:00.000Z';
const asking = (organisation: Organisation, role = 'secretariat', language = 'da') =>
  ({
    now: NOW,
    actor: { id: id('somebody'), role },
    language,
    reference: { organisation },
    people: async (ids: readonly string[]) => new Map(ids.map((one) => [one, { name: `navn på ${one}` }])),
  }) as unknown as QueryContext<OrganisationReference>;

const csvOf = <Parameters extends object>(
  query: QueryDefinition<Parameters, unknown, OrganisationReference>,
  parameters: Parameters,
  organisation: Organisation,
  language = 'da',
) => [...query.csv!.rows(parameters, asking(organisation, 'secretariat', language))];

const source = { kind: 'minutes', reference: 'Referat, side 2' } as const;

describe('the gaps in the coverage', () => {
  const confirmed: OrganisationEvent = {
    type: 'NoLocalCommitteeConfirmed',
    data: { confirmationId: id('gap'), unitId: id('south'), from: '2026-03-01', to: '2026-05-01', source },
  };
  const organisation = withFacts(
    organisationOf([...small, unit('hall', 'north')]),
    [confirmed],
    '2026-04-01T08:00:00.000Z',
  );
  const gaps = async (parameters: object) => listCoverageGaps.handle(parameters, asking(organisation));

  it('tell those that somebody confirmed apart from those that nobody looked at', async () => {
    const { items, total, facets } = await gaps({});
    expect(total).toBe(2);
    expect(items).toEqual([
      {
        unitId: id('hall'),
        name: 'hall',
        below: 'north < top',
        level: 'local',
        state: 'unknown',
        confirmedFrom: null,
        confirmedTo: null,
        source: null,
        committeeId: id('area north'),
        committeeName: 'area north',
      },
      expect.objectContaining({
        name: 'south',
        state: 'confirmed',
        confirmedFrom: '2026-03-01',
        confirmedTo: '2026-05-01',
        source,
        committeeName: 'main',
      }),
    ]);
    expect(facets).toEqual({ level: { local: 2 }, state: { confirmed: 1, unknown: 1 } });
  });

  it('are those of a day, as known at a moment', async () => {
    const states = async (parameters: object) => (await gaps(parameters)).items.map(({ name, state }) => [name, state]);
    expect(await states({ validOn: '2026-05-01', text: 'south' })).toEqual([['south', 'unknown']]);
    expect(await states({ validOn: '2026-04-24', asOf: '2026-03-31', text: 'south' })).toEqual([['south', 'unknown']]);
    expect(await states({ state: ['confirmed'] })).toEqual([['south', 'confirmed']]);
    expect(await states({ under: id('north'), sort: '-name' })).toEqual([['hall', 'unknown']]);
    expect(await states({ level: ['area'] })).toEqual([]);
    await expect(gaps({ under: id('nowhere') })).rejects.toThrow('organisation.unit-unknown');
  });

  it('are those of the levels that are in force', async () => {
    const areas = withFacts(organisation, [
      transition(['main', 'area'], '2026-01-01'),
      closed('home', '2026-02-01', ['hall']),
    ]);
    const { items } = await listCoverageGaps.handle({}, asking(areas));
    expect(items.map(({ name, level }) => [name, level])).toEqual([['south', 'area']]);
  });

  it('are a table for those who go through them', () => {
    expect(csvOf(listCoverageGaps, { state: ['confirmed'] }, organisation)).toEqual([
      {
        name: 'south',
        below: 'top',
        level: 'LokalMED',
        state: 'bekræftet',
        confirmedFrom: '01-03-2026',
        confirmedTo: '01-05-2026',
        source: 'referat: Referat, side 2',
        committee: 'main',
      },
    ]);
  });
});

describe('who holds which seat', () => {
  const organisation = organisationOf([
    ...small,
    seat('deputy', 'main', { office: 'deputyChair' }),
    seat('member', 'main'),
    seat('free', 'local home', { from: '2026-01-01' }),
    filled('deputy', 'first', '2025-01-01', '2026-05-01'),
    filled('deputy', 'second', '2026-05-01'),
    filled('member', 'third', '2025-02-01', '2026-06-01'),
  ]);
  const seats = async (parameters: object, role = 'secretariat') =>
    listSeats.handle(parameters, asking(organisation, role));
  const held = async (parameters: object) =>
    (await seats(parameters)).items.map(({ seatId, personId, from, to }) => [seatId, personId, from, to]);

  it('is answered for a day, with the vacancies of that day', async () => {
    expect(await held({})).toEqual([
      [id('free'), null, '2026-01-01', null],
      [id('deputy'), id('first'), '2025-01-01', '2026-05-01'],
      [id('member'), id('third'), '2025-02-01', '2026-06-01'],
    ]);
    expect(await held({ validOn: '2026-07-01', committee: id('main') })).toEqual([
      [id('deputy'), id('second'), '2026-05-01', null],
      [id('member'), null, '2026-06-01', null],
    ]);
    expect(await held({ validOn: '2025-01-15', holder: ['vacant'] })).toEqual([
      [id('member'), null, '2025-01-01', '2025-02-01'],
    ]);
    expect(await held({ asOf: '2025-01-01' })).toEqual([]);
  });

  it('names ends that are known beforehand, with who follows or from when the seat is free', async () => {
    const ending = (await seats({ endsWithinDays: 38, sort: 'to' })).items;
    expect(
      ending.map(({ seatId, to, nextPersonId, nextFrom, vacantFrom }) => [
        seatId,
        to,
        nextPersonId,
        nextFrom,
        vacantFrom,
      ]),
    ).toEqual([
      [id('deputy'), '2026-05-01', id('second'), '2026-05-01', null],
      [id('member'), '2026-06-01', null, null, '2026-06-01'],
    ]);
    expect((await seats({ endsWithinDays: 37 })).total).toBe(1);
  });

  it('is answered for a person over time', async () => {
    const all = { state: ['past', 'present', 'future'], person: id('second') };
    expect(await held(all)).toEqual([[id('deputy'), id('second'), '2026-05-01', null]]);
    const { facets } = await seats({});
    expect(facets).toEqual({
      side: { employees: 3 },
      state: { past: 1, present: 3, future: 2 },
      holder: { held: 2, vacant: 1 },
    });
  });

  it('shows names to those who work with them only', async () => {
    expect((await seats({ person: id('first') })).items[0]?.name).toBe(`navn på ${id('first')}`);
    expect((await seats({ person: id('first') }, 'employee')).items[0]).toMatchObject({ name: null });
    await expect(seats({ committee: id('nowhere') })).rejects.toThrow('organisation.committee-unknown');
  });

  it('is a table', () => {
    expect(csvOf(listSeats, { endsWithinDays: 30 }, organisation, 'en')).toEqual([
      {
        committee: 'main',
        side: 'the employee side',
        office: 'deputy chair',
        kind: 'union representative',
        person: id('first'),
        from: '01-01-2025',
        to: '01-05-2026',
        state: 'holds',
        nextPerson: id('second'),
        nextFrom: '01-05-2026',
        vacantFrom: '',
      },
    ]);
  });
});

describe('transition periods and delegations', () => {
  const delegated = (name: string, matter: string, from: string, to?: string): OrganisationEvent => ({
    type: 'DecisionPowerDelegated',
    data: { delegationId: id(matter), unitId: id(name), matter, from, ...(to ? { to } : {}), source },
  });
  const organisation = organisationOf([
    ...small,
    transition(['main'], '2025-01-01', '2026-01-01'),
    transition(['main', 'local'], '2026-01-01'),
    delegated('south', 'Vagtplaner', '2026-01-01'),
    delegated('home', 'Indretning', '2025-06-01', '2026-01-01'),
  ]);

  it('tell which levels are in force when', async () => {
    const { items, facets } = await listTransitionPeriods.handle({ state: ['present'] }, asking(organisation));
    expect(items).toEqual([
      {
        periodId: id('transition from 2026-01-01'),
        levelsInForce: ['main', 'local'],
        from: '2026-01-01',
        to: null,
        state: 'present',
        source: null,
      },
    ]);
    expect(facets).toEqual({ state: { past: 1, present: 1 } });
    expect(csvOf(listTransitionPeriods, { validOn: '2025-06-01' }, organisation)).toMatchObject([
      { from: '01-01-2025', to: '01-01-2026', levels: 'HovedMED', state: 'gælder', source: '' },
      { from: '01-01-2026', to: '', levels: 'HovedMED, LokalMED', state: 'kommende' },
    ]);
  });

  it('tell which manager may decide what', async () => {
    const list = async (parameters: object) => listDelegations.handle(parameters, asking(organisation));
    expect((await list({})).items.map(({ unitName, matter, state }) => [unitName, matter, state])).toEqual([
      ['home', 'Indretning', 'past'],
      ['south', 'Vagtplaner', 'present'],
    ]);
    expect((await list({ unit: id('south') })).items[0]).toMatchObject({ from: '2026-01-01', to: null, source });
    expect((await list({ text: 'vagt', sort: '-from' })).total).toBe(1);
    expect((await list({ state: ['past'] })).items.map(({ matter }) => matter)).toEqual(['Indretning']);
    await expect(async () => list({ unit: id('nowhere') })).rejects.toThrow('organisation.unit-unknown');
    expect(csvOf(listDelegations, { unit: id('home') }, organisation)).toEqual([
      {
        unit: 'home',
        matter: 'Indretning',
        from: '01-06-2025',
        to: '01-01-2026',
        state: 'ophørt',
        source: 'referat: Referat, side 2',
      },
    ]);
  });
});

describe('who came before and after', () => {
  const next = committee('next', 'local', ['home'], '2026-01-01');
  const organisation = organisationOf([
    ...small,
    unit('hall', 'north', '2026-01-01'),
    {
      ...next,
      data: { ...next.data, kind: 'transitionalLocal', predecessors: [id('local home')] },
    } as OrganisationEvent,
    { type: 'UnitRenamed', data: { unitId: id('hall'), name: 'great hall', from: '2026-02-01' } },
    closed('home', '2026-03-01', ['hall', 'south']),
  ]);

  it('is answered for a unit, with all that it was called and where it stood', async () => {
    expect(await getUnit.handle({ unitId: id('home'), validOn: '2026-02-01' }, asking(organisation))).toEqual({
      unitId: id('home'),
      validOn: '2026-02-01',
      name: 'home',
      validFrom: '2025-01-01',
      closedOn: '2026-03-01',
      above: [id('north'), id('top')],
      names: [{ from: '2025-01-01', name: 'home' }],
      places: [{ from: '2025-01-01', parentId: id('north') }],
      predecessors: [],
      successors: [id('hall'), id('south')],
      committees: [id('local home'), id('area north'), id('main')],
    });
    expect(await getUnit.handle({ unitId: id('hall') }, asking(organisation))).toMatchObject({
      name: 'great hall',
      predecessors: [id('home')],
      committees: [id('area north'), id('main')],
    });
    expect(await getUnit.handle({ unitId: id('hall'), validOn: '2025-01-01' }, asking(organisation))).toMatchObject({
      name: 'hall',
      committees: [],
    });
    const unknown = async () => getUnit.handle({ unitId: id('nowhere') }, asking(organisation));
    await expect(unknown).rejects.toThrow('organisation.unit-unknown');
  });

  it('is answered for a committee, with whether it still waits for an agreement', async () => {
    const ask = async (name: string, known = organisation) =>
      getCommittee.handle({ committeeId: id(name) }, asking(known));
    expect(await ask('local home')).toMatchObject({ predecessors: [], successors: [id('next')], state: 'inForce' });
    expect(await ask('next')).toMatchObject({
      predecessors: [id('local home')],
      state: 'awaitsAgreement',
      agreements: [],
    });
    const agreement = { agreementId: id('agreement'), from: '2026-04-01', source };
    const agreed = withFacts(organisation, [
      { type: 'TransitionalBodyAgreed', data: { committeeId: id('next'), ...agreement } },
    ]);
    expect(await ask('next', agreed)).toMatchObject({ state: 'inForce', agreements: [{ ...agreement, to: null }] });
  });
});

describe('the corrections', () => {
  const corrected = (name: string, correction: object): OrganisationEvent =>
    ({
      type: 'StructureCorrected',
      data: { correctionId: id(name), correction: { from: null, ...correction }, reason: `Fejl: ${name}`, source },
    }) as OrganisationEvent;
  const organisation = withFacts(
    organisationOf([...small, transition(['main'], '2026-01-01')]),
    [
      corrected('level', {
        what: 'committee',
        id: id('local home'),
        isNow: { level: 'area', kind: 'area', parentId: id('main') },
      }),
      corrected('period', { what: 'period', id: id('transition from 2026-01-01'), isNow: null }),
    ],
    '2026-03-01T08:00:00.000Z',
  );

  it('say what was recorded, what is so, why, and when it was said', async () => {
    const { items, facets } = await listStructureCorrections.handle({}, asking(organisation));
    expect(facets).toEqual({ what: { committee: 1, period: 1 } });
    expect(items[0]).toMatchObject({ what: 'period', whatText: 'overgangsperioden', name: null, fields: [] });
    expect(items[1]).toEqual({
      correctionId: id('level'),
      what: 'committee',
      whatText: 'MED-udvalget',
      of: id('local home'),
      name: 'local home',
      fields: [
        { field: 'niveau', was: 'LokalMED', isNow: 'OmrådeMED' },
        { field: 'type', was: 'LokalMED', isNow: 'OmrådeMED' },
        { field: 'hører under', was: null, isNow: 'main' },
      ],
      reason: 'Fejl: level',
      source,
      recordedAt: '2026-03-01T08:00:00.000Z',
      recordedOn: '2026-03-01',
    });
  });

  it('are found by what they are about, and by when they were known', async () => {
    const total = async (parameters: object) =>
      (await listStructureCorrections.handle(parameters, asking(organisation))).total;
    expect(await total({ of: id('local home') })).toBe(1);
    expect(await total({ what: ['period'] })).toBe(1);
    expect(await total({ asOf: '2026-02-28' })).toBe(0);
    expect(csvOf(listStructureCorrections, { what: ['committee'] }, organisation, 'en')).toEqual([
      {
        recordedOn: '01-03-2026',
        what: 'the committee',
        name: 'local home',
        fields: 'level: local → area | kind: local committee → area committee | below: – → main',
        reason: 'Fejl: level',
        source: 'minutes: Referat, side 2',
      },
    ]);
  });
});
