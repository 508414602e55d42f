import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { projectionSpec } from '@rettidig/event-sourcing/testing';
import type { ChangeEvent } from '../change.events.js';
import {
  assessed,
  caseId,
  decided,
  dispatched,
  duty,
  event,
  inTime,
  missed,
  owing,
  owingAndMissed,
  placed,
  planned,
  promised,
  registered,
  requirement,
  review,
} from '../testing/given-cases.js';
import { AREA, MAIN, PEOPLE, UNITS } from '../testing/town.js';
import type { CaseStory } from '../story/case-story.js';
import { casesView } from './cases.js';

const shown = new Set<string>();
afterAll(() => expect([...shown].sort()).toEqual(Object.keys(casesView.on).sort()));

function after(...events: readonly GivenEvent<ChangeEvent>[]) {
  for (const { type } of events) shown.add(type);
  const view = projectionSpec(casesView).given(...events);
  const current = (table: string): Record<string, unknown>[] =>
    view.rows(`select * from {${table}} where known_to is null order by version`);
  return {
    view,
    /** The one current row of the case. */
    change: () => current('change')[0]!,
    waits: () => (JSON.parse(String(current('change')[0]!['waiting'])) as { what: string }[]).map(({ what }) => what),
    register: () => current('requirement'),
    row: () => current('requirement')[0],
    states: () => current('requirement').map(({ state }) => state),
    acts: () => view.rows('select * from {act} order by rowid'),
  };
}

const storyOf = (view: { rows: (sql: string) => Record<string, unknown>[] }) =>
  JSON.parse(String(view.rows('select story from {story}')[0]!['story'])) as CaseStory;

/** Who took it off: not whoever mirrored it. */
const WITHDRAWN_BY = { by: { personId: PEOPLE.chair.id, role: 'chair' }, reason: 'udsat' };

describe('numbers of cases', () => {
  it('count in log order from 1 in every year of recording, Copenhagen time', () => {
    const at = (of: string, recordedAt: string) => ({ ...event('ChangeRegistered', registered(), { of }), recordedAt });
    const { view } = after(
      at('a', '2025-12-31T22:59:59.000Z'),
      at('b', '2025-12-31T23:00:00.000Z'),
      at('c', '2026-04-24T10:00:00.000Z'),
    );
    expect(view.rows('select change_id, number from {change} order by number')).toEqual([
      { change_id: caseId('a'), number: '2025-0001' },
      { change_id: caseId('b'), number: '2026-0001' },
      { change_id: caseId('c'), number: '2026-0002' },
    ]);
  });
});

