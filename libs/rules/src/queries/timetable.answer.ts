import type { Instant, Language } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import type { LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';
import { Count, Day, FreeText, Id, One, OneOf, pageWith, politicalBodies, Sentences } from '@rettidig/vocabulary';
import type { LocalTimetable, PoliticalTimetable } from '../timetable.events.js';
import { DayCountFields } from '../timetable.fields.js';
import { politicalTimetableText, timetableText } from './timetable.words.js';
import { AgreedAt, AgreementSource, InEffect } from './agreement.answer.js';

const notAgreed = 'null: not agreed, so nobody is ever late for it.';
const dueBefore = (what: string) => ({ description: `${what}: days before the meeting; ${notAgreed}`, nullable: true });

/** What one committee or political body agreed on, in codes and in words. */
export class TimetableShown {
  @Id({ description: 'The committee; null when a political body wants it.', nullable: true })
  committeeId!: string | null;

  @OneOf(politicalBodies, { description: 'The political body; null when it is of a committee.', nullable: true })
  body!: PoliticalBody | null;

  @FreeText({ description: 'What the committee or the political body is called.', max: 200 })
  name!: string;

  @FreeText({ description: 'Unique for the committee or body.', max: 60 })
  version!: string;

  @Day({ description: 'First day on which it holds; until the next one of the same committee or body.' })
  effectiveFrom!: LocalDate;

  @InEffect()
  inEffect!: boolean;

  @AgreedAt()
  agreedAt!: Instant;

  @One(() => DayCountFields, dueBefore('Expectations are aligned with MED before anything is drafted'))
  alignment!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('Papers must be there as a draft'))
  draftReady!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('Items must be in'))
  itemsDue!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('The contact committee meets'))
  contactCommittee!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('Agenda and annexes must be out'))
  materialDue!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('The sides hold pre-meetings'))
  preMeeting!: DayCountFields | null;

  @One(() => DayCountFields, {
    description: `Minutes must be out: days after the meeting; ${notAgreed}`,
    nullable: true,
  })
  minutesDue!: DayCountFields | null;

  @One(() => DayCountFields, dueBefore('The recommendation must be with the political body'))
  recommendationDue!: DayCountFields | null;

  @Count({ description: 'Ordinary meetings in a calendar year, at least; null: not agreed.', nullable: true })
  minimumMeetings!: number | null;

  @Sentences({ description: 'The same in words, also what is not agreed.' })
  sentences!: string[];

  @AgreementSource()
  source!: Source | null;
}

export class TimetableList extends pageWith(() => TimetableShown, {
  items: 'The timetables of this page.',
  total: 'All timetables that match, on all pages.',
  facets: 'Counts by whom they are for (committee, politicalBody) and by whether they are in effect.',
}) {}

/** What a timetable is shown with. */
export interface Shown {
  readonly agreedAt: Instant;
  readonly inEffect: boolean;
  readonly language: Language;
  readonly organisation: Organisation;
}

const nothing = {
  committeeId: null,
  body: null,
  alignment: null,
  draftReady: null,
  itemsDue: null,
  contactCommittee: null,
  materialDue: null,
  preMeeting: null,
  minutesDue: null,
  recommendationDue: null,
  minimumMeetings: null,
  source: null,
};

export const showTimetable = (
  timetable: Omit<LocalTimetable, 'source'>,
  { language, organisation, ...shown }: Shown,
): TimetableShown => ({
  ...nothing,
  ...timetable,
  ...shown,
  name: committeeName(organisation, timetable.committeeId) ?? timetable.committeeId,
  sentences: timetableText(timetable, language),
});

export const showPoliticalTimetable = (
  timetable: Omit<PoliticalTimetable, 'source'>,
  { language, organisation: _organisation, ...shown }: Shown,
): TimetableShown => ({
  ...nothing,
  ...timetable,
  ...shown,
  name: politicalBodies[timetable.body][language],
  sentences: [politicalTimetableText(timetable, language)],
});
