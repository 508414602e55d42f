import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import { collisionsIn } from './collisions.js';
import { correct } from './correct.js';
import { knownOf, restedOn, tellable } from './correctable.js';
import type { Correction } from './corrections.events.js';
import { draftOf } from './history.js';
import type { History } from './history.types.js';

/**
 * A correction tells something else of something known, and leaves nothing that collides and did not collide before.
 * @throws Refused with the first collision that it would make.
 */
export function possibleCorrection(history: History, correction: Correction): void {
  const { what, id, from } = correction;
  fits(correction);
  const was = knownOf(history, correction);
  if (was === undefined) throw notFound('organisation.nothing-to-correct', { what, id, from: from ?? '–' });
  if (isAsTold(was, correction)) throw new Refused('organisation.correction-changes-nothing', { what, id });
  const corrected = draftOf(history);
  correct(corrected, correction, null);
  const before = new Set(collisionsIn(history).map(keyOf));
  const made = collisionsIn(corrected).find((one) => !before.has(keyOf(one)));
  if (made) throw made;
}

/** The message speaks of what can be told of such a thing. */
function fits({ what, isNow }: Correction): void {
  const fields: readonly string[] = tellable[what];
  const told = isNow === null ? [] : Object.keys(isNow);
  const isEmpty = isNow === null ? restedOn.includes(what) : told.length === 0;
  if (isEmpty || told.some((field) => !fields.includes(field)))
    throw impossible('organisation.correction-misfit', { what, fields });
}

const isAsTold = (was: object, { isNow }: Correction): boolean =>
  isNow !== null && JSON.stringify({ ...was, ...isNow }) === JSON.stringify(was);

const keyOf = ({ code, details }: Refused): string => JSON.stringify([code, details]);
