import { instantAt } from '@rettidig/vocabulary';
import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import { RedisServer } from '../support/redis.js';
import { waitFor } from '../support/wait.js';
import { PostWorld } from './post-world.js';

/** Wednesday 4 March 2026: the day on which a meeting of 11 March is told, and a case for it three days before. */
const SEVEN = instantAt('2026-03-04', '07:00');
const minutes = (count: number): string => new Date(Date.parse(SEVEN) + count * 60_000).toISOString();

describe('what happens between the claim of a mail and its sending', () => {
  let post: PostWorld;
  beforeEach(async () => {
    post = new PostWorld();
    await post.begin('2026-02-20T08:00:00.000Z');
  });
  afterEach(() => post.end());

  /** Claimed at seven, and put off by the server; then something happens, and the server takes mail again. */
  async function putOffThen(meanwhile: () => Promise<unknown>): Promise<void> {
    await post.worker();
    await post.at(minutes(-1));
    post.server.manners = { mail: () => [451, '4.3.2 Not now'] };
    await post.at(minutes(1));
    expect((await post.log()).some(({ type }) => type === 'EffectPostponed')).toBe(true);
    await meanwhile();
    post.server.manners = {};
    for (const later of [10, 20, 40, 60]) await post.at(minutes(later));
  }
  const subjects = (): string[] => post.mails().map(({ to, subject }) => `${to.split('@')[0]!}: ${subject}`);
  const skipped = async () =>
    (await post.log()).filter(({ type }) => type === 'EffectSkipped').map(({ data }) => (data as { why: string }).why);

  it('a case is closed: nobody is told of it any more', async () => {
    await post.meetingOn('2026-03-09');
    const changeId = await post.caseOf('bo', '2026-03-20');
    await putOffThen(() => post.say('WithdrawChange', { reason: 'HEMMELIG' }, changeId));
    expect(subjects().filter((one) => /Sag .*meld punktet|Sag .*dagsordenen/.test(one))).toEqual([]);
    expect(await skipped()).toContain('no-longer-so');
    expect(subjects().some((one) => one.startsWith('naestformand: Sag 2026-0001: kravet om drøftelse'))).toBe(true);
  }, 30_000);

  it('a meeting is moved: nobody is told of the day that it was to be on', async () => {
    const meetingId = await post.meetingOn('2026-03-11');
    await putOffThen(async () => {
      await post.say('MoveMeeting', { to: '2026-03-12', reason: 'HEMMELIG' }, meetingId);
      // Looked for while the mails of the old day wait: the server has taken none, so nobody has heard of that day.
      await post.at(minutes(4));
    });
    expect(await skipped()).toEqual(Array(5).fill('no-longer-so'));
    expect(subjects()).toEqual([]);
    await post.at('2026-03-05T06:01:00.000Z');
    expect(subjects()).toHaveLength(5);
    for (const one of subjects()) expect(one).toContain('Møde i HovedMED torsdag den 12. marts 2026 (uge 11)');
  }, 30_000);

  it('a meeting is moved to a day whose week has begun: all is said at once, and once; who comes later is told too', async () => {
    const meetingId = await post.meetingOn('2026-03-11');
    await post.worker();
    await post.at(minutes(1));
    expect(post.mails()).toHaveLength(5);
    const reason = 'HEMMELIG';
    await post.say('MoveMeeting', { to: '2026-03-10', startsAt: '13:00', endsAt: '15:00', reason }, meetingId);
    for (const later of [2, 4, 6]) await post.at(minutes(later));
    const told = post.mails().slice(5);
    expect(told).toHaveLength(5);
    for (const { subject, text } of told) {
      expect(subject).toContain('Flyttet: mødet i HovedMED er nu tirsdag den 10. marts');
      for (const all of ['Mødet er kl. 13.00–15.00.', 'Dagsordenen er ikke lagt ind endnu.', 'Kan du ikke komme'])
        expect(text).toContain(all);
    }
    await post.at('2026-03-05T06:01:00.000Z');
    expect(post.mails()).toHaveLength(10);
    await post.seat('dora');
    await post.addressFor('dora');
    await post.at('2026-03-05T09:01:00.000Z');
    expect(subjects().slice(10)).toEqual([expect.stringMatching(/^dora: Møde i HovedMED tirsdag den 10. marts/)]);
    await post.say('MoveMeeting', { to: '2026-03-10', startsAt: '14:00', reason }, meetingId);
    await post.at('2026-03-05T09:04:00.000Z');
    expect(subjects().slice(11)).toEqual(
      Array(6).fill(
        expect.stringMatching(/: Nyt klokkeslæt: mødet i HovedMED tirsdag den 10. marts .* kl. 14.00–15.00$/),
      ),
    );
  }, 30_000);

  it('a deputy is called, and later no more: they get the next mail, and are told when they do not come', async () => {
    const meetingId = await post.meetingOn('2026-03-11');
    const called = (name: string | null) => {
      const personId = name === null ? null : post.person(name);
      return post.say('CallDeputy', { seatId: post.seats.get('carla'), personId }, meetingId);
    };
    for (const name of ['petra', 'dina']) await post.addressFor(name);
    await called('petra');
    await post.worker();
    await post.at(minutes(1));
    expect(post.receivers().sort()).toEqual(['anna', 'bo', 'carla', 'formand', 'naestformand', 'petra']);
    const [petra] = post.mails().filter(({ to }) => to.startsWith('petra'));
    expect(petra!.text).toContain('du har en plads i HovedMED eller er indkaldt som suppleant');
    expect(petra!.calendar).toContain('METHOD:REQUEST');
    // Everybody was told of that step, so whoever comes after gets the next one.
    await called('dina');
    await post.at(minutes(10));
    expect(post.mails()).toHaveLength(6);
    await post.say('MoveMeeting', { to: '2026-03-12', startsAt: '13:00', reason: 'HEMMELIG' }, meetingId);
    await post.at(minutes(13));
    const told = post.mails().slice(6);
    expect(told.map(({ to }) => to.split('@')[0]).sort()).toEqual([...post.members, 'dina', 'petra'].sort());
    const methods = told.map(({ to, calendar }) => [to.split('@')[0], /METHOD:(\w+)/.exec(calendar!)![1]]);
    expect(methods.filter(([, method]) => method === 'CANCEL')).toEqual([['petra', 'CANCEL']]);
    await post.at('2026-03-11T06:01:00.000Z');
    const last = post.receivers().slice(13);
    expect(last.sort()).toEqual([...post.members, 'dina'].sort());
    await called(null);
    await called('petra');
    await post.at('2026-03-12T06:01:00.000Z');
    expect(post.mails()).toHaveLength(19);
  }, 30_000);

  it('a person is gone: they are not told, whoever is there is', async () => {
    await post.meetingOn('2026-03-11');
    await putOffThen(() => post.say('VacateSeat', { seatId: post.seats.get('carla'), on: '2026-03-04' }));
    expect(post.receivers().sort()).toEqual(['anna', 'bo', 'formand', 'naestformand']);
    expect(await skipped()).toEqual(['not-receiver']);
  }, 30_000);

  it('a case goes to somebody else: the new one is told, once, and the one before is not', async () => {
    await post.meetingOn('2026-03-09');
    const changeId = await post.caseOf('bo', '2026-03-20');
    const toldBefore = post.mails().length;
    await putOffThen(() => post.say('AssignCaseOwner', { ownerId: post.person('anna') }, changeId));
    const told = subjects().slice(toldBefore);
    expect(told.filter((one) => one.includes('Sag 2026-0001'))).toEqual([expect.stringMatching(/^anna: /)]);
  }, 30_000);

  it('an address is gone: somebody who can be reached is told instead, and why', async () => {
    await post.meetingOn('2026-03-09');
    await post.caseOf('bo', '2026-03-20');
    await putOffThen(() => post.world.privateStore.keepContact(post.person('bo'), { address: null }));
    const told = post.mails().filter(({ subject }) => subject.includes('Sag 2026-0001'));
    expect(told.map(({ to }) => to.split('@')[0]).sort()).toEqual(['leder', 'sekretaer']);
    expect(told[0]!.text).toContain('den ansvarlige for sagen ikke kan nås');
  }, 30_000);
});

