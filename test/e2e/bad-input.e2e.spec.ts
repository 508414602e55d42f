import { clientOf } from '../support/client.js';
import { eventCount, verified } from '../support/data-files.js';
import { expectRefused, good, send, type Sent } from '../support/refusal.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

/** An id that nothing has. */
const UNKNOWN = '0b7e9f5a-6d3c-4b1e-9a44-2f1c7d8e9a10';

describe('bad input over real HTTP', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let known: { changeId: string; etag: string; committeeId: string; unitId: string };

  beforeAll(async () => {
    server = await startServer(folder.path);
    const structure = (await clientOf(server.url, 'auditor').get('/structure')).body;
    const { body } = await clientOf(server.url, 'manager').post('/changes', good, { 'Idempotency-Key': 'used-before' });
    known = {
      changeId: body.id,
      etag: body.etag,
      committeeId: structure.committees[0].committeeId,
      unitId: structure.units[0].unitId,
    };
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(folder.path).problems).toEqual([]);
    folder.remove();
  });

  const refused = (sent: Sent, status: number, code: string) =>
    expectRefused({ url: server.url, dataDir: folder.path }, sent, status, code);
  const decided = (when: unknown) => ({ ...good, alreadyDecided: { body: 'notStated', when, outcome: 'approved' } });
  const as = (persona: string) => ({ 'X-Persona': persona });

  describe('a message', () => {
    it.each<[string, object, string]>([
      ['an unknown field', { ...good, colour: 'red' }, 'field.unknown'],
      ['a forgotten field', { kind: 'other' }, 'field.required'],
      ['a number for a text', { ...good, title: 7 }, 'field.not-text'],
      ['a list for a text', { ...good, title: ['x'] }, 'field.not-text'],
      ['an object for a list', { ...good, decisionPoints: {} }, 'field.not-list'],
      ['a text for an object', { ...good, decider: 'me' }, 'field.not-object'],
      ['an unknown code', { ...good, decider: { body: 'theKing' } }, 'field.not-allowed'],
      ['no id', { ...good, unitId: 'here' }, 'field.not-uuid'],
      ['31 February', decided({ on: '2026-02-31' }), 'field.not-an-uncertain-day'],
      ['29 February of a common year', decided({ on: '2026-02-29' }), 'field.not-an-uncertain-day'],
      ['a day in the Danish spelling', decided({ on: '24-04-2026' }), 'field.not-an-uncertain-day'],
      ['two days at once', decided({ on: '2026-01-01', onOrBefore: '2026-01-01' }), 'field.not-an-uncertain-day'],
      ['a text that is too long', { ...good, title: 'x'.repeat(201) }, 'field.too-long'],
      ['a control character', { ...good, title: 'a\u0007b' }, 'field.not-plain-text'],
      ['half a character', { ...good, title: '\ud83d' }, 'field.not-plain-text'],
      ['too many', { ...good, externalNumbers: Array(21).fill({ system: 'F2', value: '1' }) }, 'field.too-many'],
    ])('with %s', (_what, body, code) => refused({ body }, 400, code));

    it.each<[string, object, string]>([
      ['a decision in the future', decided({ on: '2099-12-31' }), 'change.in-the-future'],
      ['a decision at the latest in the future', decided({ onOrBefore: '2099-12-31' }), 'change.in-the-future'],
      [
        'found in the future',
        { ...good, found: { on: { on: '2099-01-01' }, by: 'notStated' } },
        'change.in-the-future',
      ],
      ['an unknown unit', { ...good, unitId: UNKNOWN }, 'change.unit-unknown'],
      [
        'an unknown unit of the manager',
        { ...good, decider: { body: 'manager', managerUnitId: UNKNOWN } },
        'change.unit-unknown',
      ],
      ['an unknown kind', { ...good, kind: 'partyTime' }, 'rules.kind-unknown'],
      ['an unknown question', { ...good, facts: { isItFun: 'yes' } }, 'rules.fact-unknown'],
      ['an impossible answer', { ...good, facts: { affectsStaff: 'maybe' } }, 'rules.answer-not-allowed'],
    ])('that cannot be right: %s', (_what, body, code) => refused({ body }, 422, code));

    it('about an unknown committee', async () => {
      const body = { committeeId: UNKNOWN, on: '2027-04-24', startsAt: '10:00', endsAt: '12:00' };
      await refused({ path: '/meetings', headers: as('secretariat'), body }, 404, 'meeting.committee-unknown');
      await refused({ method: 'GET', path: `/committees/${UNKNOWN}` }, 404, 'organisation.committee-unknown');
    });

    it('with an end before a start', async () => {
      const meeting = { committeeId: known.committeeId, on: '2027-04-24', startsAt: '12:00', endsAt: '10:00' };
      const secretariat = as('secretariat');
      await refused({ path: '/meetings', headers: secretariat, body: meeting }, 422, 'meeting.ends-before-it-starts');
      const period = { levelsInForce: ['main'], from: '2027-01-01', to: '2026-01-01' };
      const ends = 'organisation.ends-before-it-starts';
      await refused({ path: '/transition-periods', headers: secretariat, body: period }, 422, ends);
      await refused(
        { method: 'GET', path: '/meetings?from=2026-05-01&to=2026-04-01' },
        422,
        'meeting.period-ends-before-it-starts',
      );
    });

    it('about something that is not there, or not an id', async () => {
      const body = { when: { on: '2026-01-01' } };
      await refused({ path: `/changes/${UNKNOWN}/start`, body }, 404, 'change.unknown');
      await refused({ path: '/changes/1/start', body }, 400, 'field.not-uuid');
      await refused({ path: `/changes/${known.changeId}/start?dryRun=true`, body }, 400, 'field.unknown');
      await refused(
        { path: `/changes/${known.changeId}/start`, body: { ...body, id: UNKNOWN } },
        400,
        'field.given-by-path',
      );
    });

    it('that changes what somebody else may have changed', async () => {
      const path = `/changes/${known.changeId}/withdrawal`;
      const body = { reason: 'Alligevel ikke' };
      await refused({ path, body }, 428, 'etag.missing');
      await refused({ path, body, headers: { 'If-Match': '"99"' } }, 412, 'etag.stale');
      await refused({ path, body, headers: { 'If-Match': '*' } }, 400, 'if-match.malformed');
      await refused({ path, body, headers: { 'If-Match': '"1", "2"' } }, 400, 'if-match.malformed');
      await refused({ path, body, headers: { 'If-Match': ['"1"', '"2"'] } }, 400, 'header.repeated');
    });

    it('that was sent before as something else, or without a key', async () => {
      const key = (value: string | string[] | null) => ({ 'Idempotency-Key': value });
      await refused({ headers: key(null) }, 400, 'idempotency-key.missing');
      await refused({ headers: key('') }, 400, 'idempotency-key.missing');
      await refused({ headers: key('short') }, 400, 'idempotency-key.malformed');
      await refused({ headers: key('with a blank in it') }, 400, 'idempotency-key.malformed');
      await refused({ headers: key('x'.repeat(201)) }, 400, 'idempotency-key.malformed');
      await refused({ headers: key(['first-of-two', 'second-of-two']) }, 400, 'header.repeated');
      await refused({ headers: key('used-before'), body: { ...good, title: 'En anden' } }, 422, 'command.key-reused');
    });

    it('that was sent before as the same is answered the same, and written once', async () => {
      const before = eventCount(folder.path);
      const again = await send(server.url, { headers: { 'Idempotency-Key': 'used-before' } });
      expect([again.status, JSON.parse(again.text).id]).toEqual([201, known.changeId]);
      expect(eventCount(folder.path)).toBe(before);
    });

    it('from somebody who may not, or whom nobody knows', async () => {
      await refused({ headers: as('auditor') }, 403, 'access.register');
      const started = { path: `/changes/${known.changeId}/start`, body: { when: { on: '2026-01-01' } } };
      await refused({ ...started, headers: as('caseOfficer') }, 403, 'access.fact-on-case');
      await refused({ headers: { 'X-Persona': null } }, 401, 'persona.missing');
      for (const persona of ['king', 'system', '__proto__', 'manager, admin', 'Manager']) {
        await refused({ headers: as(persona) }, 401, 'persona.unknown');
      }
    });
  });

  describe('a question', () => {
    it.each<[string, number, string]>([
      ['/changes?asOf=2026-02-31', 400, 'field.not-a-moment'],
      ['/changes?limit=1e3', 400, 'field.not-whole-number'],
      ['/changes?limit=100000', 400, 'field.too-great'],
      ['/changes?limit=1&limit=2', 400, 'field.not-whole-number'],
      ['/changes?colour=red', 400, 'field.unknown'],
      ['/changes?__proto__=1', 400, 'field.unknown'],
      ['/changes?status[]=open', 400, 'field.unknown'],
      ['/changes?sort=fun', 400, 'field.not-allowed'],
      ['/changes?text=%00', 400, 'field.not-plain-text'],
      [`/changes?text=${'x'.repeat(3000)}`, 400, 'field.too-long'],
      ['/changes?cursor=abcd', 400, 'cursor.unknown'],
      [`/changes?${'case=x&'.repeat(300)}`, 400, 'query.too-many-values'],
      ['/changes?format=pdf', 400, 'field.not-allowed'],
      ['/changes?format=csv', 406, 'accept.no-csv'],
      [`/changes/${UNKNOWN}`, 404, 'change.unknown'],
      ['/changes/..%2f..%2fetc', 400, 'field.not-uuid'],
    ])('%s', (path, status, code) => refused({ method: 'GET', path }, status, code));

    it('about a place that the log has not reached', async () => {
      const at = (position: string) => ({ method: 'GET', headers: { 'Consistent-With': position } });
      await refused(at('ffffffffffffffff'), 400, 'position.unknown');
      await refused(at('not a position'), 400, 'consistent-with.malformed');
    });
  });
});
