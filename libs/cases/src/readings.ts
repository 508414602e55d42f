import { numberOfReadings } from '@rettidig/rules';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { latestDay } from '@rettidig/vocabulary';
import type { ChangeState, Point } from './change.state.js';
import { standingActs } from './change.state.js';
import type { ReferenceContext } from './checks.js';

// A body that treats a case several times decides in each reading (A17): the dates of its decisions are its readings.

/** How often a body treats a case of this kind, as agreed on a day; once when nothing was agreed. */
export const readingsBy = (
  { kind }: Pick<ChangeState, 'kind'>,
  body: DecidingBody,
  on: LocalDate,
  { reference }: ReferenceContext,
): number => numberOfReadings(reference.ruleBook, { kind, body }, on);

/** Readings in which a body decided, each once however often it was recorded. */
export const readingsHeld = (state: ChangeState, by: DecidingBody): number =>
  new Set(
    standingActs(state)
      .filter(({ kind, body }) => kind === 'decision' && body === by)
      .map(({ pointId, actId }) => pointId ?? actId),
  ).size;

/** Up to which day the dates of its body are behind something that was said of a reading, or said on a day. */
export function readUntil(
  { points }: ChangeState,
  { pointId }: { readonly pointId?: string },
  on: LocalDate,
): LocalDate {
  const point = pointId === undefined ? undefined : points[pointId];
  const planned = point && latestDay(point.when);
  return planned !== undefined && planned > on ? planned : on;
}

/** The first of some dates; one that nobody knows comes last, of one day the one with the smaller id. */
export const earliestOf = (points: readonly Point[]): Point | undefined =>
  [...points].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))[0];

const orderOf = ({ when, pointId }: Point): string => `${latestDay(when) ?? '9999'} ${pointId}`;
