import type { Clock } from '@rettidig/event-sourcing';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type NodemailerMessage from 'nodemailer/lib/mailer/mail-message';
import type { ConnectionOptions } from 'node:tls';
import { isReserved } from './mail-address.js';
import { MailPutOff, MailRefused, type MailMessage, Mailer, type MailerStatus, type MailTrouble } from './mailer.js';
import { mimeOf, type MailSender } from './mime.js';
import { answerOf } from './smtp-answers.js';
import { isOfServer, meaningOf, putOff } from './smtp-errors.js';
import type { SmtpServer } from './smtp-url.js';

export interface SmtpOptions {
  readonly server: SmtpServer;
  readonly from: MailSender;
  readonly clock: Clock;
  /** Connections that are kept. */
  readonly connections?: number;
  /** How long a connection may take to open, and how long the server may take to greet, in milliseconds. */
  readonly connectMs?: number;
  /** How long a server may be silent. */
  readonly silenceMs?: number;
  /** How long one mail may take in all, waiting for a connection included. */
  readonly sendMs?: number;
  /** While there is trouble the server is asked so often whether it is over. */
  readonly recheckMs?: number;
  /** Certificates to trust beside those of this machine; NODE_EXTRA_CA_CERTS does the same for a process. */
  readonly ca?: ConnectionOptions['ca'];
}

const defaults = {
  connections: 5,
  connectMs: 10_000,
  silenceMs: 30_000,
  sendMs: 60_000,
  recheckMs: 30_000,
};

/** How long a close waits for mails that are on their way, in milliseconds. */
const CLOSE_MS = 5000;

/** Hands mail to an SMTP server, over a few connections that are kept. */
export class SmtpMailer extends Mailer {
  private readonly options: SmtpOptions & typeof defaults;
  private readonly transport: Transporter;
  private readonly underway = new Set<Promise<unknown>>();
  private trouble: MailTrouble | null = null;
  private recheck: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(options: SmtpOptions) {
    super();
    this.options = { ...defaults, ...options };
    this.transport = createTransport(poolOf(this.options));
    this.transport.use('stream', tellWhenRead);
    // What went wrong is told to whoever waits for the mail; an idle connection that ends is nothing.
    this.transport.on('error', () => undefined);
  }

  async send(message: MailMessage): Promise<{ readonly answer: string }> {
    if (this.closed) throw putOff('mail.closed');
    const { from, clock, sendMs } = this.options;
    const raw = await mimeOf(message, from, clock.now());
    // A demo's or a test's addresses: a relay would try for days, and the sender be told of each.
    if (isReserved(message.to.address)) throw new MailRefused('mail.reserved-address', '');
    let isWritten = false;
    const mail: Watched = {
      envelope: { from: from.address, to: [message.to.address] },
      raw,
      signal: AbortSignal.timeout(sendMs),
      onRead: () => (isWritten = true),
    };
    const sending = this.transport.sendMail(mail);
    this.underway.add(sending);
    try {
      const { response } = await sending;
      this.isWell();
      return { answer: answerOf(response) };
    } catch (error) {
      throw this.told(error, isWritten);
    } finally {
      this.underway.delete(sending);
    }
  }

  status(): MailerStatus {
    return { trouble: this.trouble };
  }

  /** Asks the server whether it would take mail, without sending any. Its answer is in `status()`. */
  async check(): Promise<void> {
    try {
      await this.transport.verify();
      this.isWell();
    } catch (error) {
      this.told(error, false);
    }
  }

  async close(milliseconds = CLOSE_MS): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.recheck);
    this.transport.close();
    let waited: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (waited = setTimeout(resolve, milliseconds)));
    await Promise.race([Promise.allSettled(this.underway), patience]);
    clearTimeout(waited);
    this.transport.close({ force: true });
  }

  private isWell(): void {
    this.trouble = null;
    clearTimeout(this.recheck);
    this.recheck = undefined;
  }

  /** The error for whoever sent it, remembered where it is about the server. */
  private told(error: unknown, isWritten: boolean): Error {
    if (this.closed) return putOff('mail.closed');
    const meaning = meaningOf(error);
    if (!(meaning instanceof MailPutOff)) {
      this.isWell();
      return meaning;
    }
    if (isOfServer(meaning)) this.isTroubled(meaning.code);
    // The server had all of it and said nothing: it may have taken it all the same.
    const { code, retryAfterSeconds, answer } = meaning;
    return new MailPutOff(code, retryAfterSeconds, answer, isWritten && answer === '');
  }

  private isTroubled(trouble: MailTrouble): void {
    this.trouble = trouble;
    if (this.recheck || this.closed) return;
    this.recheck = setTimeout(() => {
      this.recheck = undefined;
      void this.check();
    }, this.options.recheckMs).unref();
  }
}

/** A mail of which is told when all of it was read to be written to the server. */
type Watched = SendMailOptions & { readonly onRead: () => void };

/** Only here can it be seen: what the mail is made of is read into memory long before the server wants it. */
function tellWhenRead({ data, message }: Pick<NodemailerMessage, 'data' | 'message'>, done: () => void): void {
  const open = message.createReadStream.bind(message);
  message.createReadStream = (options) => open(options).once('end', (data as Watched).onRead);
  done();
}

const poolOf = (options: SmtpOptions & typeof defaults) => {
  const { server, connections, connectMs, silenceMs, ca } = options;
  return {
    pool: true as const,
    host: server.host,
    port: server.port,
    secure: server.tls === 'always',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'none',
    ...(server.login && { auth: { user: server.login.user, pass: server.login.password } }),
    ...(ca && { tls: { ca } }),
    maxConnections: connections,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    // Once, for a connection that the server had closed before a byte of the mail went over it.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};
