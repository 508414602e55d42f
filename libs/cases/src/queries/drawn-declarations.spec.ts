import type { QueryContext } from '@rettidig/event-sourcing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import { casesView } from '../projections/cases.js';
import { assessed, event, registered } from '../testing/given-cases.js';
import { PEOPLE, referenceOf } from '../testing/town.js';
import type { ListDutyLoweringActs } from './list-duty-lowering-acts.js';
import { listDutyLoweringActs } from './list-duty-lowering-acts.js';
import type { NameReference } from './naming.js';

const declared = (of: string, day: string) => [
  event('ChangeRegistered', registered({ title: of }), { of, day }),
  event('MedInvolvementAssessed', assessed(), { of, day }),
  event('DeclaredNotMedRelevant', { reason: 'ren drift', ends: [] }, { of, day, by: 'manager' }),
];
const rechecked = (of: string, day: string, stands: boolean) =>
  event('DeclarationRechecked', { stands, reason: 'set igen' }, { of, day, by: 'deputyChair' });

const inApril = Array.from({ length: 60 }, (_one, at) => `april ${at}`);
const views = filledViews(
  [casesView],
  [
    ...declared('march', '2026-03-31'),
    ...inApril.flatMap((of) => declared(of, '2026-04-24')),
    ...declared('june', '2026-06-30'),
    ...declared('july', '2026-07-01'),
    rechecked('march', '2026-07-02', true),
    rechecked('june', '2026-07-02', true),
    rechecked('june', '2026-07-03', false),
  ],
);
const context = {
  now: '2026-07-10T10:00:00.000Z',
  language: 'da',
  reference: referenceOf(),
  views,
  people: () => Promise.resolve(new Map([[PEOPLE.deputyChair.id, { name: 'En Næstformand' }]])),
} as unknown as QueryContext<NameReference>;
const list = async (parameters: Partial<ListDutyLoweringActs>) =>
  listDutyLoweringActs.handle({ limit: 200, ...parameters }, context);
const titles = async (parameters: Partial<ListDutyLoweringActs>) =>
  (await list(parameters)).items.map(({ title }) => title);

describe('declarations drawn to be looked at again', () => {
  it('are a tenth of those of the quarter before, at least five, the same whoever asks', async () => {
    const drawn = await titles({ drawn: '2026-Q3' });
    expect(drawn).toHaveLength(7);
    expect(drawn.every((title) => title === 'june' || inApril.includes(title))).toBe(true);
    expect(await titles({ drawn: '2026-Q3', sort: 'recordedAt' })).toHaveLength(7);
    expect(await titles({ drawn: '2026-Q2' })).toEqual(['march']);
    expect(await titles({ drawn: '2025-Q4' })).toEqual([]);
  });

  it('are known when the quarter has begun, and not before', async () => {
    await expect(list({ drawn: '2026-Q4' })).rejects.toThrow('change.drawing-in-the-future');
    await expect(list({ drawn: '2026-Q3', asOf: '2026-06-30' })).rejects.toThrow('change.drawing-in-the-future');
  });

  it('are told apart from other acts, and can be narrowed like all of them', async () => {
    expect((await list({ drawn: '2026-Q3', role: ['chair'] })).total).toBe(0);
    expect((await list({ drawn: '2026-Q3' })).facets.act).toEqual({ DeclaredNotMedRelevant: 7 });
  });
});

describe('what became of looking at a declaration again', () => {
  const recheckOf = async (title: string, parameters: Partial<ListDutyLoweringActs> = {}) =>
    (await list({ text: title, ...parameters })).items[0]?.recheck;

  it('stands with it: who, when, why, and the last word of several', async () => {
    expect(await recheckOf('june')).toEqual({
      stands: false,
      personId: PEOPLE.deputyChair.id,
      personName: 'En Næstformand',
      role: 'deputyChair',
      reason: 'set igen',
      recordedAt: '2026-07-03T10:00:00.000Z',
    });
    expect(await recheckOf('july')).toBeNull();
  });

  it('is what was known at the time asked about', async () => {
    expect(await recheckOf('june', { asOf: '2026-07-02' })).toMatchObject({ stands: true });
    expect(await recheckOf('june', { asOf: '2026-07-01' })).toBeNull();
  });

  it('stands in the list as CSV', () => {
    const rows = [...listDutyLoweringActs.csv!.rows({ drawn: '2026-Q2' }, context)];
    expect(rows).toMatchObject([{ title: 'march', recheck: 'står' }]);
  });
});
