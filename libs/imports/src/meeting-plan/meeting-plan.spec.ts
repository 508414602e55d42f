import { idOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { calendar, called, entry, HEAD, meetingOf, meetingsOf, planned, stepsOf } from '../testing/meeting-plans.js';
import { tableOf } from '../testing/structure-files.js';

describe('a calendar', () => {
  const plan = calendar(
    entry('a', 'HovedMED møde', '2026-09-18', { startsAt: '10:00', endsAt: '12:00', place: 'Lokale 2' }),
    entry('b', 'Ekstraordinært LokalMED Nord', '2026-10-01'),
    entry('c', 'Frokost', '2026-10-02'),
    entry('d', 'HovedMED', '2026-01-15'),
    entry('e', 'HovedMED', '2026-11-01', { cancelled: true }),
  );

  it('schedules what names a committee, the longest name first; the rest is listed', () => {
    const { preview, obstacle } = planned(plan);
    expect(obstacle).toBeUndefined();
    expect(stepsOf(planned(plan))).toEqual([
      [
        'ScheduleImportedMeeting',
        meetingOf('a'),
        {
          ...{ committeeId: idOf('HovedMED'), on: '2026-09-18', startsAt: '10:00', endsAt: '12:00' },
          ...{ place: 'Lokale 2', extraordinary: false, source: { kind: 'document' } },
        },
      ],
      [
        'ScheduleImportedMeeting',
        meetingOf('b'),
        { committeeId: idOf('LokalMED Nord'), on: '2026-10-01', extraordinary: true, source: { kind: 'document' } },
      ],
    ]);
    expect(preview).toMatchObject({
      entryCount: 5,
      outcomes: { schedule: 2, past: 1, unchanged: 1 },
      notUnderstood: [{ row: 3, summary: 'Frokost' }],
      entries: [
        { row: 1, committee: 'HovedMED', outcome: 'schedule' },
        { row: 2 },
        { row: 4, outcome: 'past' },
        { row: 5 },
      ],
    });
  });

  it('takes days gone by when asked, and changes nothing the second time', () => {
    expect(stepsOf(planned(plan, { past: 'include' }))).toHaveLength(3);
    const meetings = meetingsOf(
      [meetingOf('a'), called('HovedMED', '2026-09-18')],
      [idOf('by hand'), called('LokalMED Nord', '2026-10-01')],
    );
    expect(planned(plan, undefined, meetings)).toMatchObject({
      steps: [],
      preview: { outcomes: { unchanged: 3, past: 1 } },
    });
  });

  it('moves a meeting whose entry has another day, when told to', () => {
    const meetings = meetingsOf([meetingOf('a'), called('HovedMED', '2026-09-11')]);
    const moved = calendar(entry('a', 'HovedMED', '2026-09-18'));
    const stopped = planned(moved, undefined, meetings);
    expect(stopped).toMatchObject({
      steps: [],
      obstacle: { code: 'import.conflicts', details: { count: 1 } },
      preview: {
        conflicts: [
          {
            ...{ row: 1, inRegister: 'indkaldt 11.09.2026', inFile: 'indkaldt 18.09.2026, uden klokkeslæt' },
            ...{ choice: 'stop', updatable: true },
          },
        ],
      },
    });
    expect(planned(moved, { otherwise: 'skip' }, meetings)).toMatchObject({
      steps: [],
      preview: { outcomes: { unchanged: 1 } },
    });
    expect(stepsOf(planned(moved, { conflicts: [{ row: 1, choice: 'update' }] }, meetings))).toEqual([
      ['MoveImportedMeeting', meetingOf('a'), { to: '2026-09-18', reason: 'Flyttet i den indlæste mødeplan.' }],
    ]);
    const done = meetingsOf([
      meetingOf('a'),
      called('HovedMED', '2026-09-11'),
      { type: 'MeetingMoved', data: { from: '2026-09-11', to: '2026-09-18', reason: 'r' } },
    ]);
    expect(planned(moved, undefined, done)).toMatchObject({ steps: [], preview: { conflictCount: 0 } });
  });

  it('cancels a meeting whose entry is cancelled, when told to, whoever scheduled it', () => {
    const cancelled = calendar(entry('a', 'HovedMED', '2026-09-18', { cancelled: true }));
    for (const id of [meetingOf('a'), idOf('by hand')]) {
      const meetings = meetingsOf([id, called('HovedMED', '2026-09-18')]);
      expect(planned(cancelled, undefined, meetings).obstacle).toMatchObject({ code: 'import.conflicts' });
      expect(stepsOf(planned(cancelled, { otherwise: 'update' }, meetings))).toEqual([
        ['CancelImportedMeeting', id, { reason: 'Aflyst i den indlæste mødeplan.' }],
      ]);
    }
  });

  it('cannot move what was cancelled or held, but may call anew what was cancelled by hand', () => {
    const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { reason: 'r' } };
    const active = calendar(entry('a', 'HovedMED', '2026-09-18'));
    const own = meetingsOf([meetingOf('a'), called('HovedMED', '2026-09-11'), cancelled]);
    expect(planned(active, { otherwise: 'update' }, own).obstacle).toMatchObject({
      code: 'import.cannot-update',
      details: { rows: [1] },
    });
    const byHand = meetingsOf([idOf('by hand'), called('HovedMED', '2026-09-18'), cancelled]);
    expect(planned(active, undefined, byHand).obstacle).toMatchObject({ code: 'import.conflicts' });
    expect(stepsOf(planned(active, { otherwise: 'update' }, byHand))).toMatchObject([
      ['ScheduleImportedMeeting', meetingOf('a'), {}],
    ]);
    const held: MeetingEvent = { type: 'AttendanceRecorded', data: { heldOn: '2026-09-18', attendance: [] } };
    const wasHeld = meetingsOf([idOf('by hand'), called('HovedMED', '2026-09-18'), held]);
    const off = calendar(entry('a', 'HovedMED', '2026-09-18', { cancelled: true }));
    expect(planned(off, { otherwise: 'update' }, wasHeld).obstacle).toMatchObject({ code: 'import.cannot-update' });
  });

  it('can be of one committee, chosen for all entries; those of another are bad', () => {
    const some = calendar(entry('a', 'Møde', '2026-09-18'), entry('b', 'LokalMED', '2026-09-19'));
    const mine = planned(some, { committeeId: idOf('HovedMED') });
    expect(mine.preview.badRows).toMatchObject([{ row: 2, code: 'row.other-committee' }]);
    expect(stepsOf(planned(some, { committeeId: idOf('HovedMED'), badRows: 'skip' }))).toMatchObject([
      ['ScheduleImportedMeeting', meetingOf('a'), { committeeId: idOf('HovedMED') }],
    ]);
    expect(planned(some, { committeeId: idOf('nobody') }).obstacle).toMatchObject({ code: 'import.committee-unknown' });
  });

  it('says so when no entry, several committees, or one that is gone is meant', () => {
    expect(planned(calendar(entry('a', 'Frokost', '2026-09-18'))).obstacle).toMatchObject({
      code: 'import.no-meetings',
    });
    const odd = calendar(entry('a', 'HovedMED og LokalMED', '2026-09-18'), entry('b', 'Gammelt udvalg', '2026-09-18'));
    expect(planned(odd).preview.badRows).toMatchObject([
      { code: 'row.several-committees' },
      { code: 'row.committee-not-there' },
    ]);
    expect(planned(odd).obstacle).toMatchObject({ code: 'import.bad-rows' });
  });
});

