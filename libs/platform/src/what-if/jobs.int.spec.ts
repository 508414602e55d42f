import { idOf, type ActTools, type ActRequest } from '@rettidig/event-sourcing';
import { memoryEngine, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { Id } from '@rettidig/vocabulary';
import { tallyFeature } from '../testing/tally.js';
import { answersFor } from './answers.js';
import { whatIfJobs } from './jobs.js';
import type { Turning } from './rehearse.js';
import type { Pulse } from './signs-of-life.js';

class Turned {
  @Id({ description: 'The tally.' })
  id!: string;
}

/** A pulse that goes on when a spec says so. */
class GivenPulse implements Pulse {
  private now = 0;
  private readonly acts = new Map<() => void, { readonly each: number; next: number }>();

  every(milliseconds: number, act: () => void): () => void {
    this.acts.set(act, { each: milliseconds, next: this.now + milliseconds });
    return () => this.acts.delete(act);
  }

  elapsed = (): number => this.now;

  async pass(seconds: number): Promise<void> {
    this.now += seconds * 1000;
    for (const [act, due] of this.acts) {
      for (; due.next <= this.now; due.next += due.each) act();
    }
    // Signs are given beside the one who waits.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** The process is no more. */
  dies(): void {
    this.acts.clear();
  }
}

describe('the jobs of several processes', () => {
  const { engine, privateStore } = memoryEngine([tallyFeature], { clock: new ScriptedClock() });
  const tools: ActTools = { engine, privateStore };
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  /** One of the processes that share a private store; what its jobs come to is known when `ends` is called. */
  const process = () => {
    const pulse = new GivenPulse();
    let ends = (): void => undefined;
    const waited = new Promise<void>((resolve) => (ends = resolve));
    const turning: Turning<Turned> = { item: Turned, turned: () => waited.then(() => []) };
    const { begin, get } = whatIfJobs(turning, answersFor(Turned), pulse);
    return {
      pulse,
      ends,
      begin: async (key: string) => (await begin.act({ drafts: [start] }, tools, request(key))).id,
      ask: async (id: string) => get.handle({ id }, engine.queryContext(actor, 'da')),
    };
  };
  const actor = { id: idOf('somebody'), role: 'secretariat' };
  const start = { command: 'StartTally', message: { kind: 'small', note: 'meetings', on: '2026-04-24' } };
  const request = (key: string): ActRequest => ({
    ...{ actor, now: '2026-04-24T10:00:00.000Z', language: 'da' },
    ...{ commandId: idOf('job', key), correlationId: idOf(key) },
  });

  it('is told by every process: how far it is, then what came of it', async () => {
    const [one, other] = [process(), process()];
    const id = await one.begin('told');
    expect(await one.ask(id)).toMatchObject({ ended: false, done: 0 });
    expect(await other.ask(id)).toMatchObject({ ended: false, done: null, refused: null });
    for (let minute = 0; minute < 5; minute++) {
      await one.pulse.pass(60);
      await other.pulse.pass(60);
      expect(await other.ask(id)).toMatchObject({ ended: false, done: 0 });
    }
    one.ends();
    let told = await other.ask(id);
    while (!told.ended) told = await other.ask(id);
    expect(told).toMatchObject({ refused: null, total: 0, done: null });
  });

  it('is lost when its process died, for whoever has waited for a sign of it', async () => {
    const [one, other] = [process(), process()];
    const id = await one.begin('lost');
    await one.pulse.pass(10);
    one.pulse.dies();
    expect(await other.ask(id)).toMatchObject({ ended: false, done: 0 });
    await other.pulse.pass(60);
    expect(await other.ask(id)).toMatchObject({ ended: false });
    await other.pulse.pass(1);
    expect(await other.ask(id)).toMatchObject({ ended: true, refused: 'what-if.lost', items: [], total: null });
    // It had only been frozen: what came of it all the same is told.
    one.ends();
    let told = await other.ask(id);
    while (told.refused !== null) told = await other.ask(id);
    expect(told).toMatchObject({ ended: true, total: 0 });
  });

  it('is lost also when it died before it gave a sign, and known to nobody when it was never begun', async () => {
    const [one, other] = [process(), process()];
    const id = await one.begin('at once');
    one.pulse.dies();
    expect(await other.ask(id)).toMatchObject({ ended: false, done: null });
    await other.pulse.pass(61);
    expect(await other.ask(id)).toMatchObject({ ended: true, refused: 'what-if.lost' });
    await expect(other.ask(idOf('never'))).rejects.toMatchObject({ code: 'what-if.job-unknown', status: 404 });
  });
});
