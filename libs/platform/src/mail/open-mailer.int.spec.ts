import type { Mailer } from '@rettidig/mail';
import { selfSignedFor, someMail, TestSmtpServer } from '@rettidig/mail/testing';
import { readdirSync } from 'node:fs';
import { NOBODY } from '../config/config.js';
import { dataFiles } from '../engine/data-folder.js';
import { TallyApp } from '../testing/tally-app.js';
import type { MailSettings } from './open-mailer.js';

describe('mail of a service', () => {
  let app: TallyApp;
  let mailer: Mailer;
  /** Starts a service whose effects are given the mailer. */
  const start = async (mail?: MailSettings): Promise<void> => {
    app = await TallyApp.start({
      ...(mail && { mail }),
      effects: (tools) => {
        mailer = tools.mailer;
        return [];
      },
    });
  };
  const readiness = async () => (await app.get('/readyz', { headers: { 'accept-language': 'en' } })).body;
  const serverAt = (port: number): MailSettings => ({
    server: { host: 'localhost', port, tls: 'none', login: null },
    from: NOBODY,
  });
  afterEach(() => app.stop());

  it('lies in the outbox of the data folder where there is no server, and all is well', async () => {
    await start();
    await mailer.send(someMail);
    expect(readdirSync(dataFiles(app.dataDir).outbox)).toHaveLength(1);
    expect(await readiness()).toMatchObject({ status: 'ready', problems: [] });
  });

  it('goes to the server that is named', async () => {
    const server = await TestSmtpServer.start();
    await start(serverAt(server.port));
    await mailer.send(someMail);
    expect(server.taken).toMatchObject([{ from: NOBODY.address }]);
    await server.stop();
  });

  it('is told by /readyz when it cannot be sent, before any was due, and the work goes on', async () => {
    const server = await TestSmtpServer.start();
    const { port } = server;
    await server.stop();
    await start(serverAt(port));
    await expect(mailer.send(someMail)).rejects.toMatchObject({ code: 'mail.unreachable' });
    const { status, problems } = await readiness();
    expect(status).toBe('degraded');
    expect(problems).toEqual([
      {
        code: 'mail-trouble',
        about: 'mail.unreachable',
        detail: expect.stringContaining('Nothing is lost'),
        severity: 'degraded',
      },
    ]);
    expect((await app.post('/api/v1/tallies', { body: { kind: 'small', note: 'x', on: '2026-04-24' } })).status).toBe(
      201,
    );
  });

  it('is let go of when the service stops', async () => {
    const server = await TestSmtpServer.start();
    await start(serverAt(server.port));
    await mailer.send(someMail);
    await app.app.close();
    await expect(mailer.send(someMail)).rejects.toMatchObject({ code: 'mail.closed' });
    await server.stop();
  });

  it('tells nobody a password', async () => {
    const login = { user: 'rettidig', password: 'hunter2' };
    const server = await TestSmtpServer.start({ certificate: selfSignedFor('localhost'), login });
    await start({ server: { host: 'localhost', port: server.port, tls: 'required', login }, from: NOBODY });
    await expect(mailer.send(someMail)).rejects.toMatchObject({ code: 'mail.tls-refused' });
    expect(JSON.stringify(await readiness()) + app.logged.join('')).not.toContain('hunter2');
    await server.stop();
  });
});
