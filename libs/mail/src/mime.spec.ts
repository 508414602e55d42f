import PostalMime from 'postal-mime';
import { MailRefused, type MailMessage } from './mailer.js';
import { mimeOf } from './mime.js';
import { someMail } from './testing/some-mail.js';
import { meetingCalendar } from './write-calendar.js';

const from = { name: 'Rettidig på Søndre Å', address: 'med@kommune.example' };
const at = '2026-11-24T06:00:00.000Z';
const bytesOf = async (part: Partial<MailMessage> = {}): Promise<string> =>
  (await mimeOf({ ...someMail, ...part }, from, at)).toString('latin1');
/** Read back by another library than wrote it. */
const readBack = async (part: Partial<MailMessage> = {}) => PostalMime.parse(await bytesOf(part));
const headerOf = (mail: { headers: { key: string; value: string }[] }, name: string): string[] =>
  mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
const linesOf = (text: string): string[] => text.trim().split(/\r?\n/);
const calendarOf = (method: 'REQUEST' | 'CANCEL' | 'PUBLISH') => ({
  method,
  content: meetingCalendar({
    ...{ uid: 'm@x.example', sequence: 1, stampedAt: at, method, summary: 'Møde æøå' },
    when: { on: '2026-12-17' },
    organizer: from,
  })({ address: 'formand@kommune.example' }),
});

describe('a mail as bytes', () => {
  it('is read back with every Danish letter', async () => {
    const mail = await readBack();
    expect(mail.subject).toBe(someMail.subject);
    expect(mail.text?.replace(/\r\n/g, '\n').trim()).toBe(someMail.text.trim());
    expect(mail.html?.replace(/\r\n/g, '\n').trim()).toBe(someMail.html.trim());
    expect(mail.from).toMatchObject(from);
    expect(mail.to).toEqual([expect.objectContaining({ address: someMail.to.address })]);
    expect(mail.date).toBe(at);
  });

  it('is seven bits wide and has no long line, whatever is in it', async () => {
    const long = `${'æ'.repeat(3000)} ${'x'.repeat(3000)}`;
    const bytes = await bytesOf({ text: long, html: `<p>${long}</p>`, subject: `Påmindelse: ${'ø'.repeat(300)}` });
    expect(bytes.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(bytes).toMatch(/^[\r\n\t\x20-\x7e]*$/);
    expect(bytes.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    const mail = await PostalMime.parse(bytes);
    expect(mail.subject).toBe(`Påmindelse: ${'ø'.repeat(300)}`);
    expect(mail.text?.trim()).toBe(long);
  });

  it('has the plain text first, so that a program that knows no HTML shows it', async () => {
    const types = [...(await bytesOf()).matchAll(/^Content-Type: ([a-z/]+)/gm)].map(([, type]) => type);
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
  });

  it('says which mail it is, what it belongs to, and that a machine wrote it', async () => {
    const references = ['<case.1@rettidig.example>', '<mail.1@rettidig.example>'];
    const mail = await readBack({ references });
    expect(mail.messageId).toBe(someMail.messageId);
    expect(mail.references).toBe(references.join(' '));
    expect(mail.inReplyTo).toBe(references[1]);
    expect(headerOf(mail, 'auto-submitted')).toEqual(['auto-generated']);
    expect(headerOf(mail, 'x-auto-response-suppress')).toEqual(['All']);
    const alone = await readBack({ references: [] });
    expect([alone.references, alone.inReplyTo]).toEqual([undefined, undefined]);
  });

  it('offers to unsubscribe only from what one can do without', async () => {
    expect(headerOf(await readBack(), 'list-unsubscribe')).toEqual([]);
    expect(headerOf(await readBack(), 'list-unsubscribe-post')).toEqual([]);
    const url = `https://rettidig.example/api/v1/mail-preferences/unsubscribe?token=${'a-B_9'.repeat(30)}`;
    const mail = await readBack({ unsubscribe: { url } });
    expect(headerOf(mail, 'list-unsubscribe')).toEqual([`<${url}>`]);
    expect(headerOf(mail, 'list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
  });

  it.each(['REQUEST', 'CANCEL', 'PUBLISH'] as const)(
    'carries a calendar that says %s twice, once to show and once to keep',
    async (method) => {
      const calendar = calendarOf(method);
      const bytes = await bytesOf({ calendar });
      const types = [...bytes.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map(([, type]) => type);
      expect(types).toEqual([
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        'text/calendar',
        'application/ics',
      ]);
      expect(bytes).toContain(`text/calendar; charset=utf-8; method=${method}`);
      const { attachments } = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
      expect(attachments.map(({ content }) => linesOf(content as string))).toEqual(
        Array(2).fill(linesOf(calendar.content)),
      );
      expect(attachments.at(-1)).toMatchObject({ filename: 'invite.ics', disposition: 'attachment' });
    },
  );

  it('is the same for the same mail at the same instant', async () => {
    expect(await bytesOf({ calendar: calendarOf('REQUEST') })).toBe(await bytesOf({ calendar: calendarOf('REQUEST') }));
  });
});

describe('what cannot be a mail', () => {
  const injected = 'x\r\nBcc: everybody@example.com';
  it.each<[string, Partial<MailMessage>]>([
    ['subject', { subject: injected }],
    ['subject', { subject: 'x\u2028y' }],
    ['subject', { subject: ' ' }],
    ['to', { to: { address: `a@b.example${injected}` } }],
    ['to', { to: { address: 'a@b.example, c@d.example' } }],
    ['to', { to: { address: 'Name <a@b.example>' } }],
    ['to', { to: { address: '' } }],
    ['message-id', { messageId: `<a@b>${injected}` }],
    ['message-id', { messageId: 'a@b' }],
    ['references', { references: ['<a@b>', injected] }],
    ['unsubscribe', { unsubscribe: { url: 'javascript:alert(1)' } }],
    ['unsubscribe', { unsubscribe: { url: 'https://x.example/>,<mailto:a@b.example' } }],
    ['calendar', { calendar: { ...calendarOf('REQUEST'), method: 'CANCEL' } }],
  ])('is refused for good, naming its %s: %j', async (answer, part) => {
    const refused = bytesOf(part);
    await expect(refused).rejects.toBeInstanceOf(MailRefused);
    await expect(refused).rejects.toMatchObject({ code: 'mail.malformed', answer });
  });
});
