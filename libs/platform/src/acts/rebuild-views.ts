import type { Act } from '@rettidig/event-sourcing';
import { JsonLog } from '../log/json-log.js';
import { ActDone } from './done.js';

/** Nothing has to be said: all views are filled anew. */
export class RebuildViews {}

/**
 * Fills all views anew from the log while the present ones go on serving. Answers at once; `GET /readyz` tells how far
 * it has come. A rebuild that is under way is not begun again before it is done.
 */
export const rebuildViews = (log: JsonLog): Act<RebuildViews, ActDone> => ({
  name: 'RebuildViews',
  message: RebuildViews,
  path: '/view-rebuilds',
  tag: 'operations',
  summary: { da: 'Dan alle visninger på ny ud fra loggen', en: 'Fill all views anew from the log' },
  answer: ActDone,
  act: (_message, { engine }, { commandId }) => {
    engine.projector.rebuild().catch((error: unknown) => {
      log.line('error', `the views could not be rebuilt: ${error instanceof Error ? error.message : typeof error}`);
    });
    return Promise.resolve({ id: commandId });
  },
});
