import { reaction, subjectOf } from '@rettidig/event-sourcing';
import { tallyAccess, tallyFeature } from '../testing/tally.js';
import { TallyApp } from '../testing/tally-app.js';
import { jobsFeature } from './feature.js';

const NAME = 'add-often-when-renamed';

/** Asks for many commands, so that somebody can ask how far it is. */
const addOften = reaction<never, unknown>({
  name: NAME,
  startAt: 'start',
  on: {
    TallyRenamed: ({ stream }: { stream: string }) =>
      Array.from({ length: 400 }, () => ({
        command: 'AddToTally',
        subjectId: subjectOf(stream),
        message: { by: 1 },
      })),
  },
} as never);

const open = tallyAccess['ListTallies']!;
const access = {
  ...tallyAccess,
  AddToTally: { ...open, roles: [...open.roles, 'system'] },
  ListJobs: open,
} as typeof tallyAccess;

describe('jobs over HTTP', () => {
  let app: TallyApp;
  beforeAll(async () => {
    const words = { [NAME]: { da: 'Lægger til igen og igen', en: 'Adds again and again' } };
    const features = [{ ...tallyFeature, reactions: [addOften] }, jobsFeature(words)];
    app = await TallyApp.start({ features, access });
  });
  afterAll(() => app.stop());

  it('are told while they go on, in words, and by /readyz', async () => {
    expect((await app.get('/api/v1/jobs')).body).toEqual({ items: [], total: 0 });
    const id = await app.tally();
    const headers = { 'if-match': '"1"' };
    const renamed = await app.post(`/api/v1/tallies/${id}/note`, { body: { note: 'talks' }, headers });
    expect([renamed.status, renamed.text]).toEqual([200, expect.any(String)]);
    const seen: { done: number }[] = [];
    let told: unknown;
    for (let tries = 0; tries < 2000; tries++) {
      const { items } = (await app.get('/api/v1/jobs')).body as { items: { done: number }[] };
      seen.push(...items);
      if (items.length > 0) {
        const { reactions } = (await app.get('/readyz')).body as { reactions: { work?: object }[] };
        told ??= reactions[0]!.work;
      }
      if (seen.length > 0 && items.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(seen[0]).toMatchObject({ job: NAME, jobText: 'Lægger til igen og igen', total: 400 });
    expect(told).toMatchObject({ total: 400 });
  }, 30_000);
});
