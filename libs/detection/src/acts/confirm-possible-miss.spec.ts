import { casesFeature } from '@rettidig/cases';
import { breachesFeature } from '@rettidig/breaches';
import type { Actor } from '@rettidig/event-sourcing';
import { etagOf, idOf } from '@rettidig/event-sourcing';
import { memoryEngine, requestOf } from '@rettidig/event-sourcing/testing';
import { meetingsFeature } from '@rettidig/meetings';
import { organisationFeature } from '@rettidig/organisation';
import { rulesFeature } from '@rettidig/rules';
import type { ChangeEvent } from '@rettidig/cases';
import { listDutyLoweringActs, listMissedReviews } from '@rettidig/cases';
import { detectionFeature } from '../detection.feature.js';
import type { PossibleMissDetail } from '../queries/get-possible-miss.answer.js';
import { getPossibleMiss } from '../queries/get-possible-miss.js';
import { listPossibleMisses } from '../queries/list-possible-misses.js';
import { suspicion } from '../testing/questions.js';
import { PEOPLE } from '../testing/town.js';
import { confirmPossibleMiss } from './confirm-possible-miss.js';
import type { ConfirmPossibleMiss } from './confirm-possible-miss.js';

const features = [organisationFeature, rulesFeature, meetingsFeature, casesFeature, breachesFeature, detectionFeature];
const MISS = idOf('miss');

async function world() {
  const { engine, privateStore, clock } = memoryEngine(features);
  await engine.start();
  const command = (name: string, message: object, actor: Actor, subjectId?: string) =>
    engine.dispatch(requestOf(name, message, { actor, ...(subjectId && { subjectId }) }));
  const confirm = (message: Partial<ConfirmPossibleMiss> = {}, actor: Actor = PEOPLE.manager, id = MISS) =>
    confirmPossibleMiss.act(
      { id, ...message },
      { engine, privateStore },
      {
        actor,
        now: clock.now(),
        language: 'da',
        commandId: idOf('act', actor.id),
        correlationId: idOf('request'),
      },
    );
  const caseOf = async (changeId: string) =>
    engine.queryContext(PEOPLE.manager, 'da').readStream<ChangeEvent>(`change-${changeId}`);
  const shown = async (id = MISS): Promise<PossibleMissDetail> => {
    await engine.settled();
    return getPossibleMiss.handle({ id }, engine.queryContext(PEOPLE.manager, 'da') as never);
  };
  const missed = async () => {
    await engine.settled();
    const page = await listMissedReviews.handle({}, engine.queryContext(PEOPLE.manager, 'da') as never);
    return page.total;
  };
  return { engine, clock, command, confirm, caseOf, shown, missed };
}

type World = Awaited<ReturnType<typeof world>>;

let here: World;
beforeEach(async () => {
  here = await world();
});
afterEach(() => here.engine.stop());

/** Every answer that leaves no duty. */
const allNo = {
  affectsStaff: 'no',
  newService: 'no',
  serviceMoved: 'no',
  moreSectionManagers: 'no',
  coordinatorPostsConverted: 'no',
  reorganisation: 'no',
  portfolioTransfer: 'no',
  budgetProposal: 'no',
  crossCutting: 'no',
} as const;

const suspect = ({ command }: World) => command('SuspectUnregisteredChange', suspicion, PEOPLE.secretary, MISS);

describe('a possible miss becomes a case', () => {
  it('with what the suspicion knows: kind, body and day as a planned decision', async () => {
    await suspect(here);
    const { changeId, possibleMissId } = await here.confirm();
    expect(possibleMissId).toBe(MISS);
    const events = await here.caseOf(changeId);
    expect(events[0]).toMatchObject({
      type: 'ChangeRegistered',
      data: {
        title: suspicion.title,
        kind: 'serviceMoved',
        decider: { body: 'socialCommittee' },
        ownerId: PEOPLE.manager.id,
        source: { kind: 'agenda' },
        origin: { possibleMissId: MISS },
      },
    });
    expect(events.find(({ type }) => type === 'DecisionPointPlanned')).toMatchObject({
      data: { kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } },
    });
    expect(await here.shown()).toMatchObject({ state: 'confirmed', caseIds: [changeId] });
  });

  it('decided already when somebody says so, found by whoever asked', async () => {
    const message = { title: 'Skulle det have været drøftet?', decider: 'manager', when: { on: '2026-03-02' } };
    const { subjectId } = await here.command('ReportPossibleMiss', message, PEOPLE.deputyChair);
    expect(await here.missed()).toBe(0);
    const { changeId } = await here.confirm(
      { alreadyDecided: { outcome: 'approved' }, kind: 'reorganisation' },
      PEOPLE.chair,
      subjectId,
    );
    const events = await here.caseOf(changeId);
    expect(events[0]).toMatchObject({ data: { found: { on: { on: '2026-04-24' }, by: 'employeeSide' } } });
    expect(events.find(({ type }) => type === 'DecisionRecorded')).toMatchObject({
      data: { body: 'manager', when: { on: '2026-03-02' }, outcome: 'approved' },
    });
    expect(await here.missed()).toBe(1);
  });

  it('with what the person says instead', async () => {
    await suspect(here);
    const said = { title: 'Botilbud flyttes', decisionPoints: [], externalNumbers: [{ system: 'F2', value: '7' }] };
    const { changeId } = await here.confirm(said);
    const events = await here.caseOf(changeId);
    expect(events[0]).toMatchObject({
      data: { title: 'Botilbud flyttes', externalNumbers: [{ system: 'F2', value: '7' }] },
    });
    expect(events.some(({ type }) => type === 'DecisionPointPlanned')).toBe(false);
  });

  it('once: the same again is answered the same, something else is refused', async () => {
    await suspect(here);
    const first = await here.confirm();
    await here.engine.settled();
    expect(await here.confirm()).toEqual(first);
    await expect(here.confirm({ kind: 'other' }, PEOPLE.chair)).rejects.toMatchObject({
      code: 'possibleMiss.confirmed',
    });
  });

  it('and is one case when two people say so at the same moment', async () => {
    await suspect(here);
    const both = await Promise.allSettled([here.confirm({ kind: 'other' }), here.confirm({}, PEOPLE.chair)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await here.shown()).toMatchObject({ caseIds: [expect.any(String)] });
  });

  it('also by the way of everybody: a registration that names it', async () => {
    const { subjectId } = await here.command('ReportPossibleMiss', { title: 'Hvad med dette?' }, PEOPLE.deputyChair);
    const message = { title: 'Sagen', kind: 'other', origin: { possibleMissId: subjectId } };
    const registered = await here.command('RegisterChange', message, PEOPLE.manager);
    expect(await here.shown(subjectId)).toMatchObject({ state: 'confirmed', caseIds: [registered.subjectId] });
    await expect(here.confirm({}, PEOPLE.manager, subjectId)).rejects.toMatchObject({ code: 'possibleMiss.confirmed' });
  });

  it('not when there is none', async () => {
    await expect(here.confirm({}, PEOPLE.manager, idOf('none'))).rejects.toMatchObject({
      code: 'possibleMiss.unknown',
    });
  });
});

