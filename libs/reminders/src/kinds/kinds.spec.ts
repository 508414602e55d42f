import { idOf } from '@rettidig/event-sourcing';
import {
  at,
  CASE,
  claimed,
  COMMITTEE,
  DUTY,
  MEETING,
  mailStream,
  ofMeeting,
  OWNER,
  owing,
  plan,
  planned,
  sent,
  told,
} from '../testing/told.js';
import { reminderKinds } from './index.js';

type Told = ReturnType<typeof told>;
/** Step and receivers of what is due of a kind. */
const of = ({ due }: Told, kind: string, now: string) =>
  due(now)
    .filter(({ item }) => item.kind === kind)
    .map(({ item, to }) => `${item.step} ${to.join('+')}`);
const oneOf = ({ due }: Told, kind: string, now: string) => due(now).find(({ item }) => item.kind === kind)!;

const placed = (day: string) =>
  at(day, 'CasePlacedOnAgenda', {
    ...{ meetingId: MEETING, itemId: idOf('item'), committeeId: COMMITTEE, on: '2026-06-01', requirementIds: [DUTY] },
  });
const point = (more: object = {}) =>
  at('2026-01-05', 'DecisionPointPlanned', {
    ...{ pointId: 'p', kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-24' }, ...more },
  });
const decidedOn = (on: string, more: object = {}) =>
  at(on, 'DecisionRecorded', {
    ...{ decisionId: 'd', body: 'socialCommittee', when: { on }, outcome: 'approved', ...more },
  });
const onAgenda = [...owing('2026-01-05'), planned('2026-01-05'), placed('2026-02-02')];

it('have names, steps of different days, and a function for each', () => {
  expect(new Set(reminderKinds.map(({ name }) => name)).size).toBe(reminderKinds.length);
  for (const { steps } of reminderKinds) {
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps.map(({ offset }) => JSON.stringify(offset))).size).toBe(steps.length);
  }
});

describe('a case that stands on no agenda', () => {
  const without = (steps: object[]) => planned('2026-01-05', [plan({ steps: steps as never })]);

  it('is counted from when its papers must be out, or from the meeting, where no day for items is agreed', () => {
    const papers = [{ step: 'papersOut', on: '2026-05-18', rule: { code: 'timetable' } }];
    expect(oneOf(told(...owing('2026-01-05'), without(papers)), 'notPlaced', '2026-05-11').item).toMatchObject({
      ...{ anchor: '2026-05-18', about: { code: 'papersOut' } },
    });
    const waived = [{ step: 'itemIn', on: '2026-05-11', rule: { code: 'waived' } }];
    expect(oneOf(told(...owing('2026-01-05'), without(waived)), 'notPlaced', '2026-05-11').item).toMatchObject({
      ...{ anchor: '2026-06-01', about: { code: 'meeting' } },
    });
  });

  it('is nothing to tell while no date of it is known', () => {
    const aimless = plan({ aim: 'nextMeeting', reviewBefore: null, lastUsableId: null, lastUsableOn: null });
    expect(of(told(...owing('2026-01-05'), planned('2026-01-05', [aimless])), 'notPlaced', '2026-05-06')).toEqual([]);
  });
});

