import type { Clock } from './clock.js';
import type { AnyCommand, CommandContext, Resource } from './decider.js';
import { evolve } from './decider.js';
import type { CommandRequest, Receipt } from './engine.types.js';
import { forbidden, notFound, Refused, RevisionConflict, TryLater } from './errors.js';
import type { Actor, DomainEvent, Instant, NewEvent, RecordedEvent } from './event.js';
import { START } from './event.js';
import type { EventStore } from './event-store.js';
import { NO_STREAM } from './event-store.js';
import { idOf, uuidv5 } from './ids.js';
import type { RecentStreams } from './recent-streams.js';
import type { ReferenceAt, ReferenceSource } from './reference.js';
import type { Codec } from './sealing.js';
import type { Upcasters } from './upcast.js';
import { schemaOf } from './upcast.js';
import { pause, stopwatch } from './waiting.js';

/** How often a command is decided, and for how long, before its caller is asked to come again. */
const TRIES = 20;
const TRIES_MS = 5000;
/** The longest pause before the second try, doubled with each further one up to the longest of all, in milliseconds. */
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 250;

/** Whether an actor may do something; the reason is a code. */
export type Authorize = (
  action: string,
  actor: Actor,
  resource: Resource,
  now: Instant,
) => { readonly allow: boolean; readonly reason: string | null };

export interface ExecuteParts {
  readonly store: EventStore;
  readonly streams: RecentStreams;
  readonly reference: ReferenceSource<unknown>;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly upcasters: Upcasters;
  /** A number between 0 and 1, another one each time: spreads processes that try again after each other's appends. */
  readonly spread: () => number;
}

/** The one command handler: load, fold, decide, append at exactly the revision that was decided on. */
export async function execute(parts: ExecuteParts, command: AnyCommand, request: CommandRequest): Promise<Receipt> {
  const waited = stopwatch();
  for (let attempt = 1; attempt <= TRIES && waited() < TRIES_MS; attempt++) {
    if (attempt > 1) await pause(parts.spread() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 2)));
    const reference = await parts.reference.reached(await parts.store.head());
    const attempted = new Attempt(parts, command, request, reference);
    try {
      return await attempted.run();
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
  throw new TryLater('stream.busy', 1);
}

/** The stream that a command writes to. */
export const streamOf = (command: AnyCommand, request: CommandRequest): string =>
  `${command.decider.category}-${subjectOfCommand(command, request)}`;

function subjectOfCommand({ name, target }: AnyCommand, { subjectId, commandId }: CommandRequest): string {
  if (typeof target === 'object') return target.only;
  if (target === 'new') return uuidv5(commandId, 'stream');
  if (subjectId === undefined) throw new Error(`${name} needs the id of its subject`);
  return subjectId;
}

/** The ETag of a stream, in quotes: how many of its events people caused. */
export const etagOf = (events: readonly Pick<NewEvent, 'meta'>[]): string =>
  `"${events.filter(({ meta }) => meta.byPerson).length}"`;

/** One try at a command, at one state of the reference data. */
export class Attempt {
  private readonly now: Instant;
  private readonly subjectId: string;
  private readonly stream: string;

  constructor(
    private readonly parts: ExecuteParts,
    private readonly command: AnyCommand,
    private readonly request: CommandRequest,
    private readonly reference: ReferenceAt<unknown>,
  ) {
    this.now = parts.clock.now();
    this.subjectId = subjectOfCommand(command, request);
    this.stream = streamOf(command, request);
  }

  async run(): Promise<Receipt> {
    const { request, stream } = this;
    const past = await this.parts.streams.read(stream);
    const last = past.findLastIndex(({ meta }) => meta.commandId === request.commandId);
    if (last >= 0) return this.repeat(past.slice(0, last + 1));
    this.mustBeThere(past);
    const state = this.fold(past);
    const decided = this.decideOn(state, () => this.mustMatch(past));
    if (decided.length === 0) {
      return this.receipt(past, state, { position: past.at(-1)?.position ?? START, created: false });
    }

    const events = this.recordable(decided, await this.fingerprint());
    const sealed = await this.parts.codec.seal(stream, events);
    const { position } = await this.parts.store.append(stream, past.length - 1, sealed);
    const created = past.length === 0;
    return this.receipt([...past, ...events], this.fold(events, state), { position, created });
  }

