import { Refused, RevisionConflict, TryLater, type CommandEnded } from '@rettidig/event-sourcing';
import { TallyApp } from '../testing/tally-app.js';
import { Metrics } from './metrics.js';

const lineOf = (text: string, start: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(start));
const valueOf = (text: string, start: string): number => Number(lineOf(text, start)?.split(' ').at(-1));

describe('/metrics', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start({ processMetrics: true })));
  afterAll(() => app.stop());

  it('is for whoever watches: in the format of Prometheus, without a persona, from behind a proxy too', async () => {
    const { status, headers, text } = await app.get('/metrics', { as: '', headers: { 'x-forwarded-for': '10.0.0.1' } });
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
    });
    expect(text).toMatch(/^# TYPE rettidig_commands_total counter$/m);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('counts commands and questions by name and how they ended, and times them and the appends', async () => {
    const id = await app.tally();
    const again = { key: 'the-same-key', body: { by: 2 } };
    await app.post(`/api/v1/tallies/${id}/additions`, again);
    await app.post(`/api/v1/tallies/${id}/additions`, again);
    await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 999 } });
    await app.post('/api/v1/tallies', { as: 'auditor', body: { kind: 'small', note: 'x', on: '2026-04-24' } });
    await app.post(`/api/v1/tallies/${id}/note`, { body: { note: 'y' }, headers: { 'if-match': '"99"' } });
    await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 13 } });
    await app.get('/api/v1/tallies');
    const { text } = await app.get('/metrics');
    const commands = (command: string, result: string): number =>
      valueOf(text, `rettidig_commands_total{command="${command}",result="${result}"}`);
    expect(commands('StartTally', 'ok')).toBe(1);
    expect(commands('StartTally', 'refused-403')).toBe(1);
    expect(commands('AddToTally', 'ok')).toBe(1);
    expect(commands('AddToTally', 'repeated')).toBe(1);
    expect(commands('AddToTally', 'refused-409')).toBe(1);
    expect(commands('AddToTally', 'error')).toBe(1);
    expect(commands('RenameTally', 'conflict')).toBe(1);
    expect(valueOf(text, 'rettidig_command_duration_seconds_count{command="AddToTally"}')).toBe(4);
    expect(valueOf(text, 'rettidig_append_duration_seconds_count{result="ok"}')).toBe(2);
    expect(valueOf(text, 'rettidig_queries_total{query="ListTallies",result="ok"}')).toBe(1);
    expect(valueOf(text, 'rettidig_query_duration_seconds_count{query="ListTallies"}')).toBe(1);
  });

  it('tells how views, subscription and stores stand', async () => {
    await app.app.engine.settled();
    const { text } = await app.get('/metrics');
    expect(valueOf(text, 'rettidig_projection_lag_events')).toBe(0);
    expect(valueOf(text, 'rettidig_projection_lag_seconds')).toBe(0);
    expect(valueOf(text, 'rettidig_subscription_state{state="live"}')).toBe(1);
    expect(valueOf(text, 'rettidig_subscription_state{state="backing-off"}')).toBe(0);
    expect(valueOf(text, 'rettidig_engine_up{engine="event-store"}')).toBe(1);
    expect(valueOf(text, 'rettidig_engine_up{engine="private-store"}')).toBe(1);
    expect(text).not.toContain('engine="queue"');
  });

  it('has names and codes of the program in its labels and nothing else', async () => {
    const note = 'Grethe Sandemand';
    const id = await app.tally('manager', note);
    await app.get(`/api/v1/tallies?text=${encodeURIComponent(note)}`);
    await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 1 } });
    const { text } = await app.get('/metrics');
    expect(text).not.toContain('Grethe');
    expect(text).not.toContain(id);
    for (const [, value] of text.matchAll(/(?:command|query|effect|result|state|reaction|engine)="([^"]*)"/g))
      expect(value).toMatch(/^[A-Za-z]+(-[a-z0-9]+)*$/);
  });
});

