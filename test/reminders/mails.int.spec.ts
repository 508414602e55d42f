import { instantAt, plusCalendarDays } from '@rettidig/vocabulary';
import ICAL from 'ical.js';
import { PostWorld } from './post-world.js';
import type { ReadMail } from './read-mail.js';

const minutes = (instant: string, count: number): string =>
  new Date(Date.parse(instant) + count * 60_000).toISOString();

describe('mails through a real server', () => {
  let post: PostWorld;
  beforeEach(async () => {
    post = new PostWorld();
    await post.begin('2026-02-20T08:00:00.000Z');
  });
  afterEach(() => post.end());

  /** Goes on in steps of so many minutes, and does what is due at each. */
  async function until(end: string, step: number): Promise<void> {
    while (post.clock.now() < end) {
      const next = minutes(post.clock.now(), step);
      await post.at(next < end ? next : end);
    }
  }
  const about = (part: string): ReadMail[] => post.mails().filter(({ subject }) => subject.includes(part));
  const namesOf = (mails: readonly ReadMail[]): string[] => mails.map(({ to }) => to.split('@')[0]!).sort();
  const members = (): string[] => [...post.members].sort();
  const typesOf = async (name: string, window: string): Promise<string[]> =>
    (await post.streamOf(name, window)).map(({ type }) => type.replace('Effect', ''));

  /** Wednesday 4 March 2026; a meeting in a week, and a case whose last meeting it is. */
  async function meetingAndCase() {
    const meetingId = await post.meetingOn('2026-03-11');
    const changeId = await post.caseOf('anna', '2026-03-20');
    await post.worker();
    return { meetingId, changeId };
  }
  const SEVEN = instantAt('2026-03-04', '07:00');

  it('go at seven to everybody whom it concerns, once, with what is true and nothing sealed', async () => {
    const { meetingId } = await meetingAndCase();
    await until(minutes(SEVEN, -1), 24 * 60);
    const before = post.mails().length;
    expect(about('Møde i HovedMED')).toEqual([]);
    await until('2026-03-05T05:00:00.000Z', 240);
    expect(namesOf(about('Møde i HovedMED'))).toEqual(members());
    expect(post.mails().slice(before)).toHaveLength(5);
    const [mail] = about('Møde i HovedMED');
    expect(mail!.text).toContain('HovedMED holder møde onsdag den 11. marts 2026 (uge 11).');
    expect(mail!.text).toContain('Hvorfor får jeg denne mail?');
    expect(mail!.headers['auto-submitted']).toBe('auto-generated');
    const event = new ICAL.Component(ICAL.parse(mail!.calendar!)).getFirstSubcomponent('vevent')!;
    expect([event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('sequence')]).toEqual([meetingId, 0]);
    const all = JSON.stringify(post.mails()) + JSON.stringify(await post.log());
    expect(all).not.toContain('HEMMELIG');
    expect(JSON.stringify(await post.log())).not.toMatch(/kommunen\.eksempel|Navn /);
  }, 60_000);

  it('survive two days without a server: each comes once when it is back, and says that it is late', async () => {
    await meetingAndCase();
    await until(minutes(SEVEN, -10), 24 * 60);
    const before = post.mails().length;
    await post.serverDown();
    await until('2026-03-06T07:30:00.000Z', 30);
    expect(post.mails()).toHaveLength(before);
    await post.serverUp();
    await until('2026-03-06T09:00:00.000Z', 10);
    expect(namesOf(about('Møde i HovedMED'))).toEqual(members());
    expect(about('Møde i HovedMED').every(({ text }) => text.includes('kommer for sent'))).toBe(true);
    const log = await post.log();
    expect(log.filter(({ type }) => type === 'EffectFailed')).toEqual([]);
    expect(log.length).toBeLessThan(1500);
  }, 120_000);

  it('come again when the server asks for patience, once each, under the same name', async () => {
    await meetingAndCase();
    const asked = new Set<string>();
    post.server.manners = {
      mail: ({ to: [to] }) => (asked.size < asked.add(to!).size ? [451, '4.7.1 Greylisted'] : undefined),
    };
    await until('2026-03-04T08:00:00.000Z', 24 * 60);
    await until('2026-03-04T10:00:00.000Z', 10);
    expect(namesOf(about('Møde i HovedMED'))).toEqual(members());
    const seen = post.server.seen.length;
    expect(seen).toBe(post.mails().length + asked.size);
    const postponed = (await post.log()).filter(({ type }) => type === 'EffectPostponed');
    expect(postponed[0]!.data).toMatchObject({
      why: 'mail.try-later',
      answer: expect.stringContaining('451') as string,
    });
    expect(post.mails().every(({ text }) => !text.includes('gentaget'))).toBe(true);
  }, 60_000);

  it('that are refused for good are given up at once, the others come, and the secretariat is told in its next mail', async () => {
    const meetingId = (await meetingAndCase()).meetingId;
    post.server.manners = {
      receiver: (address) => (address.startsWith('carla') ? [550, '5.1.1 No such user'] : undefined),
    };
    await until('2026-03-05T09:00:00.000Z', 12 * 60);
    expect(namesOf(about('Møde i HovedMED'))).toEqual(members().filter((name) => name !== 'carla'));
    const refused = (await post.streamOf('carla', `2026-03-04/${meetingId}`)).at(-1)!;
    expect(refused.data).toMatchObject({
      error: 'mail.refused',
      isFinal: true,
      answer: expect.stringContaining('550') as string,
    });
    expect(namesOf(about('Navn carla kan ikke leveres'))).toEqual(['sekretaer']);
  }, 60_000);

  it('come once more, marked, after a crash between the answer of the server and the log', async () => {
    const { meetingId } = await meetingAndCase();
    await until(minutes(SEVEN, -1), 24 * 60);
    const { store } = post.world;
    const append = store.append.bind(store);
    const lost = new Set<string>();
    jest.spyOn(store, 'append').mockImplementation((stream, revision, events) => {
      const isFirst = events[0]!.type === 'EffectDone' && (lost.size === 0 || lost.has(stream));
      if (!isFirst) return append(stream, revision, events);
      lost.add(stream);
      return Promise.reject(new Error('the process is gone'));
    });
    post.clock.set(minutes(SEVEN, 1));
    await post.arrived(before(5));
    await post.killAll();
    jest.restoreAllMocks();
    await post.worker();
    await until(minutes(SEVEN, 60), 10);
    const mails = about('Møde i HovedMED');
    expect(mails).toHaveLength(6);
    const repeated = mails.filter(({ text }) => text.includes('Mailen er gentaget'));
    expect(repeated).toHaveLength(1);
    const same = mails.filter(({ messageId }) => messageId === repeated[0]!.messageId);
    expect(same.map(({ to }) => to)).toEqual([repeated[0]!.to, repeated[0]!.to]);
    expect(namesOf([...new Map(mails.map((mail) => [mail.to, mail])).values()])).toEqual(members());
    const name = repeated[0]!.to.split('@')[0]!;
    expect(await typesOf(name, `2026-03-04/${meetingId}`)).toEqual(['Claimed', 'Claimed', 'Done']);
  }, 60_000);
  const before = (more: number): number => post.mails().length + more;

  it('are one for each person after a week asleep, with everything in it, late', async () => {
    await post.meetingOn('2026-05-20');
    for (let n = 0; n < 3; n++) await post.caseOf('anna', '2026-06-10');
    const worker = await post.worker();
    await until('2026-04-20T12:00:00.000Z', 24 * 60);
    await post.kill(worker);
    const asleep = post.mails().length;
    post.clock.set('2026-04-29T12:00:00.000Z');
    await post.worker();
    await post.settle();
    const woken = post.mails().slice(asleep);
    expect(namesOf(woken)).toEqual([...new Set(namesOf(woken))]);
    const [mail] = woken.filter(({ to }) => to.startsWith('anna'));
    expect(mail!.subject).toMatch(/^Sag 2026-000\d: .* – og 2 frister mere$/);
    expect(mail!.text).toContain('kommer for sent');
    for (const number of ['2026-0001', '2026-0002', '2026-0003']) expect(mail!.text).toContain(number);
  }, 60_000);

  it.each([
    ['spring', '2026-03-28', '2026-04-07', '2026-03-31T05:00:00.000Z'],
    ['autumn', '2026-10-24', '2026-11-03', '2026-10-27T06:00:00.000Z'],
  ])(
    'know the night in %s in which the clock is changed',
    async (_which, saturday, meetingOn, sevenAfter) => {
      post.clock.set(instantAt(plusCalendarDays(saturday, -12), '12:00'));
      const meetingId = await post.meetingOn(meetingOn);
      const soon = await post.meetingOn(plusCalendarDays(saturday, 4));
      await post.worker();
      await until(instantAt(saturday, '20:00'), 12 * 60);
      expect(namesOf(about('Møde i HovedMED'))).toEqual(members());
      // In the middle of the hour that is skipped, or comes twice: people are told at once, whatever night it is.
      await until(new Date(Date.parse(`${plusCalendarDays(saturday, 1)}T00:59:30Z`)).toISOString(), 60);
      await post.say('MoveMeeting', { to: plusCalendarDays(saturday, 18), reason: 'HEMMELIG' }, soon);
      await until(minutes(post.clock.now(), 1), 1);
      expect(about('Flyttet')).toEqual([]);
      await until(minutes(post.clock.now(), 120), 1);
      expect(namesOf(about('Flyttet'))).toEqual(members());
      await until(minutes(sevenAfter, -1), 60);
      expect(about('Møde i HovedMED')).toHaveLength(5);
      await post.at(minutes(sevenAfter, 1));
      await until(minutes(sevenAfter, 600), 60);
      expect(about('Møde i HovedMED')).toHaveLength(10);
      expect(about('Flyttet')).toHaveLength(5);
      const event = new ICAL.Component(ICAL.parse(about('Flyttet')[0]!.calendar!)).getFirstSubcomponent('vevent')!;
      expect(event.getFirstPropertyValue('uid')).toBe(soon);
      expect(event.getFirstPropertyValue('sequence')).toBe(1);
      expect(meetingId).not.toBe(soon);
    },
    120_000,
  );
});
