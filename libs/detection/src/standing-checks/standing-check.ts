import type { Instant, ReadDatabase, SqlValue, Text, ViewReader } from '@rettidig/event-sourcing';
import { TryLater } from '@rettidig/event-sourcing';
import type { CommitteeKind, CommitteeOn, Organisation, Structure } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import type { LocalDate, Words } from '@rettidig/vocabulary';

/** `error`: something cannot work as it is. `warning`: somebody should look. `information`: worth knowing. */
export type Severity = 'error' | 'warning' | 'information';

export const severities: Words<Severity> = {
  error: { da: 'fejl', en: 'error' },
  warning: { da: 'advarsel', en: 'warning' },
  information: { da: 'oplysning', en: 'information' },
};

/** One thing that a check found. */
export interface Finding {
  readonly sentence: Text;
  /** What it is about: units, committees, seats, cases, rounds. */
  readonly subjectIds: readonly string[];
  readonly unitId?: string;
  readonly committeeId?: string;
  /** Below `/api/v1`. */
  readonly href?: string;
  /** A heading of the page. */
  readonly anchor?: string;
}

/** The first findings of a check, and how many there are. */
export interface Findings {
  readonly first: readonly Finding[];
  readonly total: number;
}

/** What checks look at, as it was known and as it stood on the day. */
export interface CheckedWorld {
  readonly organisation: Organisation;
  readonly structure: Structure;
  readonly ruleBook: RuleBook;
  readonly views: ReadDatabase;
  /** Versions known at this instant; `9999` for all there are. */
  readonly at: Instant;
  readonly today: LocalDate;
  /** Findings about these units only; undefined for all. */
  readonly units: ReadonlySet<string> | undefined;
  readonly committees: ReadonlySet<string> | undefined;
}

/** A question that is asked of the whole system again and again. */
export interface StandingCheck {
  readonly code: string;
  readonly severity: Severity;
  /** What it looks for, as the page's explanation. */
  readonly what: Text;
  readonly find: (world: CheckedWorld) => Findings;
}

/** A trio and a staff meeting with MED status have no chairs, and no number of meetings is agreed for them (J2). */
const withoutSeats: readonly CommitteeKind[] = ['trio', 'staffMeetingWithMedStatus'];

/** Whether a committee is held to chairs and to a number of meetings. */
export const isHeldToForm = ({ kind }: CommitteeOn): boolean => !withoutSeats.includes(kind);

/** So many findings of one check are listed; the rest is counted. */
export const MOST_LISTED = 100;

/** Findings worked out in memory, narrowed to what was asked for. */
export function findings(all: readonly Finding[], { units, committees }: CheckedWorld): Findings {
  const wanted = all.filter(
    ({ unitId, committeeId }) =>
      (!units || (unitId !== undefined && units.has(unitId))) &&
      (!committees || (committeeId !== undefined && committees.has(committeeId))),
  );
  return { first: wanted.slice(0, MOST_LISTED), total: wanted.length };
}

/** Rows of which each knows how many there are: `count(*) over () as total`. */
export const counted = <Row extends { readonly total: number }>(
  rows: readonly Row[],
  tell: (row: Row) => Finding,
): Findings => ({ first: rows.map(tell), total: rows[0]?.total ?? 0 });

/** The condition that holds for the versions known at an instant; the indexes hold the current ones. */
export const knownAt = (at: Instant): string =>
  at === '9999' ? 'known_to is null' : 'known_from <= :at and (known_to is null or known_to > :at)';

/** A set as a query takes it: null stands for all. */
export const listOf = (ids: ReadonlySet<string> | undefined): SqlValue => (ids ? JSON.stringify([...ids]) : null);

/** A view that is part of the product only where the slice that fills it is; undefined where it is not. */
export function viewIfThere(views: ReadDatabase, name: string): ViewReader | undefined {
  try {
    return views.view(name);
  } catch (error) {
    if (error instanceof TryLater) throw error;
    return undefined;
  }
}

export const text = (da: string, en: string): Text => ({ da, en });
