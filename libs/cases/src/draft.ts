import type { EventMetadata } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { ChangeContext } from './checks.js';
import { changeDecider } from './change.js';
import type { ChangeEvent } from './change.events.js';
import type { ChangeState } from './change.state.js';

/**
 * One append in the making: what is added is folded at once, so that the next step sees what follows from it. Lives
 * within one decision.
 */
export class Draft {
  private readonly added: ChangeEvent[] = [];
  private folded: ChangeState;

  constructor(
    state: ChangeState,
    readonly context: ChangeContext,
  ) {
    this.folded = state;
  }

  /** The case as it will stand after what was added so far. */
  get state(): ChangeState {
    return this.folded;
  }

  get events(): readonly ChangeEvent[] {
    return this.added;
  }

  add(event: ChangeEvent): this {
    this.added.push(event);
    this.folded = evolve(changeDecider, this.folded, { ...event, meta: metadataOf(this.context) });
    return this;
  }
}

/** As the engine will record it, as far as a fold reads it. */
const metadataOf = ({ commandId, now, actor }: ChangeContext): EventMetadata => ({
  commandId,
  commandHash: '',
  recordedAt: now,
  actor,
  correlationId: commandId,
  causationId: commandId,
  basis: '',
  schema: 1,
  byPerson: true,
});

/** How a case would stand after an event, without adding it. */
export const after = (state: ChangeState, event: ChangeEvent, context: ChangeContext): ChangeState =>
  new Draft(state, context).add(event).state;
