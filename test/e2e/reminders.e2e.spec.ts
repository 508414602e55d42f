import ICAL from 'ical.js';
import {
  addressOf,
  MailingTown,
  MEMBERS,
  PERSONAS,
  personOf,
  PUBLIC_URL,
  type Received,
} from '../support/mailing-town.js';
import type { Readiness } from '../support/shared-process.js';
import { waitFor } from '../support/wait.js';

/** Monday 23 November 2026, nine in the morning in Copenhagen, and what comes after it. */
const MONDAY = '2026-11-23T08:00:00.000Z';
const MINUTES_LATER = '2026-11-23T08:05:00.000Z';
const HALF_PAST = '2026-11-23T08:30:00.000Z';
const TUESDAY_MORNING = '2026-11-24T06:05:00.000Z';
const TUESDAY_LATER = '2026-11-24T06:20:00.000Z';
const TUESDAY_NOON = '2026-11-24T11:00:00.000Z';
const TUESDAY_AFTERNOON = '2026-11-24T12:00:00.000Z';

const SECRET = 'Hemmelig sammenlægning af to tilbud';
const BOTH_CHAIRS_AND_OWNER = ['chair', 'deputyChair', 'manager'].map(addressOf).sort();

/** The built service, a real SMTP server, and a process that is killed at every step. Each test goes on where the one before ended. */
describe('reminders of the product as it is shipped', () => {
  let town: MailingTown;
  beforeAll(async () => {
    town = await MailingTown.found(MONDAY);
  }, 120_000);
  afterAll(async () => {
    expect(await town?.end()).toBe(0);
  });

  const receivers = (mails: readonly Received[]): string[] => mails.map(({ to }) => to).sort();
  const eventIn = (calendar: string) => {
    const root = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
    return { method: root.getFirstPropertyValue('method'), event: root.getFirstSubcomponent('vevent')! };
  };
  const register = async (): Promise<{ id: string; number: string }> => {
    const { id, position } = await town.say('manager', '/changes', {
      ...{ title: SECRET, kind: 'reorganisation', unitId: town.unitId },
      ...{ facts: { affectsStaff: 'yes' }, decider: { body: 'manager', managerUnitId: town.unitId } },
      decisionPoints: [{ kind: 'decision', body: 'manager', when: { on: '2026-11-27' } }],
    });
    const { body } = await town.as('manager').get(`/changes/${id}`, { 'Consistent-With': position });
    return { id, number: body.number };
  };
  /** Waits until the log has the server's answer to whatever was under way. */
  const allRecorded = (): Promise<void> =>
    waitFor(async () => (await town.as('secretariat').get('/mails?state=planned')).body.total === 0, 30_000);
  const mailsOf = async (changeId: string, query = '') =>
    (await town.as('secretariat').get(`/changes/${changeId}/mails${query}`)).body;

  describe('of a case that can no longer reach a meeting', () => {
    let first: { id: string; number: string };

    it('go out although the process died right after it was registered', async () => {
      await town.say('secretariat', '/meetings', {
        ...{ committeeId: town.committeeId, on: '2026-12-15', startsAt: '10:00', endsAt: '12:00' },
      });
      first = await register();
      expect(town.smtp.taken).toEqual([]);
      await town.cutUntil(MINUTES_LATER);
      const mails = await town.received(3);
      expect(receivers(mails)).toEqual(BOTH_CHAIRS_AND_OWNER);
    });

    it('say in the subject what it is about, have one link to its page, and no word of what is sealed', async () => {
      const link = `${PUBLIC_URL}/changes/${first.id}`;
      for (const { subject, headers, text, html, raw } of await town.mails()) {
        expect(subject).toContain(first.number);
        expect(headers.get('from')).toContain('rettidig@kommunen.eksempel.dk');
        expect(headers.get('auto-submitted')).toBe('auto-generated');
        expect(headers.has('list-unsubscribe')).toBe(false);
        expect(text.match(/https?:\/\/\S+/g)).toEqual([link]);
        expect(html).toContain(`href="${link}"`);
        expect(raw).not.toMatch(/hemmelig/i);
      }
      const page = await fetch(link.replace(PUBLIC_URL, town.url));
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(first.number)]);
    });

    it('stand in the log of mails of the case with the server’s answer', async () => {
      await waitFor(async () => (await mailsOf(first.id, '?state=sent')).total === 3);
      const { items } = await mailsOf(first.id);
      expect(items).toHaveLength(3);
      for (const item of items)
        expect(item).toMatchObject({ state: 'sent', answer: expect.stringMatching(/^250 2\.0\.0 T\d+$/), attempt: 1 });
    });

    it('come once more under the same Message-ID where the process died before it knew the answer, the others once', async () => {
      town.smtp.manners = { mail: ({ to: [to] }) => (to === addressOf('manager') ? 'silent' : undefined) };
      const second = await register();
      const isSecond = ({ subject }: Received): boolean => subject.includes(second.number);
      await town.cutUntil(HALF_PAST);
      // Of those the log has the answer; what the server took and nobody recorded would rightly come once more.
      await waitFor(async () => (await mailsOf(second.id, '?state=sent')).total === 2, 30_000);
      await waitFor(() => town.smtp.seen.length === town.smtp.taken.length + 1);
      town.smtp.manners = {};
      await town.cutUntil('2026-11-23T09:00:00.000Z');
      expect(receivers(await town.received(3, isSecond))).toEqual(BOTH_CHAIRS_AND_OWNER);
      const toManager = town.smtp.seen.filter(({ to }) => to[0] === addressOf('manager')).slice(1);
      const ids = toManager.map(({ bytes }) => /^Message-ID: (\S+)/im.exec(bytes.toString('latin1'))![1]);
      expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
      await waitFor(async () => (await mailsOf(second.id, '?state=sent')).total === 3);
      const repeats = (await mailsOf(second.id)).items.map(({ personId, isRepeat }: Record<string, unknown>) => [personId, isRepeat]); // prettier-ignore
      expect(new Map(repeats)).toEqual(
        new Map([[personOf('manager'), true], [personOf('chair'), false], [personOf('deputyChair'), false]]), // prettier-ignore
      );
      const isFirst = ({ subject }: Received): boolean => subject.includes(first.number);
      for (const about of [isFirst, isSecond])
        expect(receivers((await town.mails()).filter(about))).toEqual(BOTH_CHAIRS_AND_OWNER);
    }, 120_000);
  });

  describe('of a meeting', () => {
    let meetingId: string;
    const invitations = (sequence: number) => (mail: Received) =>
      mail.calendar !== null && Number(eventIn(mail.calendar).event.getFirstPropertyValue('sequence')) === sequence;

    it('come a week before with a calendar entry that another program reads', async () => {
      const meeting = { committeeId: town.committeeId, on: '2026-12-01', startsAt: '10:00', endsAt: '12:00' };
      meetingId = (await town.say('secretariat', '/meetings', meeting)).id;
      await town.say('employeeRep', '/possible-misses', { title: 'Skulle flytningen have været drøftet i MED?' });
      await town.cutUntil(TUESDAY_MORNING);
      const mails = await town.received(MEMBERS.length, invitations(0));
      expect(receivers(mails)).toEqual(MEMBERS.map(addressOf).sort());
      await allRecorded();
      for (const { calendar, to } of mails) {
        const { method, event } = eventIn(calendar!);
        expect(method).toBe('REQUEST');
        expect(event.getFirstPropertyValue('uid')).toBe(meetingId);
        expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T09:00:00Z');
        expect(String(event.getFirstPropertyValue('attendee')).toLowerCase()).toBe(`mailto:${to}`);
      }
    });

    it('that is moved come at once to everybody who was told, as a change of the same entry', async () => {
      const { headers } = await town.as('secretariat').get(`/meetings/${meetingId}`);
      const moved = { to: '2026-12-03', reason: 'En hemmelig grund' };
      await town.say('secretariat', `/meetings/${meetingId}/date`, moved, { 'If-Match': headers.get('etag')! });
      await town.cutUntil(TUESDAY_LATER);
      const mails = await town.received(MEMBERS.length, invitations(1));
      expect(receivers(mails)).toEqual(MEMBERS.map(addressOf).sort());
      await allRecorded();
      for (const { calendar, raw } of mails) {
        const { event } = eventIn(calendar!);
        expect(event.getFirstPropertyValue('uid')).toBe(meetingId);
        expect(String(event.getFirstPropertyValue('dtstart'))).toMatch(/^2026-12-03/);
        expect(raw).not.toMatch(/hemmelig/i);
      }
    });

    it('can be subscribed to as a calendar that is read without sign-in, and taken back', async () => {
      const { path } = await town.say('deputyChair', '/me/calendar-feed', { wanted: true });
      const feed = await fetch(`${town.url}${path}`);
      expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
      const entries = new ICAL.Component(ICAL.parse(await feed.text()) as unknown[]).getAllSubcomponents('vevent');
      expect(entries.map((one) => one.getFirstPropertyValue('uid'))).toContain(meetingId);
      const again = { headers: { 'if-none-match': feed.headers.get('etag')! } };
      expect((await fetch(`${town.url}${path}`, again)).status).toBe(304);
      expect(await town.say('deputyChair', '/me/calendar-feed', { wanted: false })).toEqual({ path: null });
      expect((await fetch(`${town.url}${path}`)).status).toBe(404);
    });

    it('invited nobody twice to the same day, under whatever Message-ID', async () => {
      const all = await town.mails();
      for (const sequence of [0, 1])
        expect(receivers(all.filter(invitations(sequence)))).toEqual(MEMBERS.map(addressOf).sort());
    });
  });

  it('that can be done without are ended with one click, by nobody who only looks', async () => {
    const [digest] = await town.received(1, ({ headers }) => headers.has('list-unsubscribe'));
    expect(digest!.to).toBe(addressOf('secretariat'));
    expect(digest!.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = digest!.headers.get('list-unsubscribe')!.slice(1, -1).replace(PUBLIC_URL, town.url);
    const noticesNow = async () => (await town.as('secretariat').get('/me/notices')).body.notices;
    expect((await fetch(url)).status).toBe(200);
    expect(await noticesNow()).toBe('digest');
    const click = { 'content-type': 'application/x-www-form-urlencoded' };
    const clicked = await fetch(url, { method: 'POST', headers: click, body: 'List-Unsubscribe=One-Click' });
    expect([clicked.status, clicked.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await noticesNow()).toBe('none');
  });

  it('went out once each, whatever was killed in between', async () => {
    const all = await town.mails();
    const ids = all.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await town.as('secretariat').get('/mails?state=failed')).body.total).toBe(0);
  });

  describe('that can reach nobody', () => {
    let changeId: string;
    const readiness = async () => (await (await fetch(`${town.url}/readyz`)).json()) as Readiness;
    const reachingNobody = async (): Promise<number> => {
      const metrics = await (await fetch(`${town.url}/metrics`)).text();
      return Number(/^rettidig_effects_reaching_nobody\{effect="send-mail"\} (\d+)$/m.exec(metrics)?.[1]);
    };

    it('are told by /readyz, /metrics and the secretariat’s list; a made-up address is never given to the server', async () => {
      for (const persona of PERSONAS) await town.reach(persona, null);
      await town.reach('secretariat', 'sekretariat@demo.invalid');
      changeId = (await register()).id;
      await town.cutUntil(TUESDAY_NOON);
      await waitFor(async () => (await mailsOf(changeId, '?state=failed')).total > 0, 30_000);
      expect((await mailsOf(changeId, '?state=failed')).items).toMatchObject([
        { personId: personOf('secretariat'), isFallback: true, why: 'mail.reserved-address', answer: null },
      ]);
      await waitFor(async () => (await readiness()).problems.some(({ code }) => code === 'nobody-reached'), 30_000);
      expect(await readiness()).toMatchObject({ status: 'degraded', queue: { dead: 0 } });
      const lost = async () => (await town.as('secretariat').get('/mails/undeliverable')).body;
      expect((await lost()).items).toContainEqual(expect.objectContaining({ changeId, kind: 'noMeetingLeft' }));
      // The figures are those of the last look for what is due.
      await waitFor(async () => (await reachingNobody()) === (await lost()).total, 30_000);
      expect(town.smtp.seen.map(({ to }) => to[0])).not.toContain('sekretariat@demo.invalid');
    });

    it('are sent as soon as there is an address', async () => {
      const before = town.smtp.taken.length;
      await town.reach('chair', addressOf('chair'));
      await town.cutUntil(TUESDAY_AFTERNOON);
      await waitFor(async () => (await mailsOf(changeId, '?state=sent')).total === 1, 30_000);
      expect(town.smtp.taken.slice(before).map(({ to }) => to[0])).toContain(addressOf('chair'));
    });
  });
});
