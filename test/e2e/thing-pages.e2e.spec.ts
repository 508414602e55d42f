import { linkOf } from '../../libs/reminders/src/sending/links.js';
import { kindTexts } from '../../libs/reminders/src/texts/kind-texts.js';
import type { KindText } from '../../libs/reminders/src/texts/texts.types.js';
import { browsedSite, faultsOf, fitsWindow } from '../support/browser.js';

type Page = KindText['page'];
type Answer = Record<string, string>;

/** What a link is made from, and what stands on the page that it leads to. */
interface Known {
  readonly item: string;
  readonly about: Readonly<Record<string, string>>;
  readonly heading: string;
}

describe('what mails lead to', () => {
  const site = browsedSite();
  const known = new Map<Page, Known>();
  const asked = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${site.url}/api/v1${path}`, { headers: { 'x-persona': 'secretariat' } });
    return (await answer.json()) as T;
  };
  const first = async (path: string): Promise<Answer> => (await asked<{ items: Answer[] }>(path)).items[0]!;

  beforeAll(async () => {
    const held = await first('/meetings?status=held&limit=1');
    const meetingId = held['meetingId']!;
    const { items } = await asked<{ items: { followUps: Answer[]; caseIds: string[] }[] }>(`/meetings/${meetingId}`);
    const [followUp] = items.flatMap(({ followUps }) => followUps);
    const change = await asked<Answer>(`/changes/${items.flatMap(({ caseIds }) => caseIds)[0]!}`);
    const question = await first('/possible-misses?limit=1');
    const seat = await first('/seats?limit=1');
    const forumId = await screeningForum();
    const day = `Møde i ${held['committeeName']!}`;
    known.set('case', { item: 'd', about: { changeId: change['changeId']! }, heading: change['number']! });
    for (const page of ['meeting', 'minutes'] as const)
      known.set(page, { item: meetingId, about: { meetingId }, heading: day });
    known.set('followUp', {
      item: `${followUp!['followUpId']!}/${change['changeId']!}`,
      about: { meetingId },
      heading: day,
    });
    known.set('question', { item: question['possibleMissId']!, about: {}, heading: question['title']! });
    known.set('seat', {
      ...{ item: seat['seatId']!, about: { committeeId: seat['committeeId']!, seatId: seat['seatId']! } },
      heading: seat['committeeName']!,
    });
    const [round] = (await asked<{ items: Answer[] }>(`/screening-rounds?forum=${forumId}`)).items;
    known.set('screening', { item: `${forumId}/${round!['period']!}`, about: {}, heading: 'Direktionens månedsmøde' });
    known.set('receiver', { item: 'mail', about: { personId: seat['personId']! }, heading: 'Person:' });
  });

  async function screeningForum(): Promise<string> {
    const answer = await fetch(`${site.url}/api/v1/screening-forums`, {
      method: 'POST',
      headers: {
        'x-persona': 'secretariat',
        'content-type': 'application/json',
        'idempotency-key': 'forum-of-the-test',
      },
      body: JSON.stringify({ name: 'Direktionens månedsmøde', rhythm: 'monthly', from: '2026-01-01' }),
    });
    return ((await answer.json()) as { id: string }).id;
  }

  const pathOf = (page: Page, language: 'da' | 'en' = 'da'): string =>
    linkOf(known.get(page)!, page, { publicUrl: '', language }).url;
  const pages = [...new Set(Object.values(kindTexts).map(({ page }) => page))];

  it.each(Object.entries(kindTexts))('%s leads to a page about that very thing', async (_kind, { page }) => {
    const path = pathOf(page);
    // From elsewhere: a link to another place on the page that is open asks the service for nothing.
    await site.page.goto('about:blank');
    expect((await site.open(path))!.status()).toBe(200);
    expect(await site.page.locator('h1').innerText()).toContain(known.get(page)!.heading);
    const [, anchor] = path.split('#');
    if (anchor) expect(await site.page.locator(`[id="${anchor}"]`).isVisible()).toBe(true);
  });

  it.each(pages.filter((page) => !['minutes', 'followUp'].includes(page)))(
    'the page of a %s has no fault of accessibility, and fits a narrow and a wide window, in both languages',
    async (page) => {
      for (const [language, width] of [
        ['da', 320],
        ['en', 1280],
      ] as const) {
        await site.page.setViewportSize({ width, height: 800 });
        await site.open(pathOf(page, language));
        expect(await site.page.locator('html').getAttribute('lang')).toBe(language);
        expect(await faultsOf(site.page)).toEqual([]);
        expect(await fitsWindow(site.page)).toBe(true);
      }
    },
    60_000,
  );

  it('a meeting leads to its cases, and a case to its meetings', async () => {
    await site.open(pathOf('meeting'));
    const agenda = site.page.locator('section[aria-labelledby=agenda]');
    const number = await agenda.locator('a').first().innerText();
    await agenda.locator('a').first().click();
    expect(await site.page.locator('h1').innerText()).toContain(number);
    for (const part of ['duties', 'dates', 'history'])
      expect(await site.page.locator(`section[aria-labelledby=${part}]`).count()).toBe(1);
  });

  it('says of a meeting that moved when it is now, and of one that is cancelled that it is', async () => {
    const { meetingId, etag } = await scheduled();
    const say = (path: string, body: object, ifMatch: string) =>
      fetch(`${site.url}/api/v1/meetings/${meetingId}/${path}`, {
        method: 'POST',
        headers: {
          ...{ 'x-persona': 'secretariat', 'content-type': 'application/json' },
          ...{ 'idempotency-key': `meeting-${path}-${ifMatch}`, 'if-match': ifMatch },
        },
        body: JSON.stringify(body),
      });
    const moved = await say('date', { to: '2027-09-16', reason: 'Lokalet er optaget' }, etag);
    expect(await moved.json()).toMatchObject({ flags: expect.arrayContaining(['hoursNotStated']) as unknown });
    await site.open(`/meetings/${meetingId}`);
    const main = () => site.page.locator('main').innerText();
    expect(await main()).toContain('Flyttet uden klokkeslæt');
    expect(await main()).toContain('Det var indkaldt til torsdag den 9. september 2027');
    const hours = { to: '2027-09-16', startsAt: '13:00', endsAt: '15:00', reason: 'Aftalt' };
    expect((await say('date', hours, moved.headers.get('etag')!)).status).toBe(200);
    await site.open(`/meetings/${meetingId}`);
    expect(await main()).toContain('13:00–15:00');
    expect(await main()).toContain('Det var indkaldt til torsdag den 9. september 2027');
    expect(await main()).not.toContain('Flyttet uden klokkeslæt');
    const { etag: now } = await asked<{ etag: string }>(`/meetings/${meetingId}`);
    await say('cancellation', { reason: 'For mange afbud' }, `"${now}"`);
    await site.open(`/meetings/${meetingId}`);
    expect(await main()).toContain('Mødet er aflyst: For mange afbud');
  });

  async function scheduled(): Promise<{ meetingId: string; etag: string }> {
    const { committeeId } = (await first('/meetings?limit=1')) as { committeeId: string };
    const answer = await fetch(`${site.url}/api/v1/meetings`, {
      method: 'POST',
      headers: {
        'x-persona': 'secretariat',
        'content-type': 'application/json',
        'idempotency-key': 'meeting-of-the-test',
      },
      body: JSON.stringify({ committeeId, on: '2027-09-09', startsAt: '10:00', endsAt: '12:00' }),
    });
    const { id } = (await answer.json()) as { id: string };
    return { meetingId: id, etag: answer.headers.get('etag')! };
  }

  it.each([
    ['/changes/0b3ba0f0-6a60-4a44-9b5e-0e4a3c9f0a11', 404],
    ['/meetings/0b3ba0f0-6a60-4a44-9b5e-0e4a3c9f0a11', 404],
    ['/screening-forums/0b3ba0f0-6a60-4a44-9b5e-0e4a3c9f0a11', 404],
    ['/committees/..%2fx', 404],
    ['/possible-misses/x', 404],
  ])('%s is not there', async (path, status) => {
    expect((await fetch(`${site.url}${path}`)).status).toBe(status);
  });

  it('says on a page what to do when a link leads nowhere, in both languages', async () => {
    const unknown = '/meetings/0b3ba0f0-6a60-4a44-9b5e-0e4a3c9f0a11';
    const cutOff = '/meet';
    for (const [path, language, heading] of [
      [unknown, 'da', 'Siden findes ikke'],
      [`${unknown}?lang=en`, 'en', 'There is no such page'],
      [cutOff, 'da', 'Siden findes ikke'],
      [`${cutOff}?lang=en`, 'en', 'There is no such page'],
    ] as const) {
      const answer = await site.open(path);
      expect([answer!.status(), answer!.headers()['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await site.page.locator('html').getAttribute('lang')).toBe(language);
      expect(await site.page.locator('h1').innerText()).toBe(heading);
      expect(await faultsOf(site.page)).toEqual([]);
      expect(await fitsWindow(site.page)).toBe(true);
    }
  });

  it.each([
    ['/meet', '*/*'],
    ['/api/v1/meet', 'text/html,*/*;q=0.8'],
    ['/api', 'text/html,*/*;q=0.8'],
  ])('tells programs of an address that nothing has, and whoever tries the API: %s, %s', async (path, accept) => {
    const answer = await fetch(`${site.url}${path}`, { headers: { accept, 'x-persona': 'secretariat' } });
    expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: 'route.unknown' })]);
  });

  it.each([
    ['manager', 403],
    ['deputyChair', 403],
    ['nobody', 401],
    ['secretariat', 200],
  ])('shows how a person is reached to the secretariat alone: %s %i', async (persona, status) => {
    const answer = await fetch(`${site.url}${pathOf('receiver')}`, { headers: { 'x-persona': persona } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
