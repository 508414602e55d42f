import { idOf } from '@rettidig/event-sourcing';
import {
  at,
  CASE,
  COMMITTEE,
  DUTY,
  mailStream,
  claimed,
  MEETING,
  ofMeeting,
  OWNER,
  owing,
  plan,
  planned,
  sent,
  told,
  UNIT,
} from './testing/told.js';

const named = (due: ReturnType<ReturnType<typeof told>['due']>) => due.map(({ item }) => `${item.kind} ${item.step}`);
const byInstant = (one: ReturnType<typeof at>, other: ReturnType<typeof at>): number =>
  one.recordedAt! < other.recordedAt! ? -1 : 1;
const notPlaced = [...owing('2026-01-05'), planned('2026-01-05')];

describe('what is due', () => {
  it('is a case that stands on no agenda, twenty workdays before its item must be in, and not a day earlier', () => {
    const { due } = told(...notPlaced);
    expect(due('2026-04-10')).toEqual([]);
    const [found] = due('2026-04-13');
    expect(found).toEqual({
      ...{ lane: 'dated', to: ['owner'], escalates: false, window: null, toldBefore: [], overtaken: [] },
      ...{ knownTo: [], toldWith: null },
      item: {
        key: `notPlaced/${DUTY}/workday-20/2026-05-11/0`,
        ...{ kind: 'notPlaced', item: DUTY, step: 'workday-20', anchor: '2026-05-11', armed: 0, dueOn: '2026-04-13' },
        ...{ late: false, plannedLate: false, number: '2026-0001', subject: `change-${CASE}` },
        about: {
          ...{ changeId: CASE, caseKind: 'reorganisation', ownerId: OWNER, unitId: UNIT, committeeId: COMMITTEE },
          ...{ meetingId: MEETING, on: '2026-06-24', code: 'itemIn' },
        },
      },
    });
  });

  it('waits for seven in the morning of a workday, in winter and in summer', () => {
    const { due } = told(...notPlaced);
    expect(due('2026-04-13T04:59:59.000Z')).toEqual([]);
    expect(due('2026-04-13T05:00:00.000Z')).toHaveLength(1);
    expect(due('2026-04-18')).toEqual([]);
    expect(due('2026-04-14')[0]!.item).toMatchObject({ step: 'workday-20', late: true, plannedLate: false });
  });

  it('is the last step only after a long sleep, late, with those before it overtaken', () => {
    const [found] = told(...notPlaced).due('2026-05-08');
    expect(found).toMatchObject({
      item: { step: 'workday-3', dueOn: '2026-05-06', late: true },
      overtaken: ['workday-20', 'workday-10'],
    });
  });

  it('is nothing more from the day on which no meeting is left: then those who can call one are told at once', () => {
    const found = told(...notPlaced).due('2026-05-12');
    expect(found).toMatchObject([
      {
        item: { kind: 'noMeetingLeft', late: false },
        lane: 'urgent',
        window: null,
        to: ['chair', 'deputyChair', 'owner'],
      },
    ]);
  });

  it('is not due again once everybody was told, until its next step', () => {
    const first = told(...notPlaced).due('2026-04-13');
    const after = told(...notPlaced, ...sent('2026-04-13', OWNER, first));
    expect(after.due('2026-04-14')).toEqual([]);
    expect(after.rows("select told from {occasion} where kind = 'notPlaced'")).toEqual([{ told: -422 }]);
    expect(named(after.due('2026-04-27'))).toEqual(['notPlaced workday-10']);
  });

  it('stays due as long as one of several was not told', () => {
    const first = told(...notPlaced).due('2026-04-13');
    const one = told(...notPlaced, ...sent('2026-04-13', OWNER, first, [OWNER, 'other']));
    expect(named(one.due('2026-04-13'))).toEqual(['notPlaced workday-20']);
    const both = told(
      ...notPlaced,
      ...sent('2026-04-13', OWNER, first, [OWNER, 'other']),
      ...sent('2026-04-13', 'other', first, [OWNER, 'other']),
    );
    expect(both.due('2026-04-13')).toEqual([]);
  });

  it('is armed anew when its day is another one, also when it comes back', () => {
    const later = plan({ steps: [{ step: 'itemIn', on: '2026-05-13', rule: { code: 'timetable' } }] });
    const moved = [...notPlaced, planned('2026-02-02', [later]), planned('2026-03-02')];
    expect(told(...moved).due('2026-04-13')[0]!.item).toMatchObject({ anchor: '2026-05-11', armed: 2 });
    expect(told(...moved, planned('2026-03-03', [])).due('2026-04-13')).toEqual([]);
  });

  it('that is armed anew is known to whom a mail from before tells it now, and to nobody who was told before that', () => {
    const now = '2026-04-13';
    const mail = claimed(now, OWNER, told(...notPlaced).due(now));
    const elsewhere = plan({ steps: [{ step: 'itemIn', on: '2026-05-13', rule: { code: 'timetable' } }] });
    const back = [planned('2026-04-13T09:00:00.000Z', [elsewhere]), planned('2026-04-13T10:00:00.000Z')];
    const knownTo = (...ends: readonly ReturnType<typeof at>[]) => {
      const [found] = told(...notPlaced, mail, ...[...back, ...ends].sort(byInstant)).due('2026-04-14');
      expect(found!.item).toMatchObject({ step: 'workday-20', armed: 2 });
      return found!.knownTo;
    };
    const done = (instant: string) => at(instant, 'EffectDone', { result: '250', attempt: 1 }, mail.stream);
    expect(knownTo()).toEqual([OWNER]);
    expect(knownTo(done('2026-04-13T11:00:00.000Z'))).toEqual([OWNER]);
    expect(knownTo(done('2026-04-13T08:00:00.000Z'))).toEqual([]);
  });

  it('says the same of a step on whose very day it was planned, after the morning mail', () => {
    const { due } = told(...owing('2026-05-06'), planned('2026-05-06'));
    expect(due('2026-05-06T12:00:00.000Z')[0]!.item).toMatchObject({ late: false, plannedLate: false });
    expect(due('2026-05-07')[0]!.item).toMatchObject({ step: 'workday-3', late: true, plannedLate: true });
  });

  it('says of a step that had passed when it was planned that nobody is late', () => {
    const [found] = told(...owing('2026-05-07'), planned('2026-05-07')).due('2026-05-08');
    expect(found!.item).toMatchObject({ step: 'workday-3', late: true, plannedLate: true });
  });

  it('is told at once two minutes after the first thing of its window, together with what came within them', () => {
    const second = idOf('second');
    const lost = { meetingId: null, meetingOn: null, lastUsableId: null, lastUsableOn: null, steps: [] };
    const log = [
      ...owing('2026-03-02', CASE),
      ...owing('2026-03-02', second, idOf('duty 2')),
      planned('2026-03-03T09:00:00.000Z', [plan({ ...lost, atRiskFrom: '2026-01-05' })]),
      planned(
        '2026-03-03T09:01:30.000Z',
        [plan({ ...lost, requirementId: idOf('duty 2'), atRiskFrom: '2026-01-05' })],
        second,
      ),
    ];
    const { due } = told(...log);
    expect(due('2026-03-03T09:01:59.000Z')).toEqual([]);
    expect(due('2026-03-03T09:02:00.000Z').map(({ item, window }) => [item.late, item.dueOn, window])).toEqual([
      [false, '2026-03-03', '2026-03-03T09:00:00.000Z'],
      [false, '2026-03-03', '2026-03-03T09:00:00.000Z'],
    ]);
    // The next day it goes with the morning mail, and says that it is late.
    expect(due('2026-03-04').map(({ item, window }) => [item.late, window])).toEqual([
      [true, null],
      [true, null],
    ]);
  });
});

