import type { ReadDatabase } from '@rettidig/event-sourcing';
import type { SeatHistory } from '@rettidig/organisation';
import { appointmentsOn, historyOf, overlap } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { RemindersReference } from './kind.js';
import { REMINDERS_VIEW } from './projections/reminders.projection.js';
import type { HeldFunction } from './texts/held-words.js';

/** A function that a person has, and in which committee or unit. */
export interface Held {
  readonly function: HeldFunction;
  readonly committeeId: string | null;
  readonly unitId: string | null;
}

interface HeldBy extends Held {
  readonly personId: string;
}

/** What is looked up, and the day on which people have it. */
interface Asked {
  readonly reference: Pick<RemindersReference, 'organisation' | 'functions'>;
  readonly views: ReadDatabase;
  readonly day: LocalDate;
}

/** In calendar days: whoever is seated by then is asked for an address now, before anything has to be told them. */
const AHEAD = 30;

// The index is named: it holds what is open and nothing else, whatever statistics say of a view that had a few rows.
const OWNERS = `select distinct json_extract(about, '$.ownerId') owner_id, json_extract(about, '$.unitId') unit_id
  from {occasion} indexed by {occasion_due}
  where is_open = 1 and until > :day and json_extract(about, '$.ownerId') is not null order by owner_id, unit_id`;

/** Everybody who has a function on a day or soon a seat, each function once, by person. */
export function heldFunctions(asked: Asked): ReadonlyMap<string, readonly Held[]> {
  const found = new Map<string, Map<string, Held>>();
  for (const { personId, ...held } of [...seated(asked), ...appointed(asked), ...owners(asked)]) {
    const before = found.get(personId) ?? new Map<string, Held>();
    const name = `${held.function}/${held.committeeId ?? ''}/${held.unitId ?? ''}`;
    found.set(personId, before.set(name, held));
  }
  return new Map([...found].map(([personId, functions]) => [personId, [...functions.values()]]));
}

function seated({ reference: { organisation }, day }: Asked): HeldBy[] {
  const soon = { from: day, to: plusCalendarDays(day, AHEAD + 1) };
  return [...historyOf(organisation).seats.values()].flatMap((seat) =>
    seat.holders
      .filter(({ term }) => overlap(term, soon))
      .map(({ personId }) => ({
        ...{ personId, function: functionOf(seat), committeeId: seat.committeeId, unitId: null },
      })),
  );
}

/** A seat of the secretariat serves the committee and makes nobody a member. */
const functionOf = ({ office, representativeKind }: SeatHistory): HeldFunction =>
  office ?? (representativeKind === 'secretariat' ? 'secretariat' : 'member');

const appointed = ({ reference: { functions }, day }: Asked): HeldBy[] =>
  appointmentsOn(functions, day).map(({ to, of, personId }) => ({
    ...{ personId, function: to },
    committeeId: to === 'secretariat' ? of : null,
    unitId: to === 'unitManager' ? of : null,
  }));

/** Of cases in which there is still something to be reminded of, with the units that these are about. */
const owners = ({ views, day }: Asked): HeldBy[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ owner_id: string; unit_id: string | null }>(OWNERS, { day })
    .map(({ owner_id: personId, unit_id: unitId }) => ({ personId, function: 'owner', committeeId: null, unitId }));
