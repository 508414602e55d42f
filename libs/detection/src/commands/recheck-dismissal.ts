import { impossible, Refused } from '@rettidig/event-sourcing';
import { dayOf, Flag, FreeText, Pattern } from '@rettidig/vocabulary';
import { existing, mainCommitteeResource, notAnsweredByACase, onPossibleMiss } from '../possible-miss.checks.js';
import type { PossibleMissCommand } from '../possible-miss.checks.js';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import { drawingPattern, firstDayOf } from '../periods.js';

/** Somebody looks a second time at a dismissal that was drawn. It needs one person to bring it back. */
export class RecheckDismissal {
  @Pattern(drawingPattern, { description: 'The quarter in which it was drawn.', example: '2026-Q2' })
  drawing!: string;

  @Flag({ description: 'The dismissal stands; when not, it is back on the list.' })
  stands!: boolean;

  @FreeText({
    description: 'Why.',
    example: 'Der er siden kommet en indstilling, som rammer medarbejderne.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

export const recheckDismissal: PossibleMissCommand<RecheckDismissal> = {
  ...onPossibleMiss,
  name: 'RecheckDismissal',
  message: RecheckDismissal,
  kind: 'fact',
  target: 'existing',
  path: '/possible-misses/{id}/recheck',
  summary: { da: 'Se igen på noget, der blev lagt til side', en: 'Look again at something that was dismissed' },
  refusals: [
    'possibleMiss.unknown',
    'possibleMiss.confirmed',
    'possibleMiss.not-dismissed',
    'possibleMiss.drawing-in-the-future',
  ],
  resource: mainCommitteeResource,
  decide: (state, { drawing, stands, reason }, context) => {
    const miss = existing(state);
    notAnsweredByACase(miss);
    if (!miss.dismissed) throw new Refused('possibleMiss.not-dismissed');
    if (firstDayOf(drawing) > dayOf(context.now)) throw impossible('possibleMiss.drawing-in-the-future', { drawing });
    const rechecked: PossibleMissEvent = { type: 'DismissalRechecked', data: { drawing, stands, reason } };
    const reopened: PossibleMissEvent = { type: 'PossibleMissReopened', data: { cause: 'recheck' } };
    return stands ? [rechecked] : [rechecked, reopened];
  },
};
