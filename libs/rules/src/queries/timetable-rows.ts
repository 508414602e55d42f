import type { Instant, QueryContext } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import { ruleBookKnownAt } from '../rule-book.js';
import type { LocalTimetableAgreed, PoliticalTimetable } from '../timetable.events.js';
import { politicalTimetableOn, timetableOn } from '../timetables.js';
import type { Agreements } from './agreement-sources.js';
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

/** What tells timetables apart: by whom, and which version. */
type Which = Pick<TimetableShown, 'committeeId' | 'body' | 'version'>;

/** Where timetables stand is found in the log by these. */
export const timetableAgreements: Agreements<Which> = {
  keyOf: ({ committeeId, body, version }) => `${committeeId ?? body} ${version}`,
  told: ({ type, data }) => {
    if (type === 'LocalTimetableAgreed') return { body: null, ...(data as LocalTimetableAgreed['data']).timetable };
    return type === 'PoliticalTimetableAgreed' ? { committeeId: null, ...(data as PoliticalTimetable) } : undefined;
  },
};
