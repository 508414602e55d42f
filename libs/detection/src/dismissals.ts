import type { RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { subjectOf } from '@rettidig/event-sourcing';
import { endOfDay, plusCalendarDays, drawnFrom, firstDayOf } from '@rettidig/vocabulary';
import type { PossibleMissEvent } from './possible-miss.events.js';

/** A time in which a possible miss stood dismissed by both chairs; `to` is null while it does. */
interface Dismissed {
  readonly from: string;
  readonly to: string | null;
}

/** When each possible miss stood dismissed: what the quarterly drawing is made from. */
export type Dismissals = ReadonlyMap<string, readonly Dismissed[]>;

export const dismissalsPart: ReferencePart<Dismissals> = {
  categories: ['possibleMiss'],
  initial: new Map(),
  evolve: (dismissals, event) => {
    const id = subjectOf(event.stream);
    const before = dismissals.get(id) ?? [];
    const isOut = before.at(-1)?.to === null;
    const is = standsDismissed(event as RecordedEvent<PossibleMissEvent>, isOut);
    if (is === isOut) return dismissals;
    const at = event.meta.recordedAt;
    const times = is ? [...before, { from: at, to: null }] : [...before.slice(0, -1), { ...before.at(-1)!, to: at }];
    return new Map(dismissals).set(id, times);
  },
};

/** Whether it is off the list after an event. */
function standsDismissed(event: RecordedEvent<PossibleMissEvent>, before: boolean): boolean {
  const { type, data } = event;
  if (type === 'PossibleMissDismissed') return (data as { readonly byBoth: boolean }).byBoth;
  if (type === 'PossibleMissReopened') return false;
  const { hasDuty = true } = data as { readonly hasDuty?: boolean };
  if (type === 'PossibleMissConfirmed' || type === 'ConfirmedCaseReassessed') return before && !hasDuty;
  return before;
}

/** Whether a possible miss is among those drawn in a quarter, from what stood dismissed when the quarter began. */
export function isDrawnIn(dismissals: Dismissals, possibleMissId: string, drawing: string): boolean {
  const at = endOfDay(plusCalendarDays(firstDayOf(drawing), -1));
  const stood = [...dismissals].filter(([, times]) => times.some(({ from, to }) => from <= at && (!to || to > at)));
  const ids = stood.map(([id]) => id);
  return drawnFrom(ids, drawing).includes(possibleMissId);
}
