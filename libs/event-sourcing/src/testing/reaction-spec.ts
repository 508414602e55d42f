import type { DomainEvent } from '../event.js';
import type { Reaction, ReactionCommand, ReactionContext } from '../reaction.js';
import type { GivenEvent } from './projection-spec.js';
import { filledViews, recorded } from './projection-spec.js';

/**
 * `reactionSpec(mirrorAgenda, { reference }).when(event).then(...commands)`: what the reaction wants done, and nothing
 * else.
 */
export function reactionSpec<E extends DomainEvent, Reference>(
  reaction: Reaction<E, Reference>,
  context: { readonly reference: Reference; readonly views?: ReactionContext['views'] },
) {
  return {
    when: (event: GivenEvent<E>) => {
      const [happened] = recorded([event]);
      const react = reaction.on[event.type as E['type']] as
        ((event: unknown, context: ReactionContext<Reference>) => readonly ReactionCommand[]) | undefined;
      const commands = react?.(happened, { views: filledViews([], []), ...context }) ?? [];
      return {
        commands,
        then: (...expected: readonly ReactionCommand[]) => {
          expect(commands).toEqual(expected);
        },
      };
    },
  };
}
