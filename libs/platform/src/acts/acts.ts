import type { AnyAct, Feature } from '@rettidig/event-sourcing';
import type { JsonLog } from '../log/json-log.js';
import { labelSeat, registerPerson } from '../people/people.js';
import { rebuildViews } from './rebuild-views.js';

/** Everything that is done beside the decision on one stream: platform's own acts and those of the slices. */
export const actsOf = (features: readonly Feature[], log: JsonLog): readonly AnyAct[] => [
  registerPerson,
  labelSeat,
  rebuildViews(log),
  ...features.flatMap(({ acts }) => acts ?? []),
];
