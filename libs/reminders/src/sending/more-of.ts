import { caseLabels, changeDecider, namingOf, planQuestions, type ChangeEvent } from '@rettidig/cases';
import { evolve, type CheckContext, type Language, type ReadDatabase, type Text } from '@rettidig/event-sourcing';
import { meetingOf, type MeetingState } from '@rettidig/meetings';
import { alternativesOf, alternativesTexts, dayInProse } from '@rettidig/planning';
import { dayOf } from '@rettidig/vocabulary';
import type { MailItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { hoursInWords } from '../texts/hours.js';
import { isCalled } from './meeting-invitation.js';

interface Where {
  readonly context: CheckContext<RemindersReference>;
  readonly reference: RemindersReference;
  readonly views: ReadDatabase;
  readonly language: Language;
}

type Sentences = (item: MailItem, where: Where) => Promise<readonly string[]>;

/** Kinds that say more than their text, as it is at the moment of sending. */
const sentences: Readonly<Record<string, Sentences>> = {
  noMeetingLeft: (item, where) => whatSavesIt(item, where),
  meetingComing: (item, where) => Promise.resolve([...timeOf(item, where), ...agendaOf(item, where)]),
  meetingChanged: (item, where) => Promise.resolve(newlyCalled(item, where)),
};

type AgendaItem = MeetingState['items'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** What is still to be said of each item, in its order. */
export const moreOf = (items: readonly MailItem[], where: Where): Promise<readonly (readonly string[])[]> =>
  Promise.all(items.map(async (item) => (await sentences[item.kind]?.(item, where)) ?? []));

/** What can still be done about a case that no meeting is left for. */
async function whatSavesIt(item: MailItem, { context, reference, language }: Where): Promise<readonly string[]> {
  const events = await context.readStream<ChangeEvent>(item.subject!);
  const state = events.reduce((before, event) => evolve(changeDecider, before, event), changeDecider.initial);
  const isIt = ({ requirementId }: { readonly requirementId: string }): boolean => requirementId === item.item;
  const plan = state.plans.find(isIt);
  const question = planQuestions(state, { reference }).find(isIt);
  if (!plan || !question) return [];
  return alternativesTexts(alternativesOf(plan, question, reference, dayOf(context.now)), plan, language);
}

/**
 * All that somebody must know who comes to a meeting on another day or at another hour: no other mail tells them of it
 * before the day is near. Of one that is cancelled, or that they do not come to any more, the days that they may know it by.
 */
function newlyCalled(item: MailItem, where: Where): string[] {
  const [former, time] = [formerDaysOf(item, where), timeOf(item, where)];
  if (time.length === 0) return former;
  if (!isCalled(item)) return [...former, words.notCalled[where.language]];
  return [...former, ...time, ...agendaOf(item, where), words.excuse[where.language]];
}

/** The days that it was called for and that its text does not name: a receiver may have heard of no later one. */
export function formerDaysOf(
  { about }: Pick<MailItem, 'about'>,
  { reference, language }: Pick<Where, 'reference' | 'language'>,
): string[] {
  const meeting = about.meetingId ? meetingOf(reference.meetings, about.meetingId) : undefined;
  const days = new Set(meeting?.formerDays.filter((day) => day !== about.from && day !== meeting.on));
  if (days.size === 0) return [];
  const named = [...days].map((day) => dayInProse(day, language));
  return [words.former[language].replace('{days}', new Intl.ListFormat(language).format(named))];
}

/** From when to when, in Copenhagen, and from when to when it was before where that is another time. */
export function timeOf(
  { kind, about }: Pick<MailItem, 'kind' | 'about'>,
  { reference, language }: Pick<Where, 'reference' | 'language'>,
): string[] {
  const meeting = about.meetingId ? meetingOf(reference.meetings, about.meetingId) : undefined;
  if (!meeting || meeting.status !== 'scheduled') return [];
  const { hours, hoursBefore } = meeting;
  const [now, before] = [hoursInWords(hours, language), hoursInWords(hoursBefore, language)];
  const wasKnown = hoursBefore.startsAt !== undefined;
  if (hours.startsAt === undefined)
    return [wasKnown ? words.noNewTime[language].replace('{before}', before) : words.noTime[language]];
  const isNew = kind === 'meetingChanged' && wasKnown && before !== now;
  return [`${words.time[language]} ${now}${isNew ? ` (${words.before[language]} ${before})` : ''}.`];
}

/** The points of the agenda by number, with the cases in them: what they are called is read on the page. */
function agendaOf({ about }: MailItem, { context, reference, views, language }: Where): string[] {
  const meeting = about.meetingId ? meetingOf(reference.meetings, about.meetingId) : undefined;
  const items = [...(meeting?.items.values() ?? [])].filter(({ status }) => status !== 'withdrawn');
  if (items.length === 0) return [words.noAgenda[language]];
  const labels = caseLabels(
    views,
    items.flatMap(({ caseIds }) => caseIds),
  );
  const naming = namingOf(reference, language, dayOf(context.now));
  const called = ({ caseIds, standing }: AgendaItem): string => {
    const cases = caseIds.flatMap((id) => labels.get(id) ?? []);
    if (cases.length === 0) return words[standing ? 'standing' : 'noCase'][language];
    return cases.map(({ number, kind }) => `${words.case[language]} ${number} (${naming.kind(kind)})`).join(', ');
  };
  return items
    .sort((a, b) => a.number - b.number)
    .map((item) => `${words.item[language]} ${item.number}: ${called(item)}`);
}

const text = (da: string, en: string): Text => ({ da, en });
const words = {
  time: text('Mødet er', 'The meeting is'),
  before: text('før', 'before'),
  former: text('Mødet har tidligere været indkaldt til {days}.', 'The meeting was called for {days} before.'),
  notCalled: text(
    'Du er ikke længere blandt dem, der er indkaldt til mødet.',
    'You are no longer among those who are called to the meeting.',
  ),
  noNewTime: text(
    'Klokkeslættet på den nye dag er ikke oplyst (på den gamle var det {before}); spørg sekretariatet.',
    'The hours of the new day are not stated (on the old one they were {before}); ask the secretariat.',
  ),
  excuse: text(
    'Kan du ikke komme, så meld afbud til sekretariatet, så din suppleant kan blive indkaldt.',
    'If you cannot come, tell the secretariat, so that your deputy can be called.',
  ),
  noTime: text(
    'Klokkeslættet er ikke registreret; spørg sekretariatet.',
    'The time of day is not recorded; ask the secretariat.',
  ),
  item: text('Punkt', 'Item'),
  case: text('sag', 'case'),
  standing: text('fast punkt', 'standing item'),
  noCase: text('se dagsordenen', 'see the agenda'),
  noAgenda: text('Dagsordenen er ikke lagt ind endnu.', 'The agenda has not been entered yet.'),
};
