import { reaction, subjectOf } from '@rettidig/event-sourcing';
import { Count, Id } from '@rettidig/vocabulary';
import { tallyAccess, tallyFeature } from '../testing/tally.js';
import { TallyApp } from '../testing/tally-app.js';
import { whatIfFeature } from './feature.js';
import type { Turning } from './rehearse.js';

class TallyTurned {
  @Id({ description: 'The tally.' })
  id!: string;

  @Count({ description: 'How much would be added to it.' })
  by!: number;
}

/** What drafts add to which tally. */
const turning: Turning<TallyTurned> = {
  item: TallyTurned,
  turned: ({ streams }) =>
    Promise.resolve(
      streams
        .map(({ stream, added }) => ({
          id: subjectOf(stream),
          by: added.reduce((sum, { data }) => sum + ((data as { by?: number }).by ?? 0), 0),
        }))
        .filter(({ by }) => by > 0)
        .map((item) => ({ item, mark: `${item.id}:${item.by}` })),
    ),
};

/** What happens after somebody looked, in the moment before anything is done. */
let meanwhile: (() => Promise<unknown>) | undefined;
const disturbed: Turning<TallyTurned> = {
  ...turning,
  turned: async (played, context) => {
    const turns = await turning.turned(played, context);
    await meanwhile?.();
    return turns;
  },
};

/** Whatever is added to one tally of the view is a mark on every tally of it. */
const markAll = reaction<never, unknown>({
  name: 'mark-all-when-renamed',
  startAt: 'start',
  on: {
    TallyRenamed: (_event: unknown, { views }: { views: { view(name: string): { all<Row>(sql: string): Row[] } } }) =>
      views
        .view('tally')
        .all<{ id: string }>('select id from {tally} order by id')
        .map(({ id }) => ({ command: 'AddToTally', subjectId: id, message: { by: 1 } })),
  },
});

const open = tallyAccess['ListTallies']!;
const access = {
  ...tallyAccess,
  AddToTally: { ...open, roles: [...open.roles, 'system'] },
  ...{ AskWhatIf: open, ApplyWhatIf: open, BeginWhatIfJob: open, GetWhatIfJob: open },
} as typeof tallyAccess;

