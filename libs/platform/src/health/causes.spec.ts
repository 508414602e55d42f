import type { EngineStatus } from '@rettidig/event-sourcing';
import { causesOf } from './causes.js';
import type { Facts } from './vitals.js';

const engine: EngineStatus = {
  ready: true,
  head: '9',
  reference: '9',
  lag: 0,
  views: [{ name: 'register', version: 2, state: 'live', position: '9', done: 0, total: 0, eventsPerSecond: 0 }],
  reactions: [],
  parked: [],
  trouble: null,
  unknown: null,
  referenceTrouble: null,
};
const noJobs = { trouble: null, waiting: 0, delayed: 0, active: 0, dead: 0 };
const well: Facts = {
  role: 'all',
  engine,
  store: { trouble: null, subscription: 'live' },
  privateStore: { trouble: null },
  queue: noJobs,
  sweeps: [],
  mail: { trouble: null },
  mailStaysIn: null,
  freeBytes: 10 ** 10,
};
const withEngine = (part: Partial<EngineStatus>): Facts => ({ ...well, engine: { ...engine, ...part } });
const told = (facts: Facts): string[] =>
  causesOf(facts, 'en').map(({ code, about, severity }) => `${code} ${about} ${severity}`);
const parked = (reaction: string, eventId: string) => ({
  reaction,
  eventId,
  position: '1',
  error: 'Error',
  attempts: 10,
});

describe('why a process is not ready', () => {
  it('is nothing when all is well, and not a short lag', () => {
    expect(causesOf(well, 'da')).toEqual([]);
    expect(causesOf(withEngine({ lag: 500 }), 'da')).toEqual([]);
  });

  it('is a view that is being built, with how far it is', () => {
    const views = [{ ...engine.views[0]!, state: 'building' as const, done: 250, total: 1000 }];
    expect(causesOf(withEngine({ views }), 'da')).toEqual([
      {
        code: 'view-building',
        about: 'register',
        detail: 'Visningen register er ved at blive bygget: 25 %.',
        severity: 'not-ready',
      },
    ]);
  });

  it('is not a view that is filled anew while the old one serves', () => {
    const views = [engine.views[0]!, { ...engine.views[0]!, state: 'building' as const, done: 250, total: 1000 }];
    expect(told(withEngine({ views }))).toEqual([]);
  });

  it('is a view that stopped, a lag, and a disk that fails', () => {
    const views = [{ ...engine.views[0]!, state: 'failed' as const }];
    const causes = causesOf(withEngine({ views, lag: 20_000, trouble: 'store.disk-full' }), 'en');
    expect(causes.map(({ code }) => code)).toEqual(['store-trouble', 'view-failed', 'view-behind']);
    expect(causes[2]!.detail).toBe('The views are 20000 events behind.');
  });

  it('is a log that does not answer, told once and not again for the views that wait for it', () => {
    const store = { trouble: 'store.unreachable', subscription: 'backing-off' as const };
    expect(told({ ...withEngine({ trouble: 'store.unreachable' }), store })).toEqual([
      'store-unreachable store.unreachable not-ready',
    ]);
  });

  it.each(['connecting', 'catching-up', 'backing-off'] as const)('is a subscription that is %s', (subscription) => {
    expect(told({ ...well, store: { trouble: null, subscription } })).toEqual([
      `subscription-not-live ${subscription} not-ready`,
    ]);
  });

  it('is a subscription that failed for good, with why', () => {
    const store = { trouble: 'store.access-denied', subscription: 'failed' as const };
    expect(told({ ...well, store })).toEqual(['subscription-failed store.access-denied not-ready']);
  });

  it('is an event of a type that this version does not know: by name, with what waits behind it and what to do', () => {
    const facts = withEngine({
      ...{ unknown: { type: 'CommitteeMerged' }, lag: 3 },
      ...{ trouble: 'event-type.unknown', referenceTrouble: 'event-type.unknown' },
    });
    expect(causesOf(facts, 'en').map(({ code, about, detail }) => [code, about, detail])).toEqual([
      [
        'unknown-event-type',
        'CommitteeMerged',
        'The log holds events of the type CommitteeMerged, which this version does not know; 3 events wait to be read. A newer version wrote them: upgrade this one.',
      ],
    ]);
  });

  it('is reference data that cannot follow, and a private store that does not answer', () => {
    const facts = {
      ...withEngine({ referenceTrouble: 'reference-behind' }),
      privateStore: { trouble: 'private.unreachable' },
    };
    expect(told(facts)).toEqual([
      'private-store-trouble private.unreachable not-ready',
      'reference-behind reference-behind not-ready',
    ]);
  });

  it('is each reaction that gave events up, with how many; one that stands by is as it should be', () => {
    const facts = withEngine({
      parked: [parked('mirror', 'a'), parked('mirror', 'b'), parked('confirm', 'c')],
      reactions: [{ name: 'mirror', state: 'standing-by', position: '' }],
    });
    expect(causesOf(facts, 'en').map(({ detail }) => detail)).toEqual([
      'The reaction mirror has given up 2 events.',
      'The reaction confirm has given up 1 events.',
    ]);
  });

  it('is a reaction whose place does not fit the log', () => {
    const trouble = { eventId: null, error: 'store.checkpoint-ahead', attempts: 1 };
    const reactions = [{ name: 'mirror', state: 'standing-by' as const, position: '', trouble }];
    expect(told(withEngine({ reactions }))).toEqual(['reaction-lost mirror not-ready']);
  });

  it('is a disk that is nearly full', () => {
    expect(causesOf({ ...well, freeBytes: 5 * 1024 * 1024 }, 'da')).toEqual([
      {
        code: 'disk-full',
        about: 'data',
        detail: 'Der er kun 5 MiB plads tilbage i datamappen.',
        severity: 'not-ready',
      },
    ]);
  });
});

