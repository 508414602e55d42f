import { clientOf, type Answer } from '../support/client.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

/** Whatever the secretariat's act answers when it is accepted. */
const accepted = ({ status, body }: Answer) => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

interface Town {
  readonly unitId: string;
  readonly main: string;
  /** A committee whose level is not in force in the transition period. */
  readonly area: string;
}

describe('facts that merely surprise', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let town: Town;

  beforeAll(async () => {
    server = await startServer(folder.path, { DEMO: 'false' });
    town = await establishTown();
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const post = async (path: string, body: object, etag?: string) =>
    accepted(
      await clientOf(server.url, 'secretariat').post(path, body, etag === undefined ? {} : { 'If-Match': etag }),
    );
  const get = async (path: string, after: { position: string }, language = 'da') =>
    accepted(
      await clientOf(server.url, 'deputyChair').get(path, {
        'Consistent-With': after.position,
        'Accept-Language': language,
      }),
    );

  async function establishTown(): Promise<Town> {
    const { unitId } = await post('/units', { name: 'Forvaltningen', parentId: null, validFrom: '2025-01-01' });
    const committee = async (name: string, level: string, parentId: string | null) =>
      (await post('/committees', { name, level, kind: level, covers: [unitId], parentId, validFrom: '2025-01-01' }))
        .committeeId as string;
    const main = await committee('HovedMED', 'main', null);
    const area = await committee('OmrådeMED', 'area', main);
    await post('/transition-periods', { levelsInForce: ['main', 'local'], from: '2026-01-01', to: '2027-01-01' });
    return { unitId, main, area };
  }

  const register = (title: string, more: object = {}) =>
    post('/changes', { title, kind: 'moreSectionManagers', unitId: town.unitId, ...more });

  /** A meeting that was held, with the case on it and discussed; answers what is needed to record the review. */
  async function discussed(changeId: string, committeeId: string, on: string) {
    const meeting = await post('/meetings', { committeeId, on, startsAt: '10:00', endsAt: '12:00' });
    const item = await post(`/meetings/${meeting.id}/items`, { title: 'Sagen', caseIds: [changeId] }, meeting.etag);
    await post(`/meetings/${meeting.id}/attendance`, { heldOn: on, entries: [] });
    await post(`/meetings/${meeting.id}/items/${item.itemId}/discussion`, { form: 'discussion' });
    return { meeting, review: { meetingId: meeting.id, itemId: item.itemId, heldOn: on } };
  }

  const rowsOf = async (changeId: string, after: { position: string }, language = 'da') => {
    const { items } = await get('/missed-reviews?limit=200', after, language);
    return items.filter((row: { changeId: string }) => row.changeId === changeId);
  };

  it('a decision that is years old is registered, flagged, and stands in the register with its age', async () => {
    const decided = { body: 'executiveManagement', when: { on: '2025-02-03' }, outcome: 'approved' };
    const case_ = await register('Besluttet for længe siden', { alreadyDecided: decided });
    expect(case_.flags).toEqual(['decidedLongAgo']);
    expect(case_.misses).toEqual([expect.objectContaining({ cause: 'decidedBeforeMed', state: 'missed' })]);

    const [row] = await rowsOf(case_.id, case_);
    expect(row).toMatchObject({ decidedOn: { on: '2025-02-03' }, committeeName: 'HovedMED', state: 'missed' });
    expect(row.decidedOnText).toBe('03.02.2025');
  });

  it('a decision from before any known structure is registered too, and its duty has no committee', async () => {
    const decided = { body: 'notStated', when: { onOrBefore: '1999-12-31' }, outcome: 'approved' };
    const case_ = await register('Fra forrige århundrede', { unitId: null, alreadyDecided: decided });
    expect(case_.flags).toContain('decidedLongAgo');
    const [row] = await rowsOf(case_.id, case_);
    expect(row).toMatchObject({
      committeeId: null,
      committeeName: 'intet MED-udvalg fundet',
      decidedOnText: 'senest 31.12.1999',
    });
  });

  it('a review after the decision is recorded, does not count, says why, and stays apart on the miss', async () => {
    const decided = { body: 'executiveManagement', when: { on: '2026-03-02' }, outcome: 'approved' };
    const case_ = await register('Drøftet bagefter', { alreadyDecided: decided });
    const { review } = await discussed(case_.id, town.main, '2026-04-07');
    const recorded = await post(`/changes/${case_.id}/reviews`, review);
    expect(recorded.flags).toContain('reviewAfterDecision');
    expect(recorded.misses).toEqual([expect.objectContaining({ state: 'missed' })]);

    const danish = await get(`/changes/${case_.id}`, recorded);
    const english = await get(`/changes/${case_.id}`, recorded, 'en');
    expect(danish.reviews).toEqual([expect.objectContaining({ countsFor: [], heldOn: '2026-04-07' })]);
    expect(danish.reviews[0].doesNotCountBecause.join()).toMatch(/efter beslutningen/);
    expect(english.reviews[0].doesNotCountBecause.join()).toMatch(/after the decision/);
    expect(danish.missed).toBe(1);

    const [row] = await rowsOf(case_.id, recorded);
    expect(row).toMatchObject({ state: 'missed', discussedAfterDecisionOn: ['2026-04-07'], rebuttedBy: null });
  });

  it('a talk in a committee that is not in force is recorded and flagged, but the duty of the right one stands', async () => {
    const case_ = await register('Drøftet i det forkerte udvalg');
    const duty = expect.objectContaining({ committeeId: town.main, role: 'primary' });
    expect(case_.requirements).toEqual([duty]);

    const { meeting, review } = await discussed(case_.id, town.area, '2026-04-08');
    expect(meeting.flags).toEqual(['committeeNotInForce']);
    const recorded = await post(`/changes/${case_.id}/reviews`, review);
    expect(recorded.flags).toContain('committeeNotInForce');
    expect(recorded.requirements).toEqual([duty]);
    expect(recorded.requirements[0].status).not.toBe('complete');

    const danish = await get(`/changes/${case_.id}`, recorded);
    const english = await get(`/changes/${case_.id}`, recorded, 'en');
    expect(danish.reviews).toEqual([expect.objectContaining({ committeeId: town.area, countsFor: [] })]);
    for (const { reviews } of [danish, english]) expect(reviews[0].doesNotCountBecause).toHaveLength(1);
    expect(danish.reviews[0].doesNotCountBecause[0]).not.toBe(english.reviews[0].doesNotCountBecause[0]);

    const decision = { body: 'executiveManagement', when: { on: '2026-05-04' }, outcome: 'approved' };
    const decided = await post(`/changes/${case_.id}/decision`, decision);
    expect(decided.misses).toEqual([expect.objectContaining({ cause: 'wrongCommittee', committeeId: town.main })]);
    expect(await rowsOf(case_.id, decided)).toEqual([
      expect.objectContaining({ cause: 'wrongCommittee', committeeName: 'HovedMED' }),
    ]);
  });

  it('a meeting held on another day than called for is recorded and flagged', async () => {
    const call = { committeeId: town.main, on: '2026-06-01', startsAt: '10:00', endsAt: '12:00' };
    const meeting = await post('/meetings', call);
    expect(meeting.flags).toEqual([]);
    const held = await post(`/meetings/${meeting.id}/attendance`, { heldOn: '2026-06-03', entries: [] });
    expect(held.flags).toEqual(['heldOnAnotherDay']);
    expect(await get(`/meetings/${meeting.id}`, held)).toMatchObject({
      heldOn: '2026-06-03',
      flags: ['heldOnAnotherDay'],
    });
  });

  it('a start before the decision is recorded, and the case still counts once', async () => {
    const decided = { body: 'executiveManagement', when: { on: '2026-05-01' }, outcome: 'approved' };
    const case_ = await register('Sat i gang først', { alreadyDecided: decided });
    const started = await post(`/changes/${case_.id}/start`, { when: { on: '2026-04-01' } });
    const rows = await rowsOf(case_.id, started);
    expect(rows).toEqual([expect.objectContaining({ state: 'missed', committeeName: 'HovedMED' })]);
    expect((await get(`/changes/${case_.id}`, started)).missed).toBe(1);
  });
});
