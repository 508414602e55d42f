import { TryLater, type EngineStatus } from '@rettidig/event-sourcing';
import { tmpdir } from 'node:os';
import type { RunningEngine } from '../engine/open-engine.js';
import { causesOf } from './causes.js';
import { Vitals } from './vitals.js';

const status: EngineStatus = {
  ...{ ready: true, head: '9', reference: '9', lag: 0, views: [], reactions: [], parked: [] },
  ...{ trouble: null, unknown: null, referenceTrouble: null },
};
const never = (): Promise<never> => new Promise(() => {});

/** An engine whose parts answer as a test says. */
const running = (parts: object): RunningEngine =>
  ({
    engine: { status: () => Promise.resolve(status), projector: { position: '9' } },
    store: { status: () => ({ trouble: null, subscription: 'live' }), readAll: () => Promise.resolve([]) },
    privateStore: { hasNoKeys: () => Promise.resolve(false), status: () => ({ trouble: null }) },
    queue: undefined,
    effects: undefined,
    ...parts,
  }) as unknown as RunningEngine;

const codesOf = async (vitals: Vitals): Promise<string[]> =>
  causesOf(await vitals.look(), 'en').map(({ code, about }) => `${code} ${about}`);

describe('how everything stands', () => {
  it('is told of all parts, and of a queue only where there is one', async () => {
    const facts = await new Vitals(running({}), 'all', tmpdir()).look();
    expect(facts).toMatchObject({ engine: status, queue: null, sweeps: [], store: { subscription: 'live' } });
    expect(facts.freeBytes).toBeGreaterThan(0);
  });

  it('is told of mail where mail is sent', async () => {
    const post = { mailer: { status: () => ({ trouble: 'mail.unreachable' }) }, staysIn: '/data/outbox' };
    expect(await new Vitals(running({}), 'worker', tmpdir(), post).look()).toMatchObject({
      ...{ mail: { trouble: 'mail.unreachable' }, mailStaysIn: '/data/outbox' },
    });
    expect(await new Vitals(running({}), 'api', tmpdir()).look()).toMatchObject({ mail: null, mailStaysIn: null });
  });

  it('is told in time by what was known last when the log hangs', async () => {
    let answers = true;
    const engine = { status: () => (answers ? Promise.resolve({ ...status, lag: 3 }) : never()) };
    const vitals = new Vitals(running({ engine }), 'all', tmpdir());
    await vitals.look();
    answers = false;
    const facts = await vitals.look();
    expect(facts.engine).toMatchObject({ lag: 3, ready: false, trouble: 'no-answer' });
  });

  it('is no answer while nothing was ever heard of the log', async () => {
    const vitals = new Vitals(running({ engine: { status: never } }), 'all', tmpdir());
    expect(await codesOf(vitals)).toEqual(['store-trouble no-answer']);
  });

  it('names each part that does not answer, or says why not', async () => {
    const refusing = (code: string) => () => Promise.reject(new TryLater(code, 1));
    const vitals = new Vitals(
      running({
        store: { status: () => ({ trouble: 'store.unreachable', subscription: 'backing-off' }) },
        privateStore: { hasNoKeys: refusing('private.unreachable') },
        queue: { status: never },
      }),
      'api',
      tmpdir(),
    );
    expect(await codesOf(vitals)).toEqual([
      'store-unreachable store.unreachable',
      'private-store-trouble private.unreachable',
      'queue-trouble no-answer',
    ]);
  });
});

describe('how far the views are behind in time', () => {
  const at = '2026-04-24T10:00:00.000Z';
  const behind = (readAll: () => Promise<unknown>) =>
    new Vitals(running({ store: { readAll } }), 'all', tmpdir()).behindBy(Date.parse(at) + 2500);

  it('is counted from the oldest event that they have not seen', async () => {
    expect(await behind(() => Promise.resolve([{ meta: { recordedAt: at } }]))).toBe(2500);
    expect(await behind(() => Promise.resolve([]))).toBe(0);
  });

  it('is not known while the log does not answer', async () => {
    expect(await behind(() => Promise.reject(new TryLater('store.unreachable', 1)))).toBe(0);
  });
});
