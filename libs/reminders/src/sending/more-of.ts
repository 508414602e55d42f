import { caseLabels, changeDecider, namingOf, planQuestions, type ChangeEvent } from '@rettidig/cases';
import { evolve, type CheckContext, type Language, type ReadDatabase, type Text } from '@rettidig/event-sourcing';
import { meetingOf, type MeetingState } from '@rettidig/meetings';
import { alternativesOf, alternativesTexts } from '@rettidig/planning';
import { dayOf } from '@rettidig/vocabulary';
import type { MailItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';

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
  meetingChanged: (item, where) => Promise.resolve(timeOf(item, where)),
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

/** From when to when, in Copenhagen; of a meeting that was moved only the day is known. */
export function timeOf(
  { about }: Pick<MailItem, 'about'>,
  { reference, language }: Pick<Where, 'reference' | 'language'>,
) {
  const meeting = about.meetingId ? meetingOf(reference.meetings, about.meetingId) : undefined;
  if (!meeting || meeting.status !== 'scheduled') return [];
  const { startsAt, endsAt, moves } = meeting;
  if (startsAt === undefined || moves > 0) return [words.noTime[language]];
  const [from, to] = [startsAt, endsAt].map((time) => time?.replace(':', language === 'da' ? '.' : ':'));
  return [`${words.time[language]} ${to === undefined ? from : `${from}–${to}`}.`];
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
  time: text('Mødet er kl.', 'The meeting is at'),
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
