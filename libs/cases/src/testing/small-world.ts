import type { DomainEvent, ReactionCommand, ReactionContext, RecordedEvent } from '@rettidig/event-sourcing';
import { evolve, idOf, Refused, registryOf } from '@rettidig/event-sourcing';
import { contextOf, filledViews, metadata } from '@rettidig/event-sourcing/testing';
import { meetingsFeature } from '@rettidig/meetings';
import { organisationFeature } from '@rettidig/organisation';
import { rulesFeature } from '@rettidig/rules';
import { casesFeature } from '../cases.feature.js';
import { plansView } from '../projections/plans.js';

const registry = registryOf([organisationFeature, rulesFeature, meetingsFeature, casesFeature]);
const SYSTEM = { id: idOf('system'), role: 'system' };

/**
 * The organisation, the rule book, meetings and cases with all their commands and reactions, in memory and without
 * waiting: what is said is recorded at once, and what follows from it when it is asked for.
 */
export class SmallWorld {
  readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private values: Record<string, unknown> = Object.fromEntries(
    Object.entries(registry.reference).map(([name, part]) => [name, part.initial]),
  );
  private said = 0;

  constructor(public now = '2026-04-24T10:00:00.000Z') {}

  /** What decisions look up. */
  get reference(): unknown {
    return this.values;
  }

  /** Records what the command decides; nothing when it is refused. A subject that is not given is a new one. */
  say(command: string, message: object, subjectId?: string): readonly RecordedEvent[] {
    const commandId = idOf('said', String((this.said += 1)));
    const definition = registry.commands.get(command)!;
    const { target } = definition;
    const subject = typeof target === 'object' ? target.only : (subjectId ?? idOf('stream', commandId));
    const stream = `${definition.decider.category}-${subject}`;
    const decided = this.wouldSay(command, message, subject, commandId);
    const past = this.streams.get(stream) ?? [];
    const meta = metadata({ recordedAt: this.now, commandId, ...(definition.path === null && { actor: SYSTEM }) });
    const events = decided.map(({ type, data }, n): RecordedEvent => ({
      id: idOf(commandId, String(n)),
      type,
      data: JSON.parse(JSON.stringify(data)) as object,
      meta,
      stream,
      revision: past.length + n,
      position: String(this.log.length + n + 1).padStart(12, '0'),
    }));
    this.streams.set(stream, [...past, ...events]);
    this.log.push(...events);
    for (const event of events) this.learn(event);
    return events;
  }

  /** What a command would record. */
  wouldSay(command: string, message: object, subjectId: string, commandId = idOf('trial')): readonly DomainEvent[] {
    const { decider, decide } = registry.commands.get(command)!;
    const past = this.streams.get(`${decider.category}-${subjectId}`) ?? [];
    const state = past.reduce<unknown>((known, event) => evolve(decider, known, event), decider.initial);
    const reference = this.values;
    try {
      const context = contextOf({ reference, now: this.now, subjectId, commandId, actor: SYSTEM });
      return decide(state, message, context) as readonly DomainEvent[];
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  }

  /** What the reactions want done about some events, in their order. */
  wanted(events: readonly RecordedEvent[]): readonly ReactionCommand[] {
    const context: ReactionContext = { reference: this.values, views: this.views() };
    return events.flatMap((event) =>
      registry.reactions.flatMap(({ on }) => {
        const react = on[event.type] as
          ((event: RecordedEvent, context: ReactionContext) => readonly ReactionCommand[]) | undefined;
        return react?.(event, context) ?? [];
      }),
    );
  }

  /** Does what the reactions want about some events, and about what comes of that. */
  react(events: readonly RecordedEvent[]): void {
    for (const { command, message, subjectId } of this.wanted(events))
      this.react(this.say(command, message, subjectId));
  }

  /** The view of plans as it stands. */
  views() {
    return filledViews(
      [plansView],
      this.log.filter(({ stream }) => stream.startsWith('change-')),
    );
  }

  private learn(event: RecordedEvent): void {
    const category = event.stream.split('-')[0]!;
    for (const [name, part] of Object.entries(registry.reference)) {
      if (!part.categories.includes(category)) continue;
      this.values = { ...this.values, [name]: part.evolve(this.values[name], event) };
    }
  }
}