describe('what somebody should look at although the work goes on', () => {
  it('is a queue that an API does without, and a worker does not', () => {
    const queue = { ...noJobs, trouble: 'queue.unreachable' };
    expect(told({ ...well, role: 'api', queue })).toEqual(['queue-trouble queue.unreachable degraded']);
    expect(told({ ...well, role: 'worker', queue })).toEqual(['queue-trouble queue.unreachable not-ready']);
    expect(told({ ...well, queue })).toEqual(['queue-trouble queue.unreachable not-ready']);
  });

  it('is jobs that were given up, and a sweep that could not look', () => {
    const sweeps = [{ effect: 'take-in-agenda', lookedAt: null, trouble: 'view-building', reachesNobody: 0 }];
    expect(told({ ...well, queue: { ...noJobs, dead: 2 }, sweeps })).toEqual([
      'effects-dead effects degraded',
      'sweep-failed take-in-agenda degraded',
    ]);
  });

  it('is what can reach nobody, with how much it is', () => {
    const sweeps = [{ effect: 'send-mail', lookedAt: null, trouble: null, reachesNobody: 3 }];
    const [cause, ...more] = causesOf({ ...well, sweeps }, 'da');
    expect(cause).toMatchObject({ code: 'nobody-reached', about: 'send-mail', severity: 'degraded' });
    expect(cause!.detail).toMatch(/^3 påmindelser kan ikke nå nogen .*mails\/undeliverable/);
    expect(more).toEqual([]);
  });

  it('is an outbox that nobody sends and no page shows', () => {
    expect(told({ ...well, role: 'worker', mailStaysIn: '/data/outbox' })).toEqual([
      'mail-stays-here /data/outbox degraded',
    ]);
  });

  it('is a mail server that takes nothing, for everything else goes on; nothing is said where no mail is sent', () => {
    const [cause] = causesOf({ ...well, mail: { trouble: 'mail.unreachable' } }, 'da');
    expect(cause).toMatchObject({ code: 'mail-trouble', about: 'mail.unreachable', severity: 'degraded' });
    expect(cause!.detail).toContain('(mail.unreachable). Intet er tabt');
    expect(told({ ...well, mail: null })).toEqual([]);
  });

  it('is a reaction that has tried more than a few times', () => {
    const waiting = (attempts: number) =>
      withEngine({
        reactions: [
          { name: 'mirror', state: 'running', position: '', trouble: { eventId: 'e', error: 'view-behind', attempts } },
        ],
      });
    expect(told(waiting(2))).toEqual([]);
    expect(told(waiting(9))).toEqual(['reaction-waiting mirror degraded']);
  });
});