describe('no meeting left', () => {
  it('is told to both chairs and the owner, until the date itself has come', () => {
    const lost = told(...owing('2026-01-05'), planned('2026-01-05'));
    expect(of(lost, 'noMeetingLeft', '2026-05-12')).toEqual(['workday+0 chair+deputyChair+owner']);
    expect(of(lost, 'noMeetingLeft', '2026-06-24')).toHaveLength(1);
    expect(of(lost, 'noMeetingLeft', '2026-06-25')).toEqual([]);
  });

  it('is told of a presentation until its day, after which nothing of it can be saved', () => {
    const [body] = plan().bodies;
    const presented = plan({ bodies: [{ ...body!, kind: 'presentation' }] });
    const lost = told(...owing('2026-01-05'), planned('2026-01-05', [presented]));
    expect(of(lost, 'noMeetingLeft', '2026-06-24')).toHaveLength(1);
    expect(of(lost, 'noMeetingLeft', '2026-06-25')).toEqual([]);
  });

  it('is spoken of as past once the recommendation should have had it, before the decision', async () => {
    const recommended = plan({ reviewBefore: '2026-06-01' });
    const lost = told(...owing('2026-01-05'), planned('2026-01-05', [recommended]));
    const { item } = oneOf(lost, 'noMeetingLeft', '2026-05-12');
    expect(await lost.asItIsNow(item, '2026-06-01')).not.toHaveProperty('about.code');
    expect(await lost.asItIsNow(item, '2026-06-02')).toHaveProperty('about.code', 'past');
  });

  it('says at sending what would save it', async () => {
    const given = [
      ...[
        at('2026-01-02', 'UnitEstablished', unit, ORGANISATION),
        at('2026-01-02', 'CommitteeEstablished', main, ORGANISATION),
      ],
      ...[...owing('2026-01-05'), point(), planned('2026-01-05')],
    ];
    const lost = told(...given);
    const { item } = oneOf(lost, 'noMeetingLeft', '2026-05-12');
    const meeting = await lost.asItIsNow(item, '2026-05-12');
    expect(meeting).toMatchObject({ about: { extraordinaryOn: '2026-05-12' } });
    expect(meeting).not.toHaveProperty('about.moveTo');
    // On the day of the decision no meeting comes before it any more.
    const decision = await lost.asItIsNow(item, '2026-06-24');
    expect(decision).toMatchObject({ about: { moveTo: '2026-06-25' } });
    expect(decision).not.toHaveProperty('about.extraordinaryOn');
  });
});
const ORGANISATION = 'organisation-administration';
const unit = { unitId: idOf('top'), name: 'SOF', parentId: null, validFrom: '2020-01-01' };
const main = {
  ...{ committeeId: COMMITTEE, name: 'HovedMED', level: 'main', kind: 'main', covers: [idOf('top')], parentId: null },
  ...{ predecessors: [], validFrom: '2020-01-01' },
};

describe('a case on an agenda', () => {
  it('asks its owner for papers before its item must be in, until a version was filed', () => {
    expect(of(told(...onAgenda), 'itemDue', '2026-05-06')).toEqual(['workday-3 owner']);
    const filed = at('2026-05-05', 'PapersFiled', { version: '1', on: '2026-05-05' });
    expect(of(told(...onAgenda, filed), 'itemDue', '2026-05-06')).toEqual([]);
    const altered = (on: string) =>
      at(on, 'ChangedAfterReview', { alterationId: 'a', on, requirementIds: [DUTY], what: 'w' });
    expect(of(told(...onAgenda, filed, altered('2026-05-06')), 'itemDue', '2026-05-06')).toHaveLength(1);
    expect(of(told(...onAgenda, filed, altered('2026-05-05')), 'itemDue', '2026-05-06')).toEqual([]);
    expect(of(told(...onAgenda), 'notPlaced', '2026-05-06')).toEqual([]);
  });

  it('asks the secretariat for papers before they must be out, until they went out for that meeting', () => {
    const papers = (meetingId: string) =>
      at('2026-05-12', 'PapersDispatched', {
        ...{ dispatchId: 'x', version: '1', meetingId, committeeId: COMMITTEE, meetingOn: '2026-06-01' },
        ...{ on: '2026-05-12', recipients: null, lateByDays: 0, lateByWorkdays: 0, sentAfterMeeting: false },
        deadline: { on: null, rule: { code: 'notAgreed' } },
      });
    expect(of(told(...onAgenda), 'papersDue', '2026-05-18')).toEqual(['workday+0 secretariat']);
    expect(of(told(...onAgenda, papers(MEETING)), 'papersDue', '2026-05-18')).toEqual([]);
    expect(of(told(...onAgenda, papers(idOf('another'))), 'papersDue', '2026-05-18')).toHaveLength(1);
  });
});