describe('the last look before it is told', () => {
  const first = told(...notPlaced).due('2026-04-13')[0]!.item;

  it('finds the owner of now', async () => {
    const { asItIsNow } = told(...notPlaced, at('2026-04-09', 'CaseOwnerAssigned', { ownerId: 'new' }));
    expect(await asItIsNow(first, '2026-04-13')).toMatchObject({ about: { ownerId: 'new' }, late: false });
    expect(await asItIsNow(first, '2026-04-14')).toMatchObject({ late: true });
  });

  it('finds nothing when it stands on an agenda, is about another day or another step has come', async () => {
    const placed = at('2026-04-09', 'CasePlacedOnAgenda', {
      ...{ meetingId: MEETING, itemId: 'i', committeeId: COMMITTEE, on: '2026-06-01', requirementIds: [DUTY] },
    });
    expect(await told(...notPlaced, placed).asItIsNow(first, '2026-04-13')).toBe('no-longer-so');
    const later = plan({ steps: [{ step: 'itemIn', on: '2026-05-13', rule: { code: 'timetable' } }] });
    const moved = told(...notPlaced, planned('2026-04-09', [later]));
    expect(await moved.asItIsNow(first, '2026-04-13')).toBe('no-longer-so');
    expect(await told(...notPlaced).asItIsNow(first, '2026-04-27')).toBe('overtaken');
    expect(await told(...notPlaced).asItIsNow(first, '2026-05-12')).toBe('no-longer-so');
  });

  it('counts its days in the calendar as it is by then', async () => {
    const closed = { version: '2026-1', effectiveFrom: '2026-04-13', yearly: [], single: ['2026-04-28'], avoid: [] };
    const agreed = at('2026-04-13', 'ClosingDaysAgreed', { closingDays: closed }, 'ruleBook-administration');
    const now = await told(...notPlaced, agreed).asItIsNow(first, '2026-04-13');
    expect([first.dueOn, now]).toMatchObject(['2026-04-13', { dueOn: '2026-04-10', late: true, step: first.step }]);
  });
});

