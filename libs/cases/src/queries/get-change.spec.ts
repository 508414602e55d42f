import { idOf, TryLater } from '@rettidig/event-sourcing';
import type { Language, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews, metadata, recorded } from '@rettidig/event-sourcing/testing';
import { workingGroupsPart } from '@rettidig/organisation';
import type { WorkingGroupEvent, WorkingGroups } from '@rettidig/organisation';
import type { ReviewPlan } from '@rettidig/planning';
import type { ChangeEvent } from '../change.events.js';
import { casesView } from '../projections/cases.js';
import { aCase, CASE, plannedByManager } from '../testing/played-case.js';
import {
  assessed,
  caseId,
  decided,
  dispatched,
  duty,
  event,
  missed,
  owing,
  owingAndMissed,
  placed,
  plan,
  planned,
  promised,
  requirement,
  review,
} from '../testing/given-cases.js';
import { MAIN, PEOPLE, referenceOf } from '../testing/town.js';
import { recordDecision } from '../commands/record-decision.js';
import { noStory, statusOf } from '../story/case-story.js';
import { tell } from '../story/tell.js';
import { getChange } from './get-change.js';
import type { CaseReference } from './working-groups-shown.js';

const NOW = '2026-07-01T10:00:00.000Z';

function contextOn(
  events: readonly GivenEvent<ChangeEvent>[],
  language: Language = 'da',
  seen = events,
  workingGroups: WorkingGroups = workingGroupsPart.initial,
) {
  const log = recorded(events);
  return {
    now: NOW,
    actor: PEOPLE.deputyChair,
    language,
    reference: { ...referenceOf(), workingGroups },
    views: filledViews([casesView], seen),
    readStream: <E>(stream: string, until = NOW) =>
      Promise.resolve(
        log.filter(
          (one) => one.stream === stream && one.meta.recordedAt <= until,
        ) as unknown as RecordedEvent<never>[] as E[],
      ),
    people: () => Promise.resolve(new Map([[PEOPLE.manager.id, { name: 'En Leder' }]])),
  } as unknown as QueryContext<CaseReference>;
}

const ask = (events: readonly GivenEvent<ChangeEvent>[], asOf?: string, language: Language = 'da') =>
  getChange.handle({ id: caseId(), ...(asOf ? { asOf } : {}) }, contextOn(events, language));

