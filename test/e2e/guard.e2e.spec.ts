import { randomUUID } from 'node:crypto';
import { roles } from '@rettidig/access';
import type { MissedReview, MissedReviewList } from '@rettidig/cases';
import { clientOf, type Answer } from '../support/client.js';
import { readCsv } from '../support/csv.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';
import { waitFor } from '../support/wait.js';

const REGISTER = '/missed-reviews';
const MEETING_BEFORE = '2026-02-20';
const DECIDED = '2026-03-10';
/** A title that a spreadsheet would take for a formula. */
const FORMULA = '=HYPERLINK("http://localhost";"Koordinatorer bliver afdelingsledere")';

/** What somebody can try who would rather not have a row in the register. Each test goes on where the one before ended. */
describe('the register', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let six: readonly MissedReview[];

  beforeAll(async () => {
    server = await startServer(folder.path);
    six = (await register()).items;
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    folder.remove();
  });

  const as = (persona: string) => clientOf(server.url, persona);
  /** The position of what was done last: whoever reads after it sees it. */
  let seen: Record<string, string> = {};
  const register = async (query = '', persona = 'deputyChair', language = 'da'): Promise<MissedReviewList> => {
    const { status, body } = await as(persona).get(`${REGISTER}${query}`, { ...seen, 'Accept-Language': language });
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const total = async (query = '') => (await register(query)).total;
  const totals = async () => {
    const all = await Promise.all(roles.map(async (persona) => (await register('', persona)).total));
    return [...new Set(all)];
  };
  const read = async (path: string) => (await as('deputyChair').get(path, seen)).body;
  const acts = async () => (await read('/duty-lowering-acts')).items as { act: string; changeId: string }[];
  const etagOf = async (path: string) => (await as('deputyChair').get(path, seen)).headers.get('etag') ?? '';
  /** Does something to a case or meeting as it stands now. */
  const act = async (persona: string, subject: string, what: string, body: object): Promise<Answer> =>
    as(persona).post(`${subject}${what}`, body, { 'If-Match': await etagOf(subject), 'Accept-Language': 'da' });
  const refusal = ({ status, body }: Answer) => [status, body.code];
  const done = (answer: Answer): Answer => {
    expect(answer.body).not.toHaveProperty('code');
    seen = { 'Consistent-With': answer.body.position };
    return answer;
  };
  /** Waits until reactions have done what follows. */
  const rowsInState = (state: string, count: number) =>
    waitFor(async () => (await register(`?state=${state}`)).total === count);

  describe('for a manager who wants one of the six gone', () => {
    const first = () => `/changes/${six[0]!.changeId}`;
    const decisionId = async () => (await read(first())).decisions[0].decisionId;
    const review = async () => {
      const { items } = await read('/meetings?status=held');
      const { items: agenda } = await read(`/meetings/${items[0].meetingId}`);
      const item5 = agenda.find(({ number }: { number: number }) => number === 5);
      return { meetingId: items[0].meetingId, itemId: item5.itemId };
    };
    afterEach(async () => {
      expect(await totals()).toEqual([6]);
      expect((await register()).items.map(({ requirementId }) => requirementId).sort()).toEqual(
        six.map(({ requirementId }) => requirementId).sort(),
      );
    });

    it('refuses whatever a manager tries on a case of somebody else', async () => {
      const own = [403, 'access.own-case-only'];
      const reason = 'Det er ikke en MED-sag.';
      expect(refusal(await act('manager', first(), '/withdrawal', { reason }))).toEqual(own);
      expect(refusal(await act('manager', first(), '/not-med-relevant', { reason }))).toEqual(own);
      expect(refusal(await act('manager', first(), '/facts', { kind: 'other', reason }))).toEqual(own);
      expect(
        refusal(
          await act('manager', first(), `/decision-points/${randomUUID()}/date`, { to: { on: DECIDED }, reason }),
        ),
      ).toEqual(own);
      expect(refusal(await act('manager', first(), '/reviews', { ...(await review()), heldOn: '2026-04-24' }))).toEqual(
        [403, 'access.secretary-only'],
      );
      expect(refusal(await act('manager', first(), '/reviews', { ...(await review()), heldOn: '2026-03-24' }))).toEqual(
        [403, 'access.secretary-only'],
      );
      expect(
        refusal(
          await act('manager', first(), `/decision/${await decisionId()}/correction`, { neverTaken: true, reason }),
        ),
      ).toEqual([403, 'access.secretariat-only']);
      expect(await acts()).toEqual([]);
    });

    it('refuses the secretariat too what would end a duty after the decision', async () => {
      const reason = 'Lederen beder om det.';
      expect(refusal(await act('secretariat', first(), '/withdrawal', { reason }))).toEqual([
        409,
        'change.already-decided',
      ]);
      expect(refusal(await act('secretariat', first(), '/not-med-relevant', { reason }))).toEqual([
        409,
        'change.already-missed',
      ]);
      expect(
        refusal(
          await act('secretariat', first(), '/assessment-override', {
            requirements: [{ committeeId: six[0]!.committeeId, before: 'decision' }],
            reason,
          }),
        ),
      ).toEqual([409, 'change.already-decided']);
    });

    it('refuses a review that is dated back, or of a meeting that had not the case', async () => {
      const item5 = await review();
      expect(refusal(await act('secretariat', first(), '/reviews', { ...item5, heldOn: '2026-03-24' }))).toEqual([
        422,
        'change.held-on-differs',
      ]);
      const { items } = await read(`/meetings/${item5.meetingId}`);
      const item2 = { ...item5, itemId: items[1].itemId };
      expect(refusal(await act('secretariat', first(), '/reviews', { ...item2, heldOn: '2026-04-24' }))).toEqual([
        409,
        'change.not-on-item',
      ]);
    });

    it('takes the talk of 24 April as a review that does not count, and says why', async () => {
      done(await act('secretariat', first(), '/reviews', { ...(await review()), heldOn: '2026-04-24' }));
      const change = await read(first());
      expect(change.reviews).toMatchObject([{ heldOn: '2026-04-24', countsFor: [] }]);
      expect(change.reviews[0].doesNotCountBecause).toHaveLength(1);
      expect(change.status).toBe('missed');
    });

    it('shows the deputy chair who corrected the facts, although that moves nothing', async () => {
      const reason = 'Det var slet ikke et nyt tilbud.';
      done(await act('secretariat', first(), '/facts', { kind: 'other', facts: { affectsStaff: 'no' }, reason }));
      const row = (await register()).items.find(({ changeId }) => changeId === six[0]!.changeId);
      expect(row).toEqual(six[0]);
      expect(await acts()).toMatchObject([
        { act: 'ChangeFactsCorrected', changeId: six[0]!.changeId, role: 'secretariat', reason, ended: 0 },
      ]);
    });

    it('shows the deputy chair who moved a date', async () => {
      const plan = { kind: 'decision', body: 'socialCommittee', when: { on: '2026-09-01' } };
      done(await act('secretariat', first(), '/decision-points', plan));
      const { decisionPoints } = await read(first());
      const path = `/decision-points/${decisionPoints[0].pointId}/date`;
      const reason = 'Sagen kommer først på i december.';
      done(await act('secretariat', first(), path, { to: { on: '2026-12-01' }, reason }));
      expect(await acts()).toContainEqual(
        expect.objectContaining({ act: 'DecisionPointMoved', changeId: six[0]!.changeId, reason }),
      );
    });

    it('keeps the day and the decider of a row when the record of its decision is made more exact, for all to see', async () => {
      const reason = 'Datoen står i beslutningsprotokollen.';
      const corrected = { when: { on: '2026-03-24' }, reason };
      done(await act('secretariat', first(), `/decision/${await decisionId()}/correction`, corrected));
      const row = (await register()).items.find(({ changeId }) => changeId === six[0]!.changeId);
      expect(row).toMatchObject({ state: 'missed', decidedOn: { on: '2026-03-24' } });
      expect(await acts()).toContainEqual(expect.objectContaining({ act: 'DecisionRecordCorrected', reason }));
    });
  });

  describe('for a seventh that its own manager decides without MED', () => {
    let seventh: string;
    let unitId: string;

    const registration = () => ({
      title: FORMULA,
      kind: 'coordinatorPostsConverted',
      unitId,
      decider: { body: 'manager', managerUnitId: unitId },
    });

    beforeAll(async () => {
      const { items } = await read('/units');
      unitId = items.find(({ name }: { name: string }) => name.includes('Poplen')).unitId;
    });

    it('answers the same registration twice with the same case, and another under the same key not at all', async () => {
      const key = { 'Idempotency-Key': randomUUID() };
      const [one, again] = [
        await as('manager').post('/changes', registration(), key),
        await as('manager').post('/changes', registration(), key),
      ];
      expect(one.status).toBe(201);
      expect([again.status, again.body]).toEqual([one.status, one.body]);
      expect(again.headers.get('etag')).toBe(one.headers.get('etag'));
      expect(refusal(await as('manager').post('/changes', { ...registration(), title: 'Andet' }, key))).toEqual([
        422,
        'command.key-reused',
      ]);
      seventh = one.headers.get('location')!.replace('/api/v1', '');
      done(one);
      expect((await read('/changes?text=HYPERLINK')).items).toHaveLength(1);
    });

    it('wants the ETag of the case for a change of plan, and refuses a stale one', async () => {
      const stale = await etagOf(seventh);
      const plan = { kind: 'start', body: 'manager', when: { on: '2026-12-01' } };
      expect(refusal(await as('manager').post(`${seventh}/decision-points`, plan))).toEqual([428, 'etag.missing']);
      const planned = done(await as('manager').post(`${seventh}/decision-points`, plan, { 'If-Match': stale }));
      expect(planned.headers.get('etag')).not.toBe(stale);
      expect(refusal(await as('manager').post(`${seventh}/decision-points`, plan, { 'If-Match': stale }))).toEqual([
        412,
        'etag.stale',
      ]);
      expect(await etagOf(seventh)).toBe(planned.headers.get('etag'));
    });

    it('shows it as a row of HovedMED at the moment of the decision, with why', async () => {
      const decided = await as('manager').post(`${seventh}/decision`, {
        body: 'manager',
        when: { on: DECIDED },
        outcome: 'approved',
      });
      done(decided);
      const { items } = await register('?text=HYPERLINK', 'employeeRep');
      expect(items).toMatchObject([
        {
          state: 'missed',
          committeeName: 'HovedMED',
          unitName: 'Tilbuddet Poplen (opdigtet)',
          body: 'manager',
          decidedOn: { on: DECIDED },
          cause: 'decidedBeforeMed',
          foundBy: 'registration',
        },
      ]);
      expect(items[0]!.daysToFound).toBeGreaterThan(0);
      const { explanation } = await read(seventh);
      expect(explanation.sentences[0]).toMatch(
        /^Sagen skal i HovedMED, før der træffes beslutning, fordi .*koordinator/,
      );
      expect(await totals()).toEqual([7]);
    });

    it('refuses its owner afterwards what was possible before', async () => {
      const reason = 'Vi gør det alligevel ikke.';
      expect(refusal(await act('manager', seventh, '/withdrawal', { reason }))).toEqual([
        409,
        'change.already-decided',
      ]);
      expect(refusal(await act('manager', seventh, '/not-med-relevant', { reason }))).toEqual([
        409,
        'change.already-missed',
      ]);
      done(await act('manager', seventh, '/facts', { kind: 'other', facts: { affectsStaff: 'no' }, reason }));
      expect(await acts()).toContainEqual(
        expect.objectContaining({ act: 'ChangeFactsCorrected', changeId: seventh.split('/')[2], role: 'manager' }),
      );
      expect(await totals()).toEqual([7]);
    });

    it('says the same in English', async () => {
      const { items } = await register('?text=HYPERLINK', 'chair', 'en');
      expect(items[0]).toMatchObject({
        stateText: 'not MED-treated before decision',
        causeText: 'decided before MED',
        decidedOnText: expect.stringContaining('2026'),
        bodyText: 'a manager',
      });
      const { body } = await as('manager').post(
        `${seventh}/withdrawal`,
        { reason: 'no' },
        { 'If-Match': await etagOf(seventh), 'Accept-Language': 'en' },
      );
      expect(body.detail).toMatch(/^The change is decided or started/);
    });

    describe('whose timely review is typed in after the decision', () => {
      let meeting: string;
      let itemId: string;
      const changeId = () => seventh.split('/')[2]!;

      it('stays missed while nobody has approved the minutes', async () => {
        const { items } = await read('/committees');
        const { committeeId } = items.find(({ level }: { level: string }) => level === 'main');
        const scheduled = await as('secretariat').post('/meetings', { committeeId, on: MEETING_BEFORE });
        meeting = done(scheduled).headers.get('location')!.replace('/api/v1', '');
        const item = { title: 'Koordinatorer bliver afdelingsledere', caseIds: [changeId()] };
        itemId = done(await act('secretariat', meeting, '/items', item)).body.itemId;
        const { seatList } = await read(`/committees/${committeeId}?validOn=${MEETING_BEFORE}`);
        const entries = seatList.map(({ seatId }: { seatId: string }) => ({
          seatId,
          capacity: 'holder',
          presence: 'present',
        }));
        done(await act('secretariat', meeting, '/attendance', { heldOn: MEETING_BEFORE, entries }));
        done(await act('secretariat', meeting, `/items/${itemId}/discussion`, { form: 'discussion' }));
        const review = { meetingId: meeting.split('/')[2], itemId, heldOn: MEETING_BEFORE };
        expect(refusal(await act('manager', seventh, '/reviews', review))).toEqual([403, 'access.secretary-only']);
        done(await act('secretariat', seventh, '/reviews', review));
        const change = await read(seventh);
        expect(change.reviews[0].doesNotCountBecause[0]).toContain('referatet er ikke godkendt');
        expect(await totals()).toEqual([7]);
      });

      it('stays missed when one of the two has', async () => {
        const approve = (persona: string) => act(persona, meeting, '/minutes-approval', { on: '2026-02-27' });
        expect(refusal(await approve('manager'))).toEqual([403, 'access.both-chairs-only']);
        expect(done(await approve('chair')).body.byBoth).toBe(false);
        expect(refusal(await approve('chair'))).toEqual([409, 'meeting.already-approved']);
        expect(await totals()).toEqual([7]);
      });

      it('is rebutted, and not away, when both have', async () => {
        done(await act('deputyChair', meeting, '/minutes-approval', { on: '2026-02-28' }));
        await rowsInState('rebutted', 1);
        const { items, facets } = await register('?state=rebutted');
        expect(items).toMatchObject([
          { changeId: changeId(), state: 'rebutted', stateText: 'afkræftet: MED-behandlet i tide' },
        ]);
        expect(items[0]!.rebuttedBy).toMatch(/^[0-9a-f-]{36}$/);
        expect(facets['state']).toEqual({ missed: 6, rebutted: 1 });
        expect(await totals()).toEqual([6]);
        expect(await total('?state=missed,rebutted')).toBe(7);
        expect((await read(seventh)).history.map(({ type }: { type: string }) => type)).toContain('MissRebutted');
      });
    });
  });

  describe('asked in every way it can be', () => {
    const everything = '?state=missed,rebutted';

    it('pages through all rows in the same order, with the same total on each page', async () => {
      for (const sort of ['decidedOn', '-decidedOn', 'foundOn', '-daysToFound', 'number', '-committee']) {
        const whole = await register(`${everything}&sort=${sort}`);
        const paged: MissedReview[] = [];
        let cursor = '';
        do {
          const page: MissedReviewList = await register(`${everything}&sort=${sort}&limit=2${cursor}`);
          expect([page.total, page.facets]).toEqual([whole.total, whole.facets]);
          paged.push(...page.items);
          cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
        } while (cursor !== '');
        expect(paged).toEqual(whole.items);
      }
      const { nextCursor } = await register(`${everything}&limit=2`);
      const wrong = await as('auditor').get(`${REGISTER}?limit=2&cursor=${nextCursor}`);
      expect(refusal(wrong)).toEqual([400, 'cursor.unknown']);
    });

    it('filters by everything it shows', async () => {
      const { items } = await register(everything);
      const seventh = items.find(({ state }) => state === 'rebutted')!;
      const { items: units } = await read('/units');
      const idOf = (name: string): string => units.find((unit: { name: string }) => unit.name.startsWith(name)).unitId;
      const counts: [filter: string, rows: number][] = [
        ['from=2026-03-24', 6],
        ['from=2026-03-25', 5],
        [`to=${DECIDED}`, 1],
        ['to=2026-03-09', 0],
        ['from=2026-04-24&to=2026-04-24', 5],
        ['unit=notStated', 6],
        [`unit=${seventh.unitId}`, 1],
        [`unit=${idOf('Socialforvaltningen')}`, 1],
        [`unit=${idOf('Center for Aktivitet')}`, 1],
        [`unit=${idOf('Center for Rusmiddel')}`, 0],
        [`committee=${seventh.committeeId}`, 7],
        [`committee=${randomUUID()}`, 0],
        ['kind=moreSectionManagers', 4],
        ['kind=newService,serviceMoved', 2],
        ['kind=coordinatorPostsConverted', 1],
        ['cause=decidedBeforeMed', 7],
        ['cause=startedBeforeMed,briefingOnly', 0],
        ['explanation=noClearExplanation', 6],
        ['explanation=timePressure', 0],
        ['body=notStated', 6],
        ['body=manager', 1],
        ['text=afdelingsledere', 5],
        ['text=AFDELINGSledere%20f%C3%B8rste', 1],
        [`text=${seventh.number}`, 1],
        ['foundFrom=2026-04-25', 1],
        ['foundTo=2026-04-24', 6],
        ['asOf=2026-04-24', 6],
        ['asOf=2026-04-23', 0],
      ];
      const found: typeof counts = [];
      for (const [filter] of counts) found.push([filter, await total(`${everything}&${filter}`)]);
      expect(found).toEqual(counts);
    });

    it('refuses filters that make no sense with a code', async () => {
      const codes: Record<string, unknown[]> = {};
      for (const query of ['from=2026-02-31', 'from=2026-04-24&to=2026-04-23', `unit=${randomUUID()}`, 'hidden=yes'])
        codes[query.replace(/=[0-9a-f-]{36}/, '')] = refusal(await as('manager').get(`${REGISTER}?${query}`));
      expect(codes).toEqual({
        'from=2026-02-31': [400, 'request.invalid'],
        'from=2026-04-24&to=2026-04-23': [422, 'change.period-ends-before-it-starts'],
        unit: [422, 'change.unit-unknown'],
        'hidden=yes': [400, 'request.invalid'],
      });
    });

    it('counts every facet over the same filter, and states whatever was asked for', async () => {
      const { items, facets } = await register(`${everything}&kind=coordinatorPostsConverted,newService`);
      expect(items).toHaveLength(2);
      expect(facets).toEqual({
        state: { missed: 1, rebutted: 1 },
        kind: { coordinatorPostsConverted: 1, newService: 1 },
        cause: { decidedBeforeMed: 2 },
        committee: { [items[0]!.committeeId!]: 2 },
        body: { manager: 1, notStated: 1 },
        unit: { [items.find(({ unitId }) => unitId)!.unitId!]: 1, notStated: 1 },
        explanation: { noClearExplanation: 1 },
      });
    });

    it('gives exactly the list of the same filter as CSV, in both languages, and no formula', async () => {
      for (const [language, headings] of [
        ['da', ['Sagsnummer', 'Sag', 'Status']],
        ['en', ['Case number', 'Case', 'State']],
      ] as const) {
        for (const filter of [everything, '?kind=moreSectionManagers&sort=number', `${everything}&to=${DECIDED}`]) {
          const response = await fetch(`${server.url}/api/v1${REGISTER}${filter}`, {
            headers: { 'X-Persona': 'auditor', Accept: 'text/csv', 'Accept-Language': language },
          });
          const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
          const { items } = await register(filter, 'auditor', language);
          expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
          expect(text.startsWith('\uFEFF')).toBe(true);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const [header, ...rows] = readCsv(text.slice(1).replace(/\r\n$/, ''));
          expect(header!.slice(0, 3)).toEqual(headings);
          expect(rows.map(([number, title, state]) => [number, title, state])).toEqual(
            items.map(({ number, title, stateText }) => [number, title.replace(/^=/, "'="), stateText]),
          );
        }
      }
    });
  });
});