describe('a case without any date', () => {
  const open = (more: object = {}) => planned('2026-01-05', [plan({ aim: 'nextMeeting', ...more })]);

  it('asks its owner after ten workdays and after sixty', () => {
    const given = [...owing('2026-01-05'), open()];
    expect(of(told(...given), 'dateNotStated', '2026-01-16')).toEqual([]);
    expect(of(told(...given), 'dateNotStated', '2026-01-19')).toEqual(['workday+10 owner']);
    expect(of(told(...given), 'dateNotStated', '2026-04-06')).toEqual([]);
    expect(of(told(...given), 'dateNotStated', '2026-04-07')).toEqual(['workday+60 owner']);
  });

  it('asks no more once it has a date or stands on the agenda of the meeting that it aims at', () => {
    const given = [...owing('2026-01-05'), open()];
    expect(of(told(...given, planned('2026-01-12')), 'dateNotStated', '2026-01-19')).toEqual([]);
    expect(of(told(...given, placed('2026-01-12')), 'dateNotStated', '2026-01-19')).toEqual([]);
  });
});

describe('a day on which something was to be decided', () => {
  const given = [...owing('2026-01-05'), point(), planned('2026-01-05')];

  it('asks owner and secretariat the next workday and after five, until something is recorded', () => {
    expect(of(told(...given), 'nothingRecorded', '2026-06-24')).toEqual([]);
    expect(of(told(...given), 'nothingRecorded', '2026-06-25')).toEqual(['workday+1 owner+secretariat']);
    expect(of(told(...given), 'nothingRecorded', '2026-07-01')).toEqual(['workday+5 owner+secretariat']);
    const done = [decidedOn('2026-06-25'), planned('2026-06-25', [])];
    expect(of(told(...given, ...done), 'nothingRecorded', '2026-07-01')).toEqual([]);
  });

  it('asks of a reviewed case too, whose plan is empty, but not of a withdrawn one or one that owes nothing', () => {
    const reviewed = [...given, planned('2026-06-02', [])];
    expect(of(told(...reviewed), 'nothingRecorded', '2026-06-25')).toHaveLength(1);
    const withdrawn = at('2026-06-03', 'ChangeWithdrawn', { reason: 'r', ends: [] });
    expect(of(told(...reviewed, withdrawn), 'nothingRecorded', '2026-06-25')).toEqual([]);
    const lowered = at('2026-06-03', 'DeclaredNotMedRelevant', { reason: 'r', ends: [DUTY] });
    expect(of(told(...reviewed, lowered), 'nothingRecorded', '2026-06-25')).toEqual([]);
  });

  it('takes the decision of another body for none, and a start for no decision', () => {
    const reviewed = [...given, planned('2026-06-02', [])];
    const other = decidedOn('2026-06-24', { body: 'manager' });
    expect(of(told(...reviewed, other), 'nothingRecorded', '2026-06-25')).toHaveLength(1);
    const started = at('2026-06-24', 'ImplementationStarted', { startId: 's', when: { on: '2026-06-24' } });
    expect(of(told(...reviewed, started), 'nothingRecorded', '2026-06-25')).toHaveLength(1);
    const start = point({ pointId: 's', kind: 'start', when: { onOrBefore: '2026-06-10' } });
    expect(of(told(...reviewed, start, started), 'nothingRecorded', '2026-06-12')).toEqual([]);
    expect(of(told(...reviewed, start), 'nothingRecorded', '2026-06-11')).toHaveLength(1);
  });
});