  /** What it would append now, on a stream that stands as given. Nobody has to say which ETag they saw. */
  rehearse(past: readonly RecordedEvent[]): readonly NewEvent[] {
    this.mustBeThere(past);
    // The hash of the body is for what may come again, and takes a key that a new stream does not have yet.
    return this.recordable(this.decideOn(this.fold(past)), '');
  }

  private mustBeThere(past: readonly RecordedEvent[]): void {
    const { target, decider } = this.command;
    if (target === 'existing' && past.length === 0) throw notFound(`${decider.category}.unknown`);
  }

  /** @param mustMatch what is looked at once it is clear that the actor may. */
  private decideOn(state: unknown, mustMatch: () => void = () => undefined): readonly DomainEvent[] {
    const { command, request } = this;
    const context = this.contextAt(this.now);
    this.mustBeAllowed(command.resource?.(state, request.message, context) ?? {});
    mustMatch();
    return command.decide(state, request.message, context) as readonly DomainEvent[];
  }

  /** The same command came before: its first answer, folded up to its last event. */
  private async repeat(past: readonly RecordedEvent[]): Promise<Receipt> {
    const { commandHash, recordedAt, commandId } = past.at(-1)!.meta;
    if (commandHash !== (await this.fingerprint())) throw new Refused('command.key-reused', {}, 422);
    const { position } = past.at(-1)!;
    const created = past[0]!.meta.commandId === commandId;
    const receipt = this.receipt(past, this.fold(past), { position, created }, recordedAt);
    return { ...receipt, repeated: true };
  }

  private receipt(
    events: readonly Pick<NewEvent, 'meta'>[],
    state: unknown,
    { position, created }: Pick<Receipt, 'position' | 'created'>,
    now = this.now,
  ): Receipt {
    const { command, request, subjectId, stream } = this;
    const answer = (command.answer?.(state, request.message, this.contextAt(now)) ?? {}) as object;
    const revision = events.length === 0 ? NO_STREAM : events.length - 1;
    const appended = events.filter(({ meta }) => meta.commandId === request.commandId).length;
    return { subjectId, stream, revision, position, etag: etagOf(events), answer, created, repeated: false, appended };
  }

  private fold(
    events: readonly Pick<NewEvent, 'type' | 'data' | 'meta'>[],
    from = this.command.decider.initial as unknown,
  ): unknown {
    const { decider } = this.command;
    return events.reduce<unknown>((state, event) => evolve(decider, state, event), from);
  }

  private contextAt(now: Instant): CommandContext {
    const { actor, commandId } = this.request;
    const newId = (name: string): string => idOf(commandId, name);
    return { now, actor, reference: this.reference.value, subjectId: this.subjectId, commandId, newId };
  }

  private mustBeAllowed(resource: Resource): void {
    const { allow, reason } = this.parts.authorize(this.command.name, this.request.actor, resource, this.now);
    if (!allow) throw forbidden(reason ?? 'access.denied');
  }

  /** Only what a person changes on something they have seen can be out of date. */
  private mustMatch(past: readonly RecordedEvent[]): void {
    const { ifMatch, byPerson } = this.request;
    if (this.command.kind === 'fact' || !byPerson || past.length === 0) return;
    if (ifMatch === undefined) throw new Refused('etag.missing', {}, 428);
    if (ifMatch !== etagOf(past)) throw new Refused('etag.stale', {}, 412);
  }

  private recordable(decided: readonly DomainEvent[], commandHash: string): NewEvent[] {
    const { commandId, actor, correlationId, causationId, byPerson } = this.request;
    const meta = {
      commandId,
      commandHash,
      recordedAt: this.now,
      actor,
      correlationId,
      causationId: causationId ?? commandId,
      basis: this.reference.position,
      byPerson,
    };
    return decided.map(({ type, data }, index) => ({
      id: uuidv5(commandId, String(index)),
      type,
      data,
      meta: { ...meta, schema: schemaOf(this.parts.upcasters, type) },
    }));
  }

  private fingerprint(): Promise<string> {
    const { command, message } = this.request;
    return this.parts.codec.fingerprint(this.stream, { command, message });
  }
}
