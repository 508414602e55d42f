import type { DayCount } from '@rettidig/calendar';
import { dayCountText } from '@rettidig/calendar';
import type { Language, Text } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';
import type { LocalTimetable, PoliticalTimetable } from '../timetable.events.js';

type Deadline =
  'alignment' | 'itemsDue' | 'materialDue' | 'draftReady' | 'contactCommittee' | 'preMeeting' | 'minutesDue';

const text = (da: string, en: string): Text => ({ da, en });

/** What each deadline says, with the days in braces; in the order in which they come. */
const said: Readonly<Record<Deadline, Text>> = {
  alignment: text(
    'Forventningerne afstemmes med MED senest {days} før mødet, før udkastet skrives. Det er ikke en MED-behandling.',
    'Expectations are aligned with MED no later than {days} before the meeting, before anything is drafted. That is no review.',
  ),
  draftReady: text(
    'Udkast skal ligge klar senest {days} før mødet.',
    'Drafts must be ready no later than {days} before the meeting.',
  ),
  itemsDue: text(
    'Punkter skal være inde senest {days} før mødet.',
    'Items must be in no later than {days} before the meeting.',
  ),
  contactCommittee: text(
    'Kontaktudvalget mødes {days} før mødet.',
    'The contact committee meets {days} before the meeting.',
  ),
  materialDue: text(
    'Dagsorden og bilag skal sendes ud senest {days} før mødet.',
    'Agenda and annexes must go out no later than {days} before the meeting.',
  ),
  preMeeting: text('Formøderne holdes {days} før mødet.', 'Pre-meetings are held {days} before the meeting.'),
  minutesDue: text(
    'Referatet skal være ude senest {days} efter mødet.',
    'Minutes must be out no later than {days} after the meeting.',
  ),
};

/** What is said where nothing is agreed; for what not every committee has, nothing is. */
const notAgreed: Readonly<Partial<Record<Deadline, Text>>> = {
  itemsDue: text('Punkter: Frist ikke aftalt.', 'Items: no deadline agreed.'),
  materialDue: text('Dagsorden og bilag: Frist ikke aftalt.', 'Agenda and annexes: no deadline agreed.'),
  minutesDue: text('Referat: Frist ikke aftalt.', 'Minutes: no deadline agreed.'),
};

const minimum = text('Mindst {count} ordinære møder om året.', 'At least {count} ordinary meetings a year.');

/** A committee's timetable in sentences. */
export function timetableText(timetable: Omit<LocalTimetable, 'source'>, language: Language): string[] {
  const deadlines = (Object.keys(said) as Deadline[]).flatMap((deadline) => {
    const days = timetable[deadline];
    const sentence = days ? withDays(said[deadline], days, language) : notAgreed[deadline]?.[language];
    return sentence ?? [];
  });
  const { minimumMeetings } = timetable;
  const meetings = minimumMeetings ? [filledIn(minimum, { count: minimumMeetings }, language)] : [];
  return [...deadlines, ...meetings];
}

const recommended = text(
  'Indstillingen skal være inde senest {days} før det politiske møde.',
  'The recommendation must be in no later than {days} before the political meeting.',
);

/** What a political body wants, in a sentence. */
export const politicalTimetableText = (
  { recommendationDue }: Pick<PoliticalTimetable, 'recommendationDue'>,
  language: Language,
): string => withDays(recommended, recommendationDue, language);

const withDays = (sentence: Text, days: DayCount, language: Language): string =>
  filledIn(sentence, { days: dayCountText(days, language) }, language);