describe('a missed review', () => {
  const noted = at('2026-06-24', 'MedReviewMissed', {
    ...{ requirementId: DUTY, committeeId: COMMITTEE, role: 'primary', before: 'decision', cause: 'decidedBeforeMed' },
    ...{ body: 'socialCommittee', when: { on: '2026-06-24' }, decisionId: 'd', foundBy: 'registration' },
    foundOn: { on: '2026-06-24' },
  });
  const given = [...owing('2026-01-05'), decidedOn('2026-06-24'), noted];

  it('asks its owner once, at once', () => {
    const now = '2026-06-24T10:03:00.000Z';
    expect(of(told(...given), 'missed', now)).toEqual(['workday+0 owner']);
    const asked = oneOf(told(...given), 'missed', now);
    expect(asked).toMatchObject({
      lane: 'urgent',
      item: { about: { code: 'decidedBeforeMed', committeeId: COMMITTEE } },
    });
    expect(of(told(...given, ...sent(now, OWNER, [asked])), 'missed', '2026-07-24')).toEqual([]);
    expect(of(told(...given), 'missed', '2026-08-05')).toEqual([]);
  });

  it('is followed up by the secretariat on the next workday, in the mail of its morning', () => {
    expect(of(told(...given), 'missUnanswered', '2026-06-24')).toEqual([]);
    const followed = oneOf(told(...given), 'missUnanswered', '2026-06-25');
    expect(followed).toMatchObject({
      ...{ lane: 'dated', to: ['secretariat'], window: null },
      item: { step: 'workday+1', dueOn: '2026-06-25', about: { code: 'decidedBeforeMed', committeeId: COMMITTEE } },
    });
    expect(of(told(...given, ...sent('2026-06-25', OWNER, [followed])), 'missUnanswered', '2026-07-24')).toEqual([]);
    expect(of(told(...given), 'missUnanswered', '2026-08-05')).toEqual([]);
  });

  const answered = at('2026-06-25', 'MissExplained', { requirementIds: [DUTY], causes: ['other'], side: 'management' });
  const rebutted = at('2026-06-25', 'MissRebutted', { requirementId: DUTY, reviewId: 'r' });

  it('is a notice to both chairs, also when it was answered at once, and no more when there was none', () => {
    expect(oneOf(told(...given), 'missRecorded', '2026-06-24T10:03:00.000Z')).toMatchObject({
      ...{ lane: 'notice', to: ['chair', 'deputyChair'], item: { about: { code: 'decidedBeforeMed' } } },
    });
    expect(of(told(...given, answered), 'missRecorded', '2026-06-25')).toHaveLength(1);
    expect(of(told(...given, rebutted), 'missRecorded', '2026-06-25')).toEqual([]);
    expect(of(told(...given), 'missRecorded', '2026-08-05')).toEqual([]);
  });

  it('stands in the digest of each week from its second one on, until it is answered', () => {
    const open = told(...given);
    expect(of(open, 'missOpen', '2026-07-03')).toEqual([]);
    const [first] = open.due('2026-07-06').filter(({ item }) => item.kind === 'missOpen');
    expect(first).toMatchObject({ lane: 'notice', to: ['owner', 'secretariat', 'deputyChair'], window: null });
    expect(first!.item).toMatchObject({ step: 'calendar+0', about: { on: '2026-06-24' } });
    const listed = [...given, ...sent('2026-07-06', OWNER, [first!])];
    expect(of(told(...listed), 'missOpen', '2026-07-10')).toEqual([]);
    expect(oneOf(told(...listed), 'missOpen', '2026-07-13')).toMatchObject({
      ...{ item: { step: 'calendar+7', late: false }, overtaken: [] },
    });
    expect(of(told(...listed, answered), 'missOpen', '2026-07-13')).toEqual([]);
    expect(oneOf(told(...listed), 'missOpen', '2027-07-05').item).toMatchObject({ step: 'calendar+364' });
  });

  it('waits for the first workday of a week, and is looked at again right before it goes', async () => {
    // Easter Monday 2027 is 29 March.
    const open = told(...given);
    expect(oneOf(open, 'missOpen', '2027-03-26T06:00:00.000Z')).toBeUndefined();
    const { item } = oneOf(open, 'missOpen', '2027-03-30');
    expect(item).toMatchObject({ step: 'calendar+266', dueOn: '2027-03-30', late: false });
    expect(await open.asItIsNow(item, '2027-03-30')).toMatchObject({ key: item.key });
    expect(await open.asItIsNow(item, '2027-04-05')).toBe('overtaken');
    expect(await told(...given, answered).asItIsNow(item, '2027-03-30')).toBe('no-longer-so');
  });

  it.each([
    ['MissExplained', { requirementIds: [DUTY], causes: ['other'], side: 'management' }],
    ['MissAcknowledged', { requirementIds: [DUTY], side: 'management', on: '2026-06-25' }],
    ['MissRebutted', { requirementId: DUTY, reviewId: 'r' }],
  ])('asks nothing after %s', (type, data) => {
    const spoken = told(...given, at('2026-06-25', type, data));
    for (const kind of ['missed', 'missUnanswered']) expect(of(spoken, kind, '2026-06-26')).toEqual([]);
  });
});

