import { evolve } from './decider.js';
import type { AnyEffect, DueEffect } from './effect.js';
import { EffectRefused } from './effect.js';
import type { EffectEvent, EffectState, NextStep } from './effect-log.js';
import {
  ATTEMPTS,
  effectLog,
  effectStreamOf,
  later,
  LONGEST_POSTPONEMENT_MS,
  nextStep,
  POSTPONEMENTS,
  recordable,
  runIdOf,
  STOPPED,
  TIMEOUT_MS,
  VANISHED,
} from './effect-log.js';
import type { JobRun } from './effect-queue.js';
import { ComeAgain, Unrecoverable } from './effect-queue.js';
import { Aborted, performed } from './effect-run.js';
import type { Watch } from './effect-watch.js';
import type { EffectEnded, EffectsParts } from './effects.types.js';
import { Refused, RevisionConflict, TryLater } from './errors.js';
import type { Instant } from './event.js';
import { subjectOf } from './event.js';
import { NO_STREAM } from './event-store.js';
import { pause, stopwatch } from './waiting.js';

/** A job whose log or reference data do not answer, and do not say for how long, comes again after this time. */
const UNREACHABLE_MS = 10_000;
const LONGEST_PAUSE_MS = 5000;
/** Characters of an answer that are recorded. */
const LONGEST_ANSWER = 200;

/** Null: go ahead. A code: no longer so. An error: nobody can say, which is a failed attempt. */
type Verdict = { readonly why: string | null } | { readonly broken: unknown };
type Outcome = { readonly result: string } | { readonly error: unknown };

/** One job, from the look at the log to its end in the log. */
export class EffectAttempt {
  private readonly stream: string;
  private due: DueEffect;
  private readonly timeout: number;
  private readonly attempts: number;
  private readonly took = stopwatch();
  private state: EffectState = effectLog.initial;
  private revision = NO_STREAM;
  private isRepeat = false;
  /** Names the run to what is appended: one hash for its claim and its end. */
  private named: { readonly attempt: number; readonly id: string } | undefined;
  /** When something was last recorded, or was to be. */
  private recordedAt: Instant = '';
  /** How long ago the claim was begun. */
  private held = stopwatch();

  constructor(
    private readonly parts: EffectsParts,
    private readonly watch: Watch,
    private readonly effect: AnyEffect,
    private readonly given: { readonly job: JobRun; readonly token: string },
  ) {
    const { key, runAt, data } = given.job;
    this.due = { key, runAt, about: data };
    this.stream = effectStreamOf(effect.name, key);
    this.timeout = effect.timeout ?? TIMEOUT_MS;
    this.attempts = effect.attempts ?? ATTEMPTS;
  }

  /** What it throws tells the queue what to do with the job, see there; whoever else has the key finds all in the log. */
  async run(): Promise<void> {
    const verdict = await this.check();
    // As a rule nobody had it before: it is claimed without reading, and read when that turns out to be wrong.
    for (;;) {
      const now = this.now();
      const step = this.nextStep(now);
      if (step.do === 'nothing') return this.watch.forget(this.stream);
      if (step.do === 'wait') throw new ComeAgain(this.comeAgainAt(step.until, now));
      const why = 'why' in verdict ? verdict.why : null;
      if (why !== null) {
        if (await this.append(this.skipped(why))) return this.tell('skipped', { isFinal: true, code: why });
      } else if (step.do === 'give-up') {
        if (await this.append(this.failed(VANISHED, true))) return this.giveUp(VANISHED);
      } else if (await this.claim(step, now)) {
        return this.end(await this.outcome(verdict));
      }
    }
  }

  /** A run that is not heard of for so long counts as ended. */
  private get lease(): number {
    return 2 * this.timeout;
  }

  private now(): Instant {
    return this.parts.clock.now();
  }

  private async check(): Promise<Verdict> {
    try {
      const answer = await this.effect.check(this.due, this.parts.engine.checkContext());
      if (answer === null || typeof answer === 'string') return { why: answer };
      this.due = { ...this.due, about: answer.about };
      return { why: null };
    } catch (error) {
      return error instanceof TryLater ? this.unreachable(error) : { broken: error };
    }
  }

