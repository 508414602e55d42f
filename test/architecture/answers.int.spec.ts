import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { InjectOptions } from 'fastify';
import { features } from '../../libs/product/src/features.js';
import { createApp, type App } from '../../libs/platform/src/index.js';

const MEETING_DAY = '2026-04-24';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read as the documentation promises
type Body = any;

describe('what commands and queries answer', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rettidig-answers-'));
  const checked = new Set<string>();
  let app: App;
  let ajv: Ajv2020;
  let paths: Record<string, Record<string, { operationId: string }>>;
  beforeAll(async () => {
    app = await createApp({ dataDir, features });
    const document = (await app.nest.inject({ url: '/api/openapi.json' })).json<{ paths: typeof paths }>();
    paths = document.paths;
    ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addSchema(document, 'api');
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  });

  /** The schema of an answer, found by the path with its parameters' names. */
  function schemaOf(template: string, method: string, status: number): ValidateFunction {
    const pointer = ['paths', template, method, 'responses', String(status), 'content', 'application/json', 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    return ajv.getSchema(`api#/${pointer}`)!;
  }

  /** What a client gets that waits, as it is told to, while views are behind; any other 503, and one that stays, is an answer. */
  async function answeredInTime(request: InjectOptions) {
    for (let tries = 1; ; tries += 1) {
      const answer = await app.nest.inject(request);
      const isBehind = answer.statusCode === 503 && answer.json<Body>().code === 'view-behind';
      if (!isBehind || tries === 10) return answer;
      await pause(1000 * Number(answer.headers['retry-after']));
    }
  }

  async function call(as: string, template: string, ids: object, body?: object) {
    const method = body ? 'post' : 'get';
    const url = Object.entries(ids).reduce((path, [name, id]) => path.replace(`{${name}}`, String(id)), template);
    const answer = await answeredInTime({
      method: method === 'get' ? 'GET' : 'POST',
      url: `/api/v1${url}`,
      headers: {
        'x-persona': as,
        ...(method === 'post' ? { 'idempotency-key': randomUUID() } : {}),
        // Who changes a thing has its latest ETag at hand; facts do not look at it.
        ...('etag' in ids ? { 'if-match': String(ids.etag) } : {}),
      },
      ...(body ? { payload: body } : {}),
    });
    const json = answer.json<Body>();
    const path = `/api/v1${template}`;
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    const validate = schemaOf(path, method, answer.statusCode);
    expect([template, validate(json), validate.errors]).toEqual([template, true, null]);
    checked.add(paths[path]![method]!.operationId);
    return json;
  }
  const say = (as: string, template: string, ids: object, body: object): Promise<Body> => call(as, template, ids, body);
  const ask = (template: string, ids: object = {}): Promise<Body> => call('secretariat', template, ids);

  /** A town with one committee, both chairs seated. */
  async function town() {
    const { unitId } = await say(
      'secretariat',
      '/units',
      {},
      { name: 'Center', parentId: null, validFrom: '2025-01-01' },
    );
    const main = {
      name: 'HovedMED',
      level: 'main',
      kind: 'main',
      covers: [unitId],
      parentId: null,
      validFrom: '2025-01-01',
    };
    const { committeeId } = await say('secretariat', '/committees', {}, main);
    const seat = async (office: 'chair' | 'deputyChair', side: string, representativeKind: string) => {
      const asked = { side, office, representativeKind, from: '2025-01-01' };
      const { seatId } = await say('secretariat', '/committees/{committeeId}/seats', { committeeId }, asked);
      const { id: personId } = (
        await app.nest.inject({ url: '/api/v1/me', headers: { 'x-persona': office } })
      ).json<Body>();
      await say('secretariat', '/seats/{seatId}/holder', { seatId }, { personId, from: '2025-01-01' });
      return seatId;
    };
    return {
      unitId,
      committeeId,
      chair: await seat('chair', 'management', 'manager'),
      deputyChair: await seat('deputyChair', 'employees', 'unionRepresentative'),
    };
  }

  /** Who has which function. */
  async function peopleTold(unitId: string, committeeId: string) {
    const secretary = (template: string, ids: object, body: object) => say('secretariat', template, ids, body);
    const [personId, substituteId, from] = [randomUUID(), randomUUID(), '2026-01-01'];
    const { appointmentId } = await secretary('/units/{unitId}/manager', { unitId }, { personId, from });
    await secretary('/secretariat-members', {}, { personId, from });
    const { appointmentId: wrong } = await secretary('/secretariat-members', {}, { personId, committeeId, from });
    await secretary('/substitutes', {}, { personId, substituteId, from });
    await secretary('/functions/{appointmentId}/end', { appointmentId }, { on: '2026-06-01' });
    await secretary('/functions/{appointmentId}/error', { appointmentId: wrong }, { reason: 'Et andet udvalg' });
    await secretary('/people/{personId}/contact', { personId }, { address: 'kim@eksempel.dk' });
    await ask('/people/{personId}/contact', { personId });
    await secretary('/me/notices', {}, { notices: 'atOnce' });
    await secretary('/me/calendar-feed', {}, { wanted: true });
    expect((await ask('/functions')).total).toBe(4);
    for (const list of ['/mails', '/mails/undeliverable', '/people/without-address', '/me/notices']) await ask(list);
  }

  /** What holds for a while, and what was wrong. */
  async function structureTold(unitId: string, parentId: string) {
    const secretary = (template: string, ids: object, body: object) => say('secretariat', template, ids, body);
    const from = '2026-01-01';
    const body = { name: 'OvergangslokalMED', level: 'local', kind: 'transitionalLocal', covers: [unitId], parentId };
    const { committeeId } = await secretary('/committees', {}, { ...body, validFrom: from });
    await secretary('/units/{unitId}/no-local-committee', { unitId }, { from });
    await secretary('/committees/{committeeId}/agreement', { committeeId }, { from: '2026-06-01' });
    const kinds = ['reorganisation'];
    const delegated = { unitId, matter: 'Omlægning af vagtplaner', kinds, from };
    const { delegationId: id } = await secretary('/delegations', {}, delegated);
    await peopleTold(unitId, committeeId);
    const wrong = { what: 'delegation', id, isNow: { to: '2027-01-01' }, reason: 'Slutdatoen manglede' };
    await secretary('/structure-corrections', {}, wrong);
    const tried = { kind: 'reorganisation', unitId, decider: { body: 'notStated', managerUnitId: null } };
    const { delegation } = await secretary('/assessments', {}, tried);
    expect(delegation).toMatchObject({ use: 'routes', level: 'main', matter: delegated.matter });
    // As people wrote it, although the log keeps it sealed.
    expect((await ask('/delegations')).items).toMatchObject([{ matter: delegated.matter, to: '2027-01-01' }]);
  }

  /** A group beside MED that talks about a case: seen by all, and no review. */
  async function groupTalks(unitId: string, changeId: string) {
    const secretary = (template: string, ids: object, body: object) => say('secretariat', template, ids, body);
    const group = { name: 'Vagtplaner', mandate: 'Samler erfaringer', unitId, from: '2026-01-01' };
    const { id } = await secretary('/working-groups', {}, group);
    const personId = randomUUID();
    const member = { personId, capacity: 'manager', from: '2026-01-01' };
    const { remarks } = await secretary('/working-groups/{id}/members', { id }, member);
    expect(remarks).toEqual(['noSafetyRepresentative', 'noEmployeeRepresentative']);
    await secretary('/working-groups/{id}/members/{personId}/end', { id, personId }, { on: '2026-03-01' });
    const talk = { on: MEETING_DAY, changeId, topics: ['reorganisation'] };
    const { warnings } = await say('employeeRep', '/working-groups/{id}/discussions', { id }, talk);
    expect(warnings).toEqual(['countsNotAsReview', 'listedTopic']);
    const { items } = await ask('/working-groups');
    expect(items).toMatchObject([{ name: group.name, mandate: group.mandate, setUpBy: 'Center' }]);
    expect((await ask('/changes/{id}', { id: changeId })).workingGroups).toMatchObject([{ name: group.name }]);
  }

  /** By when, as it was agreed, with where that stands. */
  async function deadlinesAgreed(committeeId: string) {
    const secretary = (template: string, ids: object, body: object) => say('secretariat', template, ids, body);
    const source = { kind: 'document', reference: 'Forretningsorden § 4' };
    const agreed = { version: '2026', effectiveFrom: '2026-01-01', source };
    const july = { from: { month: 7, day: 1 }, to: { month: 7, day: 31 } };
    const closed = { yearly: [{ month: 12, day: 24 }], single: [MEETING_DAY], avoid: [july, { week: 42 }] };
    await secretary('/closing-days', {}, { ...agreed, ...closed });
    const days = { materialDue: { count: 14, kind: 'calendar' }, minimumMeetings: 4 };
    await secretary('/committees/{committeeId}/timetables', { committeeId }, { ...agreed, ...days });
    const recommendationDue = { count: 8, kind: 'workday' };
    await secretary('/political-timetables', {}, { ...agreed, body: 'council', recommendationDue });
    const target = { kind: 'newService', interval: 'meetingToDecision', days: { count: 42, kind: 'calendar' } };
    await secretary('/timeliness-targets', {}, { ...agreed, ...target });
    expect((await ask('/timeliness-targets')).items).toMatchObject([{ ...target, source, inEffect: true }]);
    const readings = { kind: 'budgetProposal', body: 'council', readings: 2 };
    await secretary('/readings', {}, { ...agreed, ...readings });
    expect((await ask('/readings')).items).toMatchObject([{ ...readings, source, inEffect: true }]);
    const { items } = await ask('/timetables');
    expect(items.map((item: { name: string; source: object }) => [item.name, item.source])).toEqual([
      ['HovedMED', source],
      ['kommunalbestyrelsen (Borgerrepræsentationen)', source],
    ]);
    expect((await ask('/calendar')).agreed).toHaveLength(2);
  }

  it('is what is documented, field by field and nothing else', async () => {
    const { unitId, committeeId, chair, deputyChair } = await town();
    const secretary = (template: string, ids: object, body: object) => say('secretariat', template, ids, body);
    await secretary('/transition-periods', {}, { levelsInForce: ['main'], from: '2026-01-01', to: '2027-01-01' });
    await structureTold(unitId, committeeId);
    const { items: ruleSets } = await ask('/rule-sets');
    const { publishedAt, inEffect, ...ruleSet } = ruleSets[0];
    expect([publishedAt, inEffect]).toEqual([null, true]);
    const [first, ...rules] = ruleSet.rules;
    const next = { ...ruleSet, version: 'next', effectiveFrom: '2026-01-02' };
    const checked = await secretary(
      '/rule-sets/check',
      {},
      { ...next, rules: [{ ...first, before: ['x'] }, ...rules] },
    );
    expect(checked.problems.map((one: { code: string }) => one.code)).toEqual(['rules.before-names-no-later-rule']);
    expect((await secretary('/rule-sets/check', {}, next)).overlaps).toHaveLength(29);
    await secretary('/rule-sets', {}, { ...next, rules: [{ ...first, secretaryConfirms: true }, ...rules] });
    expect((await ask('/rule-sets/comparison')).rules).toHaveLength(1);

    const change = await say(
      'manager',
      '/changes',
      {},
      {
        title: 'Flere afdelingsledere',
        kind: 'moreSectionManagers',
        unitId,
        alreadyDecided: { body: 'notStated', when: { onOrBefore: MEETING_DAY }, outcome: 'approved' },
        found: { on: { on: MEETING_DAY }, by: 'employeeSide' },
      },
    );
    expect(change).toMatchObject({ relevance: 'medRelevant', misses: [{ state: 'missed' }] });
    const { id } = change;
    expect(
      (await say('deputyChair', '/changes/{id}/disputes', change, { reason: 'Uenig i vurderingen' })).disputeId,
    ).toEqual(expect.any(String));

    await groupTalks(unitId, id);

    const meeting = await secretary('/meetings', {}, { committeeId, on: '2026-04-23' });
    const moved = await secretary('/meetings/{id}/date', meeting, { to: MEETING_DAY, reason: 'Lokalet' });
    // Of a meeting still to come: nobody is called to one that is over.
    const year = new Date().getFullYear() + 1;
    const coming = await secretary('/meetings', {}, { committeeId, on: `${year}-06-15` });
    const deputy = { seatId: chair, personId: randomUUID() };
    await secretary('/meetings/{id}/deputies', coming, deputy);
    expect((await ask('/meetings/{id}', { id: coming.id })).calledDeputies).toMatchObject([deputy]);
    const item = await secretary('/meetings/{id}/items', moved, { title: 'Manglende sager', caseIds: [id] });
    const ids = { id: meeting.id, itemId: item.itemId };
    const present = [chair, deputyChair].map((seatId) => ({ seatId, capacity: 'holder', presence: 'present' }));
    const held = { heldOn: MEETING_DAY, entries: present };
    expect(await secretary('/meetings/{id}/attendance', meeting, held)).toMatchObject({ present: 2, empty: 0 });
    await secretary('/meetings/{id}/items/{itemId}/discussion', ids, { form: 'discussion' });
    const waiver = { deadline: 'materialDue', on: MEETING_DAY, reason: 'Materialet afventer forslag' };
    await say('chair', '/meetings/{id}/waivers', meeting, waiver);
    expect(await say('deputyChair', '/meetings/{id}/waivers', meeting, waiver)).toMatchObject({ byBoth: true });
    const promise = { kind: 'reportBack', what: 'Status på næste møde' };
    const followUp = await secretary('/meetings/{id}/items/{itemId}/follow-ups', ids, promise);
    expect(followUp.missing).toEqual(['owner', 'due']);
    await say('chair', '/meetings/{id}/minutes-approval', meeting, { on: MEETING_DAY });
    const approved = await say('deputyChair', '/meetings/{id}/minutes-approval', meeting, { on: MEETING_DAY });
    expect(approved).toMatchObject({ byBoth: true, approvals: [{ office: 'chair' }, { office: 'deputyChair' }] });
    const review = { meetingId: meeting.id, itemId: item.itemId, heldOn: MEETING_DAY };
    expect((await secretary('/changes/{id}/reviews', { id }, review)).flags).toEqual(['reviewAfterDecision']);

    await secretary('/changes/{id}/papers', { id }, { version: '1', on: MEETING_DAY });
    const seen = { version: '1', body: 'socialCommittee', when: { on: MEETING_DAY } };
    await secretary('/changes/{id}/presentations', { id }, seen);
    await secretary('/changes/{id}/alignments', { id }, { committeeId, on: MEETING_DAY, note: 'Se på vagtplanen' });

    const choice = { committeeId, caseIds: [id], on: MEETING_DAY, reservesLaterCases: true };
    const breach = await say('deputyChair', '/breaches', {}, choice);
    const training = { kind: 'training', text: 'Kursus i MED', on: MEETING_DAY };
    const { demandId } = await say('deputyChair', '/breaches/{id}/demands', breach, training);
    const answer = { on: MEETING_DAY, parts: [{ kind: 'inProgress', text: 'Det er sat i gang' }] };
    const answered = await say(
      'chair',
      '/breaches/{id}/demands/{demandId}/answers',
      { id: breach.id, demandId },
      answer,
    );
    expect(answered.missing).toEqual([{ part: 1, missing: ['owner', 'due'] }]);

    const question = await say('deputyChair', '/possible-misses', {}, { title: 'Skulle det have været drøftet?' });
    const reason = { reason: 'Samme sag som i januar' };
    const half = await say('chair', '/possible-misses/{id}/dismissal', question, reason);
    expect(half).toMatchObject({ dismissedBy: ['chair'], byBoth: false });
    const gone = await say('deputyChair', '/possible-misses/{id}/dismissal', half, reason);
    expect(gone.byBoth).toBe(true);
    const other = await say('deputyChair', '/possible-misses', {}, { title: 'Og hvad med dette?' });
    await secretary('/possible-misses/{id}/confirmation', other, { kind: 'other' });

    const monthly = { name: 'Direktionens månedsmøde', rhythm: 'monthly', from: '2026-01-01' };
    const forum = await secretary('/screening-forums', {}, monthly);
    const april = { period: '2026-04', on: MEETING_DAY };
    const { roundId } = await secretary('/screening-forums/{id}/rounds', forum, april);
    const round = { id: forum.id, roundId };
    await secretary('/screening-forums/{id}/rounds/{roundId}/candidates', round, { title: 'Ny vagtplan' });

    await app.engine.settled();
    await ask('/possible-misses/{id}', gone);
    await ask('/screening-rounds/{id}', { id: roundId });
    expect(await ask('/changes/{id}', { id })).toMatchObject({
      papers: [{ medFirst: 'no', seenBy: [{ body: 'socialCommittee' }] }],
      alignments: [{ committeeId, beforePapers: null }],
    });
    await ask('/meetings/{id}', meeting);
    await ask('/breaches/{id}', breach);
    const detection = ['/possible-misses', '/screening-forums', '/screening-rounds', '/standing-checks'];
    for (const list of [
      '/changes',
      '/missed-reviews',
      '/duty-lowering-acts',
      '/meetings',
      '/breaches',
      '/units',
      '/coverage-gaps',
      '/seats',
      '/transition-periods',
      '/delegations',
      '/structure-corrections',
      ...detection,
    ]) {
      expect((await ask(list)).total).toBeGreaterThanOrEqual(
        ['/duty-lowering-acts', '/possible-misses', '/coverage-gaps'].includes(list) ? 0 : 1,
      );
    }
    await deadlinesAgreed(committeeId);
    await ask('/structure');
    await ask('/units/{unitId}', { unitId });
  }, 60_000);

  it('was checked for every command that answers more than a receipt', () => {
    const answering = features.flatMap(({ commands }) =>
      commands.filter(({ answer, tag, path }) => answer && path !== null && tag !== 'changes'),
    );
    expect([...checked]).toEqual(expect.arrayContaining(answering.map(({ name }) => name)));
    expect([...checked]).toEqual(expect.arrayContaining(['RegisterChange', 'DisputeAssessment', 'RecordReview']));
  });

  it('would be found out if it had a field more or less than documented', () => {
    const validate = schemaOf('/api/v1/units', 'post', 200);
    const answer = { id: 'administration', position: 'p', etag: '1', unitId: randomUUID() };
    expect(validate(answer)).toBe(true);
    expect(validate({ ...answer, secret: 1 })).toBe(false);
    expect(validate({ ...answer, unitId: undefined })).toBe(false);
  });
});