describe('a duty that was lowered', () => {
  const act = { reason: 'r', ends: [DUTY] };

  it.each([
    ['DeclaredNotMedRelevant', act, 'notMedRelevant'],
    ['ChangeFactsCorrected', act, 'facts'],
    ['AssessmentOverridden', { ...act, requirements: [] }, 'override'],
    ['ChangeWithdrawn', act, 'withdrawal'],
  ])('by %s is told to the deputy chair the same day', (type, data, code) => {
    const given = told(...owing('2026-01-05'), at('2026-05-06T08:00:00.000Z', type, data));
    const now = '2026-05-06T08:02:00.000Z';
    expect(of(given, 'dutyLowered', now)).toEqual(['workday+0 deputyChair']);
    expect(oneOf(given, 'dutyLowered', now).item.about).toMatchObject({ code, committeeId: COMMITTEE, changeId: CASE });
  });

  it('is told of each act, also of one that another one followed', () => {
    const given = told(
      ...owing('2026-01-05'),
      at('2026-05-05', 'DeclaredNotMedRelevant', act),
      at('2026-05-06', 'ChangeWithdrawn', act),
    );
    const codes = given.due('2026-05-07').map(({ item }) => item.about.code);
    expect(codes.sort()).toEqual(['notMedRelevant', 'withdrawal']);
  });

  it('is told when people take the case off an agenda, and not when the meeting was cancelled', () => {
    const off = (because: string) =>
      at('2026-05-06', 'CaseTakenOffAgenda', {
        ...{ meetingId: MEETING, itemId: idOf('item'), because, requirementIds: [DUTY], reason: 'r' },
        by: { personId: OWNER, role: 'manager' },
      });
    expect(of(told(...onAgenda, off('itemWithdrawn')), 'dutyLowered', '2026-05-07')).toHaveLength(1);
    expect(of(told(...onAgenda, off('meetingCancelled')), 'dutyLowered', '2026-05-07')).toEqual([]);
  });

  it('is nothing where corrected facts or a withdrawal ended none', () => {
    const none = [at('2026-05-06', 'ChangeFactsCorrected', { reason: 'r', ends: [] })];
    expect(told(...owing('2026-01-05'), ...none).due('2026-05-07')).toEqual([]);
  });
});

describe('a dispute', () => {
  const raised = at('2026-05-06', 'AssessmentDisputed', { disputeId: idOf('dispute'), reason: 'r' });

  it('is told to both chairs at once and after five workdays, until both settled it', () => {
    const open = told(...owing('2026-01-05'), raised);
    expect(of(open, 'disputeOpen', '2026-05-06T10:02:00.000Z')).toEqual(['workday+0 chair+deputyChair']);
    expect(of(open, 'disputeOpen', '2026-05-13')).toEqual(['workday+5 chair+deputyChair']);
    const settled = (byBoth: boolean) =>
      at('2026-05-07', 'DisputeSettled', {
        ...{ disputeId: idOf('dispute'), office: 'chair', byBoth, outcome: 'assessmentStands', reason: 'r' },
        ...{ reopens: [], ends: [] },
      });
    expect(of(told(...owing('2026-01-05'), raised, settled(false)), 'disputeOpen', '2026-05-13')).toHaveLength(1);
    expect(of(told(...owing('2026-01-05'), raised, settled(true)), 'disputeOpen', '2026-05-13')).toEqual([]);
  });
});

describe('a dispute about a case that several committees are or were owed', () => {
  it('is told to the chairs of each: any of them may settle it', () => {
    const local = {
      committeeId: idOf('local'),
      requirementId: idOf('local duty'),
      role: 'primary',
      before: 'decision',
    };
    const assessed = at('2026-01-06', 'MedInvolvementAssessed', {
      ...{ relevance: 'medRelevant', superseded: [], explanation: { ask: [] }, cause: 'facts' },
      requirements: [{ ...local, ruleId: 'r' }],
    });
    const lowered = at('2026-05-05', 'ChangeFactsCorrected', { reason: 'r', ends: [local.requirementId] });
    const raised = at('2026-05-06', 'AssessmentDisputed', { disputeId: idOf('dispute'), reason: 'r' });
    const due = told(...owing('2026-01-05'), assessed, lowered, raised).due('2026-05-13');
    const disputes = due.filter(({ item }) => item.kind === 'disputeOpen');
    expect(disputes.map(({ item }) => item.about.committeeId)).toEqual([COMMITTEE, local.committeeId]);
  });
});

