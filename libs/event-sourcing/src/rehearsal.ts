import type { CommandRequest } from './engine.types.js';
import type { RecordedEvent } from './event.js';
import { categoryOf } from './event.js';
import type { ExecuteParts } from './execute.js';
import { Attempt, streamOf } from './execute.js';
import type { ReadDatabase } from './projection.js';
import type { ReactionCommand } from './reaction.js';
import { requestOf } from './reaction.js';
import type { ReferenceAt, ReferenceValues } from './reference.js';
import type { Registry } from './registry.js';

/** A stream as it stands, and what it would get. */
export interface RehearsedStream {
  readonly stream: string;
  readonly before: readonly RecordedEvent[];
  readonly added: readonly RecordedEvent[];
}

/** A command that a reaction would send because of what was rehearsed. */
export interface Consequence {
  /** Names it among the consequences: what a reaction asks for twice is one. */
  readonly key: string;
  readonly request: CommandRequest;
}

/**
 * Commands tried out: each is decided as if it were given now, sees what those before it would have recorded, and nothing
 * is appended. What the reactions would do about it is rehearsed the same way, so that it comes out as doing it would.
 */
export class Rehearsal {
  private readonly added = new Map<string, RecordedEvent[]>();
  private reference: ReferenceAt<ReferenceValues>;

  constructor(
    private readonly parts: Omit<ExecuteParts, 'reference'>,
    private readonly registry: Registry,
    reference: ReferenceAt<ReferenceValues>,
  ) {
    this.reference = reference;
  }

  /** Reference data with all that was rehearsed so far. */
  get referenceAfter(): ReferenceValues {
    return this.reference.value;
  }

  /**
   * Answers with what the command would record.
   * @throws Refused as the command itself would.
   */
  async command(request: CommandRequest): Promise<RehearsedStream> {
    const command = this.registry.commands.get(request.command);
    if (!command) throw new Error(`there is no command ${request.command}`);
    const stream = streamOf(command, request);
    const stored = await this.parts.streams.read(stream);
    const before = [...stored, ...(this.added.get(stream) ?? [])];
    const fixed = { reached: () => Promise.resolve(this.reference), current: () => this.reference };
    const attempt = new Attempt({ ...this.parts, reference: fixed }, command, request, this.reference);
    const events = attempt.rehearse(before);
    const added = events.map((event, n) => ({
      ...event,
      ...{ stream, revision: before.length + n, position: this.reference.position },
    }));
    this.added.set(stream, [...(this.added.get(stream) ?? []), ...added]);
    this.fold(added);
    return { stream, before, added };
  }

  /** What the reactions would ask for because of events, each command once. */
  consequencesOf(events: readonly RecordedEvent[], views: ReadDatabase): Consequence[] {
    const context = { reference: this.reference.value, views };
    const found = new Map<string, Consequence>();
    for (const { name, on } of this.registry.reactions) {
      for (const event of events) {
        const react = on[event.type] as
          ((event: RecordedEvent, to: typeof context) => readonly ReactionCommand[]) | undefined;
        for (const [n, asked] of (react?.(event, context) ?? []).entries()) {
          const key = JSON.stringify([asked.command, asked.subjectId ?? null, asked.message]);
          if (!found.has(key)) found.set(key, { key, request: requestOf(name, event, asked, n) });
        }
      }
    }
    return [...found.values()];
  }

  private fold(events: readonly RecordedEvent[]): void {
    const changed: Record<string, unknown> = { ...this.reference.value };
    for (const event of events)
      for (const [name, part] of Object.entries(this.registry.reference))
        if (part.categories.includes(categoryOf(event.stream))) changed[name] = part.evolve(changed[name], event);
    this.reference = { ...this.reference, value: changed };
  }
}
