import type { JsonLog } from '../log/json-log.js';
import { labelSeat, registerPerson } from '../people/people.js';
import type { AnyAct } from './act.js';
import { rebuildViews } from './rebuild-views.js';

/** Everything that can be done without entering the log. */
export const actsOf = (log: JsonLog): readonly AnyAct[] => [registerPerson, labelSeat, rebuildViews(log)];
