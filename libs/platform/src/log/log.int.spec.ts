import { TallyApp } from '../testing/tally-app.js';

interface Line {
  readonly message: string;
  readonly correlationId?: string;
  readonly command?: string;
  readonly result?: string;
}

describe('the log lines of a busy service', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start({ logLevel: 'debug' })));
  afterAll(() => app.stop());

  const lines = (): Line[] => {
    app.app.log.flush();
    return app.logged
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  };

  it('follow an act from the request to its command by one id, which the caller was told', async () => {
    const id = await app.tally();
    const { headers } = await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 1 } });
    const mine = lines().filter(({ correlationId }) => correlationId === headers['correlation-id']);
    expect(mine.map(({ message }) => message).sort()).toEqual(['command', 'request']);
    expect(mine.find(({ message }) => message === 'command')).toMatchObject({ command: 'AddToTally', result: 'ok' });
  });

  it('say why a command was refused by its code', async () => {
    await app.post('/api/v1/tallies', { as: 'auditor', body: { kind: 'small', note: 'x', on: '2026-04-24' } });
    expect(
      lines()
        .filter(({ command }) => command === 'StartTally')
        .at(-1)?.result,
    ).toBe('access.register');
  });

  it('hold no name, text, label or secret of what was sent, whether it succeeded, was refused or failed', async () => {
    const secrets = ['Grethe Sandemand', 'FOA-klubben', 'hemmelig-adgang', 'fortroligt notat', 'secret detail'];
    const [name, label, password, note] = secrets as [string, string, string, string];
    const headers = { authorization: `Basic ${password}`, cookie: `session=${password}` };
    const seat = '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10';
    const id = await app.tally('manager', note);
    const named = await app.post('/api/v1/people', { as: 'secretariat', body: { name }, headers });
    const labelled = await app.post(`/api/v1/seats/${seat}/label`, { as: 'secretariat', body: { label }, headers });
    expect([named.status, labelled.status]).toEqual([200, 200]);
    await app.get(`/api/v1/tallies?text=${encodeURIComponent(note)}`, { headers });
    await app.post(`/api/v1/tallies/${id}/note`, { body: { note }, headers });
    await app.post('/api/v1/tallies', { body: { kind: note, note: note.repeat(99), on: name }, headers });
    await app.post('/api/v1/tallies', { raw: `{"note":"${note}"`, headers });
    await app.get(`/api/v1/${encodeURIComponent(name)}`, { headers });
    await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 13 }, headers });
    expect(lines().length).toBeGreaterThan(10);
    const text = app.logged.join('');
    for (const secret of secrets) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
    }
  });
});
