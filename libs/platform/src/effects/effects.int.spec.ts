import { EffectRefused, type AnyEffect } from '@rettidig/event-sourcing';
import { accessTable } from '@rettidig/access';
import { tallyAccess, tallyFeature } from '../testing/tally.js';
import { TallyApp } from '../testing/tally-app.js';
import { effectsFeature } from './feature.js';

const DUE = '2026-04-24T12:00:00.000Z';

describe('effects over HTTP', () => {
  let isCracked = true;
  const ring: AnyEffect = {
    name: 'ring-bell',
    every: '*/5 * * * * *',
    due: () => ['noon', 'gone', 'cracked'].map((key) => ({ key, runAt: DUE, about: {} })),
    check: ({ key }) => (key === 'gone' ? 'bell-taken-down' : null),
    perform: ({ key }) => {
      if (key === 'cracked' && isCracked) throw new EffectRefused('bell.cracked');
      return Promise.resolve('rung');
    },
  };
  let world: TallyApp;
  beforeAll(async () => {
    const { ListEffects, RetryEffect } = accessTable;
    world = await TallyApp.start({
      features: [tallyFeature, effectsFeature],
      access: { ...tallyAccess, ListEffects: ListEffects!, RetryEffect: RetryEffect! },
      effects: () => [ring],
    });
    await eventually(async () => (await list()).total === 3 && (await list('?state=claimed')).total === 0);
  });
  afterAll(() => world.stop());

  const get = (query: string, headers = {}, as = 'auditor') => world.get(`/api/v1/effects${query}`, { as, headers });
  const list = async (query = '') => {
    const answer = await get(query);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return answer.body as { items: Record<string, unknown>[]; total: number; facets: object; nextCursor: string };
  };
  const keysOf = async (query: string) => (await list(query)).items.map(({ key }) => key);

  it('are listed with what came of them, counted, and filtered by state and by what they are', async () => {
    expect((await list()).facets).toEqual({
      effect: { 'ring-bell': 3 },
      state: { done: 1, failed: 1, skipped: 1 },
      repeated: { false: 3 },
    });
    const { items } = await list('?state=failed');
    expect(items).toMatchObject([
      {
        ...{ effect: 'ring-bell', key: 'cracked', state: 'failed', stateText: 'Opgivet', attempt: 1, isRepeat: false },
        ...{ dueAt: DUE, result: null, code: 'bell.cracked', delaySeconds: expect.any(Number) },
      },
    ]);
    expect(await keysOf('?state=skipped&effect=ring-bell&repeated=false')).toEqual(['gone']);
    expect(await keysOf('?effect=blow-horn')).toEqual([]);
    expect(await keysOf('?repeated=true')).toEqual([]);
  });

  it('come page by page in every order', async () => {
    for (const sort of ['due', '-due', 'ended', '-ended', 'delay', '-delay']) {
      const first = await list(`?sort=${sort}&limit=2`);
      const second = await list(`?sort=${sort}&limit=2&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items].map(({ key }) => key).sort()).toEqual(['cracked', 'gone', 'noon']);
    }
  });

  it('are given as a spreadsheet with headings in the language of the reader', async () => {
    const { text, headers } = await get('?state=skipped', { accept: 'text/csv', 'accept-language': 'da' });
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('Handling;Status;Forsøg;Måske udført to gange;Skulle ske');
    expect(text).toContain('ring-bell;Ikke længere aktuel;0;nej;');
    const english = await get('?state=skipped', { accept: 'text/csv', 'accept-language': 'en' });
    expect(english.text).toContain('No longer so');
  });

  it('are seen by administrators and the auditor only, and tried again by administrators only', async () => {
    const [{ id } = {}] = (await list('?state=failed')).items;
    expect([(await get('', {}, 'manager')).status, (await get('', {}, 'admin')).status]).toEqual([403, 200]);
    const refused = await world.post(`/api/v1/effects/${String(id)}/retry`, { as: 'auditor', body: {} });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'access.admin-only' }]);
  });

  it('that were given up begin anew, once; others are not touched', async () => {
    const [failed] = (await list('?state=failed')).items;
    const [done] = (await list('?state=done')).items;
    isCracked = false;
    const retried = await world.post(`/api/v1/effects/${String(failed!.id)}/retry`, { as: 'admin', body: {} });
    expect([retried.status, retried.body]).toMatchObject([200, { id: failed!.id }]);
    await eventually(async () => (await keysOf('?state=done')).includes('cracked'));
    for (const id of [failed!.id, done!.id]) {
      const again = await world.post(`/api/v1/effects/${String(id)}/retry`, { as: 'admin', body: {} });
      expect([again.status, again.body]).toMatchObject([409, { code: 'effect.not-given-up' }]);
    }
    const unknown = await world.post(`/api/v1/effects/${'0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10'}/retry`, {
      as: 'admin',
      body: {},
    });
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'effect.unknown' }]);
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 500) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
