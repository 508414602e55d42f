import { Refused, RevisionConflict, TryLater, type CommandEnded, type EffectEnded } from '@rettidig/event-sourcing';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Facts } from '../health/vitals.js';

/** In seconds: from what memory answers to what a store that fails over takes. */
const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** In seconds: from at once to a week, for what had to wait for its time or for a machine that slept. */
const DELAYS = [1, 5, 15, 60, 300, 1800, 7200, 43_200, 86_400, 604_800];

const subscriptionStates = ['connecting', 'catching-up', 'live', 'backing-off', 'failed'] as const;
const jobStates = ['waiting', 'delayed', 'active', 'dead'] as const;

/** What is counted and measured. Labels are names and codes of the program: never an id, and nothing about people. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly into = { registers: [this.registry] };

  private readonly commands = new Counter({
    name: 'rettidig_commands_total',
    help: 'Commands by name and how they ended, those of reactions too.',
    labelNames: ['command', 'result'],
    ...this.into,
  });
  private readonly commandSeconds = new Histogram({
    name: 'rettidig_command_duration_seconds',
    help: 'How long commands took, from their turn on their stream being asked for until the answer.',
    labelNames: ['command'],
    buckets: DURATIONS,
    ...this.into,
  });
  private readonly queries = new Counter({
    name: 'rettidig_queries_total',
    help: 'Questions by name and how they ended.',
    labelNames: ['query', 'result'],
    ...this.into,
  });
  private readonly querySeconds = new Histogram({
    name: 'rettidig_query_duration_seconds',
    help: 'How long questions took.',
    labelNames: ['query'],
    buckets: DURATIONS,
    ...this.into,
  });
  private readonly effects = new Counter({
    name: 'rettidig_effects_total',
    help: 'Runs of effects by name and how they ended.',
    labelNames: ['effect', 'result'],
    ...this.into,
  });
  private readonly effectRepeats = new Counter({
    name: 'rettidig_effect_repeats_total',
    help: 'Runs of effects that may have been had before, after a crash.',
    labelNames: ['effect'],
    ...this.into,
  });
  private readonly effectSeconds = new Histogram({
    name: 'rettidig_effect_duration_seconds',
    help: 'How long runs of effects took.',
    labelNames: ['effect'],
    buckets: DURATIONS,
    ...this.into,
  });
  private readonly effectDelay = new Histogram({
    name: 'rettidig_effect_delay_seconds',
    help: 'From when an effect was due until it was done.',
    labelNames: ['effect'],
    buckets: DELAYS,
    ...this.into,
  });
  private readonly appendSeconds = new Histogram({
    name: 'rettidig_append_duration_seconds',
    help: 'How long appends to the log took, and how they ended.',
    labelNames: ['result'],
    buckets: DURATIONS,
    ...this.into,
  });
  private readonly lagEvents = this.gauge('rettidig_projection_lag_events', 'Events that the views have not seen.');
  private readonly lagSeconds = this.gauge(
    'rettidig_projection_lag_seconds',
    'How long ago the oldest event was recorded that the views have not seen; 0 when they have seen all.',
  );
  private readonly subscription = this.gauge(
    'rettidig_subscription_state',
    'The subscription to the log: 1 for the state that it is in.',
    'state',
  );
  private readonly engineUp = this.gauge('rettidig_engine_up', 'Whether what it runs on answers.', 'engine');
  private readonly jobs = this.gauge(
    'rettidig_queue_jobs',
    'Jobs of the queue by state; effects that are due together share one.',
    'state',
  );
  private readonly nobodyReached = this.gauge(
    'rettidig_effects_reaching_nobody',
    'What was due at the last look of this process and can reach nobody: reminders without a receiver or an address.',
    'effect',
  );
  private readonly reactions = this.gauge('rettidig_reactions', 'Reactions of this process by state.', 'state');
  private readonly parked = this.gauge('rettidig_events_parked', 'Events that reactions gave up.', 'reaction');

  /** @param ofProcess memory, processor time and delays of the process too: once in a process. */
  constructor({ ofProcess = false }: { readonly ofProcess?: boolean } = {}) {
    if (ofProcess) collectDefaultMetrics({ register: this.registry });
  }

  commandEnded({ request, milliseconds, receipt, error }: CommandEnded): void {
    const result = receipt ? (receipt.repeated ? 'repeated' : 'ok') : resultOf(error);
    this.commands.inc({ command: request.command, result });
    this.commandSeconds.observe({ command: request.command }, milliseconds / 1000);
  }

  queryEnded(query: string, milliseconds: number, error?: unknown): void {
    this.queries.inc({ query, result: error === undefined ? 'ok' : resultOf(error) });
    this.querySeconds.observe({ query }, milliseconds / 1000);
  }

  effectEnded({ name, result, isRepeat, delayMs, milliseconds }: EffectEnded): void {
    this.effects.inc({ effect: name, result });
    this.effectSeconds.observe({ effect: name }, milliseconds / 1000);
    if (isRepeat) this.effectRepeats.inc({ effect: name });
    if (result === 'done') this.effectDelay.observe({ effect: name }, Math.max(0, delayMs) / 1000);
  }

  appendEnded(milliseconds: number, error?: unknown): void {
    this.appendSeconds.observe({ result: error === undefined ? 'ok' : resultOf(error) }, milliseconds / 1000);
  }

  /** How everything stands now, beside what was counted. */
  async text({ engine, store, privateStore, queue, sweeps }: Facts, behindByMs: number): Promise<string> {
    this.lagEvents.set(engine.lag);
    this.lagSeconds.set(behindByMs / 1000);
    for (const state of subscriptionStates) this.subscription.set({ state }, store.subscription === state ? 1 : 0);
    const upOf = ({ trouble }: { readonly trouble: string | null }): number => (trouble === null ? 1 : 0);
    this.engineUp.set({ engine: 'event-store' }, upOf(store));
    this.engineUp.set({ engine: 'private-store' }, upOf(privateStore));
    if (queue) this.engineUp.set({ engine: 'queue' }, upOf(queue));
    for (const state of queue ? jobStates : []) this.jobs.set({ state }, queue![state]);
    for (const { effect, reachesNobody } of sweeps) this.nobodyReached.set({ effect }, reachesNobody);
    for (const state of ['running', 'standing-by'] as const)
      this.reactions.set({ state }, engine.reactions.filter((reaction) => reaction.state === state).length);
    this.parked.reset();
    for (const { reaction } of engine.parked) this.parked.inc({ reaction });
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, ...this.into });
  }
}

/** How something ended that did not succeed: `refused-422`, `conflict`, `try-later` or `error`. */
function resultOf(error: unknown): string {
  if (error instanceof RevisionConflict) return 'conflict';
  if (error instanceof TryLater) return error.code === 'stream.busy' ? 'conflict' : 'try-later';
  if (error instanceof Refused) return error.status === 412 ? 'conflict' : `refused-${error.status}`;
  return 'error';
}