describe('what has to be told at once', () => {
  let post: PostWorld;
  beforeEach(async () => {
    post = new PostWorld();
    await post.begin('2026-02-20T08:00:00.000Z');
  });
  afterEach(() => post.end());
  const toDeputy = (): string[] =>
    post
      .mails()
      .filter(({ to }) => to.startsWith('naestformand'))
      .map(({ subject }) => subject);

  it('and happens within two minutes is one mail, what comes after them is another', async () => {
    const cases: string[] = [];
    for (let n = 0; n < 3; n++) cases.push(await post.caseOf('bo', '2026-06-10'));
    await post.worker();
    await post.at(minutes(-60));
    const before = toDeputy().length;
    for (const [at, changeId] of [0, 1, 3].map((at, n) => [at, cases[n]!] as const)) {
      await post.at(minutes(at));
      await post.say('WithdrawChange', { reason: 'HEMMELIG' }, changeId);
    }
    await post.at(minutes(5));
    await post.at(minutes(6));
    const told = toDeputy().slice(before);
    // The first of them is the mail of the morning.
    expect(told.slice(1)).toEqual([
      expect.stringMatching(/^Sag 2026-000[12]: kravet om drøftelse.* – og 1 mere$/),
      expect.stringMatching(/^Sag 2026-0003: kravet om drøftelse/),
    ]);
  }, 30_000);

  it('is told to those above and to the secretariat where the server refuses its receiver for good', async () => {
    await post.meetingOn('2026-03-09');
    await post.caseOf('bo', '2026-03-20');
    await post.worker();
    post.server.manners = { receiver: (address) => (address.startsWith('bo') ? [550, '5.1.1 Unknown'] : undefined) };
    await post.at(minutes(1));
    await post.at(minutes(5));
    const told = post.mails().filter(({ text }) => text.includes('Sag 2026-0001'));
    expect(told.map(({ to }) => to.split('@')[0]).sort()).toEqual(['leder', 'sekretaer']);
    for (const { text } of told) expect(text).toContain('den ansvarlige for sagen ikke kan nås');
  }, 30_000);
});

