import type { QueryContext, ViewReader } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import {
  drawnFrom,
  firstDayOf,
  Flag,
  FreeText,
  Id,
  Moment,
  Name,
  OneOf,
  periodOf,
  plusCalendarDays,
} from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import { actorRoles } from '../register.words.js';

/** Somebody looked at a declaration again. */
export class DeclarationRecheckShown {
  @Flag({ description: 'It stands; when not, it was disputed, and both chairs settle that.' })
  stands!: boolean;

  @Id({ description: 'Who looked.' })
  personId!: string;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  personName!: string | null;

  @OneOf(actorRoles, { description: 'The role they acted in.' })
  role!: string;

  @FreeText({ description: 'Why.', max: 2000, multiline: true })
  reason!: string;

  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;
}

/**
 * The declarations drawn in a quarter, from those of the quarter before: that one is over, so nothing that anybody does
 * moves the lots.
 * @throws Refused `change.drawing-in-the-future`
 */
export function drawnIn(quarter: string, today: LocalDate, { views }: Pick<QueryContext, 'views'>): string[] {
  const first = firstDayOf(quarter);
  if (first > today) throw impossible('change.drawing-in-the-future', { drawing: quarter });
  const before = firstDayOf(periodOf(plusCalendarDays(first, -1), 'quarterly'));
  const declared = views.view(CASES_VIEW).all<{
    act_id: string;
  }>("select act_id from {act} where act = 'DeclaredNotMedRelevant' and day >= :before and day < :first", { before, first });
  return drawnFrom(
    declared.map(({ act_id }) => act_id),
    quarter,
  );
}

interface DeclarationRow {
  readonly act_id: string;
  readonly change_id: string;
  readonly act: string;
  readonly recorded_at: string;
}

interface RecheckRow {
  readonly stands: number;
  readonly person_id: string;
  readonly role: string;
  readonly reason: string;
  readonly recorded_at: string;
}

/** The last time that somebody looked at each declaration again, as known at an instant; by the id of its act. */
export function rechecksOf(
  view: ViewReader,
  rows: readonly DeclarationRow[],
  at = '9999',
): ReadonlyMap<string, Omit<DeclarationRecheckShown, 'personName'>> {
  const found = new Map<string, Omit<DeclarationRecheckShown, 'personName'>>();
  for (const { act_id, act, change_id, recorded_at } of rows) {
    if (act !== 'DeclaredNotMedRelevant') continue;
    const row = view.get<RecheckRow>(LAST_RECHECK, { changeId: change_id, from: recorded_at, at });
    if (!row) continue;
    const { stands, person_id, role, reason } = row;
    found.set(act_id, { stands: stands === 1, personId: person_id, role, reason, recordedAt: row.recorded_at });
  }
  return found;
}

const LAST_RECHECK =
  'select stands, person_id, role, reason, recorded_at from {recheck} where change_id = :changeId' +
  ' and recorded_at >= :from and known_from <= :at order by known_from desc limit 1';
