import type { MailAbout, DueItem } from '../due.types.js';
import type { Lane } from '../kind.js';
import type { Receiver } from '../receivers.js';
import { toldNobody, type Told } from '../told.js';
import { mailsDue, type DueForPeople, type MailsQuestion } from './group-mails.js';

const TODAY = '2026-05-04';
const NOW = '2026-05-04T09:00:00.000Z';
const OPENED = '2026-05-04T08:57:00.000Z';

const item = (
  key: string,
  more: { lane?: Lane; window?: string | null; anchor?: string; kind?: string } = {},
): DueItem => ({
  item: {
    ...{ key, kind: more.kind ?? 'itemDue', step: 'workday-3', subject: 'change-1', item: key, armed: 1 },
    ...{ anchor: more.anchor ?? '2026-05-07', dueOn: TODAY, late: false, plannedLate: false, number: '2026-0001' },
    about: more.kind === 'meetingComing' ? { meetingId: key } : { changeId: '1' },
  },
  ...{
    lane: more.lane ?? 'dated',
    to: ['owner'],
    escalates: false,
    toldBefore: [],
    knownTo: [],
    toldWith: null,
    overtaken: [],
  },
  window: more.window ?? null,
});
const person = (personId: string): Receiver => ({ personId, as: ['owner'], substituteFor: [], fallback: false });
const found = (due: DueItem, people: string[], told: string[] = [], more: Partial<Told> = {}): DueForPeople => ({
  due,
  receivers: people.map(person),
  told: { ...toldNobody, persons: new Set(told), ...more },
});
const mails = (list: DueForPeople[], more: Partial<MailsQuestion> = {}) =>
  mailsDue({ found: list, noticesOf: () => 'digest', stateOf: () => 'free', now: NOW, today: TODAY, ...more }).map(
    ({ key, runAt, about }) => {
      const { items, ...rest } = about as unknown as MailAbout;
      return { key, runAt, ...rest, items: items.map((one) => one.key) };
    },
  );

describe('the mails that are due', () => {
  it('are one for each person and morning, with everything of it, the earliest day first', () => {
    const list = [
      found(item('b', { anchor: '2026-05-08' }), ['ole', 'ida']),
      found(item('a'), ['ole']),
      found(item('c', { anchor: '2026-05-01' }), ['ole']),
    ];
    expect(mails(list)).toEqual([
      { key: `ole/${TODAY}`, runAt: NOW, to: 'ole', lane: 'dated', window: TODAY, items: ['c', 'a', 'b'] },
      { key: `ida/${TODAY}`, runAt: NOW, to: 'ida', lane: 'dated', window: TODAY, items: ['b'] },
    ]);
  });

  it('leave out who was told, and still say who was to be told', () => {
    const list = [found(item('a'), ['ole', 'ida'], ['ole'])];
    const [mail] = mailsDue({
      ...{ found: list, noticesOf: () => 'digest' as const, stateOf: () => 'free' as const, now: NOW, today: TODAY },
    });
    expect(mail!.key).toBe(`ida/${TODAY}`);
    expect((mail!.about as unknown as MailAbout).items[0]).toMatchObject({
      ...{ of: ['ole', 'ida'], as: ['owner'], fallback: false },
      asked: { lane: 'dated', to: ['owner'], escalates: false, toldBefore: [], refusedBy: [] },
    });
  });

  it('are apart of what no mail may be written of, so that nothing else is given up with it', () => {
    const givenUp = new Set(['ole']);
    const list = [
      found(item('a'), ['ida'], ['ole'], { givenUp, mayBeUnwritable: true }),
      found(item('b'), ['ida'], ['ole'], { givenUp }),
      found(item('c'), ['ida']),
    ];
    expect(mails(list).map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
  });

  it('of what is urgent are one for each window, and go first', () => {
    const urgent = { lane: 'urgent', window: OPENED } as const;
    const later = { lane: 'urgent', window: '2026-05-04T08:58:30.000Z' } as const;
    const list = [
      found(item('dated', { anchor: '2026-05-01' }), ['ole']),
      found(item('a', urgent), ['ole']),
      found(item('b', urgent), ['ole']),
      found(item('c', later), ['ole']),
    ];
    expect(mails(list).map(({ key, items }) => [key, items])).toEqual([
      [`ole/${OPENED}`, ['a', 'b']],
      [`ole/${later.window}`, ['c']],
      [`ole/${TODAY}`, ['dated']],
    ]);
  });

  it('hold what was urgent on a day off, with the rest of the morning, urgent first', () => {
    const list = [
      found(item('dated', { anchor: '2026-05-01' }), ['ole']),
      found(item('a', { lane: 'urgent' }), ['ole']),
    ];
    expect(mails(list)).toMatchObject([{ key: `ole/${TODAY}`, lane: 'urgent', items: ['a', 'dated'] }]);
  });

  it('of a meeting are mails of their own, one for each', () => {
    const list = [
      found(item('m1', { kind: 'meetingComing' }), ['ole']),
      found(item('m2', { kind: 'meetingComing' }), ['ole']),
      found(item('a'), ['ole']),
    ];
    expect(mails(list).map(({ key }) => key)).toEqual([`ole/${TODAY}`, `ole/${TODAY}/m1`, `ole/${TODAY}/m2`]);
  });

  it('of what needs nothing done come as each person wants: at once, with the next morning, not at all', () => {
    const fresh = found(item('n', { lane: 'notice', window: OPENED }), ['atOnce', 'digest', 'none']);
    const old = found(item('o', { lane: 'notice' }), ['atOnce', 'digest', 'none']);
    const noticesOf = (personId: string) => personId as 'atOnce';
    expect(mails([fresh, old], { noticesOf }).map(({ key, items }) => [key, items])).toEqual([
      [`atOnce/${OPENED}`, ['n']],
      [`atOnce/${TODAY}`, ['o']],
      [`digest/${TODAY}`, ['o']],
    ]);
    const [mail] = mailsDue({ found: [old], noticesOf, stateOf: () => 'free', now: NOW, today: TODAY });
    expect((mail!.about as unknown as MailAbout).items[0]!.of).toEqual(['atOnce', 'digest']);
  });

  it('of what comes after the mail of the morning wait for the next, unless its day is here', () => {
    const stateOf = (key: string) => (key === `ole/${TODAY}` ? 'used' : 'free');
    expect(mails([found(item('a'), ['ole'])], { stateOf })).toEqual([]);
    const today = found(item('b', { anchor: TODAY }), ['ole']);
    expect(mails([found(item('a'), ['ole']), today], { stateOf })).toMatchObject([
      { key: `ole/${TODAY}~2`, items: ['b', 'a'] },
    ]);
  });

  it('are the same whatever order things are found in', () => {
    const list = ['x', 'y', 'z'].map((key) => found(item(key), ['ole', 'ida']));
    const keys = (one: DueForPeople[]) => mails(one).map(({ key, items }) => `${key} ${items.join()}`);
    expect(keys([...list].reverse()).sort()).toEqual(keys(list).sort());
  });
});
