import type { MeetingState } from '@rettidig/meetings';
import type { MinutesItem } from '@rettidig/minutes';
import { followUpKindOf, itemPlan } from './items.js';
import { likeTitles, sameTitles } from './titles.js';
import type { ItemContext, KnownTexts } from './item-plan.js';

const read = (more: Partial<MinutesItem> = {}): MinutesItem => ({
  number: 3,
  title: 'Ny åbningstid på hovedbiblioteket',
  standing: false,
  line: 30,
  minutes: { from: 31, to: 40 },
  confidence: 'certain',
  form: 'discussion',
  formConfidence: 'likely',
  annexes: [],
  followUps: [],
  politicalDates: [],
  ...more,
});
const promise = (more: object = {}) => ({
  ...{ what: 'Ledelsen vender tilbage', due: { nextMeeting: true } as const, line: 35, confidence: 'likely' as const },
  ...more,
});
const item = { itemId: 'i3', number: 3, caseIds: [], standing: false, status: 'planned', jointSummary: false } as const;
const meeting = (more: object = {}, of: object = {}): MeetingState => ({
  ...{ meetingId: 'm', committeeId: 'c', on: '2026-04-24', status: 'held', heldOn: '2026-04-24', extraordinary: false },
  ...{ items: new Map([['i3', { ...item, ...of }]]), followUps: new Map(), attendance: [], approvals: [] },
  ...{
    minutesApproved: false,
    imports: [],
    waivers: [],
    waived: [],
    calledDeputies: new Map(),
    calledOn: '2026-04-01',
    calledAt: '2026-04-01T10:00:00.000Z',
    changedAt: '2026-04-01T10:00:00.000Z',
    ...{ moves: 0, formerDays: [], changes: 0, changesWhenCalled: 0, hours: {}, hoursBefore: {} },
  },
  ...more,
});
const textsOf = (title: string, more: Partial<KnownTexts> = {}): KnownTexts => ({
  ...{ titles: new Map([['i3', title]]), promises: new Map(), summaries: new Map(), rosters: 0, documents: [] },
  ...more,
});
const context = (more: Partial<ItemContext> = {}): ItemContext => ({
  meetingId: 'm',
  texts: textsOf('Hovedbiblioteket: ny åbningstid'),
  doubted: { postponed: new Set(), unclear: new Set() },
  decisions: [],
  demandLines: new Set(),
  held: true,
  clean: (text) => text,
  placeOf: (from) => `linje ${from}`,
  ...more,
});