describe('a meeting', () => {
  const called = ofMeeting('2026-03-02', 'MeetingScheduled', {
    committeeId: COMMITTEE,
    on: '2026-06-01',
    extraordinary: false,
  });
  const moved = ofMeeting('2026-05-28T09:00:00.000Z', 'MeetingMoved', {
    from: '2026-06-01',
    to: '2026-06-15',
    reason: 'r',
  });

  it('is told a week and a day before, and no more once it was held', () => {
    const { due } = told(called);
    // 25 May 2026 is Whit Monday.
    expect(due('2026-05-25')).toEqual([]);
    expect(due('2026-05-26')).toMatchObject([{ item: { kind: 'meetingComing', step: 'calendar-7' }, to: ['members'] }]);
    expect(due('2026-06-02')).toEqual([]);
  });

  it('that moved tells at once whoever was told of the old day, and nobody else', () => {
    const first = told(called).due('2026-05-26');
    expect(told(called, moved).due('2026-05-28T09:05:00.000Z')).toEqual([]);
    const after = told(called, ...sent('2026-05-26', 'member', first), moved);
    expect(after.due('2026-05-28T09:01:00.000Z')).toEqual([]);
    expect(after.due('2026-05-28T09:02:00.000Z')).toMatchObject([
      {
        item: { kind: 'meetingChanged', armed: 1, about: { code: 'moved', from: '2026-06-01', on: '2026-06-15' } },
        ...{
          lane: 'urgent',
          to: ['toldBefore', 'members'],
          toldBefore: ['member'],
          window: '2026-05-28T09:00:00.000Z',
        },
      },
    ]);
    // Sunday: people must know all the same.
    const sunday = told(
      called,
      ...sent('2026-05-26', 'member', first),
      ofMeeting('2026-05-31T09:00:00.000Z', 'MeetingCancelled', { reason: 'r' }),
    );
    const [found] = sunday.due('2026-05-31T09:02:00.000Z');
    expect(found!.item.about).toMatchObject({ code: 'cancelled', from: '2026-06-01', on: null });
    const done = told(
      called,
      ...sent('2026-05-26', 'member', first),
      moved,
      ...sent('2026-05-28T09:02:00.000Z', 'member', after.due('2026-05-28T09:02:00.000Z')),
    );
    expect(done.due('2026-05-28T09:09:00.000Z')).toEqual([]);
  });

  it('that moved tells whoever may have been told of the old day, though their mail was dropped since', () => {
    const now = '2026-05-26';
    const mail = claimed(now, 'member', told(called).due(now));
    const { about, key, effect } = mail.data as Record<'about' | 'key' | 'effect', unknown>;
    const stream = mailStream('member', now);
    const ends = (why: string) =>
      at('2026-05-26T06:01:00.000Z', 'EffectPostponed', { why, attempt: 1, until: '' }, stream);
    const skipped = at(
      '2026-05-28T09:01:00.000Z',
      'EffectSkipped',
      { about, key, effect, dueAt: '', why: 'no-longer-so' },
      stream,
    );
    const toldBefore = (...run: readonly ReturnType<typeof at>[]) =>
      told(called, mail, ...run, moved, skipped)
        .due('2026-05-28T09:02:00.000Z')
        .map((due) => due.toldBefore);
    expect(toldBefore(ends('effect.perhaps-done'))).toEqual([['member']]);
    // Its process died while it was sent: nobody has recorded an end.
    expect(toldBefore()).toEqual([['member']]);
    expect(toldBefore(ends('mail.try-later'))).toEqual([]);
    expect(toldBefore(ends('effect.stopped'), mail, ends('mail.try-later'))).toEqual([['member']]);
    // It waits for its server, which has taken nothing yet, and will tell the new day or be dropped.
    const waits = (why: string) => told(called, mail, ends(why), moved).due('2026-05-28T09:02:00.000Z');
    expect(waits('mail.try-later')).toEqual([]);
    expect(named(waits('effect.perhaps-done'))).toEqual(['meetingChanged calendar+0']);
  });

  it.each([
    ['2026-06-03', '2026-06-02'],
    ['2026-06-04', '2026-06-03'],
  ])('that moved to %s is not told once more to whoever was told that it moved, until %s', (to, dayBefore) => {
    const soon = ofMeeting('2026-05-28T09:00:00.000Z', 'MeetingMoved', { from: '2026-06-01', to, reason: 'r' });
    const given = [called, ...sent('2026-05-26', 'member', told(called).due('2026-05-26')), soon];
    expect(told(...given).due('2026-05-28T09:01:00.000Z')).toEqual([]);
    const due = told(...given).due('2026-05-28T09:02:00.000Z');
    const [coming, changed] = due;
    expect(named(due)).toEqual(['meetingComing calendar-7', 'meetingChanged calendar+0']);
    expect(coming).toMatchObject({ knownTo: [], toldWith: changed!.item.key });
    const after = told(...given, ...sent('2026-05-28T09:02:00.000Z', 'member', [changed!]));
    expect(after.due('2026-05-29')).toMatchObject([{ item: { kind: 'meetingComing' }, knownTo: ['member'] }]);
    expect(after.due(dayBefore)).toMatchObject([{ item: { step: 'calendar-1' }, knownTo: [] }]);
    // What was written before the move and sent after it said the old day.
    const [mail, end] = sent('2026-05-28T08:59:59.000Z', 'member', told(called).due('2026-05-28'));
    const across = told(called, mail!, soon, {
      ...end!,
      ...at('2026-05-28T09:00:01.000Z', end!.type, end!.data, end!.stream),
    });
    expect(named(across.due('2026-05-28T09:02:00.000Z'))).toContain('meetingChanged calendar+0');
    // Nobody had been told of the day before: then nobody is told that it moved, also after they were told of the new one.
    const fresh = told(called, soon).due('2026-05-28T09:01:00.000Z');
    expect(fresh).toMatchObject([{ item: { kind: 'meetingComing' }, knownTo: [], toldWith: null }]);
    const put = at(
      '2026-05-28T09:01:30.000Z',
      'EffectPostponed',
      { why: 'effect.perhaps-done', attempt: 1, until: '' },
      mailStream('other', '2026-05-28T09:01:00.000Z'),
    );
    const known = [
      ...sent('2026-05-28T09:01:00.000Z', 'member', fresh, ['member', 'other']),
      ...[claimed('2026-05-28T09:01:00.000Z', 'other', fresh, ['member', 'other']), put],
    ];
    expect(named(told(called, soon, ...known).due('2026-05-28T09:02:00.000Z'))).toEqual(['meetingComing calendar-7']);
  });

  it('that moved while a mail of the old day was written tells its receiver, whatever the clocks say', () => {
    // Looked at before the move, claimed after it.
    const old = sent('2026-05-28T09:00:00.005Z', 'member', told(called).due('2026-05-28T08:59:59.000Z'));
    expect(told(called, moved, ...old).due('2026-05-28T09:05:00.000Z')).toMatchObject([
      { item: { kind: 'meetingChanged' }, toldBefore: ['member'] },
    ]);
    // By a process whose clock is slow: claimed before the move, and yet of the new day.
    const soon = ofMeeting('2026-05-28T09:00:00.000Z', 'MeetingMoved', {
      ...{ from: '2026-06-01', to: '2026-06-03', reason: 'r' },
    });
    const fresh = sent('2026-05-28T08:59:00.000Z', 'member', told(called, soon).due('2026-05-28T09:01:00.000Z'));
    expect(told(called, soon, ...fresh).due('2026-05-28T09:05:00.000Z')).toEqual([]);
  });

  it('at another hour is news for whoever may have been told the old one, though the mail went out once more since', () => {
    const hours = ofMeeting('2026-05-26T06:03:00.000Z', 'MeetingMoved', {
      ...{ from: '2026-06-01', to: '2026-06-01', startsAt: '13:00', reason: 'r' },
    });
    const run = (instant: string, end: string, data: object, ...before: ReturnType<typeof ofMeeting>[]) => {
      const due = told(...before)
        .due('2026-05-26')
        .filter(({ item }) => item.kind === 'meetingComing');
      const mail = claimed('2026-05-26', 'member', due);
      return [at(instant, mail.type, mail.data, mail.stream), at(instant, end, data, mail.stream)];
    };
    const changed = (why: string) => {
      const first = run('2026-05-26T06:00:00.000Z', 'EffectPostponed', { why, attempt: 1, until: '' }, called);
      const again = run('2026-05-26T06:03:10.000Z', 'EffectDone', { result: '250', attempt: 2 }, called, hours);
      return told(called, ...first, hours, ...again)
        .due('2026-05-26T06:06:00.000Z')
        .map(({ toldBefore }) => toldBefore);
    };
    expect(changed('effect.perhaps-done')).toEqual([['member']]);
    expect(changed('mail.try-later')).toEqual([]);
  });

  it('that was moved early and cancelled is told of until the last day that somebody may know it by', () => {
    const early = ofMeeting('2026-05-27T09:00:00.000Z', 'MeetingMoved', {
      from: '2026-06-01',
      to: '2026-05-26',
      reason: 'r',
    });
    const cancelled = ofMeeting('2026-05-28T09:00:00.000Z', 'MeetingCancelled', { reason: 'r' });
    const before = sent('2026-05-26', 'member', told(called).due('2026-05-26'));
    expect(told(called, ...before, early, cancelled).due('2026-05-28T09:02:00.000Z')).toMatchObject([
      { item: { kind: 'meetingChanged', about: { code: 'cancelled' } }, toldBefore: ['member'] },
    ]);
  });

  it('at another hour tells at once whoever was told of it, and its day is not told anew', () => {
    const hours = ofMeeting('2026-05-28T09:00:00.000Z', 'MeetingMoved', {
      ...{ from: '2026-06-01', to: '2026-06-01', startsAt: '13:00', reason: 'r' },
    });
    const given = [called, ...sent('2026-05-26', 'member', told(called).due('2026-05-26')), hours];
    const due = told(...given).due('2026-05-28T09:02:00.000Z');
    expect(due).toMatchObject([
      { item: { kind: 'meetingChanged', armed: 1, about: { code: 'hours', from: '2026-06-01', on: '2026-06-01' } } },
    ]);
    const after = told(...given, ...sent('2026-05-28T09:02:00.000Z', 'member', due));
    expect(named(after.due('2026-05-29'))).toEqual([]);
    expect(after.due('2026-06-01T06:00:00.000Z')).toMatchObject([{ item: { kind: 'meetingComing', armed: 0 } }]);
    // Whoever is told of the meeting with its new hours is not told that they are new.
    const early = ofMeeting('2026-05-11T09:00:00.000Z', 'MeetingMoved', {
      ...{ from: '2026-06-01', to: '2026-06-01', startsAt: '13:00', reason: 'r' },
    });
    const since = sent('2026-05-26', 'member', told(called, early).due('2026-05-26'));
    expect(named(told(called, early, ...since).due('2026-05-27'))).toEqual([]);
  });

  it('that moved and got its hours the same day is told of as moved', () => {
    const given = [called, ...sent('2026-05-26', 'member', told(called).due('2026-05-26')), moved];
    const hours = (day: string) =>
      ofMeeting(day, 'MeetingMoved', { from: '2026-06-15', to: '2026-06-15', startsAt: '13:00', reason: 'r' });
    const changed = (day: string) =>
      told(...given, hours(day))
        .due(`${day.slice(0, 10)}T11:00:00.000Z`)
        .at(-1)!.item.about;
    expect(changed('2026-05-28T10:00:00.000Z')).toMatchObject({ code: 'moved', from: '2026-06-01', on: '2026-06-15' });
    expect(changed('2026-05-29T10:00:00.000Z')).toMatchObject({ code: 'hours', on: '2026-06-15' });
  });

  it('is told anew for its new day', () => {
    const first = told(called).due('2026-05-26');
    const { due } = told(called, ...sent('2026-05-26', 'member', first), moved);
    expect(due('2026-06-08').map(({ item }) => [item.kind, item.anchor, item.armed])).toContainEqual([
      'meetingComing',
      '2026-06-15',
      1,
    ]);
  });
});

