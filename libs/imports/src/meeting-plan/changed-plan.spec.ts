import { idOf } from '@rettidig/event-sourcing';
import { calendar, called, entry, HEAD, meetingOf, meetingsOf, planned, stepsOf } from '../testing/meeting-plans.js';
import { tableOf } from '../testing/structure-files.js';
import type { MeetingPlanDecisions } from './decisions.js';

describe('an entry whose title says more than the committee', () => {
  it.each([
    'HovedMED møde',
    'Ordinært HovedMED-møde nr. 3 – 2. kvartal 2026',
    'Ekstraordinært møde i HovedMED den 18. september',
    'HovedMED',
  ])('is none: “%s” is scheduled', (summary) => {
    expect(planned(calendar(entry('a', summary, '2026-09-18'))).preview.entries).toMatchObject([
      { outcome: 'schedule', summary, why: null },
    ]);
  });

  it.each([
    ['Formøde B-siden HovedMED', 'et formøde'],
    ['Kontaktudvalg før HovedMED', 'et formøde'],
    ['HovedMED seminar', 'et formøde'],
    ['Aflyst: HovedMED', 'aflyst'],
    ['HovedMED med ekstern gæst', 'mere end udvalgets navn'],
  ])('is asked about: “%s”', (summary, why) => {
    const told = { startsAt: '08:30', endsAt: '09:30', place: 'Kantinen' };
    const plan = calendar(entry('a', summary, '2026-09-18', told), entry('b', 'HovedMED', '2026-09-18'));
    const { preview, obstacle } = planned(plan);
    expect(obstacle).toBeUndefined();
    expect(preview.entries).toMatchObject([
      { ...told, summary, outcome: 'asked', why: expect.stringContaining(why) as string },
      { outcome: 'schedule' },
    ]);
    expect(stepsOf(planned(plan))).toMatchObject([['ScheduleImportedMeeting', meetingOf('b'), {}]]);
    expect(stepsOf(planned(plan, { entries: [{ row: 1, choice: 'meeting' }] }))).toMatchObject([
      ['ScheduleImportedMeeting', meetingOf('a'), { place: 'Kantinen' }],
    ]);
  });

  it('is asked about for a chosen committee too, and not again once it was said to be a meeting', () => {
    const lunch = calendar(entry('a', 'Frokost', '2026-09-18'));
    const committeeId = idOf('HovedMED');
    expect(planned(lunch, { committeeId }).preview.outcomes).toEqual({ asked: 1 });
    const meetings = meetingsOf([meetingOf('a'), called('HovedMED', '2026-09-18')]);
    expect(planned(lunch, { committeeId }, meetings).preview.outcomes).toEqual({ unchanged: 1 });
  });

  it('cancels nothing by itself, but a cancelled entry may say in its title that it is', () => {
    const meetings = meetingsOf([idOf('by hand'), called('HovedMED', '2026-09-18')]);
    const cancelled = (summary: string) =>
      planned(calendar(entry('a', summary, '2026-09-18', { cancelled: true })), { otherwise: 'update' }, meetings);
    expect(stepsOf(cancelled('Formøde HovedMED'))).toEqual([]);
    expect(stepsOf(cancelled('Aflyst: HovedMED'))).toMatchObject([['CancelImportedMeeting', idOf('by hand'), {}]]);
  });

  it('shows of an entry without a committee when and where it is', () => {
    const told = { startsAt: '12:00', endsAt: '12:30', place: 'Kantinen' };
    const plan = planned(calendar(entry('a', 'Frokost', '2026-09-18', told), entry('b', 'HovedMED', '2026-09-18')));
    expect(plan.preview.notUnderstood).toEqual([{ row: 1, on: '2026-09-18', summary: 'Frokost', ...told }]);
  });
});

