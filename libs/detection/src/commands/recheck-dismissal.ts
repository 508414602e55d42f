import { impossible, Refused } from '@rettidig/event-sourcing';
import {
  dayOf,
  plusCalendarDays,
  Flag,
  FreeText,
  Pattern,
  drawingPattern,
  firstDayOf,
  lastDayOf,
  periodOf,
} from '@rettidig/vocabulary';
import {
  existing,
  mainCommitteeResource,
  notAnsweredByACase,
  officesInMain,
  onPossibleMiss,
} from '../possible-miss.checks.js';
import type { DetectionContext, PossibleMissCommand } from '../possible-miss.checks.js';
import { isDrawnIn } from '../dismissals.js';
import type { PossibleMissEvent } from '../possible-miss.events.js';

/** Somebody looks a second time at a dismissal that was drawn. It needs one person to bring it back. */
export class RecheckDismissal {
  @Pattern(drawingPattern, {
    description: 'The quarter in which it was drawn; only the deputy chair leaves it out, to bring it back.',
    example: '2026-Q2',
    optional: true,
  })
  drawing?: string;

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
    'possibleMiss.not-drawn',
    'possibleMiss.drawing-missing',
  ],
  resource: mainCommitteeResource,
  decide: (state, { drawing, stands, reason }, context) => {
    const miss = existing(state);
    notAnsweredByACase(miss);
    if (!miss.dismissed) throw new Refused('possibleMiss.not-dismissed');
    if (drawing) mustBeDrawn(drawing, context);
    else mustBringBack(stands, context);
    const rechecked: PossibleMissEvent = {
      type: 'DismissalRechecked',
      data: { ...(drawing && { drawing }), stands, reason },
    };
    const reopened: PossibleMissEvent = { type: 'PossibleMissReopened', data: { cause: 'recheck' } };
    return stands ? [rechecked] : [rechecked, reopened];
  },
};

/** Which are drawn follows from the quarter alone: nobody chooses. */
function mustBeDrawn(drawing: string, { reference, subjectId, now }: DetectionContext): void {
  if (firstDayOf(drawing) > dayOf(now)) throw impossible('possibleMiss.drawing-in-the-future', { drawing });
  if (isDrawnIn(reference.dismissals, subjectId, drawing)) return;
  const current = periodOf(dayOf(now), 'quarterly');
  const next = periodOf(plusCalendarDays(lastDayOf(current), 1), 'quarterly');
  const quarter = isDrawnIn(reference.dismissals, subjectId, current) ? current : next;
  throw new Refused('possibleMiss.not-drawn', { drawing, quarter });
}

/** The deputy chair brings back what nobody drew, too. */
function mustBringBack(stands: boolean, context: DetectionContext): void {
  if (stands || !officesInMain(context).includes('deputyChair')) throw impossible('possibleMiss.drawing-missing');
}