describe('one person alone', () => {
  const asked = async (): Promise<string> =>
    (await here.command('ReportPossibleMiss', { title: 'Hvad med dette?' }, PEOPLE.deputyChair)).subjectId;
  const waiting = async () => {
    await here.engine.settled();
    const page = await listPossibleMisses.handle({}, here.engine.queryContext(PEOPLE.chair, 'da') as never);
    return page.items.map(({ possibleMissId, state, stateText }) => ({ possibleMissId, state, stateText }));
  };
  const change = async (changeId: string, command: string, message: object) => {
    const ifMatch = etagOf(await here.caseOf(changeId));
    return here.engine.dispatch(requestOf(command, message, { actor: PEOPLE.manager, subjectId: changeId, ifMatch }));
  };
  const withoutDuty = 'sag registreret, men uden MED-pligt: formand og næstformand afgør';

  it('does not take it off the list by a case that owes nothing, and the act is listed with the answers', async () => {
    const id = await asked();
    const { changeId } = await here.confirm({ kind: 'other', facts: allNo }, PEOPLE.manager, id);
    expect(await waiting()).toEqual([{ possibleMissId: id, state: 'open', stateText: withoutDuty }]);
    const detail = await here.shown(id);
    expect(detail.next.map(({ step }) => step)).toEqual(['dismiss', 'seeCase']);
    expect(detail.history.map(({ type, by }) => [type, by])).toEqual([
      ['PossibleMissReported', 'næstformand'],
      ['PossibleMissConfirmed', 'leder'],
    ]);
    const acts = await listDutyLoweringActs.handle({}, here.engine.queryContext(PEOPLE.deputyChair, 'da') as never);
    expect(acts.items).toMatchObject([
      { act: 'RegisteredAsNotMedRelevant', changeId, personId: PEOPLE.manager.id, role: 'manager', ended: 0 },
    ]);
    expect(acts.items[0]?.reason).toMatch(/ nej$/);
  });

  it.each([
    ['withdraws the case', 'WithdrawChange', {}],
    ['says that it is none', 'DeclareNotMedRelevant', {}],
    ['corrects its facts', 'CorrectChangeFacts', { kind: 'other', facts: allNo }],
  ])('brings it back who %s', async (_how, command, message) => {
    const id = await asked();
    const facts = command === 'DeclareNotMedRelevant' ? { affectsStaff: 'yes' as const } : undefined;
    const { changeId } = await here.confirm({ kind: 'serviceMoved', ...(facts && { facts }) }, PEOPLE.manager, id);
    expect(await waiting()).toEqual([]);
    expect(await here.shown(id)).toMatchObject({ state: 'confirmed' });
    await change(changeId, command, { reason: 'det er rent praktisk', ...message });
    expect(await waiting()).toEqual([{ possibleMissId: id, state: 'open', stateText: withoutDuty }]);
    expect((await here.shown(id)).history.at(-1)).toMatchObject({ type: 'ConfirmedCaseReassessed', by: 'leder' });
  });

  it('answers it after all with facts that MED is owed for', async () => {
    const id = await asked();
    const { changeId } = await here.confirm({ kind: 'other', facts: allNo }, PEOPLE.manager, id);
    const correction = { facts: { affectsStaff: 'yes', crossCutting: 'yes' }, reason: 'alle medarbejdere flytter' };
    await change(changeId, 'CorrectChangeFacts', correction);
    expect(await waiting()).toEqual([]);
    expect(await here.shown(id)).toMatchObject({ state: 'confirmed', stateText: 'blevet til en sag' });
  });
});