/** By the machine's clock, which is the one that Redis goes by, these days must be over: else their mails wait there. */
describe('a Redis that is emptied', () => {
  it('loses nothing and repeats nothing', async () => {
    const post = new PostWorld();
    const redis = await RedisServer.start();
    try {
      await post.begin('2026-02-20T08:00:00.000Z');
      await post.meetingOn('2026-03-11');
      const queue = await BullMqEffectQueue.open({ url: redis.url, prefix: 'mails', log: () => {} });
      await post.worker({ queue });
      await post.at(minutes(-1));
      let taken = 0;
      // Three are sent, two are put off.
      post.server.manners = { mail: () => ((taken += 1) > 3 ? [451, '4.3.2 Not now'] : undefined) };
      post.clock.set(minutes(1));
      post.poke();
      await waitFor(async () => {
        const log = await post.log();
        return ['EffectPostponed', 'EffectDone'].every((one) => log.some(({ type }) => type === one)) && taken >= 5;
      });
      redis.flush();
      post.server.manners = {};
      // Nobody names them due any more: they are known from the log.
      post.clock.set(minutes(20));
      post.poke();
      await waitFor(() => post.mails().length >= 5);
      await post.settle();
      expect(post.receivers().sort()).toEqual([...post.members].sort());
      expect(post.mails().some(({ text }) => text.includes('gentaget'))).toBe(false);
    } finally {
      await post.end();
      await redis.remove();
    }
  }, 60_000);
});
