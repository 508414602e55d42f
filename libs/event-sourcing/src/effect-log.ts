import type { Decider } from './decider.js';
import type { EffectAbout } from './effect-about.js';
import type { DomainEvent, Instant, NewEvent } from './event.js';
import { SYSTEM, subjectOf } from './event.js';
import { idOf, uuidv5 } from './ids.js';

/** How often an effect is tried when it does not say. */
export const ATTEMPTS = 8;
/** How long a run may take when the effect does not say, in milliseconds. */
export const TIMEOUT_MS = 60_000;
/** So often something may be put off before that counts as a failure: at the longest pause in between half a day. */
export const POSTPONEMENTS = 50;
/** The longest time between two runs of what is put off, in milliseconds. */
export const LONGEST_POSTPONEMENT_MS = 15 * 60_000;

/** Ends of a run after which nobody knows whether the effect was had. */
export const TIMED_OUT = 'effect.timed-out';
export const STOPPED = 'effect.stopped';
/** Put off after everything was handed over and nothing was answered. */
export const PERHAPS_DONE = 'effect.perhaps-done';
/** A run that nobody heard of again, the last of those that were allowed. */
export const VANISHED = 'effect.vanished';

/** What is recorded of one key of one effect, in a stream of its own. Ids, codes and dates only. */
export type EffectEvent =
  | DomainEvent<
      'EffectClaimed',
      {
        effect: string;
        key: string;
        about: EffectAbout;
        dueAt: Instant;
        attempt: number;
        /** Not heard of until then, the run counts as ended. */
        leaseUntil: Instant;
        /** A run before this one began and nobody knows how it ended: this may be the second time. */
        isRepeat: boolean;
      }
    >
  | DomainEvent<'EffectDone', { result: string; attempt: number }>
  /** `answer`: what the other side said, in codes. */
  | DomainEvent<'EffectFailed', { error: string; attempt: number; isFinal: boolean; answer?: string }>
  /** Could not be done for a reason that is not its own; comes again. */
  | DomainEvent<'EffectPostponed', { why: string; attempt: number; until: Instant; answer?: string }>
  /** No longer so at the moment of acting. */
  | DomainEvent<
      'EffectSkipped',
      {
        effect: string;
        key: string;
        dueAt: Instant;
        why: string;
        /** Left out by releases that did not record it. */
        about?: EffectAbout;
      }
    >
  /** A person lets it begin anew after it was given up. */
  | DomainEvent<'EffectRetried', object>;

export type EffectData<Type extends EffectEvent['type']> = Extract<EffectEvent, { type: Type }>['data'];

/** How one key of one effect stands. */
export interface EffectState {
  readonly phase: 'new' | 'claimed' | 'waiting' | 'done' | 'failed' | 'skipped';
  /** The number of the last run. */
  readonly attempt: number;
  /** Runs that failed or vanished, since it began or was begun anew. */
  readonly failures: number;
  /** How often it was put off since it last failed. */
  readonly postponements: number;
  /** Nobody knows how one of its runs ended: a later one that was put off or failed does not tell either. */
  readonly isUncertain: boolean;
  /** While claimed: until when. While waiting: not before. */
  readonly until: Instant;
}

const ended = (state: EffectState, phase: EffectState['phase']): EffectState => ({ ...state, phase, until: '' });

/** The streams of effects: category, and how each event changes the state. */
export const effectLog: Decider<EffectState, EffectEvent> = {
  category: 'effect',
  initial: { phase: 'new', attempt: 0, failures: 0, postponements: 0, isUncertain: false, until: '' },
  evolve: {
    EffectClaimed: (state, { attempt, leaseUntil }) => ({
      ...state,
      phase: 'claimed',
      attempt,
      // Who claims what is claimed takes over from a run that vanished.
      failures: state.failures + (state.phase === 'claimed' ? 1 : 0),
      isUncertain: state.isUncertain || state.phase === 'claimed',
      until: leaseUntil,
    }),
    EffectDone: (state) => ended(state, 'done'),
    EffectSkipped: (state) => ended(state, 'skipped'),
    EffectFailed: (state, { error, isFinal }) => ({
      ...ended(state, isFinal ? 'failed' : 'waiting'),
      failures: state.failures + 1,
      postponements: 0,
      isUncertain: state.isUncertain || isUncertain(error),
    }),
    EffectPostponed: (state, { why, until }) => ({
      ...state,
      phase: 'waiting',
      postponements: state.postponements + 1,
      isUncertain: state.isUncertain || isUncertain(why),
      until,
    }),
    EffectRetried: (state) => ({ ...ended(state, 'waiting'), failures: 0, postponements: 0 }),
  },
};

/** Whether nobody knows what came of a run that was put off or failed with this code. */
export const isUncertain = (code: string): boolean => [TIMED_OUT, STOPPED, VANISHED, PERHAPS_DONE].includes(code);

/** What is to be done about a key whose time has come. */
export type NextStep =
  | { readonly do: 'claim'; readonly attempt: number; readonly isRepeat: boolean }
  | { readonly do: 'wait'; readonly until: Instant }
  /** The last run that was allowed vanished. */
  | { readonly do: 'give-up' }
  | { readonly do: 'nothing' };

/** @param hasLapsed whether whoever holds an open claim was not heard of for as long as it lasts. */
export function nextStep(state: EffectState, now: Instant, hasLapsed: boolean, attempts: number): NextStep {
  switch (state.phase) {
    case 'new':
      return { do: 'claim', attempt: 1, isRepeat: false };
    case 'claimed':
      if (!hasLapsed) return { do: 'wait', until: state.until };
      if (state.failures + 1 >= attempts) return { do: 'give-up' };
      return { do: 'claim', attempt: state.attempt + 1, isRepeat: true };
    case 'waiting':
      // Nothing is put off for longer: what seems to be was put off under a clock that has been set back since.
      if (state.until > now && state.until <= later(now, LONGEST_POSTPONEMENT_MS)) {
        return { do: 'wait', until: state.until };
      }
      return { do: 'claim', attempt: state.attempt + 1, isRepeat: state.isUncertain };
    case 'done':
    case 'failed':
    case 'skipped':
      return { do: 'nothing' };
  }
}

/** The id of the stream in which a key of an effect is recorded; the correlation id of its events too. */
export const effectIdOf = (effect: string, key: string): string => idOf(effect, key);

/** The stream in which a key of an effect is recorded. */
export const effectStreamOf = (effect: string, key: string): string =>
  `${effectLog.category}-${effectIdOf(effect, key)}`;

/** Names one run of one attempt: `token` is that of the run, so that two runs never pass for one. */
export const runIdOf = (stream: string, attempt: number, token: string): string =>
  idOf('effect', stream, String(attempt), token);

/** Who records something about a key. */
export interface Recording {
  /** As `effectStreamOf` gives it. */
  readonly stream: string;
  /** As `runIdOf` gives it. */
  readonly runId: string;
  readonly recordedAt: Instant;
}

/** An event as the log keeps it. Its id follows from the run, so that an append may be tried again. */
export function recordable(event: EffectEvent, { stream, runId, recordedAt }: Recording): NewEvent {
  return {
    id: uuidv5(runId, event.type),
    type: event.type,
    data: event.data,
    meta: {
      commandId: runId,
      // The run makes no request that could come a second time with another body.
      commandHash: '',
      recordedAt,
      actor: SYSTEM,
      correlationId: subjectOf(stream),
      causationId: runId,
      basis: '',
      schema: 1,
      byPerson: false,
    },
  };
}

/** An instant some milliseconds later. */
export const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