describe('a plan that has changed since', () => {
  const old = idOf('meetingPlan', `${idOf('HovedMED')} 2026-09-11`);
  const meetings = meetingsOf(
    [old, called('HovedMED', '2026-09-11')],
    [idOf('other committee'), called('LokalMED', '2026-09-11')],
    [idOf('long after'), called('HovedMED', '2027-09-11')],
    [idOf('gone by'), called('HovedMED', '2026-04-23')],
  );
  const table = tableOf(HEAD, 'HovedMED;18-09-2026;10:00;12:00;Lokale 2;', 'HovedMED;01-05-2026;;;;');

  it('lists what the register has and the plan has not; it is kept unless somebody says otherwise', () => {
    const { preview, obstacle, steps } = planned(table, undefined, meetings);
    expect([obstacle, steps.length, preview.missingCount]).toEqual([undefined, 2, 1]);
    expect(preview.missing).toEqual([
      {
        ...{ meetingId: old, committee: 'HovedMED', on: '2026-09-11', choice: 'keep', row: null },
        sentence: 'Registeret har et møde den 11.09.2026, som planen ikke har: flyttet, aflyst eller behold?',
      },
    ]);
  });

  it('moves it to a row, in place of calling that one anew, or cancels it', () => {
    const moved = planned(table, { missing: [{ meetingId: old, choice: 'moveTo', row: 2 }] }, meetings);
    expect(stepsOf(moved)).toMatchObject([
      ['MoveImportedMeeting', old, { to: '2026-09-18', startsAt: '10:00', endsAt: '12:00' }],
      ['ScheduleImportedMeeting', idOf('meetingPlan', `${idOf('HovedMED')} 2026-05-01`), {}],
    ]);
    expect(moved.preview.outcomes).toEqual({ move: 1, schedule: 1 });
    expect(moved.preview.entries[0]!.why).toContain('med planens klokkeslæt');
    const cancelled = planned(table, { missing: [{ meetingId: old, choice: 'cancel' }] }, meetings);
    expect(stepsOf(cancelled).at(-1)).toMatchObject(['CancelImportedMeeting', old, {}]);
    const done = meetingsOf(
      [
        old,
        called('HovedMED', '2026-09-11'),
        { type: 'MeetingMoved', data: { from: '2026-09-11', to: '2026-09-18', reason: 'r' } },
      ],
      [idOf('by hand'), called('HovedMED', '2026-05-01')],
    );
    const again = planned(table, { missing: [{ meetingId: old, choice: 'moveTo', row: 2 }] }, done);
    expect([again.obstacle, again.steps, again.preview.missingCount]).toEqual([undefined, [], 0]);
  });

  it('says of one that is moved to a row without hours that its own hold no longer', () => {
    const bare = tableOf(HEAD, 'HovedMED;18-09-2026;;;;');
    const moved = planned(bare, { missing: [{ meetingId: old, choice: 'moveTo', row: 2 }] }, meetings);
    const why = expect.stringContaining('Planen har intet klokkeslæt, og det gamle gælder ikke længere') as string;
    expect(moved.preview.entries).toMatchObject([{ outcome: 'move', why }]);
  });

  it('says the same of an entry that has got another day, before and after it is chosen to be moved', () => {
    const own = meetingsOf([meetingOf('a'), called('HovedMED', '2026-09-11')]);
    const shown = (decisions: MeetingPlanDecisions, told = {}) =>
      planned(calendar(entry('a', 'HovedMED', '2026-09-18', told)), decisions, own).preview;
    const update = { otherwise: 'update' } as const;
    expect(shown(update).entries[0]!.why).toContain('Planen har intet klokkeslæt');
    expect(shown(update, { startsAt: '10:00' }).entries[0]!.why).toContain('med planens klokkeslæt');
    expect(shown({}).conflicts[0]!.inFile).toBe('indkaldt 18.09.2026, uden klokkeslæt');
    expect(shown({}, { startsAt: '10:00' }).conflicts[0]!.inFile).toBe('indkaldt 18.09.2026');
    expect(shown({ otherwise: 'skip' }).entries).toMatchObject([{ outcome: 'unchanged', why: null }]);
  });

  it.each([undefined, 9, 3])('moves nothing to row %s, which is none that would be called for it', (row) => {
    const taken = tableOf(HEAD, 'HovedMED;18-09-2026;;;;', 'LokalMED;02-10-2026;;;;');
    const decision = { meetingId: old, choice: 'moveTo' as const, ...(row && { row }) };
    expect(planned(taken, { missing: [decision] }, meetings).obstacle).toMatchObject({
      code: 'import.cannot-move-there',
    });
  });

  it('says where time or place differ, and that the register keeps its own', () => {
    const there = meetingsOf([old, called('HovedMED', '2026-09-11')]);
    const details = new Map([[old, { startsAt: '10:00', endsAt: '12:00', place: 'Lokale 2' }]]);
    const at = (line: string) => planned(tableOf(HEAD, line), undefined, there, details).preview.entries[0]!;
    expect(at('HovedMED;11-09-2026;10:00;12:00;Lokale 2;')).toMatchObject({ outcome: 'unchanged', why: null });
    expect(at('HovedMED;11-09-2026;;;;')).toMatchObject({ outcome: 'unchanged' });
    expect(at('HovedMED;11-09-2026;13.00;;;')).toMatchObject({
      outcome: 'differs',
      why: expect.stringContaining('Registeret har kl. 10:00–12:00, Lokale 2; planen har kl. 13:00.') as string,
    });
    expect(at('HovedMED;11-09-2026;10:00;12:00;Lokale 9;').why).toContain('Lokale 9');
  });
});
