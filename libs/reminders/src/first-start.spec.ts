import { idOf } from '@rettidig/event-sourcing';
import { at, COMMITTEE, ofMeeting, owing, planned, told } from './testing/told.js';

/** What a municipality recorded in two years in which nobody was reminded of anything. */
const years = ['2024-05-06', '2025-05-05', '2026-04-13'].flatMap((day, n) => {
  const [one, lowered, duty] = [idOf(`missed ${n}`), idOf(`lowered ${n}`), idOf(`duty ${n}`)];
  const by = { body: 'socialCommittee', when: { on: day } };
  return [
    ...owing(day, one, duty),
    at(day, 'DecisionRecorded', { ...by, decisionId: 'd', outcome: 'approved' }, `change-${one}`),
    at(
      day,
      'MedReviewMissed',
      {
        ...{ requirementId: duty, committeeId: COMMITTEE, role: 'primary', before: 'decision', ...by },
        ...{ cause: 'decidedBeforeMed', decisionId: 'd', foundBy: 'registration', foundOn: { on: day } },
      },
      `change-${one}`,
    ),
    ...owing(day, lowered, idOf(`lowered duty ${n}`)),
    at(day, 'DeclaredNotMedRelevant', { reason: 'r', ends: [idOf(`lowered duty ${n}`)] }, `change-${lowered}`),
  ];
});
const forum = at(
  '2024-05-06',
  'ScreeningForumAgreed',
  { name: 'n', rhythm: 'monthly', from: '2024-05-01' },
  `screeningForum-${idOf('forum')}`,
);
const timetable = at(
  '2024-01-02',
  'LocalTimetableAgreed',
  {
    timetable: {
      ...{ committeeId: COMMITTEE, version: '1', effectiveFrom: '2024-01-01' },
      minutesDue: { count: 14, kind: 'calendar' },
    },
  },
  'ruleBook-administration',
);
const held = ofMeeting('2024-06-03', 'MeetingScheduled', {
  committeeId: COMMITTEE,
  on: '2024-06-03',
  extraordinary: false,
});
const attended = ofMeeting('2024-06-03', 'AttendanceRecorded', { heldOn: '2024-06-03', attendance: [] });
const question = at('2024-05-06', 'PossibleMissReported', { title: 't' }, `possibleMiss-${idOf('question')}`);
const open = [...owing('2026-05-04'), planned('2026-05-04')];

describe('a first start over the log of two years', () => {
  const { due } = told(...years, forum, timetable, held, attended, question, ...open);
  const on = (day: string) => due(day).map(({ item: { kind, anchor } }) => `${kind} ${anchor}`);

  it('tells what still matters: news of the last weeks, the last round, what is open, never all that ever happened', () => {
    expect(on('2026-05-06').sort()).toEqual([
      'dutyLowered 2026-04-13',
      // Of the open misses each is a line of the digest, of whatever year.
      'missOpen 2024-05-20',
      'missOpen 2025-05-19',
      'missOpen 2026-04-27',
      'missRecorded 2026-04-13',
      'missUnanswered 2026-04-13',
      'missed 2026-04-13',
      'notPlaced 2026-05-11',
      'possibleMissWaiting 2024-05-06',
      'screeningRound 2026-04-30',
    ]);
  });
});
