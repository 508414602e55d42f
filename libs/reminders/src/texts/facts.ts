import { namingOf } from '@rettidig/cases';
import type { Language } from '@rettidig/event-sourcing';
import { meetingOf } from '@rettidig/meetings';
import { dayInProse, periodInProse } from '@rettidig/planning';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { decidingBodies, isPolitical, notStated, periodPattern } from '@rettidig/vocabulary';
import type { ReminderItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { hoursInWords } from './hours.js';
import type { Placeholder } from './texts.types.js';

/** With what a mail is written. */
export interface WordsOf {
  readonly reference: RemindersReference;
  readonly language: Language;
  readonly today: LocalDate;
  /** The name of a person; undefined for one that nobody knows. */
  readonly nameOf: (personId: string) => string | undefined;
}

export type Facts = Readonly<Record<Placeholder, string>>;

const unnamed = { da: 'en person uden kendt navn', en: 'a person whose name is not known' };
/** What a review comes before where no day of it is known. */
const theDecision = { da: 'beslutningen', en: 'the decision' };

/** Everything that a text about an item can be filled in with. */
export function factsOf({ number, anchor, about }: ReminderItem, words: WordsOf): Facts {
  const { reference, language, today, nameOf } = words;
  const naming = namingOf(reference, language, today);
  const { committeeId, meetingDay, hours } = whereOf(about, reference);
  const say = (day: LocalDate | null | undefined, otherwise = notStated): string =>
    day ? dayInProse(day, language) : otherwise[language];
  return {
    number: number ?? naming.say(notStated),
    kind: naming.kind(about.caseKind ?? 'other'),
    unit: about.unitId ? naming.unit(about.unitId) : unitNotStated[language],
    committee: committeeId === null ? NO_COMMITTEE : naming.committee(committeeId),
    day: say(anchor),
    on: say(about.on, theDecision),
    from: say(about.from),
    meetingDay: say(meetingDay),
    time: hoursInWords(hours, language),
    body: bodyIn(about.body, language),
    ofCase: number === null ? '' : ofCase[language](number),
    person: (about.personId === undefined ? undefined : nameOf(about.personId)) ?? unnamed[language],
    period: periodPattern.test(about.code ?? '') ? periodInProse(about.code!, language) : '',
  };
}

/** What a committee is called that nobody knows yet. */
const NO_COMMITTEE = 'MED';

/** The committee, and the day and hours for which its meeting is called, or the day on which it was held. */
function whereOf({ meetingId, committeeId }: ReminderItem['about'], { meetings }: RemindersReference) {
  const meeting = meetingId ? meetingOf(meetings, meetingId) : undefined;
  return {
    committeeId: committeeId ?? meeting?.committeeId ?? null,
    ...{ meetingDay: meeting?.heldOn ?? meeting?.on, hours: meeting?.hours ?? {} },
  };
}

const unitNotStated = { da: 'enhed ikke oplyst', en: 'unit not stated' };

const ofCase: Readonly<Record<Language, (number: string) => string>> = {
  da: (number) => ` om sag ${number}`,
  en: (number) => ` about case ${number}`,
};

/** ` i Socialudvalget`, ` af en leder`; nothing while nobody knows who decides. */
function bodyIn(body: DecidingBody | undefined, language: Language): string {
  if (body === undefined || body === 'notStated') return '';
  const name = decidingBodies[body][language];
  if (language === 'en') return ` ${body === 'budgetNegotiations' ? 'in' : 'by'} ${name}`;
  return `${isPolitical(body) ? ' i' : ' af'} ${name}`;
}

/**
 * A text with its placeholders filled in.
 * @throws Error for one that there is not: a municipality's own words were checked when they were agreed.
 */
export function filled(text: string, facts: Facts): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (!Object.hasOwn(facts, name)) throw new Error(`no text can be filled in with {${name}}`);
    return facts[name as Placeholder];
  });
}
