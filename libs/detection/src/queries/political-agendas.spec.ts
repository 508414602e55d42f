import { caseGlances, casesView } from '@rettidig/cases';
import type { NameReference } from '@rettidig/cases';
import { idOf } from '@rettidig/event-sourcing';
import type { QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews, recorded } from '@rettidig/event-sourcing/testing';
import { organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import { agendaIdOf, suspicionIdOf } from '../political-agenda.js';
import { politicalAgendasView } from '../projections/political-agendas.projection.js';
import { wordsInCommon } from '../register/alike.js';
import { AGENDA, f2, importOf, published } from '../testing/agendas.js';
import { getPoliticalAgenda } from './get-political-agenda.js';
import { listPoliticalAgendas } from './list-political-agendas.js';

type Given = GivenEvent<{ type: string; data: object }>;

const STREAM = `politicalAgenda-${AGENDA}`;
const NOW = '2026-07-01T10:00:00.000Z';
const reference: NameReference = { organisation: organisationPart.initial, ruleBook: ruleBookPart.initial };

function contextOn(events: readonly Given[]): QueryContext<NameReference> {
  const log = recorded(events);
  return {
    ...{ now: NOW, actor: { id: idOf('somebody'), role: 'deputyChair' }, language: 'da', reference },
    views: filledViews([casesView, politicalAgendasView], events),
    readStream: <E>(stream: string, until = NOW) =>
      Promise.resolve(
        log.filter((one) => one.stream === stream && one.meta.recordedAt <= until) as RecordedEvent<never>[] as E[],
      ) as never,
    people: () => Promise.resolve(new Map()),
    contacts: () => Promise.resolve(new Map()),
    document: () => Promise.resolve(undefined),
    rehearsal: () => Promise.reject(new Error('nothing is tried out here')),
    works: () => [],
  };
}

const on = (day: string, stream: string, event: { type: string; data: object }): Given => ({
  ...event,
  stream,
  recordedAt: `${day}T10:00:00.000Z`,
});
const caseId = (name: string): string => idOf('case', name);
const ofCase = (name: string, type: string, data: object, day = '2026-05-01'): Given =>
  on(day, `change-${caseId(name)}`, { type, data });

const duty = (name: string) => ({
  ...{ requirementId: idOf('duty', name), committeeId: null, role: 'primary', before: 'recommendation' },
  ...{ ruleId: 'rule', secretaryConfirms: false },
});
const registered = (
  name: string,
  number: string,
  requirements: readonly object[],
  relevance = 'medRelevant',
): Given[] => [
  ofCase(name, 'ChangeRegistered', {
    ...{ title: `Sagen ${name}`, kind: 'other', facts: {}, unitId: null, ownerId: null },
    ...{ decider: { body: 'socialCommittee', managerUnitId: null }, externalNumbers: [f2(number)] },
  }),
  ofCase(name, 'MedInvolvementAssessed', {
    ...{ relevance, requirements, superseded: [], cause: 'registration' },
    explanation: { ask: [], verdicts: [] },
  }),
];

const imported = importOf([
  published('1', 'Med sag', { externalNumbers: [f2('2026-100')] }),
  published('2', 'Ingen sag'),
  { number: '3', externalNumbers: [], closed: true },
]);
const [first, second] = imported.data.added;
const agenda = on('2026-05-20', STREAM, imported);
const suspected = on('2026-05-20', `possibleMiss-${suspicionIdOf(second!.itemId)}`, {
  type: 'UnregisteredChangeSuspected',
  data: {
    ...{ agendaId: AGENDA, itemId: second!.itemId, title: 'Ingen sag', score: 0.8, listsVersion: 'one' },
    ...{ fingerprint: idOf('wording'), body: 'socialCommittee', on: '2026-06-03' },
    kinds: [{ kind: 'serviceMoved', score: 0.8 }],
    hits: [
      { listId: 'a', word: 'sag' },
      { listId: 'b', word: 'sag' },
    ],
  },
});
const aboutSuspicion = (type: string, data: object, day = '2026-05-21'): Given =>
  on(day, suspected.stream!, { type, data });

const detail = (events: readonly Given[], asOf?: string) =>
  Promise.resolve(getPoliticalAgenda.handle({ id: AGENDA, ...(asOf && { asOf }) }, contextOn(events)));
const standings = async (...events: readonly Given[]) => (await detail(events)).items.map(({ standing }) => standing);

describe('where an item of a political agenda stands', () => {
  it('without a case: closed, asked about, or neither', async () => {
    expect(await standings(agenda)).toEqual(['notSuspected', 'notSuspected', 'closed']);
    const { items, counts } = await detail([agenda, suspected]);
    expect(items.map(({ standing }) => standing)).toEqual(['notSuspected', 'noCase', 'closed']);
    expect(items[1]!.suspicion).toMatchObject({ percent: 80, words: ['sag'], dismissed: false });
    expect(items[1]!.suspicion!.ifItWere).toMatchObject([{ kind: 'serviceMoved', percent: 80 }]);
    expect(counts).toMatchObject({ notSuspected: 1, noCase: 1, closed: 1, withdrawn: 0 });
  });

  it('no MED case when both chairs dismissed the question, until it is asked again', async () => {
    const said = (byBoth: boolean) =>
      aboutSuspicion('PossibleMissDismissed', { office: 'chair', byBoth, reason: 'Drift' });
    expect((await standings(agenda, suspected, said(false)))[1]).toBe('noCase');
    expect((await standings(agenda, suspected, said(false), said(true)))[1]).toBe('notMedRelevant');
    const again = aboutSuspicion('PossibleMissReopened', { cause: 'recheck' });
    expect((await standings(agenda, suspected, said(true), again))[1]).toBe('noCase');
  });

  it('outstanding with what is missing, when a case with its number owes a review', async () => {
    const { items } = await detail([...registered('a', '2026 - 100', [duty('a')]), agenda]);
    expect(items[0]).toMatchObject({ standing: 'outstanding', cases: [{ caseId: caseId('a'), linkedBy: 'number' }] });
    expect(items[0]!.cases[0]!.missing).toEqual([
      {
        ...{ committeeId: null, committeeName: null },
        text: 'Skal på en dagsorden før indstillingen: et MED-udvalg, der ikke er fundet endnu',
      },
    ]);
  });

  it('no MED case when its case was found to be none, and outstanding when that one was withdrawn without MED', async () => {
    const none = registered('a', '2026-100', [], 'notMedRelevant');
    expect((await standings(...none, agenda))[0]).toBe('notMedRelevant');
    const owing = registered('a', '2026-100', [duty('a')]);
    const ends = [duty('a').requirementId];
    const withdrawn = ofCase('a', 'ChangeWithdrawn', { reason: 'Ikke mere', ends });
    expect((await standings(...owing, withdrawn, agenda))[0]).toBe('outstanding');
    const { items } = await detail([...owing, withdrawn, agenda]);
    expect(items[0]!.cases[0]!.missing.map(({ text }) => text)).toEqual([
      'Sagen er trukket tilbage, men punktet står stadig på dagsordenen',
    ]);
  });

  it('as bad as the worst of its cases', async () => {
    const none = registered('a', '2026-100', [], 'notMedRelevant');
    expect((await standings(...none, ...registered('b', '2026-100', [duty('b')]), agenda))[0]).toBe('outstanding');
  });

  it('with the case that the question became', async () => {
    const events = [...registered('a', '2026-999', [duty('a')]), agenda, suspected];
    const confirmed = aboutSuspicion('PossibleMissConfirmed', { caseId: caseId('a') });
    expect((await detail([...events, confirmed])).items[1]).toMatchObject({
      standing: 'outstanding',
      cases: [{ linkedBy: 'suspicion' }],
    });
  });

  it('then, when it is asked as of then', async () => {
    const linked = on('2026-05-25', STREAM, {
      type: 'AgendaItemLinked',
      data: { itemId: first!.itemId, caseId: caseId('a') },
    });
    const gone = on('2026-05-26', STREAM, importOf([published('2', 'Ingen sag')], [imported]));
    const events = [...registered('a', '2026-999', [duty('a')]), agenda, linked, gone];
    const at = async (day: string) => {
      const { items, versions } = await detail(events, day);
      return [items[0]!.standing, items[0]!.withdrawn, versions.length];
    };
    expect(await at('2026-05-24')).toEqual(['notSuspected', false, 1]);
    expect(await at('2026-05-25')).toEqual(['outstanding', false, 1]);
    expect(await at('2026-05-26')).toEqual(['outstanding', true, 2]);
    await expect(detail(events, '2026-05-19')).rejects.toThrow('political-agenda.unknown');
  });
});

describe('a case that may be the one', () => {
  const point = (when: object) =>
    ofCase('a', 'DecisionPointPlanned', { pointId: idOf('point'), kind: 'decision', body: 'socialCommittee', when });
  const perhaps = async (...events: readonly Given[]) =>
    (await detail([...registered('a', '2026-999', [duty('a')]), ...events])).items.map((item) => item.perhaps.length);
  const alike = on('2026-05-20', STREAM, importOf([published('1', 'Flytning af bosteder'), published('2', 'Budget')]));
  const called = ofCase('a', 'ChangeFactsCorrected', { title: 'Bostedet flyttes', reason: 'Rettet', ends: [] });

  it('is decided by that body on that day, and its title shares words', async () => {
    expect(await perhaps(called, point({ on: '2026-06-03' }), alike)).toEqual([1, 0]);
    expect(await perhaps(called, point({ on: '2026-06-04' }), alike)).toEqual([0, 0]);
    expect(await perhaps(called, point({ onOrBefore: '2026-06-03' }), alike)).toEqual([0, 0]);
    expect(await perhaps(called, alike)).toEqual([0, 0]);
  });

  it('follows when the date is moved', async () => {
    const moved = ofCase('a', 'DecisionPointMoved', {
      ...{ pointId: idOf('point'), from: { on: '2026-06-10' }, to: { on: '2026-06-03' }, reason: 'Flyttet' },
    });
    expect(await perhaps(called, point({ on: '2026-06-10' }), moved, alike)).toEqual([1, 0]);
  });

  it.each([
    ['Flytning af bosteder', 'Bostedet flyttes', ['bosteder']],
    ['Flere afdelingsledere', 'Souschefafdelingslederne i centret', ['afdelingsledere']],
    ['Budget for kommunen', 'Orientering fra kommunen', []],
  ])('“%s” and “%s” share %j', (one, other, words) => expect(wordsInCommon(one, other)).toEqual(words));
});

describe('the list of political agendas', () => {
  const other = on('2026-05-21', `politicalAgenda-${agendaIdOf('financeCommittee', '2025-01-15')}`, {
    type: 'PoliticalAgendaImported',
    data: {
      ...{ ...imported.data, body: 'financeCommittee', on: '2025-01-15' },
      added: imported.data.added.map((item) => ({ ...item, itemId: idOf('other', item.itemId) })),
    },
  });
  const list = (parameters: object = {}) =>
    Promise.resolve(listPoliticalAgendas.handle(parameters, contextOn([agenda, suspected, other])));

  it('is filtered by body, period and words, with counts of all', async () => {
    const all = await list();
    expect(all.items.map(({ on: day }) => day)).toEqual(['2026-06-03', '2025-01-15']);
    expect(all.facets).toEqual({ body: { socialCommittee: 1, financeCommittee: 1 }, year: { '2025': 1, '2026': 1 } });
    expect((await list({ body: ['financeCommittee'] })).total).toBe(1);
    expect((await list({ from: '2026-01-01' })).total).toBe(1);
    expect((await list({ to: '2025-12-31', text: 'MED' })).total).toBe(1);
    expect((await list({ text: '2026-100' })).total).toBe(2);
    await expect(Promise.resolve().then(() => list({ from: '2026-01-02', to: '2026-01-01' }))).rejects.toThrow(
      'political-agenda.period-ends-before-it-starts',
    );
  });

  it('comes in pages and as of any day', async () => {
    const page = await list({ limit: 1, sort: 'on' });
    expect([page.items[0]!.body, page.total]).toEqual(['financeCommittee', 2]);
    const next = await list({ limit: 1, sort: 'on', cursor: page.nextCursor! });
    expect([next.items[0]!.body, next.nextCursor]).toEqual(['socialCommittee', null]);
    expect((await list({ asOf: '2026-05-20' })).total).toBe(1);
  });
});

it('a glance at a case leaves out ids of no case', () => {
  const glances = caseGlances([caseId('a'), caseId('b')], contextOn(registered('a', '2026-1', [duty('a')])));
  expect([...glances.values()]).toMatchObject([{ caseId: caseId('a'), number: '2026-0001', hasDuty: true }]);
});