describe('the row of a case', () => {
  it('says what it is, who owns it, and that it waits for a place on an agenda', () => {
    const given = after(...owing());
    expect(given.change()).toMatchObject({
      number: '2026-0001',
      title: 'Flere afdelingsledere i Åhuset',
      kind: 'moreSectionManagers',
      unit_id: UNITS.home,
      owner_id: PEOPLE.manager.id,
      committees: JSON.stringify([MAIN]),
      status: 'awaitsPlacement',
    });
    expect(given.waits()).toEqual(['placement']);
    expect(given.register()).toEqual([]);
  });

  it('has what is not stated as a value of its own', () => {
    const given = after(event('ChangeRegistered', registered({ unitId: null, ownerId: null })));
    expect(given.change()).toMatchObject({ unit_id: 'notStated', owner_id: 'none', status: 'awaitsAnswers' });
  });

  it('follows owner and corrected facts and is found by its earlier title too', () => {
    const given = after(
      ...owing(),
      event('CaseOwnerAssigned', { ownerId: PEOPLE.chair.id }),
      event('ChangeFactsCorrected', { title: 'Ny ledelse', kind: 'reorganisation', reason: 'præcisering', ends: [] }),
      event('PapersCorrected', { was: 'OvergangsMED', isNow: 'OvergangslokalMED', announcedOn: '2026-04-24' }),
    );
    expect(given.change()).toMatchObject({ owner_id: PEOPLE.chair.id, title: 'Ny ledelse', kind: 'reorganisation' });
    expect(given.change()['search']).toContain('åhuset');
  });

  it('goes from unplaced over placed and discussed to complete, and back when it is taken off', () => {
    const onAgenda = [...owing(), event('CasePlacedOnAgenda', placed())];
    expect(after(...onAgenda).change()['status']).toBe('onAgenda');
    const off = event('CaseTakenOffAgenda', {
      meetingId: idOf('meeting'),
      itemId: idOf('item'),
      because: 'meetingCancelled',
      requirementIds: [duty()],
      ...WITHDRAWN_BY,
    });
    expect(after(...onAgenda, off).change()['status']).toBe('awaitsPlacement');
    const goesOn = after(...onAgenda, event('MedReviewHeld', review({ goesOn: 'nextMeeting' })));
    expect(goesOn.change()['status']).toBe('discussed');
    expect(goesOn.waits()).toEqual(['continuation']);
    const done = after(
      ...onAgenda,
      event('MedReviewHeld', review()),
      event('MedReviewConfirmed', { reviewId: idOf('review') }),
    );
    expect(done.change()['status']).toBe('complete');
    expect(done.register()).toEqual([]);
  });

  it('comes as far as its papers: out for the meeting, not when they are sent after it', () => {
    const filed = event('PapersFiled', { version: '2', on: '2026-04-13' });
    const statusAfter = (...events: GivenEvent<ChangeEvent>[]) => {
      const { view } = after(...owing(), event('CasePlacedOnAgenda', placed()), filed, ...events);
      return storyOf(view).requirements[duty()]?.progress;
    };
    const sent = event('PapersDispatched', dispatched({ lateByDays: 4, lateByWorkdays: 2 }));
    const { dispatchId } = dispatched();
    const anew = { dispatchId, meetingOn: '2026-04-20', ...inTime(), sentAfterMeeting: true };
    expect(statusAfter(sent)).toBe('dispatched');
    expect(statusAfter(event('PapersDispatched', dispatched({ sentAfterMeeting: true })))).toBe('placed');
    expect(statusAfter(sent, event('DispatchJudgedAnew', anew))).toBe('placed');
    const said = after(
      ...[...owing(), filed, sent],
      event('LatenessExplained', { dispatchId, reason: 'sene bidrag' }),
      event('PapersRemarkedOn', { dispatchId, side: 'employees', remark: 'kun tid til at skimme' }),
      event('PapersPresented', { version: '2', body: 'socialCommittee', when: { on: '2026-05-06' } }),
    );
    expect(Object.values(storyOf(said.view).presentations)).toMatchObject([{ version: '2', body: 'socialCommittee' }]);
    expect(storyOf(said.view).dispatches[dispatchId]).toMatchObject({
      reason: 'sene bidrag',
      remarks: [{ side: 'employees', remark: 'kun tid til at skimme' }],
    });
  });

  it('tells cases on which expectations were aligned with MED from those on which they were not (A18)', () => {
    const aligned = { alignmentId: idOf('alignment'), committeeId: MAIN, on: '2026-01-20', note: 'se på vagtplanen' };
    expect(after(...owing()).change()['aligned']).toBe('false');
    const told = after(...owing(), event('AlignedWithMed', aligned), event('MedReviewHeld', review()));
    expect(told.change()).toMatchObject({ aligned: 'true', status: 'complete' });
    expect(told.view.rows('select aligned_on from {timely}')).toEqual([{ aligned_on: '2026-01-20' }]);
    const later = after(...owing(), event('AlignedWithMed', { ...aligned, on: '2026-04-24' }));
    expect(later.change()).toMatchObject({ aligned: 'true', status: 'awaitsPlacement' });
  });

  it('waits for a new review when it changed materially after one, unless both chairs agree that it need not', () => {
    const alteration = { alterationId: idOf('alteration'), requirementIds: [duty()] };
    const changed = event('ChangedAfterReview', {
      ...alteration,
      what: ['scope'],
      on: '2026-05-04',
      note: 'permanent',
    });
    const says = (office: 'chair' | 'deputyChair', byBoth: boolean) =>
      event('NoNewReviewNeeded', { ...alteration, office, byBoth, reason: 'samme indhold' });
    const reviewed = [...owing(), event('CasePlacedOnAgenda', placed()), event('MedReviewHeld', review())];
    expect(after(...reviewed).change()['status']).toBe('complete');
    expect(after(...reviewed, changed).change()['status']).toBe('awaitsPlacement');
    expect(after(...reviewed, changed).waits()).toEqual(['newReview']);
    expect(after(...reviewed, changed, says('chair', false)).waits()).toEqual(['newReview']);
    const both = [says('chair', false), says('deputyChair', true)];
    expect(after(...reviewed, changed, ...both).change()['status']).toBe('complete');
    const early = review({
      reviewId: idOf('typed in later'),
      countsFor: [],
      doesNotCountFor: [{ requirementId: duty(), why: 'changedAfterwards' }],
    });
    expect(after(...owing(), changed, event('MedReviewHeld', early)).change()['status']).toBe('awaitsPlacement');
    expect(after(...owing(), changed, event('MedReviewHeld', early), ...both).change()['status']).toBe('complete');
    const again = event('MedReviewHeld', review({ reviewId: idOf('again'), heldOn: '2026-05-05' }));
    expect(after(...reviewed, changed, again).change()['status']).toBe('complete');
  });

  it('knows the cases that belong to it, until the link is taken back', () => {
    const links = (as: 'temporaryOf' | 'unrelated') => event('ChangesLinked', { otherId: idOf('other'), as });
    expect(storyOf(after(...owing(), links('temporaryOf')).view).links).toEqual({ [idOf('other')]: 'temporaryOf' });
    expect(storyOf(after(...owing(), links('temporaryOf'), links('unrelated')).view).links).toEqual({});
  });

  it('waits for remarks to be forwarded before a recommendation to politicians', () => {
    const political = [
      event('ChangeRegistered', registered({ decider: { body: 'socialCommittee', managerUnitId: null } })),
      event('MedInvolvementAssessed', assessed([requirement('one', { before: 'recommendation' })])),
      event('MedReviewHeld', review()),
    ];
    expect(after(...political).waits()).toEqual(['remarks']);
    const forwarded = event('RemarksForwarded', { to: 'socialCommittee', on: '2026-05-01', completes: [duty()] });
    expect(after(...political, forwarded).change()['status']).toBe('complete');
  });

  it('waits for what was promised until it is settled, and for the planned decision', () => {
    const events = [
      ...owing(),
      event('MedReviewHeld', review()),
      event('FollowUpPromised', promised()),
      event('DecisionPointPlanned', planned('2026-06-03')),
    ];
    expect(after(...events).waits()).toEqual(['followUp', 'decision']);
    const assigned = event('FollowUpPromiseAssigned', { followUpId: idOf('follow-up'), due: { on: '2026-05-20' } });
    expect(after(...events, assigned).waits()).toEqual(['followUp', 'decision']);
    expect(JSON.stringify(storyOf(after(...events, assigned).view).followUps)).toContain('2026-05-20');
    const settled = event('FollowUpSettled', { followUpId: idOf('follow-up'), on: '2026-05-02' });
    expect(after(...events, settled).waits()).toEqual(['decision']);
    expect(after(...events).change()).toMatchObject({ decision_day: '2026-06-03' });
    expect(after(...events, settled, event('DecisionRecorded', decided())).waits()).toEqual([]);
  });

  it('waits for chair and deputy chair while the assessment is disputed', () => {
    const disputed = [
      ...owing(),
      event('AssessmentDisputed', { disputeId: idOf('dispute'), reason: 'forkert udvalg' }),
    ];
    expect(after(...disputed).waits()).toContain('settlement');
    const settled = event('DisputeSettled', {
      disputeId: idOf('dispute'),
      office: 'deputyChair',
      byBoth: true,
      outcome: 'assessmentStands',
      reason: 'enige',
      reopens: [],
      ends: [],
    });
    expect(after(...disputed, settled).waits()).not.toContain('settlement');
  });
});

