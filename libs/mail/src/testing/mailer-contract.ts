import type { Instant } from '@rettidig/event-sourcing';
import { type MailMessage, type Mailer, MailPutOff, MailRefused } from '../mailer.js';
import { mimeOf, type MailSender } from '../mime.js';
import { someMail } from './some-mail.js';

/** One place that mail is handed over to. */
export interface MailPlace {
  readonly mailer: Mailer;
  /** What got there, the oldest first. */
  readonly taken: () => Promise<readonly Buffer[]>;
  /** Makes every further mail fail, until `mended`. */
  readonly broken: () => Promise<void>;
  readonly mended: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Who mails are from and when they are sent, in the contract. */
export const contractSender: MailSender = { name: 'Rettidig på Søndre Å', address: 'med@kommune.example' };
export const contractInstant: Instant = '2026-11-24T06:00:00.000Z';

/** What every mailer does. `make` gives an empty place, with the sender and at the instant of the contract. */
export function mailerContract(name: string, make: () => Promise<MailPlace>): void {
  describe(`${name} as a mailer`, () => {
    let place: MailPlace;
    beforeEach(async () => (place = await make()));
    afterEach(async () => {
      await place.mailer.close();
      await place.remove();
    });
    const send = (part: Partial<MailMessage> = {}) => place.mailer.send({ ...someMail, ...part });
    const numbered = (at: number): Partial<MailMessage> => ({ messageId: `<mail.${at}@rettidig.example>` });

    it('hands over the very bytes of the mail', async () => {
      await send();
      expect((await place.taken()).map(String)).toEqual([
        (await mimeOf(someMail, contractSender, contractInstant)).toString(),
      ]);
    });

    it('answers without a word of who it was for', async () => {
      const { answer } = await send();
      expect(answer).not.toBe('');
      expect(answer).not.toMatch(/@|formand/);
    });

    it('is well before and after', async () => {
      expect(place.mailer.status()).toEqual({ trouble: null });
      await send();
      expect(place.mailer.status()).toEqual({ trouble: null });
    });

    it('hands over each of many that come at once', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, at) => send(numbered(at))));
      const ids = (await place.taken()).map((bytes) => /^Message-ID: (.*)\r$/m.exec(String(bytes))![1]);
      expect(ids.sort()).toEqual(Array.from({ length: 40 }, (_, at) => numbered(at).messageId).sort());
    });

    it('hands over the same mail as often as it is told to, with the same id', async () => {
      await send();
      await send();
      const [first, second, ...more] = (await place.taken()).map(String);
      expect(second).toBe(first);
      expect(more).toEqual([]);
    });

    it.each<[string, Partial<MailMessage>]>([
      ['a header in the subject', { subject: 'x\r\nBcc: all@example.com' }],
      ['two receivers', { to: { address: 'a@b.example,c@d.example' } }],
      ['a header in the Message-ID', { messageId: '<a@b.example>\r\nBcc: all@example.com' }],
    ])('refuses for good and hands over nothing of what has %s', async (_, part) => {
      await expect(send(part)).rejects.toBeInstanceOf(MailRefused);
      await expect(send(part)).rejects.toMatchObject({ code: 'mail.malformed', permanent: true });
      expect(await place.taken()).toEqual([]);
      expect(place.mailer.status()).toEqual({ trouble: null });
    });

    it('puts mail off while nothing can be handed over, says so, and goes on when it can', async () => {
      await place.broken();
      const error: unknown = await send().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MailPutOff);
      expect((error as MailPutOff).retryAfterSeconds).toBeGreaterThan(0);
      expect(place.mailer.status()).toEqual({ trouble: (error as MailPutOff).code });
      await place.mended();
      await send();
      expect(place.mailer.status()).toEqual({ trouble: null });
      expect(await place.taken()).toHaveLength(1);
    });

    it('takes nothing after it was closed, and can be closed again', async () => {
      await place.mailer.close();
      await place.mailer.close();
      await expect(send()).rejects.toMatchObject({ code: 'mail.closed' });
      expect(await place.taken()).toEqual([]);
    });

    it('finishes what is on its way when it is closed', async () => {
      const sending = send();
      await Promise.all([place.mailer.close(), sending.catch(() => undefined)]);
      const wasTaken = await sending.then(
        () => true,
        (error: unknown) => !(error instanceof MailPutOff),
      );
      expect(await place.taken()).toHaveLength(wasTaken ? 1 : 0);
    });
  });
}
