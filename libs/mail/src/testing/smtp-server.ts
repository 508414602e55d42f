import { buffer } from 'node:stream/consumers';
import { type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Certificate } from './certificate.js';

/** What a server says instead of yes: a code and a sentence. */
export type Refusal = readonly [code: number, text: string];

/** How a server behaves; a good one when nothing is said. May be changed while it runs. */
export interface SmtpManners {
  /** To a client that connects. `silent`: it never says anything. */
  readonly greeting?: Refusal | 'silent';
  readonly sender?: Refusal;
  /** `cut`: the line breaks, before there was a mail. */
  readonly receiver?: (address: string) => Refusal | 'cut' | undefined;
  /** To a whole mail. `silent`: it has it and never answers; `cut`: it has it and the line breaks. */
  readonly mail?: (mail: ReceivedMail) => Refusal | 'silent' | 'cut' | undefined;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As they were sent (RFC 5322). */
  readonly bytes: Buffer;
  readonly wasEncrypted: boolean;
  readonly user: string | undefined;
}

export interface TestSmtpOptions {
  /** A free one when left out. */
  readonly port?: number;
  /** STARTTLS or TLS from the first byte; in the clear when left out. */
  readonly certificate?: Certificate;
  readonly tlsAtOnce?: boolean;
  /** Without it nobody may send. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A real SMTP server on this machine that does as a test tells it. */
export class TestSmtpServer {
  /** What it answered yes to, in that order. */
  readonly taken: ReceivedMail[] = [];
  /** All that it got whole, whatever it answered. */
  readonly seen: ReceivedMail[] = [];
  manners: SmtpManners = {};
  /** How many connections there were. */
  connections = 0;

  private constructor(
    private readonly server: SMTPServer,
    private readonly sockets: Set<Socket>,
  ) {}

  static async start({
    port = 0,
    certificate,
    tlsAtOnce = false,
    login,
  }: TestSmtpOptions = {}): Promise<TestSmtpServer> {
    const sockets = new Set<Socket>();
    const server = new SMTPServer({
      ...(certificate ? { ...certificate, secure: tlsAtOnce } : { disabledCommands: ['STARTTLS'] }),
      ...(login ? { allowInsecureAuth: true } : { authOptional: true }),
      logger: false,
      closeTimeout: 50,
      disableReverseLookup: true,
      onAuth: ({ username, password }, _, done) =>
        username === login?.user && password === login?.password
          ? done(null, { user: username })
          : done(failure([535, '5.7.8 Authentication failed'])),
      onConnect: (_, done) => double.greet(done),
      onMailFrom: (_, __, done) => done(failure(double.manners.sender)),
      onRcptTo: ({ address }, _, done) => double.meet(address, done),
      onData: (stream, session, done) => void double.take(stream, session, done),
    });
    const double = new TestSmtpServer(server, sockets);
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      double.connections++;
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return double;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Breaks every connection, and goes on listening. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Breaks every connection and listens no more. */
  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.cut();
    await ended;
  }

  private greet(done: (error?: Error | null) => void): void {
    const { greeting } = this.manners;
    if (greeting !== 'silent') done(failure(greeting));
  }

  private meet(address: string, done: (error?: Error | null) => void): void {
    const answer = this.manners.receiver?.(address);
    if (answer === 'cut') this.cut();
    else done(failure(answer));
  }

  private async take(
    stream: SMTPServerDataStream,
    { envelope, secure, user }: SMTPServerSession,
    done: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    const mail: ReceivedMail = {
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      bytes: await buffer(stream),
      wasEncrypted: secure,
      user: user as string | undefined,
    };
    this.seen.push(mail);
    const answer = this.manners.mail?.(mail);
    if (answer === 'silent') return;
    if (answer === 'cut') return this.cut();
    if (!answer) this.taken.push(mail);
    done(failure(answer), `2.0.0 Ok: queued as T${String(this.taken.length).padStart(6, '0')} for ${mail.to[0]}`);
  }
}

function failure(refusal: Refusal | undefined): Error | null {
  if (!refusal) return null;
  const [responseCode, text] = refusal;
  return Object.assign(new Error(text), { responseCode });
}