describe('a row of the register', () => {
  it('says what was missed, where, why, who decided when, and who found it when', () => {
    const source = { kind: 'minutes', reference: 'linje 341' } as const;
    expect(after(...owingAndMissed('one', { source })).register()).toEqual([
      expect.objectContaining({
        requirement_id: duty(),
        number: '2026-0001',
        state: 'missed',
        kind: 'moreSectionManagers',
        unit_id: UNITS.home,
        committee_id: MAIN,
        role: 'primary',
        before: 'decision',
        cause: 'decidedBeforeMed',
        body: 'manager',
        decided_on: '2026-03-01',
        decided_on_or_before: null,
        day: '2026-03-01',
        found_day: '2026-04-24',
        found_by: 'managementSide',
        days_to_found: 54,
        sources: JSON.stringify([{ of: 'miss', ...source }]),
      }),
    ]);
  });

  it.each([
    [{ when: { onOrBefore: '2026-04-24' } as const }, { decided_on: null, decided_on_or_before: '2026-04-24' }],
    [{ when: { notStated: true } as const }, { decided_on: null, day: '' }],
    [{ foundOn: { onOrBefore: '2026-04-24' } as const }, { found_day: '2026-04-24' }],
  ])('does not count days when a date is not known exactly: %j', (dates, columns) => {
    expect(after(...owingAndMissed('one', dates)).row()).toMatchObject({ days_to_found: null, ...columns });
  });

  it('keeps what was said about it: talks after the decision, regrets, explanations; and stays missed', () => {
    const given = after(
      ...owingAndMissed(),
      event('MissDiscussed', {
        requirementIds: [duty()],
        committeeId: MAIN,
        meetingId: idOf('meeting'),
        itemId: idOf('item'),
        heldOn: '2026-04-24',
      }),
      event('MissAcknowledged', { requirementIds: [duty()], side: 'management', on: '2026-04-24' }),
      event('MissExplained', { requirementIds: [duty()], side: 'management', causes: ['noClearExplanation'] }),
      event('MissExplained', { requirementIds: [duty()], side: 'employees', causes: ['timePressure', 'notThoughtOf'] }),
    );
    expect(given.row()).toMatchObject({
      state: 'missed',
      discussed_on: '["2026-04-24"]',
      acknowledged: '[{"side":"management","on":"2026-04-24"}]',
      explanations: '["noClearExplanation","timePressure","notThoughtOf"]',
    });
  });

  it('is rebutted by a review in time, and stays', () => {
    const given = after(
      ...owingAndMissed(),
      event('MedReviewHeld', review({ heldOn: '2026-02-01', provisional: false })),
      event('MissRebutted', { requirementId: duty(), reviewId: idOf('review') }),
    );
    expect(given.row()).toMatchObject({ state: 'rebutted', rebutted_by: idOf('review') });
  });

  it('is recorded in error when there was no such decision, and stays although the duty is open again', () => {
    const correction = {
      decisionId: idOf('decision'),
      body: 'manager',
      when: { on: '2026-03-01' },
      reason: 'fejl',
    } as const;
    const given = after(
      ...owingAndMissed(),
      event('DecisionRecordCorrected', { ...correction, neverTaken: true, recordedInError: [duty()] }),
    );
    expect(given.states()).toEqual(['recordedInError']);
    expect(given.change()['status']).toBe('awaitsPlacement');
  });

  it('follows a corrected date and body of its decision', () => {
    const given = after(
      ...owingAndMissed(),
      event('DecisionRecordCorrected', {
        decisionId: idOf('decision'),
        body: 'executiveManagement',
        when: { on: '2026-03-05' },
        neverTaken: false,
        reason: 'tastefejl',
        recordedInError: [],
      }),
    );
    expect(given.row()).toMatchObject({ state: 'missed', body: 'executiveManagement', days_to_found: 50 });
  });

  it('does not move to another unit or kind by a correction, but learns what was not stated', () => {
    const correction = event('ChangeFactsCorrected', {
      kind: 'budgetProposal',
      unitId: UNITS.administration,
      reason: 'rettet',
      ends: [],
    });
    expect(after(...owingAndMissed(), correction).row()).toMatchObject({
      kind: 'moreSectionManagers',
      unit_id: UNITS.home,
    });
    const unknown = [
      event('ChangeRegistered', registered({ unitId: null, kind: 'other' })),
      event('MedReviewMissed', missed()),
    ];
    expect(after(...unknown).row()).toMatchObject({ kind: 'other', unit_id: 'notStated' });
    expect(after(...unknown, correction).row()).toMatchObject({
      kind: 'budgetProposal',
      unit_id: UNITS.administration,
    });
  });

  it('cannot be ended by anything that lowers a duty', () => {
    const ends = [duty()];
    const given = after(
      ...owingAndMissed(),
      event('DeclaredNotMedRelevant', { reason: 'nej', ends }),
      event('ChangeFactsCorrected', { reason: 'nej', ends }),
      event('AssessmentOverridden', { requirements: [], reason: 'nej', ends }),
      event('ChangeWithdrawn', { reason: 'nej', ends }),
      event('MedInvolvementAssessed', assessed([], { superseded: [duty()] })),
    );
    expect(given.states()).toEqual(['missed']);
  });
});