describe('a table of meetings', () => {
  it('is read with days and times as they are written', () => {
    const plan = planned(
      tableOf(HEAD, 'HovedMED;18-09-2026;10.00;12:30;Lokale 2;nej', `${idOf('LokalMED')};1.10.2026;kl. 9;;;x`),
    );
    expect(stepsOf(plan)).toMatchObject([
      [
        'ScheduleImportedMeeting',
        meetingOf(`${idOf('HovedMED')} 2026-09-18`),
        { startsAt: '10:00', endsAt: '12:30', extraordinary: false },
      ],
      [
        'ScheduleImportedMeeting',
        meetingOf(`${idOf('LokalMED')} 2026-10-01`),
        { startsAt: '09:00', extraordinary: true },
      ],
    ]);
  });

  it('says of each bad row what is wrong', () => {
    const plan = planned(
      tableOf(
        HEAD,
        'HovedMED;18-09-2026;;;;',
        'HovedMED;2026-09-18;;;;',
        'BiMED;2026-09-18;;;;',
        'HovedMED;fredag;;;;',
        'HovedMED;2026-10-18;25:00;;;',
        'HovedMED;2026-10-18;12:00;10:00;;',
        'HovedMED;2026-10-18;;;;måske',
        ';2026-10-18;;;;',
        'Gammelt udvalg;2026-10-18;;;;',
      ),
    );
    expect(plan.preview.badRows.map(({ row, code }) => `${row} ${code}`)).toEqual([
      ...['3 row.twice', '4 row.not-found', '5 row.unknown-date', '6 row.unknown-time'],
      ...['7 meeting.ends-before-it-starts', '8 row.unknown-word', '9 row.value-missing', '10 row.not-found'],
    ]);
    expect(plan.obstacle).toMatchObject({ code: 'import.bad-rows', details: { count: 8 } });
  });

  it('needs the headings of a plan', () => {
    expect(planned(tableOf('a;b', '1;2')).obstacle).toMatchObject({ code: 'import.plan-unknown' });
    expect(planned(tableOf('udvalg;start', 'HovedMED;10')).obstacle).toMatchObject({ code: 'import.column-missing' });
    expect(planned(tableOf(HEAD)).obstacle).toMatchObject({ code: 'import.no-rows' });
    expect(planned({ kind: 'calendar', entries: [] }).obstacle).toMatchObject({ code: 'import.no-meetings' });
  });
});
