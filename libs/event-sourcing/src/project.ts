import { landmarkOf } from './checkpoints.js';
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

type Handler = (view: ViewWriter, event: ProjectedEvent) => void;

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
  const { on, together } = build.projection;
  let { position, knownAt, landmark } = build.at;
  let run: ProjectedEvent[] = [];
  const handleRun = (): void => {
    if (run.length > 0) attempt(run[0]!, () => together!(view, run));
    run = [];
  };
  for (let index = 0; index < page.length; index++) {
    const event = page[index]!;
    if (event.position <= position) continue;
    position = event.position;
    landmark = event;
    if (event.meta.recordedAt > knownAt) knownAt = event.meta.recordedAt;
    const handler = (on[event.type] ?? on[ANY_TYPE]) as Handler | undefined;
    if (!handler) continue;
    const projected = { ...(readable(index) ?? event), knownAt };
    if (!together) {
      attempt(event, () => handler(view, projected));
      continue;
    }
    const last = run.at(-1);
    if (last && (last.stream !== event.stream || last.knownAt !== knownAt)) handleRun();
    run.push(projected);
  }
  handleRun();
  return { position, knownAt, ...(landmark && { landmark: landmarkOf(landmark) }) };
}

function attempt(event: RecordedEvent, handle: () => void): void {
  try {
    handle();
  } catch (error) {
    throw new HandlerFailed(event, error);
  }
}
