import { casesFeature } from '@rettidig/cases';
import { breachesFeature } from '@rettidig/breaches';
import type { Actor } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import { memoryEngine, requestOf } from '@rettidig/event-sourcing/testing';
import { meetingsFeature } from '@rettidig/meetings';
import { organisationFeature } from '@rettidig/organisation';
import { rulesFeature } from '@rettidig/rules';
import type { ChangeEvent } from '@rettidig/cases';
import { listMissedReviews } from '@rettidig/cases';
import { detectionFeature } from '../detection.feature.js';
import type { PossibleMissDetail } from '../queries/get-possible-miss.answer.js';
import { getPossibleMiss } from '../queries/get-possible-miss.js';
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