describe('what is measured of commands and effects', () => {
  const request = {
    command: 'AddToTally',
    message: {},
    actor: { id: '', role: 'manager' },
    commandId: '',
    correlationId: '',
    byPerson: true,
  };
  const facts = {
    role: 'worker' as const,
    engine: {
      ...{ ready: false, head: '9', reference: '9', lag: 7, views: [], trouble: 'store.unreachable', unknown: null },
      referenceTrouble: null,
      parked: [{ reaction: 'mirror', eventId: 'e', position: '1', error: 'Error', attempts: 10 }],
      reactions: [{ name: 'mirror', state: 'standing-by' as const, position: '1' }],
    },
    store: { trouble: 'store.unreachable', subscription: 'backing-off' as const },
    privateStore: { trouble: 'private.unreachable' },
    queue: { trouble: 'queue.unreachable', waiting: 1, delayed: 2, active: 3, dead: 4 },
    sweeps: [{ effect: 'send-mail', lookedAt: null, trouble: null, reachesNobody: 5 }],
    mail: null,
    mailStaysIn: null,
    freeBytes: 1,
  };

  it.each([
    [new TryLater('store.unreachable', 5), 'try-later'],
    [new TryLater('stream.busy', 1), 'conflict'],
    [new RevisionConflict('tally-1', 0, 1), 'conflict'],
    [new Refused('etag.stale', {}, 412), 'conflict'],
    [new Refused('tally.unknown', {}, 404), 'refused-404'],
    [new TypeError('a secret'), 'error'],
  ])('tells %s as %s', async (error, result) => {
    const metrics = new Metrics();
    metrics.commandEnded({ request, milliseconds: 12, error } satisfies CommandEnded);
    expect(await metrics.text(facts, 0)).toContain(
      `rettidig_commands_total{command="AddToTally",result="${result}"} 1`,
    );
  });

  it('tells effects by how they ended, how late they were done, and which may have been had twice', async () => {
    const metrics = new Metrics();
    const ended = { name: 'send-mail', isFinal: false, milliseconds: 20, correlationId: 'x' };
    metrics.effectEnded({ ...ended, result: 'done', delayMs: 90_000, isRepeat: true });
    metrics.effectEnded({ ...ended, result: 'failed', delayMs: 0, isRepeat: false });
    const text = await metrics.text(facts, 0);
    expect(valueOf(text, 'rettidig_effects_total{effect="send-mail",result="done"}')).toBe(1);
    expect(valueOf(text, 'rettidig_effects_total{effect="send-mail",result="failed"}')).toBe(1);
    expect(valueOf(text, 'rettidig_effect_repeats_total{effect="send-mail"}')).toBe(1);
    expect(valueOf(text, 'rettidig_effect_delay_seconds_bucket{le="60",effect="send-mail"}')).toBe(0);
    expect(valueOf(text, 'rettidig_effect_delay_seconds_bucket{le="300",effect="send-mail"}')).toBe(1);
    expect(valueOf(text, 'rettidig_effect_delay_seconds_count{effect="send-mail"}')).toBe(1);
  });

  it('tells engines that do not answer, the lag, the jobs, the reactions and what they gave up', async () => {
    const text = await new Metrics().text(facts, 4500);
    expect(valueOf(text, 'rettidig_engine_up{engine="event-store"}')).toBe(0);
    expect(valueOf(text, 'rettidig_engine_up{engine="private-store"}')).toBe(0);
    expect(valueOf(text, 'rettidig_engine_up{engine="queue"}')).toBe(0);
    expect(valueOf(text, 'rettidig_projection_lag_events')).toBe(7);
    expect(valueOf(text, 'rettidig_projection_lag_seconds')).toBe(4.5);
    expect(valueOf(text, 'rettidig_queue_jobs{state="dead"}')).toBe(4);
    expect(valueOf(text, 'rettidig_effects_reaching_nobody{effect="send-mail"}')).toBe(5);
    expect(valueOf(text, 'rettidig_reactions{state="standing-by"}')).toBe(1);
    expect(valueOf(text, 'rettidig_reactions{state="running"}')).toBe(0);
    expect(valueOf(text, 'rettidig_events_parked{reaction="mirror"}')).toBe(1);
    expect(valueOf(text, 'rettidig_subscription_state{state="backing-off"}')).toBe(1);
  });
});
