import { layout, meetingCalendar, OutboxMailer, type MailMessage } from '@rettidig/mail';
import { ScriptedClock } from '@rettidig/event-sourcing/testing';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { browsedSite, faultsOf, fitsWindow } from '../support/browser.js';
import { startServer, temporaryFolder } from '../support/server.js';

const from = { name: 'Rettidig', address: 'rettidig@rettidig.invalid' };

const evil = "<script>document.title = 'evil'</script>";
const body = layout(
  {
    heading: 'Papirerne til HovedMED skal ud senest onsdag den 2. december 2026 (uge 49)',
    lead: `Til sekretariatet: ${evil}`,
    sections: [
      { title: 'Møde i HovedMED', lines: [{ label: 'Frist', value: 'onsdag den 2. december 2026 (uge 49)' }] },
    ],
    link: { text: 'Åbn mødet', url: 'http://127.0.0.1:3000/' },
    why: ['Du er sekretær for HovedMED.'],
    footer: 'Sendt af Rettidig.',
  },
  'da',
);
const mail: MailMessage = {
  messageId: '<mail.1@rettidig.invalid>',
  to: { address: '5a4ea85f-0d98-50fd-b762-913f2a09b4f3@rettidig.invalid' },
  subject: 'Papirerne til HovedMED skal ud senest onsdag den 2. december (uge 49)',
  ...body,
  references: [],
  calendar: {
    method: 'REQUEST',
    content: meetingCalendar({
      ...{ uid: 'm@rettidig.invalid', sequence: 1, stampedAt: '2026-11-24T06:00:00.000Z', method: 'REQUEST' },
      when: { startsAt: '2026-12-17T08:00:00.000Z', endsAt: null },
      summary: 'Møde i HovedMED æøå',
      organizer: from,
    })({ address: 'a@rettidig.invalid' }),
  },
};