describe('what if', () => {
  let app: TallyApp;
  beforeAll(async () => {
    const features = [{ ...tallyFeature, reactions: [markAll] }, whatIfFeature(disturbed)];
    app = await TallyApp.start({ features, access });
  });
  afterAll(() => app.stop());

  const add = (id: string, by: number) => ({ command: 'AddToTally', id, message: { by } });
  const ask = (drafts: readonly object[], as = 'secretariat') => app.post('/api/v1/what-if', { body: { drafts }, as });
  const totalOf = async (id: string): Promise<number> => {
    const { body } = await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 0 } });
    return (body as { total: number }).total;
  };

  it('tells what would follow, reactions included, and saves nothing', async () => {
    const [first, second] = [await app.tally('secretariat'), await app.tally('secretariat')];
    await app.app.engine.settled();
    const head = (await app.app.engine.status()).head;
    const { status, body } = await ask([add(first, 5), { command: 'RenameTally', id: first, message: { note: 'x' } }]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ touched: 2, total: 2, basis: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(new Map(body.items.map(({ id, by }: TallyTurned) => [id, by]))).toEqual(
      new Map([
        [first, 6],
        [second, 1],
      ]),
    );
    expect((await app.app.engine.status()).head).toBe(head);
  });

  it('does at its basis exactly what it said, once, and goes on where it was interrupted', async () => {
    const id = await app.tally('secretariat');
    const drafts = [add(id, 5), add(id, 6)];
    const { body: asked } = await ask(drafts);
    const apply = () =>
      app.post('/api/v1/what-if/application', {
        as: 'secretariat',
        key: 'apply-it',
        body: { drafts, basis: asked.basis },
      });
    const { status, body } = await apply();
    expect([status, body.done]).toEqual([200, 2]);
    expect(body).toMatchObject({ appliedExactly: true, recordedMeanwhile: 0 });
    expect(await totalOf(id)).toBe(11);
    expect((await apply()).body).toMatchObject({ done: 2, appliedExactly: null, recordedMeanwhile: null });
    expect(await totalOf(id)).toBe(11);
  });

  it('says when somebody else recorded something between the look and what was done', async () => {
    const [id, other] = [await app.tally('secretariat'), await app.tally('secretariat')];
    await app.app.engine.settled();
    const drafts = [{ command: 'RenameTally', id, message: { note: 'x' } }, add(id, 5)];
    const { body: asked } = await ask(drafts);
    meanwhile = () => app.post(`/api/v1/tallies/${other}/additions`, { body: { by: 3 } });
    const { status, body } = await app.post('/api/v1/what-if/application', {
      as: 'secretariat',
      body: { drafts, basis: asked.basis },
    });
    meanwhile = undefined;
    expect(status).toBe(200);
    expect(body).toMatchObject({ done: 2, appliedExactly: false, recordedMeanwhile: 1 });
  });

  it('is refused with 412, and does nothing, when it comes to something else by now', async () => {
    const id = await app.tally('secretariat');
    const { body: asked } = await ask([add(id, 5)]);
    const { status, body } = await app.post('/api/v1/what-if/application', {
      as: 'secretariat',
      body: { drafts: [add(id, 7)], basis: asked.basis },
    });
    expect([status, body.code]).toEqual([412, 'what-if.basis-moved']);
    expect(await totalOf(id)).toBe(0);
  });

  it('refuses what the command would refuse: fields, facts and rights', async () => {
    const id = await app.tally('secretariat');
    const wrong = await ask([add(id, 1), add(id, 5000)]);
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors).toMatchObject([{ pointer: '/drafts/1/message/by', code: 'field.too-great' }]);
    expect((await ask([add(id, 999), add(id, 999)])).body).toMatchObject({ status: 409, code: 'tally.full' });
    expect((await ask([{ command: 'ResetTally', id }])).body.errors).toMatchObject([{ pointer: '/drafts/0/command' }]);
    expect((await ask([{ command: 'AddToTally', message: { by: 1 } }])).body.errors).toMatchObject([
      { pointer: '/drafts/0/id', code: 'field.required' },
    ]);
    const rename = { command: 'RenameTally', id, message: { note: 'x' } };
    expect((await ask([rename], 'auditor')).body).toMatchObject({ status: 403, code: 'access.own-case-only' });
  });

  it('works out in the background what nobody waits for', async () => {
    const id = await app.tally('secretariat');
    const begun = await app.post('/api/v1/what-if/jobs', { as: 'secretariat', body: { drafts: [add(id, 3)] } });
    const job = async () => (await app.get(`/api/v1/what-if/jobs/${begun.body.id}`, { as: 'secretariat' })).body;
    let told = await job();
    while (!told.ended) told = await job();
    expect(told).toMatchObject({ refused: null, total: 1, items: [{ id, by: 3 }] });
    expect(told.basis).toBe((await ask([add(id, 3)])).body.basis);
    const unknown = await app.get(`/api/v1/what-if/jobs/${id}`, { as: 'secretariat' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'what-if.job-unknown']);
  });

  it('tells why a job came to nothing', async () => {
    const id = await app.tally('secretariat');
    const drafts = [add(id, 999), add(id, 999)];
    const begun = await app.post('/api/v1/what-if/jobs', { as: 'secretariat', body: { drafts } });
    const job = async () => (await app.get(`/api/v1/what-if/jobs/${begun.body.id}`, { as: 'secretariat' })).body;
    let told = await job();
    while (!told.ended) told = await job();
    expect(told).toMatchObject({ refused: 'tally.full', items: [], basis: null });
  });
});