describe('a question on the list', () => {
  const stream = `possibleMiss-${idOf('question')}`;
  const asked = at('2026-05-06', 'PossibleMissReported', { title: 't' }, stream);

  it('is a notice to the secretariat, and after ten workdays a matter for both chairs', () => {
    expect(oneOf(told(asked), 'possibleMissWaiting', '2026-05-06T10:02:00.000Z')).toMatchObject({
      ...{ lane: 'notice', to: ['secretariat'], window: '2026-05-06T10:00:00.000Z' },
    });
    // 14 and 25 May 2026 are holidays.
    expect(oneOf(told(asked), 'possibleMissWaiting', '2026-05-21')).toMatchObject({
      ...{ lane: 'dated', to: ['chair', 'deputyChair'], window: null, item: { step: 'workday+10' } },
    });
  });

  it('is answered by a case that owes something, or by both chairs', () => {
    const confirmed = at('2026-05-07', 'PossibleMissConfirmed', { caseId: CASE }, stream);
    expect(told(asked, confirmed).due('2026-05-08')).toEqual([]);
    const dismissed = at('2026-05-07', 'PossibleMissDismissed', { office: 'chair', byBoth: true, reason: 'r' }, stream);
    expect(told(asked, dismissed).due('2026-05-08')).toEqual([]);
    const back = at('2026-05-08', 'PossibleMissReopened', { cause: 'recheck' }, stream);
    expect(told(asked, dismissed, back).due('2026-05-08T10:02:00.000Z')[0]!.item).toMatchObject({
      ...{ anchor: '2026-05-08', armed: 1 },
    });
  });
});

describe('a round of screening', () => {
  const stream = `screeningForum-${idOf('forum')}`;
  const forum = at('2026-04-20', 'ScreeningForumAgreed', { name: 'n', rhythm: 'monthly', from: '2026-01-01' }, stream);
  const rounds = (...later: ReturnType<typeof at>[]) => told(forum, ...later);

  it('is told before its month is over and once it is, and not for months before the forum was known', () => {
    expect(of(rounds(), 'screeningRound', '2026-04-22')).toEqual([]);
    expect(of(rounds(), 'screeningRound', '2026-04-23')).toEqual(['workday-5 secretariat']);
    expect(oneOf(rounds(), 'screeningRound', '2026-05-01').item).toMatchObject({
      ...{ step: 'workday+1', about: { code: '2026-04' } },
    });
  });

  it('is nothing to tell once it was held, or the forum meets no more', () => {
    const opened = at(
      '2026-04-21',
      'ScreeningRoundOpened',
      { roundId: 'r', period: '2026-04', on: '2026-04-21' },
      stream,
    );
    const held = at('2026-04-22', 'ScreeningRoundHeld', { roundId: 'r', heldOn: '2026-04-21' }, stream);
    expect(of(rounds(opened, held), 'screeningRound', '2026-04-23')).toEqual([]);
    const ended = at('2026-04-21', 'ScreeningForumEnded', { on: '2026-04-01', reason: 'r' }, stream);
    expect(of(rounds(), 'screeningRound', '2026-05-29')).toHaveLength(2);
    expect(of(rounds(ended), 'screeningRound', '2026-05-29')).toEqual([]);
  });
});

