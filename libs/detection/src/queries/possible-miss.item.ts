import { OTHER_KIND } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { dayOf, decidingBodies, fuzzyInWords } from '@rettidig/vocabulary';
import type { Naming } from '../naming.js';
import type { PossibleMissOrigin, PossibleMissState } from '../possible-miss.words.js';
import { possibleMissOrigins, stateWords } from '../possible-miss.words.js';
import { NO_SCORE, NOT_STATED_CODE } from '../projections/possible-misses.projection.js';
import type { PossibleMissShown } from './list-possible-misses.answer.js';

/** A row of the view, as far as the list shows it. */
export interface PossibleMissRow {
  readonly id: string;
  readonly state: PossibleMissState;
  readonly origin: PossibleMissOrigin;
  readonly title: string;
  readonly body: DecidingBody;
  readonly kinds: string;
  readonly unit_id: string;
  readonly score: number;
  readonly happened: string;
  readonly recorded_at: string;
  readonly recorded_role: string;
  readonly dismissed_by: string;
  readonly case_ids: string;
  readonly rechecked: string;
}

const parsed = <T>(json: string): T => JSON.parse(json) as T;

/** A row in the reader's words. */
export function itemOf(row: PossibleMissRow, naming: Naming): PossibleMissShown {
  const { say } = naming;
  const unitId = row.unit_id === NOT_STATED_CODE ? null : row.unit_id;
  const when = parsed<FuzzyDate>(row.happened);
  const kinds = parsed<string[]>(row.kinds);
  const telling = kinds.filter((kind) => kind !== OTHER_KIND);
  return {
    possibleMissId: row.id,
    title: row.title,
    state: row.state,
    stateText: say(stateWords(row.state, parsed(row.case_ids))),
    origin: row.origin,
    originText: say(possibleMissOrigins[row.origin]),
    body: row.body,
    bodyText: naming.word(decidingBodies, row.body),
    when,
    whenText: fuzzyInWords(when, naming.language),
    score: row.score === NO_SCORE ? null : row.score,
    kinds,
    kindsText: telling.length > 0 ? telling.map(naming.kind).join(', ') : null,
    unitId,
    unitName: naming.unit(unitId),
    recordedAt: row.recorded_at,
    recordedOn: dayOf(row.recorded_at),
    recordedBy: naming.role(row.recorded_role),
    dismissedBy: parsed(row.dismissed_by),
    caseIds: parsed(row.case_ids),
    recheckedIn: parsed(row.rechecked),
  };
}
