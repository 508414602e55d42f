import type { RecordedEvent } from './event.js';
import type { ProjectedEvent, ViewWriter } from './projection.js';
import type { Reached, ViewBuild } from './views.js';

/** The key of a handler for events of every type, which gets them as stored. For views of the mechanics themselves. */
export const ANY_TYPE = '*';

/** A handler threw. Carries the event for the operator; the error itself stays its cause. */
export class HandlerFailed extends Error {
  constructor(
    readonly event: RecordedEvent,
    override readonly cause: unknown,
  ) {
    super(`the handler of ${event.type} threw`);
  }
}

/**
 * Puts a page of the log into one build: events up to its checkpoint are passed over, the others go to its handlers in
 * order. `readable` gives the opened event for those that some view handles.
 */
export function project(
  build: ViewBuild,
  view: ViewWriter,
  page: readonly RecordedEvent[],
  readable: (index: number) => RecordedEvent | undefined,
): Reached {
  const { on } = build.projection;
  let { position, knownAt } = build.at;
  for (let index = 0; index < page.length; index++) {
    const event = page[index]!;
    if (event.position <= position) continue;
    position = event.position;
    if (event.meta.recordedAt > knownAt) knownAt = event.meta.recordedAt;
    const handler = (on[event.type] ?? on[ANY_TYPE]) as ((view: ViewWriter, event: ProjectedEvent) => void) | undefined;
    if (!handler) continue;
    try {
      handler(view, { ...(readable(index) ?? event), knownAt });
    } catch (error) {
      throw new HandlerFailed(event, error);
    }
  }
  return { position, knownAt };
}
