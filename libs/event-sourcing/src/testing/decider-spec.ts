import type { CommandContext, CommandDefinition } from '../decider.js';
import { evolve } from '../decider.js';
import { Refused } from '../errors.js';
import type { Actor, DomainEvent, EventMetadata } from '../event.js';
import { idOf } from '../ids.js';

/** What a spec may say about the circumstances of a command; the rest is filled in. */
export interface Circumstances<Reference> {
  readonly reference: Reference;
  readonly now?: string;
  readonly actor?: Actor;
  readonly subjectId?: string;
  readonly commandId?: string;
}

const SOMEBODY: Actor = { id: '00000000-0000-4000-8000-000000000001', role: 'secretariat' };

/** Metadata as it could have been recorded, for events that a spec gives. */
export const metadata = (changes: Partial<EventMetadata> = {}): EventMetadata => ({
  commandId: idOf('given'),
  commandHash: '',
  recordedAt: '2026-04-24T10:00:00.000Z',
  actor: SOMEBODY,
  correlationId: idOf('given'),
  causationId: idOf('given'),
  basis: '',
  schema: 1,
  byPerson: true,
  ...changes,
});

/**
 * `decision(recordDecision, { reference }).given(...events).when({ … }).then(...events)`, or `.thenRefused(code)`.
 * Given events are folded with plain metadata; `events` of the result are what was decided.
 */
export function decision<State, E extends DomainEvent, Message extends object, Reference, Answer extends object>(
  command: CommandDefinition<State, E, Message, Reference, Answer>,
  circumstances: Circumstances<Reference>,
) {
  return {
    given: (...past: readonly E[]) => ({
      when: (message: Message) => outcome(command, circumstances, past, message),
    }),
  };
}

function outcome<State, E extends DomainEvent, Message extends object, Reference, Answer extends object>(
  command: CommandDefinition<State, E, Message, Reference, Answer>,
  circumstances: Circumstances<Reference>,
  past: readonly E[],
  message: Message,
) {
  const state = past.reduce<State>(
    (folded, event) => evolve(command.decider, folded, { ...event, meta: metadata() }),
    command.decider.initial,
  );
  const decide = (): readonly E[] => command.decide(state, message, contextOf(circumstances));
  return {
    /** What was decided; throws the refusal when there was one. */
    decided: decide,
    /** Exactly these events, in this order. */
    then: (...expected: readonly E[]) => {
      expect(decide()).toEqual(expected);
    },
    /** At least events of these types, in this order and no others. */
    thenTypes: (...types: readonly E['type'][]) => {
      expect(decide().map((event) => event.type)).toEqual(types);
    },
    thenRefused: (code: string) => {
      expect(refusalOf(decide)).toBe(code);
    },
  };
}

/** A context for calling a decision by hand. */
export function contextOf<Reference>(circumstances: Circumstances<Reference>): CommandContext<Reference> {
  const commandId = circumstances.commandId ?? idOf('command');
  return {
    now: circumstances.now ?? '2026-04-24T14:00:00.000Z',
    actor: circumstances.actor ?? SOMEBODY,
    reference: circumstances.reference,
    subjectId: circumstances.subjectId ?? idOf('subject'),
    commandId,
    newId: (name) => idOf(commandId, name),
  };
}

function refusalOf(decide: () => unknown): string {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'not refused';
}