describe('one case', () => {
  it('says that a talk in a working group is no review in MED, as far as it was known then', async () => {
    const told: readonly WorkingGroupEvent[] = [
      {
        type: 'WorkingGroupEstablished',
        data: {
          ...{
            name: 'Vagter',
            mandate: 'Samler erfaringer',
            selectionMethod: 'elected',
            committeeId: null,
            unitId: null,
          },
          from: '2026-01-01',
        },
      },
      {
        type: 'WorkingGroupDiscussed',
        data: { discussionId: idOf('talk'), on: '2026-05-04', changeId: caseId(), topics: [] },
      },
    ];
    const stream = `workingGroup-${idOf('group')}`;
    const groups = recorded(told.map((one) => ({ ...one, stream, recordedAt: '2026-05-05T08:00:00.000Z' }))).reduce(
      workingGroupsPart.evolve,
      workingGroupsPart.initial,
    );
    const talks = async (events: readonly GivenEvent<ChangeEvent>[], asOf?: string) =>
      (await getChange.handle({ id: caseId(), ...(asOf && { asOf }) }, contextOn(events, 'da', events, groups)))
        .workingGroups;
    const said = 'Drøftet i arbejdsgruppen Vagter den 04.05.2026: tæller ikke som MED-behandling';
    expect(await talks(owing())).toEqual([
      { groupId: idOf('group'), name: 'Vagter', on: '2026-05-04', text: `${said}, som sagen stadig mangler.` },
    ]);
    expect(await talks(owing(), '2026-05-04')).toEqual([]);
    const discussed = await talks([...owing(), event('MedReviewHeld', review())]);
    expect(discussed.map(({ text }) => text)).toEqual([`${said}.`]);
  });

  it('says what the coming decision is to cover, as it was said last', async () => {
    const decisionScope = { covers: 'temporary', text: 'alene det midlertidige' } as const;
    expect((await ask(owing())).decisionScope).toBeNull();
    const scoped = owing('one', { decisionScope });
    const coversText = 'kun den midlertidige løsning';
    expect((await ask(scoped)).decisionScope).toEqual({ ...decisionScope, coversText });
    const corrected = { reason: 'nyt', ends: [], decisionScope: { covers: 'all' } } as const;
    const grown = await ask([...scoped, event('ChangeFactsCorrected', corrected)]);
    expect(grown.decisionScope).toEqual({ covers: 'all', coversText: 'hele sagen', text: null });
    expect(grown.readings).toEqual([]);
  });

  it('says when expectations were aligned with MED, and that it was no review', async () => {
    const aligned = { alignmentId: idOf('alignment'), committeeId: MAIN, on: '2026-04-01', note: 'se på vagtplanen' };
    const said = async (...more: readonly GivenEvent<ChangeEvent>[]) =>
      (await ask([...owing(), event('AlignedWithMed', aligned), ...more])).alignments[0]!;
    expect(await said()).toMatchObject({
      ...{ ...aligned, meetingId: null, beforePapers: null },
      text: 'Forventninger afstemt den 01.04.2026. Det er ikke en MED-behandling.',
    });
    expect((await said(event('PapersFiled', { version: '1', on: '2026-04-02' }))).beforePapers).toBe(true);
    expect((await said(event('PapersFiled', { version: '1', on: '2026-04-01' }))).beforePapers).toBeNull();
    expect(await said(event('PapersFiled', { version: '1', on: '2026-03-31' }))).toMatchObject({
      beforePapers: false,
      text: 'Forventninger afstemt den 01.04.2026, da der allerede var et udkast. Det er ikke en MED-behandling.',
    });
  });

  it('shows the versions of its papers, how late each went out, and a review that was held on late ones', async () => {
    const late = { lateByDays: 4, lateByWorkdays: 2 };
    const happened = [
      ...owing(),
      event('PapersFiled', { version: '1', on: '2026-04-01' }),
      event('PapersFiled', { version: '2', on: '2026-04-13', note: 'andet udkast' }),
      event('PapersDispatched', dispatched({ ...late, reason: 'sene bidrag' })),
      event('PapersPresented', { version: '1', body: 'socialCommittee', when: { notStated: true } }),
      event('PapersRemarkedOn', { dispatchId: dispatched().dispatchId, side: 'employees', remark: 'kun skimmet' }),
      event('MedReviewHeld', review({ versionDiscussed: '2', paperVersion: '2' })),
    ];
    const { papers, reviews } = await ask(happened);
    expect(papers).toMatchObject([
      { version: '1', dispatches: [], medFirst: 'no', seenBy: [{ name: 'Socialudvalget', committeeId: null }] },
      {
        version: '2',
        note: 'andet udkast',
        ...{ medFirst: 'notPresented', seenBy: [{ committeeId: MAIN, whenText: '14.04.2026' }] },
        dispatches: [
          {
            deadline: '2026-04-10',
            timing: 'dispatchedLate',
            timingText: 'for sent udsendt, 4 kalenderdage (2 arbejdsdage) efter fristen 10.04.2026',
            reason: 'sene bidrag',
            remarks: [{ side: 'employees', remark: 'kun skimmet' }],
          },
        ],
      },
    ]);
    expect(reviews).toMatchObject([{ paperVersion: '2', papersTiming: 'dispatchedLate', onLateMaterial: true }]);
    const timing = async (more: Parameters<typeof dispatched>[0], cites = {}) =>
      (
        await ask([
          ...[...owing(), event('PapersFiled', { version: '2', on: '2026-04-13' })],
          event('PapersDispatched', dispatched(more)),
          event('MedReviewHeld', review(cites)),
        ])
      ).reviews[0]!.papersTiming;
    expect(await timing({})).toBe('inTime');
    expect(await timing({ ...late, sentAfterMeeting: true })).toBe('sentAfterMeeting');
    const notAgreed = { deadline: { on: null, rule: { code: 'notAgreed' } } } as const;
    expect(await timing(notAgreed)).toBe('notAgreed');
    const deadline = { on: '2026-04-10', rule: { code: 'waived' } } as const;
    expect(await timing({ deadline })).toBe('waived');
    expect(await timing({ deadline, on: '2026-04-09' })).toBe('inTime');
    expect(await timing(late, { paperVersion: '1' })).toBeNull();
  });

  it('says of a review in time that the proposal was finished when MED first saw it', async () => {
    const shown = async (...events: GivenEvent<ChangeEvent>[]) =>
      (await ask([...owing(), ...events])).reviews.map((one) => [one.littleInfluence, one.littleInfluenceText]);
    const finished = event('MedReviewHeld', review({ maturity: 'final' }));
    expect(await shown(finished)).toEqual([
      [true, 'i tide, men forslaget var færdigt: lille mulighed for indflydelse'],
    ]);
    const draft = event('MedReviewHeld', review({ reviewId: idOf('draft'), heldOn: '2026-03-20' }));
    expect(await shown(draft, finished)).toEqual([
      [false, null],
      [false, null],
    ]);
    // Held too late, it has another reason not to count.
    expect(await shown(event('MedReviewHeld', review({ maturity: 'final', countsFor: [] })))).toEqual([[false, null]]);
  });

  it('shows what changed after it was discussed, and the cases that belong to it', async () => {
    const { alterations, links, reviews, missing } = await ask([
      ...[...owing(), event('MedReviewHeld', review())],
      event('ChangedAfterReview', {
        alterationId: idOf('alteration'),
        what: ['scope', 'money'],
        on: '2026-05-04',
        note: 'nu permanent',
        requirementIds: [duty()],
      }),
      event('NoNewReviewNeeded', {
        alterationId: idOf('alteration'),
        office: 'chair',
        byBoth: false,
        reason: 'samme indhold',
        requirementIds: [duty()],
      }),
      event('ChangesLinked', { otherId: caseId('other'), as: 'temporaryOf' }),
      ...owing('other'),
    ]);
    expect(alterations).toMatchObject([
      { whatText: 'omfang eller indhold, økonomi', noNewReviewNeeded: false, said: ['Formanden: samme indhold'] },
    ]);
    expect(reviews[0]).toMatchObject({ countsFor: [], doesNotCountBecause: [expect.stringContaining('ændret')] });
    expect(missing.beforeDecision).toEqual([expect.stringContaining('Ændret efter drøftelsen: ny drøftelse i Udvalg')]);
    expect(links).toEqual([
      {
        changeId: caseId('other'),
        number: '2026-0002',
        as: 'temporaryOf',
        asText: 'midlertidig løsning; den permanente er',
      },
    ]);
  });

  it('says what is missing before the recommendation and before the decision', async () => {
    const both = [requirement('three', { before: 'recommendation' }), requirement('two', { committeeId: null })];
    const detail = await ask([...owing(), event('MedInvolvementAssessed', assessed(both, { superseded: [duty()] }))]);
    expect(detail.missing).toEqual({
      beforeRecommendation: ['Skal på en dagsorden før indstillingen: Udvalg'],
      beforeDecision: [
        'Skal på en dagsorden før indstillingen: Udvalg',
        'Skal på en dagsorden før beslutningen: et MED-udvalg, der ikke er fundet endnu',
      ],
    });
    const answers = await ask([
      event('MedInvolvementAssessed', {
        ...assessed([requirement('one', { before: 'recommendation' })]),
        relevance: 'undetermined',
        explanation: { ...assessed().explanation, ask: ['whatever'] },
      }),
    ]);
    expect(answers.missing.beforeRecommendation).toEqual([
      'Svar mangler: whatever',
      'Skal på en dagsorden før indstillingen: Udvalg',
    ]);
  });

  it('shows duties, misses, decisions, reviews and what was promised', async () => {
    const detail = await ask([
      ...owingAndMissed(),
      event('CasePlacedOnAgenda', placed()),
      event(
        'MedReviewHeld',
        review({ countsFor: [], doesNotCountFor: [{ requirementId: duty(), why: 'afterDecision' }] }),
      ),
      event('FollowUpPromised', promised({ owner: 'centerchefen' })),
      event('DecisionPointPlanned', planned('2026-03-01')),
      event('MissExplained', { requirementIds: [duty()], side: 'employees', causes: ['timePressure'], note: 'hast' }),
    ]);
    expect(detail).toMatchObject({
      number: '2026-0001',
      etag: '"9"',
      statusText: 'ikke MED-behandlet før beslutning',
      missed: 1,
      waitsFor: ['Svar på spørgsmål: Hvordan bliver bemandingen? (centerchefen, frist ikke oplyst)'],
      requirements: [
        {
          requirementId: duty(),
          status: 'missed',
          miss: {
            state: 'missed',
            causeText: 'besluttet før MED',
            decidedOnText: '01.03.2026',
            explanations: [{ side: 'employees', text: 'tidspres', note: 'hast' }],
          },
        },
      ],
      decisions: [{ outcomeText: 'godkendt', whenText: '01.03.2026' }],
      decisionPoints: [{ kindText: 'beslutning', recorded: true }],
      reviews: [{ committeeId: MAIN, doesNotCountBecause: ['holdt efter beslutningen'] }],
    });
  });

  it('tells its history with who, when it happened and when it was recorded', async () => {
    const { history } = await ask([
      ...owing(),
      event('DecisionRecorded', decided(), { by: 'manager', day: '2026-04-25' }),
      event('MedReviewMissed', missed(), { by: 'system', day: '2026-04-25' }),
    ]);
    expect(history.map(({ sentence, by }) => `${by}: ${sentence}`)).toEqual([
      'sekretariatet: Sagen blev registreret: »Flere afdelingsledere i Åhuset«. Art: Flere afdelingsledere. Enhed: Enhed.',
      'sekretariatet: Vurderet ved registreringen: MED-sag. Skal i Udvalg før beslutningen.',
      'leder (En Leder): Beslutning: godkendt. Besluttet af: en leder. Dato: 01.03.2026.',
      'systemet: Ikke MED-behandlet i Udvalg før beslutning: besluttet før MED (01.03.2026).',
    ]);
    expect(history[2]).toMatchObject({ happenedOn: '2026-03-01', recordedAt: '2026-04-25T10:00:00.000Z' });
  });

  it('is what was known at the end of a day', async () => {
    const events = [...owing(), event('MedReviewMissed', missed(), { day: '2026-05-01' })];
    expect((await ask(events, '2026-04-30')).status).toBe('awaitsPlacement');
    expect((await ask(events, '2026-05-01')).status).toBe('missed');
    await expect(ask(events, '2026-04-23')).rejects.toMatchObject({ code: 'change.unknown', status: 404 });
  });

  it('is unknown when nothing was recorded, and asks to come back while the view has not numbered it', async () => {
    await expect(ask([])).rejects.toMatchObject({ code: 'change.unknown' });
    const answer = getChange.handle({ id: caseId() }, contextOn(owing(), 'da', []));
    await expect(answer).rejects.toBeInstanceOf(TryLater);
  });

  it('explains itself in the language of the reader', async () => {
    const played = aCase().register(plannedByManager);
    const events = played.events.map((one) => ({ ...one, stream: `change-${CASE}` }));
    const explained = async (language: Language) =>
      (await getChange.handle({ id: CASE }, contextOn(events, language))).explanation!;
    const danish = await explained('da');
    expect(danish.validOn).toBe('2026-04-24');
    expect(danish.sentences.length).toBeGreaterThan(0);
    expect(danish.sentences).not.toEqual((await explained('en')).sentences);
    const decides = danish.rules.find(({ verdict }) => verdict === 'decides')!;
    expect(decides.sources.map(({ gradeText }) => gradeText)).toContain('aftale');
    expect(danish.rules.filter(({ verdict }) => verdict === 'notMatched' || verdict === 'undetermined')).not.toEqual(
      [],
    );
  });
});

