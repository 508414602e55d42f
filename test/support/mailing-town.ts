import { idOf } from '@rettidig/event-sourcing';
import { TestSmtpServer } from '@rettidig/mail/testing';
import PostalMime from 'postal-mime';
import { clientOf } from './client.js';
import { fromRoot } from './root.js';
import { startServer, temporaryFolder, type RunningServer } from './server.js';
import { waitFor } from './wait.js';

/** Where people reach the service, whatever port this process of it has. */
export const PUBLIC_URL = 'https://med.eksempel.dk';
/** Who has a seat in HovedMED, by persona. */
export const MEMBERS = ['chair', 'deputyChair', 'employeeRep'] as const;
/** Everybody who is told of anything. */
export const PERSONAS = [...MEMBERS, 'secretariat', 'manager'] as const;
const SEATS: Readonly<Record<(typeof MEMBERS)[number], object>> = {
  chair: { side: 'management', office: 'chair', representativeKind: 'manager' },
  deputyChair: { side: 'employees', office: 'deputyChair', representativeKind: 'unionRepresentative' },
  employeeRep: { side: 'employees', representativeKind: 'employeeRepresentative' },
};
const since = { validFrom: '2025-01-01' };

/** A mail as a mail program has it. */
export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  /** The iCalendar object in it. */
  readonly calendar: string | null;
  readonly raw: string;
}

/** The address of a persona. */
export const addressOf = (persona: string): string => `${persona.toLowerCase()}@kommunen.eksempel.dk`;
export const personOf = (persona: string): string => idOf('persona', persona);

/** The built service as a process that sends through a real SMTP server, and that is started anew at any time of the world. */
export class MailingTown {
  private readonly folder = temporaryFolder();
  private server: RunningServer | undefined;
  unitId = '';
  committeeId = '';

  private constructor(readonly smtp: TestSmtpServer) {}

  /** Founded at an instant: one committee, everybody's address stated. */
  static async found(instant: string): Promise<MailingTown> {
    const town = new MailingTown(await TestSmtpServer.start());
    await town.startAt(instant);
    town.unitId = (await town.say('secretariat', '/units', { name: 'Forvaltningen', parentId: null, ...since })).unitId;
    const committee = {
      name: 'HovedMED',
      level: 'main',
      kind: 'main',
      covers: [town.unitId],
      parentId: null,
      ...since,
    };
    town.committeeId = (await town.say('secretariat', '/committees', committee)).committeeId;
    for (const persona of MEMBERS) await town.seat(persona);
    await town.say('secretariat', '/secretariat-members', { personId: personOf('secretariat'), from: '2025-01-01' });
    for (const persona of PERSONAS) await town.reach(persona, addressOf(persona));
    return town;
  }

  get url(): string {
    return this.server!.url;
  }

  as(persona: string) {
    return clientOf(this.url, persona);
  }

  /** Does something as a persona and answers with what it was told. */
  async say(persona: string, path: string, message: object, headers: Record<string, string> = {}) {
    const { status, body } = await this.as(persona).post(path, message, headers);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** States where a persona can be reached. */
  reach(persona: string, address: string | null): Promise<object> {
    return this.say('secretariat', `/people/${personOf(persona)}/contact`, { address });
  }

  /** As a power cut would end it; then another process goes on at an instant, with the same files. */
  async cutUntil(instant: string): Promise<void> {
    await this.server?.kill();
    await this.startAt(instant);
  }

  /** Waits until that many mails were taken, of those that a condition picks. */
  async received(count: number, isWanted: (mail: Received) => boolean = () => true): Promise<Received[]> {
    let found: Received[] = [];
    await waitFor(async () => (found = (await this.mails()).filter(isWanted)).length >= count, 30_000);
    return found;
  }

  /** What the SMTP server took so far. */
  mails(): Promise<Received[]> {
    return Promise.all(this.smtp.taken.map(({ bytes, to }) => readMail(bytes, to[0]!)));
  }

  /** Answers the exit code of the service. */
  async end(): Promise<number | null> {
    const code = (await this.server?.stop()) ?? null;
    await this.smtp.stop();
    this.folder.remove();
    return code;
  }

  private async startAt(instant: string): Promise<void> {
    this.server = await startServer(this.folder.path, {
      ...{ DEMO: 'false', SMTP_URL: `smtp://127.0.0.1:${this.smtp.port}?tls=no`, PUBLIC_URL },
      MAIL_FROM: 'Rettidig <rettidig@kommunen.eksempel.dk>',
      NODE_OPTIONS: `--require=${fromRoot('test/support/shifted-process.cjs')}`,
      CLOCK_AHEAD_MS: String(Date.parse(instant) - Date.now()),
    });
  }

  private async seat(persona: (typeof MEMBERS)[number]): Promise<void> {
    const path = `/committees/${this.committeeId}/seats`;
    const { seatId } = await this.say('secretariat', path, { ...SEATS[persona], from: '2025-01-01' });
    const holder = { personId: personOf(persona), from: '2025-01-01' };
    await this.say('secretariat', `/seats/${seatId}/holder`, holder);
  }
}

async function readMail(bytes: Buffer, to: string): Promise<Received> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    ...{
      to,
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    },
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
    calendar: (calendar?.content as string | undefined) ?? null,
    raw: bytes.toString('latin1'),
  };
}
