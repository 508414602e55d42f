import type { ChangeList } from '@rettidig/cases';
import type { GetMeetingAnswer, MeetingList } from '@rettidig/meetings';
import { itemForms } from '@rettidig/meetings';
import { dayInWords, sides } from '@rettidig/vocabulary';
import type { Asking } from './asking.js';
import type { MeetingShown } from './model.js';
import { sourceText } from './source-text.js';
import { wordsIn } from './words.js';

/** Meetings shown: the latest that were held. */
const MOST_MEETINGS = 3;

/** The latest meetings with their items. */
export async function loadMeetings(asking: Asking): Promise<MeetingShown[]> {
  const list = await asking.ask<MeetingList>('ListMeetings', {
    ...asking.asOf,
    status: ['held'],
    limit: MOST_MEETINGS,
  });
  const shown: MeetingShown[] = [];
  for (const { meetingId } of list.items) {
    const meeting = await asking.ask<GetMeetingAnswer>('GetMeeting', { id: meetingId, ...asking.asOf });
    shown.push(await shownMeeting(meeting, asking));
  }
  return shown;
}

async function shownMeeting(meeting: GetMeetingAnswer, asking: Asking): Promise<MeetingShown> {
  const numbers = await numbersOf(casesOn(meeting), asking);
  const { language } = asking;
  return {
    heading: headingOf(meeting),
    attendance: attendanceLines(meeting, asking),
    items: meeting.items.map((item) => ({
      number: item.number,
      title: item.title,
      form: item.jointSummary ? wordsIn(language)('offTheRecord') : item.form ? itemForms[item.form][language] : '–',
      cases: item.caseIds.map((id) => numbers.get(id) ?? id),
      source: sourceText(item.source, language),
    })),
    summaries: meeting.items
      .filter((item) => item.jointSummary)
      .map((item) => ({
        heading: `${item.number}. ${item.title}`,
        rows: item.jointSummary!.map((row) => ({ ...row, source: sourceText(row.source, language) })),
      })),
  };
}

function headingOf(meeting: GetMeetingAnswer): string {
  const hours = meeting.startsAt && meeting.endsAt ? `, ${meeting.startsAt}–${meeting.endsAt}` : '';
  return `${meeting.committeeName} ${dayInWords(meeting.heldOn ?? meeting.on)}${hours}`;
}

/** `I alt: 14 til stede, 9 afbud`, then the same by side. */
export function attendanceLines({ attendance }: GetMeetingAnswer, { language }: Asking): string[] {
  if (!attendance) return [];
  const say = wordsIn(language);
  const line = (name: string, { present, excused, deputies }: typeof attendance.both): string => {
    const among = deputies > 0 ? ` (${say('deputiesAmong')} ${deputies})` : '';
    return `${name}: ${present} ${say('present')}${among}, ${excused} ${say('excused')}`;
  };
  return [
    line(say('total'), attendance.both),
    line(sides.management[language], attendance.management),
    line(sides.employees[language], attendance.employees),
  ];
}

/** The cases on the agenda of a meeting. */
export const casesOn = ({ items }: GetMeetingAnswer): string[] => items.flatMap(({ caseIds }) => caseIds);

/** The numbers of some cases, for people to say. */
export async function numbersOf(caseIds: readonly string[], asking: Asking): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(caseIds)];
  if (wanted.length === 0) return new Map();
  const { items } = await asking.ask<ChangeList>('ListChanges', { ...asking.asOf, case: wanted, limit: 200 });
  return new Map(items.map(({ changeId, number }) => [changeId, number]));
}