describe('an item of minutes beside the register', () => {
  it('is added with how it was handled when it is not there', () => {
    expect(itemPlan(read({ followUps: [promise()] }), context())).toMatchObject({
      ...{ state: 'new', discusses: true, addsFollowUps: 1 },
      told: { form: 'discussion', followUps: [{ kind: 'nextMeeting' }] },
    });
    expect(itemPlan(read(), context({ held: false }))).toMatchObject({ state: 'new', discusses: false });
  });

  it('that is there gets what it lacks and keeps what it has', () => {
    expect(itemPlan(read(), context({ known: meeting() }))).toMatchObject({ state: 'added', discusses: true });
    const discussed = meeting({}, { status: 'discussed', form: 'discussion' });
    expect(itemPlan(read(), context({ known: discussed }))).toMatchObject({ state: 'same', discusses: false });
    const briefed = meeting({}, { status: 'discussed', form: 'briefing' });
    expect(itemPlan(read(), context({ known: briefed }))).toMatchObject({ state: 'differs', differences: ['form'] });
  });

  it('with another title is left as it is until somebody says that it is the same', () => {
    const other = context({ known: meeting(), texts: textsOf('Budget 2027') });
    expect(itemPlan(read(), other)).toMatchObject({ state: 'differs', differences: ['title'] });
    expect(itemPlan(read(), other).told).toBeUndefined();
    expect(itemPlan(read(), { ...other, decisions: [{ number: 3, take: true }] }).state).toBe('added');
  });

  it('is left where the register is closed, it was taken off, read with doubt, or a person says so', () => {
    const told = (more: Partial<ItemContext>, of?: Partial<MinutesItem>) => itemPlan(read(of), context(more));
    expect(told({ known: meeting({ minutesApproved: true }) }).differences).toEqual(['closed']);
    expect(told({ known: meeting({}, { status: 'withdrawn' }) }).differences).toEqual(['withdrawn']);
    expect(told({}, { confidence: 'guess' })).toMatchObject({ state: 'left', differences: ['doubtful'] });
    expect(told({ decisions: [{ number: 3, take: true }] }, { confidence: 'guess' }).state).toBe('new');
    expect(told({ decisions: [{ number: 3, take: false }] }).state).toBe('left');
  });

  it('is recorded in no form that was guessed, and announcements as a briefing', () => {
    const told = (of: Partial<MinutesItem>, more: Partial<ItemContext> = {}) => itemPlan(read(of), context(more)).form;
    expect(told({ formConfidence: 'guess' })).toBeUndefined();
    expect(told({ form: 'notStated' })).toBeUndefined();
    expect(told({ form: 'notStated' }, { decisions: [{ number: 3, form: 'briefing' }] })).toBe('briefing');
    expect(told({ standing: true, title: 'Meddelelser' })).toBe('briefing');
    const summary = [{ employeeSide: 'a', managementSide: 'b', line: 33, confidence: 'likely' as const }];
    expect(told({ form: 'jointSummary', jointSummary: summary })).toBe('jointSummary');
  });

  it('promises nothing that was guessed, stands among the demands, or somebody entered already', () => {
    const count = (more: Partial<ItemContext>, of: object = {}) =>
      itemPlan(read({ followUps: [promise(of)] }), context(more)).addsFollowUps;
    expect(count({})).toBe(1);
    expect(count({}, { confidence: 'guess' })).toBe(0);
    expect(count({ demandLines: new Set([35]) })).toBe(0);
    const followUps = new Map([['by-hand', { followUpId: 'by-hand', itemId: 'i3', caseIds: [] }]]);
    expect(count({ known: meeting({ followUps }) })).toBe(0);
  });

  it.each([
    ['Bemærkningerne videresendes til Socialudvalget', 'forwardRemarks'],
    ['Spørgsmålene besvares skriftligt', 'answerQuestions'],
    ['Ledelsen vender tilbage med en status', 'reportBack'],
    ['Notatet tilrettes', 'changeDocument'],
    ['Der købes nye stole', 'otherAction'],
  ])('%s is a promise of its kind', (what, kind) => {
    expect(followUpKindOf({ what, due: { notStated: true } })).toBe(kind);
  });

  it('has the same title when most words of the shorter one are the same', () => {
    expect(likeTitles('Godkendelse af dagsorden', 'Godkendelse af dagsordenen')).toBe(true);
    expect(likeTitles('Budgetnotater om fastholdelse', 'Budgetnotater: fastholdelse og rekruttering')).toBe(true);
    expect(likeTitles('Budget', 'Ferieplan')).toBe(false);
  });

  it('with a word more or less in its title differs, endings and small words do not', () => {
    expect(sameTitles('Godkendelse af dagsorden', 'Godkendelse af dagsordenen')).toBe(true);
    expect(sameTitles('Sygefravær', 'Sygefravær og trivsel')).toBe(false);
    expect(sameTitles('Budget, runde 1', 'Budget, runde 2')).toBe(false);
    const other = context({
      known: meeting({}, { status: 'discussed', form: 'discussion' }),
      texts: textsOf('Sygefravær'),
    });
    const plan = itemPlan(read({ title: 'Sygefravær og trivsel' }), other);
    expect(plan).toMatchObject({ state: 'differs', differences: ['wording'], knownTitle: 'Sygefravær' });
    expect(plan.told).toBeDefined();
  });

  it('with other words in what was promised or summed up differs', () => {
    const { told } = itemPlan(read({ followUps: [promise()] }), context());
    const { followUpId } = told!.followUps[0]!;
    const followUps = new Map([[followUpId, { followUpId, itemId: 'i3', caseIds: [] }]]);
    const known = meeting({ followUps }, { status: 'discussed', form: 'discussion' });
    const of = (what: string) =>
      itemPlan(
        read({ followUps: [promise()] }),
        context({
          known,
          texts: textsOf('Ny åbningstid på hovedbiblioteket', { promises: new Map([[followUpId, what]]) }),
        }),
      ).differences;
    expect(of('Ledelsen vender tilbage')).toEqual([]);
    expect(of('Ledelsen vender tilbage i maj')).toEqual(['followUpText']);
  });

  it('asks how it was handled where the minutes leave it open, until somebody says', () => {
    const of = (more: Partial<ItemContext> = {}, item: Partial<MinutesItem> = { form: 'notStated' }) =>
      itemPlan(read(item), context(more));
    expect(of()).toMatchObject({ asksForm: true, discusses: false });
    expect(of({}, { form: 'notStated', standing: true }).asksForm).toBe(false);
    expect(of({}, { form: 'nothingSaid' }).asksForm).toBe(false);
    expect(of({ decisions: [{ number: 3, form: 'discussion' }] })).toMatchObject({ asksForm: false, discusses: true });
    expect(of({ decisions: [{ number: 3, form: 'leave' }] }, {})).toMatchObject({ asksForm: false, discusses: false });
    const unclear = { postponed: new Set<number>(), unclear: new Set([3]) };
    expect(of({ doubted: unclear }, {})).toMatchObject({ asksForm: true, discusses: false });
  });

  it('that was put off is never recorded as discussed unless somebody says so', () => {
    const doubted = { postponed: new Set([3]), unclear: new Set<number>() };
    const of = (more: Partial<ItemContext> = {}) => itemPlan(read(), context({ doubted, ...more }));
    expect(of()).toMatchObject({ postponed: true, asksForm: false, discusses: false });
    expect(of({ decisions: [{ number: 3, form: 'discussion' }] })).toMatchObject({ postponed: false, discusses: true });
  });
});