describe('correcting the facts of a case', () => {
  const correction = event('ChangeFactsCorrected', { title: 'Noget andet', reason: 'rettet', ends: [] });

  it('shows among the acts once it was missed, although it ends nothing', () => {
    expect(after(...owingAndMissed(), correction).acts()).toEqual([
      expect.objectContaining({ act: 'ChangeFactsCorrected', ended: 0, requirements: JSON.stringify([duty()]) }),
    ]);
  });

  it('does not show while nothing was missed and nothing fell away', () => {
    expect(after(...owing(), correction).acts()).toEqual([]);
  });
});

describe('an open duty', () => {
  it.each([
    ['DeclaredNotMedRelevant', { reason: 'ikke relevant', ends: [duty()] }],
    ['ChangeWithdrawn', { reason: 'droppet', ends: [duty()] }],
    ['ChangeFactsCorrected', { reason: 'rettet', ends: [duty()] }],
    ['AssessmentOverridden', { requirements: [], reason: 'andet udvalg', ends: [duty()] }],
  ] as const)('that ends by %s shows who ended it and why', (type, data) => {
    const given = after(...owing(), event(type, data as never, { by: 'manager', day: '2026-04-25' }));
    expect(given.states()).toEqual(['endedWithoutReview']);
    expect(JSON.parse(String(given.row()!['ended']))).toEqual({
      act: type,
      personId: PEOPLE.manager.id,
      role: 'manager',
      reason: data.reason,
      at: '2026-04-25T10:00:00.000Z',
    });
    expect(given.acts()).toEqual([
      expect.objectContaining({ act: type, person_id: PEOPLE.manager.id, reason: data.reason, ended: 1 }),
    ]);
  });

  it('whose declaration was looked at again is as it was, and the second look stands beside the act', () => {
    const declared = event('DeclaredNotMedRelevant', { reason: 'nej', ends: [duty()] });
    const given = after(...owing(), declared, event('DeclarationRechecked', { stands: true, reason: 'enig' }));
    expect(given.states()).toEqual(['endedWithoutReview']);
    expect(given.acts()).toHaveLength(1);
    expect(given.view.rows('select stands, reason from {recheck}')).toEqual([{ stands: 1, reason: 'enig' }]);
  });

  it('that is reopened by both chairs leaves the register', () => {
    const given = after(
      ...owing(),
      event('DeclaredNotMedRelevant', { reason: 'nej', ends: [duty()] }),
      event('DisputeSettled', {
        disputeId: idOf('dispute'),
        office: 'chair',
        byBoth: true,
        outcome: 'medRelevant',
        reason: 'jo',
        reopens: [duty()],
        ends: [],
      }),
    );
    expect(given.states()).toEqual([]);
    expect(given.change()['status']).toBe('awaitsPlacement');
  });

  it('that another committee took the place of is no row', () => {
    const given = after(
      ...owing(),
      event('MedInvolvementAssessed', assessed([requirement('two', { committeeId: AREA })], { superseded: [duty()] })),
    );
    expect(given.states()).toEqual([]);
    expect(given.change()['committees']).toBe(JSON.stringify([AREA]));
  });

  it('shows as recommended before MED, then as discussed late, then as missed', () => {
    const bypassed = [
      ...owing(),
      event('RequirementBypassed', { requirementIds: [duty()], act: 'recommendation', reason: 'haster' }),
      event('RecommendationSubmitted', { to: 'socialCommittee', on: '2026-04-20', recommendedBeforeMed: [duty()] }),
    ];
    expect(after(...bypassed).row()).toMatchObject({ state: 'recommendedBeforeMed', recommended_on: '2026-04-20' });
    expect(after(...bypassed).acts()).toEqual([
      expect.objectContaining({ act: 'RequirementBypassed', reason: 'haster' }),
    ]);
    expect(after(...bypassed, event('MedReviewHeld', review())).states()).toEqual(['discussedLate']);
    expect(after(...bypassed, event('MedReviewMissed', missed())).states()).toEqual(['missed']);
  });

  it('shows as unconfirmed from the day after its planned date, unless something was recorded', () => {
    const events = [...owing(), event('DecisionPointPlanned', planned('2026-05-31'))];
    expect(after(...events).row()).toMatchObject({ state: 'unconfirmed', shown_from: '2026-06-01', day: '2026-05-31' });
    expect(after(...events, event('DecisionRecorded', decided())).states()).toEqual([]);
    expect(after(...events, event('MedReviewHeld', review())).states()).toEqual([]);
    const moved = event('DecisionPointMoved', {
      pointId: idOf('point'),
      from: { on: '2026-05-31' },
      to: { onOrBefore: '2026-08-31' },
      reason: 'udsat',
    });
    expect(after(...events, moved).row()).toMatchObject({ state: 'unconfirmed', shown_from: '2026-09-01' });
    expect(after(...events, moved).acts()).toEqual([expect.objectContaining({ act: 'DecisionPointMoved' })]);
    expect(
      after(...owing(), event('DecisionPointPlanned', planned('2026-05-31', { when: { notStated: true } }))).states(),
    ).toEqual([]);
  });

  it('is started as well as decided before MED', () => {
    const given = after(
      ...owing(),
      event('ImplementationStarted', { startId: idOf('start'), when: { on: '2026-03-01' } }),
      event('MedReviewMissed', missed({ cause: 'startedBeforeMed' })),
    );
    expect(given.row()).toMatchObject({ state: 'missed', cause: 'startedBeforeMed' });
  });

  it('a correction that gives the duty to another committee shows among the acts', () => {
    const data = { kind: 'other', reason: 'anden art', ends: [], replaces: [duty()] };
    const given = after(...owing(), event('ChangeFactsCorrected', data));
    expect(given.acts()).toMatchObject([{ act: 'ChangeFactsCorrected', reason: 'anden art', ended: 0 }]);
  });

  it('taken off an agenda by somebody shows among the acts; by a cancelled meeting it does not', () => {
    const off = (because: 'itemWithdrawn' | 'meetingCancelled') =>
      event('CaseTakenOffAgenda', {
        meetingId: idOf('meeting'),
        itemId: idOf('item'),
        because,
        requirementIds: [duty()],
        ...WITHDRAWN_BY,
      });
    const onAgenda = [...owing(), event('CasePlacedOnAgenda', placed())];
    expect(after(...onAgenda, off('itemWithdrawn')).acts()).toMatchObject([
      { person_id: PEOPLE.chair.id, role: 'chair', reason: 'udsat' },
    ]);
    expect(after(...onAgenda, off('meetingCancelled')).acts()).toEqual([]);
  });
});

describe('versions of rows', () => {
  it('say what was known when, and are only written when something shows', () => {
    const { view } = after(
      ...owing().map((one) => ({ ...one, recordedAt: '2026-04-01T10:00:00.000Z' })),
      event('MedReviewMissed', missed(), { day: '2026-04-02' }),
      event('MissRebutted', { requirementId: duty(), reviewId: idOf('review') }, { day: '2026-04-05' }),
      event('PapersCorrected', { was: 'a', isNow: 'b', announcedOn: '2026-04-06' }, { day: '2026-04-06' }),
    );
    expect(view.rows('select state, known_from, known_to from {requirement} order by version')).toEqual([
      { state: 'missed', known_from: '2026-04-02T10:00:00.000Z', known_to: '2026-04-05T10:00:00.000Z' },
      { state: 'rebutted', known_from: '2026-04-05T10:00:00.000Z', known_to: null },
    ]);
    expect(view.rows('select status, known_from from {change} order by version')).toEqual([
      { status: 'awaitsPlacement', known_from: '2026-04-01T10:00:00.000Z' },
      { status: 'missed', known_from: '2026-04-02T10:00:00.000Z' },
      { status: 'complete', known_from: '2026-04-05T10:00:00.000Z' },
    ]);
  });
});