describe('a notice', () => {
  it('is not late in the digest of the next workday', () => {
    const reported = at('2026-05-08', 'PossibleMissReported', { title: 'Flytning' }, `possibleMiss-${idOf('p')}`);
    const { due } = told(reported);
    const late = (day: string) => due(day).map(({ item, lane }) => [lane, item.dueOn, item.late]);
    expect(late('2026-05-11')).toEqual([['notice', '2026-05-08', false]]);
    expect(late('2026-05-12')).toEqual([['notice', '2026-05-08', true]]);
  });
});

describe('steps that a municipality agreed on', () => {
  const agreed = (day: string, counts: readonly number[], effectiveFrom = day) =>
    at(
      day,
      'ReminderStepsAgreed',
      {
        ...{ kind: 'notPlaced', effectiveFrom },
        steps: counts.map((count) => ({ offset: { count, kind: 'workday' }, to: ['owner'], on: true })),
      },
      'reminderSteps-administration',
    );
  const all = (now: string, ...given: ReturnType<typeof at>[]) => named(told(...notPlaced, ...given).due(now));

  it('hold for what comes, and tell of nothing whose day had passed', () => {
    expect(all('2026-05-06', agreed('2026-05-05', [-10, -1]))).toEqual(['notPlaced workday-10']);
    expect(all('2026-05-06', agreed('2026-05-05', [-15, -1]))).toEqual([]);
    expect(all('2026-05-06', agreed('2026-05-05', [-15, -1], '2026-01-01'))).toEqual([]);
    expect(all('2026-05-08', agreed('2026-05-05', [-15, -1]))).toEqual(['notPlaced workday-1']);
  });

  it('stay the same steps when they are agreed once more, and tell of what came up later', () => {
    const twice = [agreed('2026-01-06', [-15, -1]), agreed('2026-05-05', [-15])];
    expect(all('2026-05-06', ...twice)).toEqual(['notPlaced workday-15']);
    const late = [agreed('2026-05-05', [-15]), ...owing('2026-05-06'), planned('2026-05-06')];
    expect(named(told(...late).due('2026-05-06'))).toEqual(['notPlaced workday-15']);
  });
});

