import type { AnyCommand } from './decider.js';
import { effectLog } from './effect-log.js';
import { TryLater } from './errors.js';
import { categoryOf } from './event.js';
import type { Upcasters } from './upcast.js';
import { schemaOf } from './upcast.js';

/** What mechanics itself keeps in the log, beside the slices. */
const ofMechanics: Readonly<Record<string, readonly string[]>> = {
  [effectLog.category]: Object.keys(effectLog.evolve),
};

/** An event as far as this has to know it. */
interface Typed {
  readonly stream: string;
  readonly type: string;
  readonly meta?: { readonly schema: number };
}

/**
 * An event that a newer release wrote: its meaning is not known here. Whoever folds the log stops before it and waits, so
 * that nothing is ever shown, decided or checked off past it; the release that knows it goes on from there.
 */
export class UnknownEventType extends TryLater {
  constructor(readonly type: string) {
    super('event-type.unknown', 60, { type });
  }
}

/**
 * The event types that this release understands: for each category those of its deciders, in their shapes up to today's.
 * A category that no slice has is not understood either.
 */
export class KnownTypes {
  private readonly byCategory = new Map<string, Set<string>>();

  constructor(
    commands: Iterable<Pick<AnyCommand, 'decider'>>,
    private readonly upcasters: Upcasters = {},
  ) {
    for (const [category, types] of Object.entries(ofMechanics)) this.add(category, types);
    for (const { decider } of commands) this.add(decider.category, Object.keys(decider.evolve));
  }

  private add(category: string, types: readonly string[]): void {
    const known = this.byCategory.get(category) ?? new Set();
    for (const type of types) known.add(type);
    this.byCategory.set(category, known);
  }

  has({ stream, type, meta }: Typed): boolean {
    if (meta && meta.schema > schemaOf(this.upcasters, type)) return false;
    return this.byCategory.get(categoryOf(stream))?.has(type) === true;
  }

  /** The events before the first unknown one; all of them as a rule. */
  understood<E extends Typed>(events: readonly E[]): readonly E[] {
    const at = events.findIndex((event) => !this.has(event));
    return at < 0 ? events : events.slice(0, at);
  }

  /** @throws UnknownEventType for the first event that is not understood. */
  mustKnow(events: readonly Typed[]): void {
    const unknown = events.find((event) => !this.has(event));
    if (unknown) throw new UnknownEventType(unknown.type);
  }
}