  /** Not the fault of the effect: it comes again, and nothing is counted. */
  private unreachable(error: unknown): never {
    if (!(error instanceof TryLater)) this.log(`could not be looked at: ${codeOf(error)}`);
    const wait = error instanceof TryLater ? error.retryAfterSeconds * 1000 : UNREACHABLE_MS;
    throw new ComeAgain(later(this.now(), wait));
  }

  private nextStep(now: Instant): NextStep {
    const { stream, revision, state, lease } = this;
    const hasLapsed = state.phase === 'claimed' && this.watch.hasLapsed({ stream, revision, state, lease }, now);
    return nextStep(state, now, hasLapsed, this.attempts);
  }

  private comeAgainAt(until: Instant, now: Instant): Instant {
    const { stream, revision, state, lease } = this;
    if (state.phase !== 'claimed') return until;
    return this.watch.lookAgainAt({ stream, revision, state, lease }, now);
  }

  private claim({ attempt, isRepeat }: NextStep & { do: 'claim' }, now: Instant): Promise<boolean> {
    const { key, about, runAt: dueAt } = this.due;
    const leaseUntil = later(now, this.lease);
    this.isRepeat = isRepeat;
    this.held = stopwatch();
    const data = { effect: this.effect.name, key, about, dueAt, attempt, leaseUntil, isRepeat };
    return this.append({ type: 'EffectClaimed', data }, attempt);
  }

