import { ScriptedClock } from '@rettidig/event-sourcing/testing';
import { createServer, type Server } from 'node:net';
import { MailPutOff, MailRefused } from './mailer.js';
import { SmtpMailer, type SmtpOptions } from './smtp-mailer.js';
import type { SmtpServer } from './smtp-url.js';
import { selfSignedFor } from './testing/certificate.js';
import { contractInstant, contractSender, mailerContract } from './testing/mailer-contract.js';
import { type SmtpManners, TestSmtpServer, type TestSmtpOptions } from './testing/smtp-server.js';
import { someMail } from './testing/some-mail.js';

const certificate = selfSignedFor('localhost');
const trusted = { ca: certificate.cert };
const login = { user: 'rettidig', password: 'hemmelig ø' };

const mailerTo = (port: number, server: Partial<SmtpServer> = {}, options: Partial<SmtpOptions> = {}): SmtpMailer =>
  new SmtpMailer({
    server: { host: 'localhost', port, tls: 'none', login: null, ...server },
    from: contractSender,
    clock: new ScriptedClock(contractInstant),
    ...{ connectMs: 2000, silenceMs: 2000, recheckMs: 20 },
    ...options,
  });

mailerContract('an SMTP server', async () => {
  let server = await TestSmtpServer.start();
  const { port } = server;
  const before: TestSmtpServer[] = [];
  return {
    mailer: mailerTo(port, {}, { recheckMs: 60_000 }),
    taken: async () => [...before, server].flatMap(({ taken }) => taken.map(({ bytes }) => bytes)),
    broken: () => server.stop(),
    mended: async () => {
      before.push(server);
      server = await TestSmtpServer.start({ port });
    },
    remove: () => server.stop(),
  };
});

