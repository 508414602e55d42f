import type { CommandRequest } from './engine.types.js';
import type { Position, RecordedEvent } from './event.js';
import { categoryOf } from './event.js';
import type { ExecuteParts } from './execute.js';
import { Attempt, streamOf } from './execute.js';
import type { ReadDatabase } from './projection.js';
import type { AnyReaction, ReactionCommand, ReactionContext } from './reaction.js';
import { requestOf } from './reaction.js';
import type { ReferenceAt, ReferenceValues } from './reference.js';
import type { Registry } from './registry.js';
import type { Rehearsal, RehearsedStream } from './rehearsal.types.js';

/** The one rehearsal: on the streams and the reference data of this node. */
export class CommandRehearsal implements Rehearsal {
  private readonly added = new Map<string, RecordedEvent[]>();
  private reference: ReferenceAt<ReferenceValues>;

  constructor(
    private readonly parts: Omit<ExecuteParts, 'reference'>,
    private readonly registry: Registry,
    reference: ReferenceAt<ReferenceValues>,
  ) {
    this.reference = reference;
  }

  get commands(): Registry['commands'] {
    return this.registry.commands;
  }

  get at(): Position {
    return this.reference.position;
  }

  get referenceAfter(): ReferenceValues {
    return this.reference.value;
  }

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

  consequencesOf(
    events: readonly RecordedEvent[],
    views: ReadDatabase,
    others: readonly AnyReaction[] = [],
  ): CommandRequest[] {
    const context = { reference: this.reference.value, views };
    const found = new Map<string, CommandRequest>();
    const asked = [...this.registry.reactions, ...others].flatMap((reaction) =>
      events.flatMap((event) => askedBy(reaction, event, context).map((command) => ({ ...command, event, reaction }))),
    );
    for (const { command, n, event, reaction } of asked) {
      const key = JSON.stringify([command.command, command.subjectId ?? null, command.message]);
      if (!found.has(key)) found.set(key, requestOf(reaction.name, event, command, n));
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

function askedBy(
  { on }: AnyReaction,
  event: RecordedEvent,
  context: ReactionContext,
): { readonly command: ReactionCommand; readonly n: number }[] {
  const react = on[event.type] as
    ((event: RecordedEvent, context: ReactionContext) => readonly ReactionCommand[]) | undefined;
  return (react?.(event, context) ?? []).map((command, n) => ({ command, n }));
}
