import { roundsOfPeriods, screeningKnown } from '../rounds.js';
import type { StandingCheck } from './standing-check.js';
import { findings, text } from './standing-check.js';

/** A period of management's meetings without MED on it (C1, C2). */
export const roundsNotHeld: StandingCheck = {
  code: 'screeningRoundNotHeld',
  severity: 'warning',
  what: text('Ledelsesmøder, hvor MED-punktet ikke blev holdt', 'Management meetings whose MED item was not held'),
  find: (world) =>
    findings(
      roundsOfPeriods(screeningKnown(world.views, world.at), world.today)
        .filter(({ state }) => state === 'notHeld')
        .map(({ roundId, forum, period }) => ({
          sentence: text(
            `${forum.name} vurderede ikke sager til MED i ${period}.`,
            `${forum.name} did not screen cases for MED in ${period}.`,
          ),
          subjectIds: [roundId, forum.id],
          href: `/screening-rounds/${roundId}`,
        })),
      world,
    ),
};