  /** Appends at the revision that was decided on. False when somebody else was there before: then that is read. */
  private async append(event: EffectEvent, attempt = this.state.attempt): Promise<boolean> {
    try {
      await this.store(event, attempt);
      return true;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) return this.unreachable(error);
    }
    await this.read().catch((error: unknown) => this.unreachable(error));
    return false;
  }

  private async store(event: EffectEvent, attempt: number): Promise<void> {
    const { stream } = this;
    const recordedAt = (this.recordedAt = this.now());
    const recorded = recordable(event, { stream, runId: this.runId(attempt), recordedAt });
    const { revision } = await this.parts.store.append(stream, this.revision, [recorded]);
    this.revision = revision;
    this.state = evolve(effectLog, this.state, recorded);
  }

  private runId(attempt: number): string {
    if (this.named?.attempt !== attempt) {
      this.named = { attempt, id: runIdOf(this.stream, attempt, this.given.token) };
    }
    return this.named.id;
  }

  /** @throws UnknownEventType for what a newer release recorded: only that one knows whether it was done. */
  private async read(): Promise<void> {
    const events = await this.parts.store.readStream(this.stream);
    this.parts.engine.registry.knownTypes.mustKnow(events);
    this.state = events.reduce((state, event) => evolve(effectLog, state, event), effectLog.initial);
    this.revision = events.length - 1;
  }

  /** Does it while it is claimed. */
  private async outcome(verdict: Verdict): Promise<Outcome> {
    this.watch.forget(this.stream);
    if ('broken' in verdict) return { error: verdict.broken };
    // Whoever stood still since may have been taken over.
    if (this.held() > this.timeout || this.given.job.signal.aborted) return { error: new TryLater('effect.late', 1) };
    try {
      const { effect, due, isRepeat, timeout } = this;
      const limits = { timeout, stopped: this.given.job.signal };
      const run = { id: subjectOf(this.stream), attempt: this.state.attempt, isRepeat };
      return { result: await performed(effect, due, run, limits) };
    } catch (error) {
      return { error: this.given.job.signal.aborted ? new Aborted(STOPPED) : error };
    }
  }

  private async end(outcome: Outcome): Promise<void> {
    if ('error' in outcome) return this.endBadly(outcome.error);
    const done = { type: 'EffectDone', data: { result: outcome.result, attempt: this.state.attempt } } as const;
    if (await this.record(done)) this.tell('done', { isFinal: true });
  }

  private async endBadly(error: unknown): Promise<void> {
    const code = codeOf(error);
    const isPassing = error instanceof TryLater || code === STOPPED;
    const isPatient = this.state.postponements < (this.effect.patience ?? POSTPONEMENTS);
    if (isPassing && isPatient) return this.postpone(error, code);
    const isRefused = error instanceof EffectRefused;
    const isFinal = isRefused || this.state.failures + 1 >= this.attempts;
    if (!(await this.record(this.failed(code, isFinal, answerOf(error))))) return;
    // What was refused is over: it stands in the log, and nobody has to look after the queue because of it.
    if (isRefused) return this.tell('refused', { isFinal, code });
    if (isFinal) return this.giveUp(code);
    this.tell('failed', { isFinal, code });
    throw error;
  }

  /** Comes again later and later, so that what cannot be done for a day does not fill the log. */
  private async postpone(error: unknown, why: string): Promise<void> {
    const asked = error instanceof TryLater ? error.retryAfterSeconds * 1000 : 0;
    const growing = asked * 2 ** Math.min(20, this.state.postponements);
    const until = later(this.now(), Math.min(LONGEST_POSTPONEMENT_MS, growing));
    const data = { why, attempt: this.state.attempt, until, ...answerOf(error) };
    const event = { type: 'EffectPostponed', data } as const;
    if (!(await this.record(event))) return;
    this.tell('again', { isFinal: false, code: why });
    throw new ComeAgain(until);
  }

  private giveUp(code: string): never {
    this.tell('failed', { isFinal: true, code });
    throw new Unrecoverable(code);
  }

  /**
   * Records the end of a run, with patience: what is not recorded is done again. False when somebody else took over in the
   * meantime, because this process stood still for too long: then the end is theirs to record.
   */
  private async record(event: EffectEvent): Promise<boolean> {
    const { firstPause = 100 } = this.parts;
    for (let tries = 0; ; tries++) {
      try {
        await this.store(event, this.state.attempt);
        return true;
      } catch (error) {
        if (error instanceof RevisionConflict) return this.takenOver();
        if (this.held() > this.lease || this.given.job.signal.aborted) {
          this.log(`ended and could not be recorded: ${codeOf(error)}`);
          throw new ComeAgain(later(this.now(), UNREACHABLE_MS));
        }
      }
      await pause(Math.min(LONGEST_PAUSE_MS, firstPause * 2 ** tries));
    }
  }

  private takenOver(): false {
    this.log('was taken over while it was in hand');
    this.tell('again', { isFinal: false, code: 'effect.taken-over' });
    return false;
  }

  private skipped(why: string): EffectEvent {
    const { key, runAt: dueAt, about } = this.due;
    return { type: 'EffectSkipped', data: { effect: this.effect.name, key, dueAt, why, about } };
  }

  private failed(error: string, isFinal: boolean, answer: { readonly answer?: string } = {}): EffectEvent {
    return { type: 'EffectFailed', data: { error, attempt: this.state.attempt, isFinal, ...answer } };
  }

  private tell(result: EffectEnded['result'], how: Pick<EffectEnded, 'isFinal' | 'code'>): void {
    this.watch.forget(this.stream);
    this.parts.onEffect?.({
      ...how,
      name: this.effect.name,
      result,
      isRepeat: this.isRepeat,
      delayMs: Math.max(0, Date.parse(this.recordedAt) - Date.parse(this.due.runAt)),
      milliseconds: this.took(),
      correlationId: subjectOf(this.stream),
    });
  }

  private log(what: string): void {
    this.parts.log?.(`the effect ${this.effect.name} ${subjectOf(this.stream)} ${what}`);
  }
}

/** What the other side said, where the effect vouches for it that no data are in it. */
function answerOf(error: unknown): { readonly answer?: string } {
  const isOurs = error instanceof EffectRefused || error instanceof TryLater;
  const answer = isOurs && 'answer' in error ? error.answer : undefined;
  return typeof answer === 'string' && answer !== '' ? { answer: answer.slice(0, LONGEST_ANSWER) } : {};
}

/** A code or class name: the text of an error may hold data. */
function codeOf(error: unknown): string {
  if (error instanceof Aborted || error instanceof EffectRefused) return error.code;
  if (error instanceof TryLater || error instanceof Refused) return error.code;
  return error instanceof Error ? error.constructor.name : typeof error;
}