describe('a mail in the log', () => {
  const first = told(...notPlaced).due('2026-05-08');
  const all = 'select key, state, why, mail, person_id from {told} order by number';

  it('says of each thing how it stands, and which steps it overtook', () => {
    const { rows } = told(...notPlaced, ...sent('2026-05-08', OWNER, first));
    expect(rows('select step, state, why, case_number from {told} order by number')).toEqual([
      { step: 'workday-3', state: 'sent', why: null, case_number: '2026-0001' },
      { step: 'workday-20', state: 'skipped', why: 'overtaken', case_number: '2026-0001' },
      { step: 'workday-10', state: 'skipped', why: 'overtaken', case_number: '2026-0001' },
    ]);
    expect(rows('select state, answer, person_id from {mail}')).toEqual([
      { state: 'sent', answer: '250 ok', person_id: OWNER },
    ]);
  });

  it('says of no step that it was overtaken of which its receiver was told', () => {
    const step = told(...notPlaced).due('2026-04-13');
    const once = [...notPlaced, ...sent('2026-04-13', OWNER, step)];
    const next = told(...once).due('2026-04-27');
    expect(next[0]!.overtaken).toEqual(['workday-20']);
    const { rows } = told(...once, ...sent('2026-04-27', OWNER, next), ...sent('2026-04-27', 'other', next));
    expect(rows('select step, state, person_id from {told} order by number')).toEqual([
      { step: 'workday-20', state: 'sent', person_id: OWNER },
      { step: 'workday-10', state: 'sent', person_id: OWNER },
      { step: 'workday-10', state: 'sent', person_id: 'other' },
      { step: 'workday-20', state: 'skipped', person_id: 'other' },
    ]);
  });

  it.each(['mail.refused', 'mail.malformed', 'TypeError', 'effect.vanished'])(
    'that is given up with %s leaves the thing due for somebody else, and tells the secretariat',
    (error) => {
      const stream = mailStream(OWNER, '2026-05-08');
      const failed = at('2026-05-08', 'EffectFailed', { error, attempt: 8, isFinal: true }, stream);
      const after = told(...notPlaced, claimed('2026-05-08', OWNER, first), failed);
      expect(after.rows(all)[0]).toMatchObject({ state: 'failed', why: error });
      expect(named(after.due('2026-05-11'))).toEqual(['notPlaced workday-3', 'receiverNotReached workday+0']);
    },
  );

  it('that is given up leaves the thing due though everybody else was told', () => {
    const of = [OWNER, 'other'];
    const failed = at('2026-05-08', 'EffectFailed', { error: 'TypeError', attempt: 8, isFinal: true });
    const after = told(
      ...notPlaced,
      claimed('2026-05-08', OWNER, first, of),
      { ...failed, stream: mailStream(OWNER, '2026-05-08') },
      ...sent('2026-05-08', 'other', first, of),
    );
    expect(named(after.due('2026-05-08'))).toContain('notPlaced workday-3');
  });

  it('that failed once and is tried again is on its way still', () => {
    const stream = mailStream(OWNER, '2026-05-08');
    const failed = at('2026-05-08', 'EffectFailed', { error: 'TypeError', attempt: 1, isFinal: false }, stream);
    const after = told(...notPlaced, claimed('2026-05-08', OWNER, first), failed);
    expect(after.rows(all)[0]).toMatchObject({ state: 'planned', why: 'TypeError' });
    expect(named(after.due('2026-05-11'))).toEqual(['notPlaced workday-3']);
  });

  it('that drops something says why, and that it was not told', () => {
    const stream = mailStream(OWNER, '2026-05-08');
    const again = claimed('2026-05-08', OWNER, []);
    const dropped = {
      ...again,
      data: {
        ...again.data,
        about: {
          ...(again.data as { about: object }).about,
          dropped: [{ key: first[0]!.item.key, why: 'no-longer-so' }],
        },
      },
    };
    const after = told(
      ...notPlaced,
      claimed('2026-05-08', OWNER, first),
      dropped,
      at('2026-05-08', 'EffectDone', { result: 'ok', attempt: 2 }, stream),
    );
    expect(after.rows(all)[0]).toMatchObject({ state: 'skipped', why: 'no-longer-so' });
    expect(named(after.due('2026-05-08'))).toEqual(['notPlaced workday-3']);
  });
});
