import type { EffectAbout } from './effect-about.js';
import { PERHAPS_DONE } from './effect-log.js';
import { TryLater } from './errors.js';
import type { DomainEvent, Instant, RecordedEvent } from './event.js';
import type { ReadDatabase } from './projection.js';

/** Something to be done outside the log, once: ids, codes and dates only, never a text or a name. */
export interface DueEffect {
  /** Names it within its effect: the same key is done once, whoever finds it due and however often. */
  readonly key: string;
  /** Not before this. */
  readonly runAt: Instant;
  /** What it is about, for whoever does it. */
  readonly about: EffectAbout;
}

/** Where an effect looks for what is due. */
export interface DueContext<Reference = unknown> {
  readonly now: Instant;
  readonly views: ReadDatabase;
  readonly reference: Reference;
}

/** Where it looks again right before it acts: streams and reference data, never a view. What is not looked at costs nothing. */
export interface CheckContext<Reference = unknown> {
  readonly now: Instant;
  /** Reference data that have seen the whole log as it is when asked. */
  readonly reference: () => Promise<Reference>;
  readonly readStream: <E extends DomainEvent>(stream: string) => Promise<RecordedEvent<E>[]>;
}

/** One run of an effect. */
export interface EffectRun {
  /** The id of the stream in which its key is recorded: the same in every run of it. */
  readonly id: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** A run before this one began and nobody knows how it ended: this may be the second time. */
  readonly isRepeat: boolean;
  /** Aborts when its time is up or the process stops. */
  readonly signal: AbortSignal;
}

/** Go ahead, with this instead of what it was found due with: what is left of it, or what has come to it. */
export interface GoAhead {
  readonly about: EffectAbout;
}

/**
 * Something that happens outside the log because of what stands in it: a mail, a file taken in. What is due is found in
 * views by a sweep, so that a lost queue loses nothing; whether it still applies is read from the streams at the moment of
 * acting; that it was done is an event.
 */
export interface Effect<Reference = unknown> {
  /** Verb and object, `take-in-agenda`. Part of the key of what was done: never renamed. */
  readonly name: string;
  /** When to look for what is due: a cron pattern of five fields, or six with seconds first, Copenhagen time. */
  readonly every: string;
  /** What is due up to `until` and not known to be done. May name what was done already: that is found out. */
  readonly due: (
    context: DueContext<Reference>,
    until: Instant,
  ) => readonly DueEffect[] | Promise<readonly DueEffect[]>;
  /** How many things were due at the last look and can reach nobody: they wait until somebody sees to it. None when left out. */
  readonly reachesNobody?: () => number;
  /**
   * Null to go ahead, or the code of why not (`case-closed`): then it is recorded as skipped. Whoever answers what it is
   * about now has that claimed and done.
   * @throws TryLater when it should come again and nothing be recorded.
   */
  readonly check: (
    due: DueEffect,
    context: CheckContext<Reference>,
  ) => string | GoAhead | null | Promise<string | GoAhead | null>;
  /**
   * Does it, and answers with a code or an id of what came of it (a message id).
   * @throws EffectRefused when trying again cannot help; TryLater when it should come again without counting.
   */
  readonly perform: (due: DueEffect, run: EffectRun) => Promise<string>;
  /** How often it is tried. 8 when left out. */
  readonly attempts?: number;
  /** How often it is put off before that counts as a failure: at the longest pause four times an hour. 50 when left out. */
  readonly patience?: number;
  /** How long one run may take, in milliseconds. A run that is not heard of for twice as long counts as ended. */
  readonly timeout?: number;
}

/** An effect of any slice. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds effects that read different references
export type AnyEffect = Effect<any>;

/**
 * It cannot be done, now or later (the address does not exist). `code` is stable and holds no data. A property `answer` of it,
 * or of a `TryLater`, is recorded with it: what the other side said, in codes.
 */
export class EffectRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** It should come again without counting, and may have been done already: the next run is a repeat. */
export class PerhapsDone extends TryLater {
  constructor(
    retryAfterSeconds: number,
    readonly answer?: string,
  ) {
    super(PERHAPS_DONE, retryAfterSeconds);
  }
}