describe('the story of a case and the decisions on it', () => {
  const statuses = (events: readonly ChangeEvent[]): Record<string, string> => {
    const story = events.reduce((told, one) => tell(told, { ...one, meta: metadata() }), noStory);
    return Object.fromEntries(Object.entries(story.requirements).map(([id, one]) => [id, statusOf(one)]));
  };

  it.each([
    ['registered', aCase().register()],
    ['placed', aCase().register().meeting({ key: 'm', committeeId: MAIN, on: '2026-05-08' })],
    ['reviewed', aCase().register().reviewed(MAIN, '2026-04-24')],
    ['reviewed, and it goes on', aCase().register().reviewed(MAIN, '2026-04-24', { goesOn: 'nextMeeting' })],
    [
      'decided without review',
      aCase()
        .register()
        .do(recordDecision, { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' }),
    ],
    [
      'rebutted',
      aCase()
        .register()
        .do(recordDecision, { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' })
        .reviewed(MAIN, '2026-04-10', { came: 'approved' }),
    ],
  ])('agree on where every duty stands: %s', (_name, played) => {
    const decidedStatuses = played.statuses();
    expect(Object.keys(decidedStatuses).length).toBeGreaterThan(0);
    expect(statuses(played.events)).toEqual(decidedStatuses);
  });
});

describe('the plan of a case', () => {
  const cause = { what: 'case' } as const;
  const step = (name: 'papersOut' | 'meeting', on: string | null, rule: ReviewPlan['steps'][number]['rule']) => ({
    ...{ step: name, on, rule },
  });
  const steps = [
    step('papersOut', '2026-07-07', {
      ...{ code: 'timetable', version: '2026-1', days: { count: 14, kind: 'calendar' }, calendar: 'dk-1/standard' },
    }),
    step('meeting', '2026-07-21', { code: 'meeting' }),
  ];
  const limit = { reviewBefore: '2026-08-03', pastFrom: '2026-08-03', atRiskFrom: '2026-07-08' };
  const body: ReviewPlan['bodies'][number] = {
    ...{ pointId: idOf('point'), kind: 'decision', body: 'manager', day: '2026-08-03', reviewBefore: '2026-08-03' },
    ...{ recommendationBy: null, meetingId: null },
  };
  const withPlan = (more: Partial<ReviewPlan> = {}) => [
    ...owing(),
    event('DecisionPointPlanned', decisionOn('2026-08-03')),
    event('ReviewsPlanned', {
      plans: [plan('one', { ...limit, bodies: [body], meetingOn: '2026-07-21', steps, ...more })],
      cause,
    }),
  ];
  const decisionOn = (day: string) =>
    ({ pointId: idOf('point'), kind: 'decision', body: 'manager', when: { on: day } }) as const;

  it('says every step with its rule, its calendar and the workdays that are left', async () => {
    const [requirement] = (await ask(withPlan())).requirements;
    expect(requirement!.plan).toMatchObject({
      ...{ health: 'onTrack', healthText: 'efter planen', meetingOn: '2026-07-21', reviewBefore: '2026-08-03' },
      steps: [
        {
          ...{ step: 'papersOut', stepText: 'Materiale ude', on: '2026-07-07', rule: 'timetable' },
          onText: 'tirsdag den 7. juli 2026 (uge 28)',
          ruleText: '14 kalenderdage før mødet, efter udvalgets tidsplan 2026-1',
          ...{ timetable: '2026-1', calendar: 'dk-1/standard', slackInWorkdays: 4 },
        },
        { step: 'meeting', calendar: null, slackInWorkdays: 14 },
      ],
      bodies: [{ bodyText: 'en leder', kindText: 'beslutning', meets: true }],
    });
  });

  it('says what can still be done when no meeting is left, but not of an earlier moment', async () => {
    const none = { meetingId: null, meetingOn: null, lastUsableId: null, lastUsableOn: null, steps: [] };
    const [now] = (await ask(withPlan(none))).requirements;
    expect(now!.plan!.alternatives).toMatchObject({
      nextMeeting: null,
      extraordinary: { earliestOn: '2026-07-01', inTime: true },
      sentences: expect.arrayContaining([expect.stringMatching(/ekstraordinært møde/)]) as string[],
    });
    const [then] = (await ask(withPlan(none), '2026-06-01')).requirements;
    expect(then!.plan).toMatchObject({ health: 'onTrack', alternatives: null });
  });

  it('is told in the history, and is gone when nothing is left to plan for', async () => {
    const done = await ask([...withPlan(), event('ReviewsPlanned', { plans: [], cause })]);
    expect(done.requirements[0]!.plan).toBeNull();
    expect(done.history.slice(-2).map(({ sentence }) => sentence)).toEqual([
      'Plan: Udvalg på mødet den 21.07.2026, før den 03.08.2026.',
      'Plan: der er ikke mere at planlægge.',
    ]);
  });
});