describe('the page of the outbox', () => {
  // Of the demo there are mails on a workday from seven on.
  const site = browsedSite({ DEMO: 'false' });
  const { open } = site;
  /** What a mail must not ask for. */
  const elsewhere = createServer((_, answer) => {
    fetched++;
    answer.end();
  });
  let fetched = 0;
  const outbox = join(site.dataDir, 'outbox');

  const ask = (path: string, persona?: string) =>
    fetch(`${site.url}${path}`, persona === undefined ? {} : { headers: { 'x-persona': persona } });

  it('says that there is nothing yet', async () => {
    await open('/outbox');
    expect(await site.page.locator('main').innerText()).toContain('Der er ingen mails endnu.');
  });

  describe('with mails', () => {
    beforeAll(async () => {
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const { port } = elsewhere.address() as AddressInfo;
      const image = `<img src="http://127.0.0.1:${port}/x.png">`;
      const clock = new ScriptedClock('2026-11-24T06:00:00.000Z');
      const mailer = new OutboxMailer({ folder: outbox, from, clock });
      await mailer.send(mail);
      clock.set('2026-11-24T06:00:05.000Z');
      await mailer.send(mail);
      for (let at = 2; at < 60; at++) {
        clock.set(`2026-11-24T07:00:${String(at).padStart(2, '0')}.000Z`);
        await mailer.send({ ...mail, messageId: `<mail.${at}@rettidig.invalid>`, subject: `Mail nummer ${at}` });
      }
      clock.set('2026-11-25T06:00:00.000Z');
      // As if something had got past the layout: the frame must hold it.
      const html = body.html.replace('</body>', `${evil}${image}</body>`);
      await mailer.send({ ...mail, messageId: '<mail.z@rettidig.invalid>', html });
    }, 60_000);
    afterAll(() => void elsewhere.close());

    const openNewest = async (): Promise<void> => {
      await open('/outbox');
      await site.page.locator('tbody a').first().click();
    };

    it('lists them with the newest first, fifty to a page', async () => {
      await open('/outbox');
      expect(await site.page.getByTestId('outbox-total').innerText()).toBe('61');
      expect(await site.page.locator('tbody tr').count()).toBe(50);
      const [newest] = await site.page.locator('tbody tr').allInnerTexts();
      expect(newest).toContain(mail.subject);
      expect(newest).toContain('5a4ea85f-0d98-50fd-b762-913f2a09b4f3@rettidig.invalid');
      expect(newest).toContain('25. november 2026');
      await site.page.getByRole('link', { name: 'Ældre mails' }).click();
      expect(await site.page.locator('tbody tr').count()).toBe(11);
      expect(await site.page.locator('tbody tr').allInnerTexts()).toContainEqual(
        expect.stringContaining('(gentagelse nr. 1)'),
      );
    });

    it('shows one with its headers, its text, how it looks, and its calendar as text', async () => {
      await openNewest();
      const told = await site.page.locator('main').innerText();
      expect(told).toContain('Auto-Submitted');
      expect(told).toContain('Du er sekretær for HovedMED.');
      expect(told).toContain('SUMMARY:Møde i HovedMED æøå');
      const frame = site.page.frameLocator('iframe');
      expect(await frame.locator('h1').innerText()).toContain('Papirerne til HovedMED skal ud');
      expect(await frame.locator('h1').evaluate('getComputedStyle(document.querySelector("h1")).fontSize')).toBe(
        '24px',
      );
    });

    it('runs no script of a mail and fetches nothing for it', async () => {
      await openNewest();
      await site.page.waitForLoadState('networkidle');
      const frame = site.page.frames()[1]!;
      expect(await frame.locator('img').count()).toBe(1);
      expect(fetched).toBe(0);
      expect([await site.page.title(), await frame.title()]).not.toContain('evil');
    });

    it('gives the file as it is', async () => {
      await openNewest();
      const [download] = await Promise.all([
        site.page.waitForEvent('download'),
        site.page.getByRole('link', { name: 'Hent mailen' }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      expect(bytes.equals(readFileSync(join(outbox, download.suggestedFilename())))).toBe(true);
    });

    it('is written in English on request', async () => {
      await open('/outbox?lang=en');
      expect(await site.page.locator('h1').innerText()).toBe('Outbox');
      await site.page.locator('tbody a').first().click();
      expect(await site.page.locator('html').getAttribute('lang')).toBe('en');
      expect(await site.page.getByRole('heading', { name: 'Plain text' }).count()).toBe(1);
    });

    it.each([
      ['secretariat', 200],
      ['admin', 200],
      ['manager', 403],
      ['deputyChair', 403],
      ['auditor', 403],
      ['nobody', 401],
    ])('answers %s with %i, the parts of a mail too', async (persona, status) => {
      const list = await ask('/outbox', persona);
      expect(list.status).toBe(status);
      const name = /\/outbox\/([^?"]+\.eml)/.exec(await (await ask('/outbox')).text())![1];
      for (const path of [`/outbox/${name}`, `/outbox/${name}/html`, `/outbox/${name}/eml`])
        expect((await ask(path, persona)).status).toBe(status);
      if (status === 403) expect(await list.text()).toContain('<h1>Du må ikke se denne side</h1>');
    });

    it.each(['/outbox/..%2fevents.db', '/outbox/notes.txt', '/outbox/20261124T060000000Z-0123456789abcdef.eml/eml'])(
      'does not find %s',
      async (path) => expect((await ask(path)).status).toBe(404),
    );

    it.each([320, 1280])(
      'has no accessibility fault and fits a window %i px wide',
      async (width) => {
        await site.page.setViewportSize({ width, height: 800 });
        for (const path of ['/outbox', '/outbox?lang=en', '/outbox?page=9', '/outbox?page=2']) {
          await open(path);
          if (path.endsWith('2')) await site.page.locator('tbody a').first().click();
          // Nothing runs in the frame of a mail, the rules neither: how a mail looks is looked at by itself.
          expect(await faultsOf(site.page, { frames: false })).toEqual([]);
          expect(await fitsWindow(site.page)).toBe(true);
        }
      },
      60_000,
    );
  });

  it('has no fault in how a mail looks either', async () => {
    await site.page.goto('about:blank');
    await site.page.setContent(body.html);
    expect(await faultsOf(site.page, { asPage: false })).toEqual([]);
  });

  it('is not there where mails are sent', async () => {
    const other = temporaryFolder();
    const sending = await startServer(other.path, {
      DEMO: 'false',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'a@b.dk',
    });
    expect((await fetch(`${sending.url}/outbox`)).status).toBe(404);
    expect(await sending.stop()).toBe(0);
    other.remove();
  }, 60_000);
});
