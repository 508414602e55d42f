import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { clientOf } from '../support/client.js';
import { eventCount, readLog, verified } from '../support/data-files.js';
import { smallDisks } from '../support/full-disk.js';
import { refusedStart, startServer, type RunningServer } from '../support/server.js';
import { waitFor } from '../support/wait.js';

describe.each(smallDisks())('on $what', (disk) => {
  const dataDir = join(disk.path, 'data');
  let server: RunningServer;
  let pid: number;

  beforeAll(async () => {
    server = await startServer(dataDir);
    pid = server.process.pid!;
  });
  afterAll(async () => {
    await server?.stop();
    disk.remove();
  });

  const as = (persona: string) => clientOf(server.url, persona);
  const message = { title: 'En sag med megen tekst', kind: 'moreSectionManagers', description: 'Tekst. '.repeat(700) };
  const register = (key: string, language = 'da') =>
    as('secretariat').post('/changes', message, { 'Idempotency-Key': key, 'Accept-Language': language });
  const registered = () =>
    readLog<{ stream: string }>(dataDir, `select stream from events where type = 'ChangeRegistered'`);

  /** Registers until nothing fits; what is refused then is sent again later. */
  async function untilFull(): Promise<{ readonly acknowledged: string[]; readonly refused: string[] }> {
    const acknowledged: string[] = [];
    const refused: string[] = [];
    for (let n = 0; refused.length < 20; n++) {
      const keys = Array.from({ length: 10 }, () => randomUUID());
      const answers = await Promise.all(keys.map(async (key) => ({ key, ...(await register(key)) })));
      for (const { key, status, body } of answers) {
        expect([201, 503]).toContain(status);
        if (status === 201) acknowledged.push(body.id);
        else refused.push(key);
      }
      if (n > 500) throw new Error('it never became full');
    }
    return { acknowledged, refused };
  }

  it('writes are refused whole and with a sentence, reading goes on, and all works again when there is room', async () => {
    const before = registered().length;
    disk.fill(pid);
    const { acknowledged, refused } = await untilFull();

    for (const [language, words] of [
      ['da', /intet blev gemt/],
      ['en', /nothing was stored/],
    ] as const) {
      const { status, headers, body } = await register(refused[0]!, language);
      expect([status, body.code]).toEqual([503, expect.stringMatching(/^store\.disk-(full|failed)$/)]);
      expect(body.detail).toMatch(words);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(registered()).toHaveLength(before + acknowledged.length);
    const events = eventCount(dataDir);

    expect(await as('auditor').get('/missed-reviews')).toMatchObject({ status: 200 });
    expect((await as('auditor').get('/missed-reviews')).body.total).toBeGreaterThanOrEqual(6);
    expect(await as('auditor').get('/changes')).toMatchObject({ status: 200 });
    for (const id of acknowledged.slice(0, 5)) {
      expect((await as('auditor').get(`/changes/${id}`)).body.description).toBe(message.description.trim());
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(eventCount(dataDir)).toBe(events);

    disk.makeRoom(pid);
    for (const key of refused) expect((await register(key)).status).toBe(201);
    await waitFor(async () => (await fetch(`${server.url}/readyz`)).ok);
    const { status, body, headers } = await register(randomUUID());
    expect(status).toBe(201);
    const list = await as('auditor').get('/changes?limit=1', { 'Consistent-With': headers.get('position')! });
    expect(list.body.total).toBe(before + acknowledged.length + refused.length + 1);
    expect(list.body.items[0].changeId).toBe(body.id);
    expect(verified(dataDir).problems).toEqual([]);
    expect(registered()).toHaveLength(list.body.total);
  });

  it('stops in order while it is full, and goes on from there', async () => {
    disk.fill(pid);
    const { acknowledged } = await untilFull();
    const total = registered().length;
    expect(await server.stop()).toBe(0);
    if (disk.what.includes('tmpfs')) {
      const first = await refusedStart(join(disk.path, 'another'));
      expect(first.code).toBe(78);
      expect(first.output).toMatch(/disken er fuld[\s\S]*disk is full/);
      disk.makeRoom(pid);
    }
    server = await startServer(dataDir);
    pid = server.process.pid!;
    expect((await as('auditor').get('/changes?limit=1')).body.total).toBe(total);
    expect(acknowledged.length).toBeLessThan(total);
    expect(verified(dataDir).problems).toEqual([]);
  });
});
