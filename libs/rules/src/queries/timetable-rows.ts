import type { Instant, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import type { LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';
import { ADMINISTRATION, dayOf } from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider, ruleBookKnownAt } from '../rule-book.js';
import type { LocalTimetable, LocalTimetableAgreed, PoliticalTimetable } from '../timetable.events.js';
import { politicalTimetableOn, timetableOn } from '../timetables.js';
import type { TimetableShown } from './timetable.answer.js';
import { showPoliticalTimetable, showTimetable } from './timetable.answer.js';

export type TimetableContext = QueryContext<{ readonly ruleBook: RuleBook; readonly organisation: Organisation }>;

interface Wanted {
  readonly committee?: string;
  readonly body?: PoliticalBody;
  readonly holdsOn?: LocalDate;
  readonly asOf?: string;
}

/** The instant from which all that is agreed now was known. */
export const latestIn = ({ timetables, politicalTimetables }: RuleBook): Instant =>
  [timetables.at(-1)?.knownAt ?? '', politicalTimetables.at(-1)?.knownAt ?? ''].sort().at(-1)!;

/** All that was agreed by an instant for the committee or body asked about, without where it stands. */
export function timetablesKnownAt(wanted: Wanted, context: TimetableContext, at: Instant): TimetableShown[] {
  const { language, reference, now } = context;
  const ruleBook = ruleBookKnownAt(reference.ruleBook, at);
  const on = wanted.holdsOn ?? dayOf(wanted.asOf === undefined ? now : at);
  const shown = { language, organisation: reference.organisation };
  const committees = ruleBook.timetables
    .filter(({ value }) => wanted.body === undefined && (wanted.committee ?? value.committeeId) === value.committeeId)
    .map(({ value, knownAt: agreedAt }) => {
      const inEffect = timetableOn(ruleBook, value.committeeId, on) === value;
      return showTimetable(value, { ...shown, agreedAt, inEffect });
    });
  const bodies = ruleBook.politicalTimetables
    .filter(({ value }) => wanted.committee === undefined && (wanted.body ?? value.body) === value.body)
    .map(({ value, knownAt: agreedAt }) => {
      const inEffect = politicalTimetableOn(ruleBook, value.body, on) === value;
      return showPoliticalTimetable(value, { ...shown, agreedAt, inEffect });
    });
  return [...committees, ...bodies];
}

/** By whom and which version: what tells timetables apart. */
const keyOf = ({ committeeId, body, version }: Pick<TimetableShown, 'committeeId' | 'body' | 'version'>): string =>
  `${committeeId ?? body} ${version}`;

/** The rows with where each agreement stands, as it is opened from the log. */
export async function withSources(
  rows: readonly TimetableShown[],
  context: TimetableContext,
): Promise<TimetableShown[]> {
  if (rows.length === 0) return [];
  const events = await context.readStream(`${ruleBookDecider.category}-${ADMINISTRATION}`);
  const sources = new Map<string, Source>();
  for (const event of events) {
    const agreed = agreedIn(event);
    if (agreed?.source) sources.set(keyOf({ committeeId: null, body: null, ...agreed }), agreed.source);
  }
  return rows.map((row) => ({ ...row, source: sources.get(keyOf(row)) ?? null }));
}

/** The timetable that an event tells of. */
function agreedIn({ type, data }: RecordedEvent): LocalTimetable | PoliticalTimetable | undefined {
  if (type === 'LocalTimetableAgreed') return (data as LocalTimetableAgreed['data']).timetable;
  return type === 'PoliticalTimetableAgreed' ? (data as PoliticalTimetable) : undefined;
}
