import { Refused } from '@rettidig/event-sourcing';
import { Day, Id } from '@rettidig/vocabulary';
import type { ScreeningCommand } from '../screening.checks.js';
import { notInTheFuture, onForum, openRound } from '../screening.checks.js';

/** The meeting was held and every candidate assessed: the round is closed. */
export class HoldScreeningRound {
  @Id({ description: 'The round.' })
  roundId!: string;

  @Day({ description: 'The day on which it was held; not after today.' })
  heldOn!: string;
}

export const holdScreeningRound: ScreeningCommand<HoldScreeningRound> = {
  ...onForum,
  name: 'HoldScreeningRound',
  message: HoldScreeningRound,
  path: '/screening-forums/{id}/rounds/{roundId}/holding',
  summary: { da: 'Luk screeningsmødet som afholdt', en: 'Close a screening round as held' },
  refusals: [
    'screeningForum.unknown',
    'screening.round-unknown',
    'screening.round-held',
    'screening.in-the-future',
    'screening.candidates-unassessed',
  ],
  decide: (state, { roundId, heldOn }, context) => {
    const { candidates } = openRound(state, roundId);
    notInTheFuture(heldOn, context);
    const unassessed = [...candidates].filter(([, { outcome }]) => outcome === null).map(([id]) => id);
    if (unassessed.length > 0) {
      throw new Refused('screening.candidates-unassessed', { count: unassessed.length, candidateIds: unassessed });
    }
    return [{ type: 'ScreeningRoundHeld', data: { roundId, heldOn } }];
  },
};