describe('mail over SMTP', () => {
  let server: TestSmtpServer;
  let mailer: SmtpMailer;
  const start = async (
    options: TestSmtpOptions = {},
    to: Partial<SmtpServer> = {},
    more: Partial<SmtpOptions> = {},
  ): Promise<void> => {
    server = await TestSmtpServer.start(options);
    mailer = mailerTo(server.port, to, more);
  };
  afterEach(async () => {
    await mailer.close();
    await server.stop();
  });
  const failureOf = async (part = {}): Promise<MailPutOff | MailRefused> => {
    const error: unknown = await mailer.send({ ...someMail, ...part }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error instanceof MailPutOff || error instanceof MailRefused) return error;
    throw new Error(`neither refused nor put off: ${String(error)}`);
  };

  it('keeps the codes and the id of the answer, and nothing that names anybody', async () => {
    await start();
    expect(await mailer.send(someMail)).toEqual({ answer: '250 2.0.0 T000001' });
    expect(server.taken).toMatchObject([{ from: contractSender.address, to: [someMail.to.address] }]);
  });

  it('uses few connections, again and again', async () => {
    await start({}, {}, { connections: 2 });
    await Promise.all(Array.from({ length: 30 }, () => mailer.send(someMail)));
    expect(server.taken).toHaveLength(30);
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  describe('encrypted', () => {
    it.each([
      ['by STARTTLS', 'required', false],
      ['from the first byte', 'always', true],
    ] as const)('%s, with a login', async (_, tls, tlsAtOnce) => {
      await start({ certificate, tlsAtOnce, login }, { tls, login }, trusted);
      await mailer.send(someMail);
      expect(server.taken).toMatchObject([{ wasEncrypted: true, user: login.user }]);
    });

    it('sends nothing to a server that cannot', async () => {
      await start({}, { tls: 'required', login });
      expect(await failureOf()).toMatchObject({ code: 'mail.tls-refused', constructor: MailPutOff });
      expect(mailer.status()).toEqual({ trouble: 'mail.tls-refused' });
      expect(server.seen).toEqual([]);
    });

    it.each([
      ['of nobody that is trusted', certificate, {}],
      ['of another host', selfSignedFor('other.example'), undefined],
    ])('sends nothing to a certificate %s', async (_, wrong, more) => {
      await start({ certificate: wrong, login }, { tls: 'required', login }, more ?? { ca: wrong.cert });
      expect(await failureOf()).toMatchObject({ code: 'mail.tls-refused', constructor: MailPutOff });
      expect(server.seen).toEqual([]);
    });
  });

  it.each([
    ['a wrong password', { user: login.user, password: 'forkert' }],
    ['no login where one is needed', null],
  ])('is put off with %s, for that is no fault of the receiver', async (_, wrong) => {
    await start({ certificate, login }, { tls: 'required', login: wrong }, { ...trusted, recheckMs: 60_000 });
    expect(await failureOf()).toMatchObject({ code: 'mail.login-refused', answer: expect.stringMatching(/^53[05]/) });
    expect(mailer.status()).toEqual({ trouble: 'mail.login-refused' });
  });

  it('comes through when a greylisting server is asked again, which is no trouble of the server', async () => {
    await start();
    server.manners = { receiver: () => [451, '4.7.1 Greylisted, see formand@kommune.eksempel.dk'] };
    const error = await failureOf();
    expect(error).toMatchObject({ code: 'mail.try-later', answer: '451 4.7.1', mayHaveBeenTaken: false });
    expect((error as MailPutOff).retryAfterSeconds).toBeGreaterThanOrEqual(60);
    expect(mailer.status()).toEqual({ trouble: null });
    server.manners = {};
    await mailer.send(someMail);
    expect(server.taken).toHaveLength(1);
  });

  it('is refused for the one receiver that the server does not know, and goes to the others', async () => {
    await start();
    server.manners = {
      receiver: (address) =>
        address.startsWith('formand') ? [550, '5.1.1 <formand@kommune.eksempel.dk>: unknown user'] : undefined,
    };
    expect(await failureOf()).toMatchObject({ code: 'mail.refused', answer: '550 5.1.1', permanent: true });
    expect(mailer.status()).toEqual({ trouble: null });
    await mailer.send({ ...someMail, to: { address: 'sekretariat@kommune.eksempel.dk' } });
    expect(server.taken.map(({ to }) => to)).toEqual([['sekretariat@kommune.eksempel.dk']]);
  });

  it('is never handed over to an address that leads nowhere, and the server is not even asked', async () => {
    await start();
    for (const address of ['formand@demo.invalid', 'formand@kommune.example', 'formand@med.example.org'])
      await expect(mailer.send({ ...someMail, to: { address } })).rejects.toMatchObject({
        ...{ code: 'mail.reserved-address', permanent: true, constructor: MailRefused },
      });
    expect([server.seen, server.connections]).toEqual([[], 0]);
    expect(mailer.status()).toEqual({ trouble: null });
  });

  it('is refused with what it says, where the server will not have the mail itself', async () => {
    await start();
    server.manners = { mail: () => [554, '5.7.1 looks like spam'] };
    expect(await failureOf()).toMatchObject({ code: 'mail.refused', answer: '554 5.7.1' });
  });

  it.each([
    ['the sender', { sender: [553, '5.7.1 not yours'] as const }, 'mail.sender-refused', '553 5.7.1'],
    [
      'all that is not local',
      { receiver: () => [554, '5.7.1 Relay access denied'] as const },
      'mail.sender-refused',
      '554 5.7.1',
    ],
    ['whom we send as', { mail: () => [554, '5.2.252 SendAsDenied'] as const }, 'mail.sender-refused', '554 5.2.252'],
    ['our domain', { mail: () => [550, '5.7.26 unauthenticated mail'] as const }, 'mail.sender-refused', '550 5.7.26'],
    ['so many of us', { receiver: () => [550, '5.1.90 over quota'] as const }, 'mail.sender-refused', '550 5.1.90'],
    ['anybody, from the first word', { greeting: [554, 'no service'] as const }, 'mail.unreachable', '554'],
    ['the moment', { receiver: () => [421, '4.3.2 shutting down'] as const }, 'mail.try-later', '421 4.3.2'],
  ])('is put off when the server refuses %s', async (_, manners, code, answer) => {
    await start({}, {}, { recheckMs: 60_000 });
    server.manners = manners;
    expect(await failureOf()).toMatchObject({ code, answer, constructor: MailPutOff });
    expect(mailer.status()).toEqual({ trouble: code });
  });

  it.each<[string, SmtpManners, boolean]>([
    ['says nothing from the beginning', { greeting: 'silent' }, false],
    ['breaks the line before it wants the mail', { receiver: () => 'cut' }, false],
    ['has the mail and never answers', { mail: () => 'silent' }, true],
    ['has the mail when the line breaks', { mail: () => 'cut' }, true],
  ] as const)(
    'is put off when the server %s, and says whether it may have it',
    async (_, manners, mayHaveBeenTaken) => {
      await start({}, {}, { connectMs: 150, silenceMs: 150 });
      server.manners = manners;
      expect(await failureOf()).toMatchObject({ code: 'mail.unreachable', mayHaveBeenTaken });
      // Once: a second try of the connection's own could send it twice.
      expect(server.seen).toHaveLength(mayHaveBeenTaken ? 1 : 0);
    },
  );

  it('goes over another connection when the server had closed the one that was kept', async () => {
    await start();
    await mailer.send(someMail);
    server.cut();
    await mailer.send(someMail);
    expect(server.taken).toHaveLength(2);
  });

  it('is put off when all of it takes too long, though the server is never silent for long', async () => {
    const slow = await dribbling();
    server = await TestSmtpServer.start();
    mailer = mailerTo(slow.port, {}, { sendMs: 200, silenceMs: 5000, connectMs: 5000 });
    expect(await failureOf()).toMatchObject({ code: 'mail.unreachable' });
    await slow.stop();
  });

  it('notices by itself that a server that was gone is back', async () => {
    await start();
    const { port } = server;
    await server.stop();
    expect(await failureOf()).toMatchObject({ code: 'mail.unreachable', mayHaveBeenTaken: false });
    expect(mailer.status()).toEqual({ trouble: 'mail.unreachable' });
    server = await TestSmtpServer.start({ port });
    while (mailer.status().trouble !== null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.taken).toEqual([]);
  });

  it('says before the first mail that there is nobody to take it', async () => {
    await start();
    await server.stop();
    await mailer.check();
    expect(mailer.status()).toEqual({ trouble: 'mail.unreachable' });
    server = await TestSmtpServer.start({ port: 0 });
  });

  it('is put off when the process stops while the server hangs, within the time for it', async () => {
    await start({}, {}, { silenceMs: 60_000, connectMs: 60_000 });
    server.manners = { mail: () => 'silent' };
    const failure = failureOf();
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await mailer.close(50);
    expect(await failure).toMatchObject({ code: 'mail.closed' });
  });
});

/** A server that greets for ever: a line that is never the last one, again and again. */
async function dribbling(): Promise<{ port: number; stop: () => Promise<void> }> {
  const timers = new Set<NodeJS.Timeout>();
  const server: Server = createServer((socket) => {
    const timer = setInterval(() => socket.write('220-wait\r\n'), 20);
    timers.add(timer);
    socket.on('error', () => undefined).once('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    stop: async () => {
      timers.forEach((timer) => clearInterval(timer));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