describe('what was agreed at a meeting', () => {
  const called = ofMeeting('2026-03-02', 'MeetingScheduled', {
    committeeId: COMMITTEE,
    on: '2026-04-01',
    extraordinary: false,
  });
  const agreed = (more: object) =>
    ofMeeting('2026-04-02', 'FollowUpAgreed', {
      ...{ followUpId: idOf('follow-up'), itemId: 'i', caseIds: [CASE], kind: 'reportBack', what: 'w' },
      ...{ owner: 'Centerchef', due: { on: '2026-05-06' }, ...more },
    });
  const done = ofMeeting('2026-05-04', 'FollowUpDone', {
    ...{ followUpId: idOf('follow-up'), itemId: 'i', caseIds: [CASE], on: '2026-05-04', how: 'h' },
  });

  it('is told a week before, on the day and a week after, for each case with its owner, until it is done', () => {
    const given = [...owing('2026-01-05'), called, agreed({})];
    expect(of(told(...given), 'followUp', '2026-04-29')).toEqual(['calendar-7 secretariat+owner']);
    expect(of(told(...given), 'followUp', '2026-05-06')).toEqual(['calendar+0 secretariat+owner']);
    expect(of(told(...given), 'followUp', '2026-05-13')).toEqual(['calendar+7 secretariat+owner']);
    expect(oneOf(told(...given), 'followUp', '2026-05-06').item).toMatchObject({
      ...{ number: '2026-0001', subject: `meeting-${MEETING}`, about: { ownerId: OWNER, changeId: CASE } },
    });
    expect(of(told(...given, done), 'followUp', '2026-05-06')).toEqual([]);
    const two = agreed({ caseIds: [CASE, idOf('second')] });
    expect(of(told(...owing('2026-01-05'), called, two), 'followUp', '2026-05-06')).toHaveLength(2);
  });

  it('knows the owner of now when it is sent', async () => {
    const given = [...owing('2026-01-05'), called, agreed({})];
    const { item } = oneOf(told(...given), 'followUp', '2026-05-06');
    const later = told(...given, at('2026-05-05', 'CaseOwnerAssigned', { ownerId: 'new' }));
    expect(await later.asItIsNow(item, '2026-05-06')).toMatchObject({ about: { ownerId: 'new' } });
    expect(await told(...given, done).asItIsNow(item, '2026-05-06')).toBe('no-longer-so');
  });

  it('for the next meeting is counted from it, wherever it moves', () => {
    const next = (type: string, data: object) => ofMeeting('2026-04-03', type, data, idOf('next'));
    const given = [
      ...[called, agreed({ due: { nextMeeting: true } })],
      next('MeetingScheduled', { committeeId: COMMITTEE, on: '2026-05-06', extraordinary: false }),
    ];
    expect(of(told(...given), 'followUp', '2026-05-06')).toHaveLength(1);
    const moved = told(...given, next('MeetingMoved', { from: '2026-05-06', to: '2026-05-20', reason: 'r' }));
    expect(of(moved, 'followUp', '2026-05-06')).toEqual([]);
    expect(oneOf(moved, 'followUp', '2026-05-20').item).toMatchObject({ anchor: '2026-05-20', armed: 1 });
  });

  it("for a next meeting that was called late is nobody's fault", () => {
    const scheduled = { committeeId: COMMITTEE, on: '2026-05-06', extraordinary: false };
    const next = ofMeeting('2026-05-04', 'MeetingScheduled', scheduled, idOf('next'));
    const given = told(called, agreed({ due: { nextMeeting: true } }), next);
    expect(oneOf(given, 'followUp', '2026-05-05').item).toMatchObject({ step: 'calendar-7', plannedLate: true });
  });

  it.each([
    [{ owner: undefined }, 'owner'],
    [{ due: { notStated: true } }, 'date'],
    [{ owner: undefined, due: { notStated: true } }, 'ownerAnddate'],
  ])('without owner or date asks the secretariat once: %j', (more, code) => {
    const given = told(called, agreed(more));
    // Easter: 2 to 6 April 2026.
    expect(of(given, 'followUpWithoutOwnerOrDate', '2026-04-07')).toEqual(['workday+1 secretariat']);
    expect(oneOf(given, 'followUpWithoutOwnerOrDate', '2026-04-07').item.about).toMatchObject({ code });
    expect(of(told(called, agreed({})), 'followUpWithoutOwnerOrDate', '2026-04-07')).toEqual([]);
  });

  it('is told as any other once it was said who does it and by when, and nobody was late before that', () => {
    const assigned = (more: object) =>
      ofMeeting('2026-05-04', 'FollowUpAssigned', {
        ...{ followUpId: idOf('follow-up'), itemId: 'i', caseIds: [CASE], ...more },
      });
    const without = [...owing('2026-01-05'), called, agreed({ owner: undefined, due: { notStated: true } })];
    const owner = told(...without, assigned({ owner: 'CHRO' }));
    expect(oneOf(owner, 'followUpWithoutOwnerOrDate', '2026-05-05').item.about).toMatchObject({ code: 'date' });
    const both = told(...without, assigned({ owner: 'CHRO' }), assigned({ due: { on: '2026-05-20' } }));
    expect(of(both, 'followUpWithoutOwnerOrDate', '2026-05-05')).toEqual([]);
    expect(of(both, 'followUp', '2026-05-12')).toEqual([]);
    for (const [day, step] of [
      ['2026-05-13', 'calendar-7'],
      ['2026-05-20', 'calendar+0'],
      ['2026-05-27', 'calendar+7'],
    ])
      expect(of(both, 'followUp', day!)).toEqual([`${step} secretariat+owner`]);
    const soon = told(...without, assigned({ due: { on: '2026-05-06' } }));
    expect(oneOf(soon, 'followUp', '2026-05-05').item).toMatchObject({ step: 'calendar-7', plannedLate: true });
  });

  it('needs minutes by the committee’s timetable, and none where nothing is agreed', () => {
    const held = ofMeeting('2026-04-01', 'AttendanceRecorded', { heldOn: '2026-04-01', attendance: [] });
    const timetable = at(
      '2026-01-02',
      'LocalTimetableAgreed',
      {
        timetable: {
          ...{ committeeId: COMMITTEE, version: '1', effectiveFrom: '2026-01-01' },
          minutesDue: { count: 14, kind: 'calendar' },
        },
      },
      'ruleBook-administration',
    );
    expect(of(told(called, held, timetable), 'minutesDue', '2026-04-15')).toEqual(['workday+0 secretariat']);
    expect(of(told(called, held, timetable), 'minutesDue', '2026-04-22')).toEqual(['workday+5 secretariat']);
    expect(of(told(called, held), 'minutesDue', '2026-04-22')).toEqual([]);
    const approved = ofMeeting('2026-04-14', 'MinutesApproved', { office: 'chair', byBoth: false, on: '2026-04-14' });
    expect(of(told(called, held, timetable, approved), 'minutesDue', '2026-04-22')).toEqual([]);
    const heldOn = { heldOn: '2026-04-01', attendance: [] };
    const tooLate = told(called, timetable, ofMeeting('2026-04-16', 'AttendanceRecorded', heldOn));
    expect(oneOf(tooLate, 'minutesDue', '2026-04-17').item).toMatchObject({ dueOn: '2026-04-15', plannedLate: true });
    const again = told(called, held, timetable, ofMeeting('2026-04-16', 'AttendanceRecorded', heldOn));
    expect(oneOf(again, 'minutesDue', '2026-04-17').item).toMatchObject({ late: true, plannedLate: false });
  });
});

describe('a mailbox that takes nothing', () => {
  it('is told to the secretariat, but not of a mail that told of nothing else', () => {
    const given = [...owing('2026-01-05'), planned('2026-01-05')];
    const refused = (to: string, now: string) =>
      at(now, 'EffectFailed', { error: 'mail.refused', attempt: 1, isFinal: true }, mailStream(to, now));
    const [first] = told(...given).due('2026-05-06');
    const once = [...given, claimed('2026-05-06', OWNER, [first!]), refused(OWNER, '2026-05-06')];
    const dead = oneOf(told(...once), 'receiverNotReached', '2026-05-07');
    expect(dead).toMatchObject({ to: ['secretariat'], item: { about: { personId: OWNER } } });
    const twice = [...once, claimed('2026-05-07', 'secretary', [dead]), refused('secretary', '2026-05-07')];
    expect(of(told(...twice), 'receiverNotReached', '2026-05-08')).toHaveLength(1);
  });
});
