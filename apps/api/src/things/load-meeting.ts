import { approvers, followUpGaps, itemForms, itemStatuses, meetingFlags, meetingStatuses } from '@rettidig/meetings';
import type { GetMeetingAnswer, WaivableDeadline } from '@rettidig/meetings';
import { dayInProse } from '@rettidig/planning';
import { dayInWords, notStated } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { attendanceLines, casesOn, numbersOf } from '../page/load-meetings.js';
import { pathOf } from '../page/paths.js';
import { wordsIn } from '../page/words.js';
import type { Line, Part, ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** One meeting: when and whether it is, its deadlines, its agenda with the cases, what was agreed, its minutes. */
export async function loadMeeting(id: string, asking: Asking): Promise<ThingPage> {
  const meeting = await asking.ask<GetMeetingAnswer>('GetMeeting', { id });
  const numbers = await numbersOf(casesOn(meeting), asking);
  const { language } = asking;
  const word = thingWordsIn(language);
  const followUps = followUpsOf(meeting, asking);
  const attendance = attendanceLines(meeting, asking);
  return {
    language,
    path: `/meetings/${id}`,
    title: `${word('meetingOf')} ${meeting.committeeName} ${dayInProse(meeting.heldOn ?? meeting.on, language)}`,
    notices: noticesOf(meeting, asking),
    facts: factsOf(meeting, asking),
    parts: [
      agendaOf(meeting, numbers, asking),
      ...(attendance.length === 0 ? [] : [{ id: 'attendance', heading: word('attendance'), lines: attendance }]),
      ...(followUps.table!.rows.length === 0 ? [] : [followUps]),
      { id: 'minutes', heading: word('minutes'), lines: minutesOf(meeting, asking) },
      ...(meeting.moves.length === 0 ? [] : [movesOf(meeting, asking)]),
    ],
  };
}

/** That it is another one than somebody may think. */
function noticesOf({ status, cancelledBecause, moves, flags }: GetMeetingAnswer, { language }: Asking): string[] {
  const word = thingWordsIn(language);
  if (status === 'cancelled') return [`${word('cancelled')}: ${cancelledBecause ?? notStated[language]}`];
  // Hours said after a move leave it another day than the one that people may have in their calendars.
  const otherDay = moves.findLast(({ from, to }) => from !== to);
  const otherHours = moves.length > 0 ? word('otherHours') : undefined;
  const moved = otherDay ? `${word('movedFrom')} ${dayInProse(otherDay.from, language)}` : otherHours;
  const surprises = flags.map((flag) => meetingFlags[flag as keyof typeof meetingFlags][language]);
  return [...(moved && status === 'scheduled' ? [`${moved}.`] : []), ...surprises.map(asSentence)];
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function factsOf(meeting: GetMeetingAnswer, { language }: Asking): ThingPage['facts'] {
  const word = thingWordsIn(language);
  const { committeeId, committeeName, on, heldOn, place, itemsDueOn, materialDueOn } = meeting;
  const by = (deadline: WaivableDeadline, day: string | null): string =>
    day !== null ? dayInProse(day, language) : word(meeting.waived.includes(deadline) ? 'waived' : 'notAgreed');
  const committee = { text: committeeName, href: pathOf('committees', committeeId, language) };
  return [
    { label: wordsIn(language)('state'), value: [meetingStatuses[meeting.status][language]] },
    { label: word('committee'), value: [committee] },
    { label: word('day'), value: [dayInProse(heldOn ?? on, language)] },
    { label: word('hours'), value: [hoursOf(meeting) ?? notStated[language]] },
    ...(place ? [{ label: word('place'), value: [place] }] : []),
    ...deputiesOf(meeting, language),
    ...(meeting.extraordinary ? [{ label: word('extraordinary'), value: [word('yes')] }] : []),
    { label: word('itemsDue'), value: [by('itemsDue', itemsDueOn)] },
    { label: word('materialDue'), value: [by('materialDue', materialDueOn)] },
  ];
}

/** Whose seats somebody is called to act in; once it was held, who came says it. Nobody is named on the page. */
function deputiesOf({ committeeId, status, calledDeputies }: GetMeetingAnswer, language: Asking['language']) {
  const word = thingWordsIn(language);
  if (status !== 'scheduled' || calledDeputies.length === 0) return [];
  const value = calledDeputies.map(({ seatId, represents }): Line => ({
    text: represents ?? word('seat'),
    href: `${pathOf('committees', committeeId, language)}#seat-${seatId}`,
  }));
  return [{ label: word('calledDeputies'), value }];
}

const hoursOf = ({ startsAt, endsAt }: Pick<GetMeetingAnswer, 'startsAt' | 'endsAt'>): string | null =>
  startsAt && (endsAt ? `${startsAt}–${endsAt}` : startsAt);

function agendaOf({ items }: GetMeetingAnswer, numbers: ReadonlyMap<string, string>, { language }: Asking): Part {
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  const caseOf = (id: string): Line => ({ text: numbers.get(id) ?? id, href: pathOf('changes', id, language) });
  return {
    id: 'agenda',
    heading: word('agenda'),
    ...(items.length === 0 && { lines: [word('noAgenda')] }),
    table: {
      headings: [say('item'), say('cases'), say('state')],
      rows: items.map(({ number, title, caseIds, status, form, withdrawnBecause }) => ({
        cells: [
          [`${number}. ${title}`],
          caseIds.map(caseOf),
          [
            itemStatuses[status][language],
            ...(form ? [itemForms[form][language]] : []),
            ...(withdrawnBecause ? [withdrawnBecause] : []),
          ],
        ],
      })),
    },
  };
}

/** What was agreed to be done, by whom and when, and whether it was. */
function followUpsOf({ items }: GetMeetingAnswer, { language }: Asking): Part {
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  const dueOf = ({ on, nextMeeting }: (typeof items)[number]['followUps'][number]['due']): string =>
    on !== null ? dayInProse(on, language) : nextMeeting ? word('nextMeeting') : notStated[language];
  return {
    id: 'follow-ups',
    heading: word('followUps'),
    table: {
      headings: [word('agreed'), word('owner'), word('due'), say('state')],
      rows: items.flatMap(({ number, followUps }) =>
        followUps.map(({ followUpId, what, owner, due, doneOn, how, missing }) => ({
          id: `follow-up-${followUpId}`,
          cells: [
            [`${say('itemNumber')} ${number}: ${what}`],
            [owner ?? notStated[language]],
            [dueOf(due)],
            doneOn === null
              ? missing.map((gap) => followUpGaps[gap][language])
              : [`${word('doneOn')} ${dayInWords(doneOn)}`, ...(how ? [how] : [])],
          ],
        })),
      ),
    },
  };
}

function minutesOf({ status, imports, approvals }: GetMeetingAnswer, { language }: Asking): string[] {
  const word = thingWordsIn(language);
  if (status !== 'held') return [word('notHeld')];
  const read = imports.length === 0 ? [] : [word('minutesRead')];
  const approved = approvals.map(
    ({ office, on }) => `${word('approvedBy')} ${approvers[office][language]} ${dayInWords(on)}`,
  );
  return read.length + approved.length === 0 ? [word('noMinutes')] : [...read, ...approved];
}

function movesOf({ moves }: GetMeetingAnswer, { language }: Asking): Part {
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  return {
    id: 'moves',
    heading: word('moves'),
    table: {
      headings: [word('from'), word('to'), word('hours'), say('reason')],
      rows: moves.map(({ from, to, reason, ...hours }) => ({
        cells: [
          [dayInProse(from, language)],
          [dayInProse(to, language)],
          [hoursOf(hours) ?? notStated[language]],
          [reason],
        ],
      })),
    },
  };
}
