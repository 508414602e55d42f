import { ScriptedClock } from '@rettidig/event-sourcing/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutboxMailer } from './outbox-mailer.js';
import { listOutbox, readOutboxMail } from './outbox.js';
import { contractSender } from './testing/mailer-contract.js';
import { someMail } from './testing/some-mail.js';
import { meetingCalendar } from './write-calendar.js';

describe('what stands in an outbox', () => {
  const parent = mkdtempSync(join(tmpdir(), 'outbox-'));
  const folder = join(parent, 'outbox');
  const clock = new ScriptedClock('2026-11-24T06:00:00.000Z');
  const mailer = new OutboxMailer({ folder, from: contractSender, clock });
  const calendar = {
    method: 'REQUEST' as const,
    content: meetingCalendar({
      ...{ uid: 'm@x.example', sequence: 1, stampedAt: clock.now(), method: 'REQUEST', summary: 'Møde æøå' },
      when: { on: '2026-12-17' },
      organizer: contractSender,
    })({ address: 'formand@kommune.eksempel.dk' }),
  };
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  const all = { skip: 0, limit: 100 };

  it('is nothing before the first mail', async () => {
    expect(await listOutbox(folder, all)).toEqual({ total: 0, items: [] });
  });

  it('is listed with the newest first, a part at a time, and shown as it was meant', async () => {
    await mailer.send(someMail);
    clock.set('2026-11-24T06:01:00.000Z');
    await mailer.send(someMail);
    clock.set('2026-11-24T06:02:00.000Z');
    await mailer.send({
      ...someMail,
      messageId: '<mail.8@rettidig.example>',
      subject: 'Indkaldelse: møde æøå',
      calendar,
    });
    const { total, items } = await listOutbox(folder, all);
    expect(total).toBe(3);
    expect(items.map(({ at, to, subject, copy }) => [at, to, subject, copy])).toEqual([
      ['2026-11-24T06:02:00.000Z', 'formand@kommune.eksempel.dk', 'Indkaldelse: møde æøå', 1],
      ['2026-11-24T06:01:00.000Z', 'formand@kommune.eksempel.dk', someMail.subject, 2],
      ['2026-11-24T06:00:00.000Z', 'formand@kommune.eksempel.dk', someMail.subject, 1],
    ]);
    expect((await listOutbox(folder, { skip: 1, limit: 1 })).items).toEqual([items[1]]);

    const mail = (await readOutboxMail(folder, items[0]!.name))!;
    expect(mail.text.trim().split(/\r?\n/)).toEqual(someMail.text.trim().split('\n'));
    expect(mail.html).toContain('Papirerne skal ud – æøå ÆØÅ é.');
    expect(mail.calendar).toContain('SUMMARY:Møde æøå');
    expect(mail.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
    expect(mail.headers).toContainEqual({ name: 'Subject', value: 'Indkaldelse: møde æøå' });
    expect((await readOutboxMail(folder, items[1]!.name))!.calendar).toBeNull();
  });

  it.each(['../secret.eml', 'notes.eml', '20261124T060000000Z-0123456789abcdef.eml', ''])(
    'never opens what is no mail of it: %p',
    async (name) => {
      writeFileSync(join(parent, 'secret.eml'), 'Subject: secret\r\n\r\nsecret');
      writeFileSync(join(folder, 'notes.eml'), 'Subject: secret\r\n\r\nsecret');
      expect(await readOutboxMail(folder, name)).toBeUndefined();
    },
  );
});
