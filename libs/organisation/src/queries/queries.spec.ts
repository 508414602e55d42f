import type { QueryContext } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { Organisation } from '../organisation.js';
import { closed, committee, filled, id, organisationOf, seat, small, transition, withFacts } from '../testing/facts.js';
import { getCommittee } from './get-committee.js';
import { getStructure } from './get-structure.js';
import { listCommittees } from './list-committees.js';
import { listUnits } from './list-units.js';
import type { OrganisationReference } from './organisation-reference.js';

const organisation = withFacts(
  organisationOf(
    [
      ...small,
      committee('old', 'local', ['south'], '2024-01-01', '2025-06-01'),
      seat('deputy', 'main', { office: 'deputyChair' }),
      filled('deputy', 'first', '2025-01-01'),
    ],
    '2026-01-01T08:00:00.000Z',
  ),
  [transition(['main', 'local'], '2026-02-01'), closed('south', '2026-03-01')],
  '2026-04-01T08:00:00.000Z',
);

const asking = (role = 'manager', now = '2026-04-24T10:00:00.000Z', known: Organisation = organisation) =>
  ({
    now,
    actor: { id: id('somebody'), role },
    language: 'da',
    reference: { organisation: known },
    people: async (ids: readonly string[]) => new Map(ids.map((one) => [one, { name: `navn på ${one}` }])),
  }) as unknown as QueryContext<OrganisationReference>;

describe('the structure', () => {
  it('is a tree with its committees and how many seats they have', async () => {
    const answer = await getStructure.handle({}, asking());
    expect(answer.units.map(({ name, depth }) => [name, depth])).toEqual([
      ['top', 0],
      ['north', 1],
      ['home', 2],
    ]);
    expect(answer.committees.map(({ name, state, seats }) => [name, state, seats])).toEqual([
      ['main', 'inForce', 1],
      ['area north', 'levelNotInForce', 0],
      ['local home', 'inForce', 0],
    ]);
    expect(answer).toMatchObject({ validOn: '2026-04-24', levelsInForce: ['main', 'local'] });
  });

  it('answers any day, as known at the end of a day in Copenhagen', async () => {
    const units = async (parameters: object) => (await getStructure.handle(parameters, asking())).units.length;
    expect(await units({ validOn: '2026-02-28' })).toBe(4);
    expect(await units({ validOn: '2026-03-01' })).toBe(3);
    expect(await units({ validOn: '2026-03-01', asOf: '2026-03-31' })).toBe(4);
    expect(await units({ validOn: '2026-03-01', asOf: '2026-04-01' })).toBe(3);
    expect((await getStructure.handle({ asOf: '2026-03-31' }, asking())).validOn).toBe('2026-03-31');
  });
});

describe('the list of units', () => {
  it('shows where there is no local committee, with counts of both', async () => {
    const all = await listUnits.handle({}, asking());
    expect(all.facets).toEqual({ localCommittee: { covered: 1, notCovered: 2 } });
    const without = await listUnits.handle({ localCommittee: ['notCovered'] }, asking());
    expect(without.items.map(({ name }) => name)).toEqual(['north', 'top']);
    expect(without.total).toBe(2);
  });

  it('finds a unit with everything below it, and by words in the name', async () => {
    const names = async (parameters: object) =>
      (await listUnits.handle(parameters, asking())).items.map(({ name }) => name);
    expect(await names({ under: id('north'), sort: '-name' })).toEqual(['north', 'home']);
    expect(await names({ text: 'OM' })).toEqual(['home']);
    await expect(async () => listUnits.handle({ under: id('nowhere') }, asking())).rejects.toThrow(
      'organisation.unit-unknown',
    );
  });
});

describe('the list of committees', () => {
  const list = async (parameters: object, context = asking()) => listCommittees.handle(parameters, context);

  it('holds dissolved ones too, and counts levels, kinds and states', async () => {
    const { items, total, facets } = await list({});
    expect(items.map(({ name }) => name)).toEqual(['main', 'area north', 'local home', 'old']);
    expect(total).toBe(4);
    expect(facets).toEqual({
      level: { main: 1, area: 1, local: 2 },
      kind: { main: 1, area: 1, local: 2 },
      state: { inForce: 2, levelNotInForce: 1, ended: 1 },
    });
  });

  it('is filtered by level, state, words and by what is in force on a day', async () => {
    const names = async (parameters: object) => (await list(parameters)).items.map(({ name }) => name);
    expect(await names({ level: ['local'] })).toEqual(['local home', 'old']);
    expect(await names({ state: ['ended'] })).toEqual(['old']);
    expect(await names({ text: 'north' })).toEqual(['area north']);
    expect(await names({ inForceOn: '2025-05-31' })).toEqual(['main', 'area north', 'local home', 'old']);
    expect(await names({ inForceOn: '2026-02-01', sort: '-name' })).toEqual(['main', 'local home']);
  });

  it('goes on where the page before ended, with what that page knew', async () => {
    const first = await list({ limit: 3 });
    const more = withFacts(organisation, [committee('aa', 'main', ['top'])], '2026-04-24T11:00:00.000Z');
    const second = await list(
      { limit: 3, cursor: first.nextCursor! },
      asking('manager', '2026-04-24T12:00:00.000Z', more),
    );
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'main',
      'area north',
      'local home',
      'old',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('refuses a cursor of another question and one that was made up', async () => {
    const { nextCursor } = await list({ limit: 1 });
    const code = async (parameters: object) =>
      list(parameters).then(
        () => 'not refused',
        (error: unknown) => (error instanceof Refused ? `${error.code} ${error.status}` : String(error)),
      );
    expect(await code({ limit: 1, cursor: nextCursor, level: ['local'] })).toBe('cursor.unknown 400');
    expect(await code({ cursor: 'bm9uc2Vuc2U' })).toBe('cursor.unknown 400');
  });
});

describe('a committee', () => {
  const ask = async (role: string, parameters: object = {}) =>
    getCommittee.handle({ committeeId: id('main'), ...parameters }, asking(role));

  it('has its seats on the day, with names for those who work with them', async () => {
    const { seatList, namesShown, name } = await ask('deputyChair');
    expect([name, namesShown]).toEqual(['main', true]);
    expect(seatList).toEqual([
      {
        seatId: id('deputy'),
        side: 'employees',
        office: 'deputyChair',
        representativeKind: 'unionRepresentative',
        personId: id('first'),
        name: `navn på ${id('first')}`,
        represents: `navn på ${id('deputy')}`,
      },
    ]);
  });

  it('names nobody, and no union, to anybody else', async () => {
    const { seatList, namesShown } = await ask('employee');
    expect(namesShown).toBe(false);
    expect(seatList[0]).toMatchObject({ name: null, represents: null });
  });

  it('is unknown before it was recorded', async () => {
    await expect(ask('employee', { asOf: '2025-12-31' })).rejects.toThrow('organisation.committee-unknown');
  });
});
