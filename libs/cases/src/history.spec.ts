import { idOf } from '@rettidig/event-sourcing';
import type { ChangeEvent } from './change.events.js';
import { history, tellHistory } from './history.js';
import {
  assessed,
  decided,
  dispatched,
  duty,
  inTime,
  missed,
  placed,
  plan,
  planned,
  promised,
  registered,
  requirement,
  review,
} from './testing/given-cases.js';
import { MAIN } from './testing/town.js';

const names = {
  committee: (id: string | null) => (id === MAIN ? 'HovedMED' : 'intet MED-udvalg fundet'),
  unit: (id: string | null) => (id === null ? 'ikke oplyst' : 'Åhuset'),
  kind: () => ({ da: 'Flere afdelingsledere', en: 'More section managers' }),
};

type Data = { [Type in ChangeEvent['type']]: Extract<ChangeEvent, { type: Type }>['data'] };

const ids = { disputeId: idOf('dispute'), meetingId: idOf('meeting'), itemId: idOf('item') };
const requirementIds = [duty()];

/** One of each event. */
const samples: Data = {
  ChangeRegistered: registered({ unitId: null }),
  CaseOwnerAssigned: { ownerId: idOf('owner') },
  ChangeFactsCorrected: {
    reason: 'vi vidste det ikke',
    decisionScope: { covers: 'temporary', text: 'alene det midlertidige tilbud' },
    ends: requirementIds,
  },
  DecisionPointPlanned: planned('2026-06-03', { body: 'socialCommittee' }),
  DecisionPointMoved: { pointId: idOf('p'), from: { on: '2026-06-03' }, to: { notStated: true }, reason: 'Udsat.' },
  AlignedWithMed: { alignmentId: idOf('a'), committeeId: MAIN, on: '2026-01-20', note: 'se på vagtplanen' },
  PapersFiled: { version: '2', on: '2026-04-13', note: 'andet udkast' },
  PapersDispatched: dispatched({ lateByDays: 4, lateByWorkdays: 2, reason: 'sene bidrag' }),
  DispatchJudgedAnew: { dispatchId: idOf('dispatch'), meetingOn: '2026-05-08', ...inTime('2026-04-24') },
  LatenessExplained: { dispatchId: idOf('dispatch'), reason: 'sene bidrag' },
  PapersRemarkedOn: { dispatchId: idOf('dispatch'), side: 'employees', remark: 'kun tid til at skimme' },
  PapersPresented: { version: '2', body: 'socialCommittee', when: { onOrBefore: '2026-05-06' } },
  PapersCorrected: { was: 'OvergangsMED', isNow: 'OvergangslokalMED', announcedOn: '2026-04-24' },
  ReviewsPlanned: {
    plans: [plan(), plan('two', { committeeId: null, meetingOn: null })],
    cause: { what: 'meeting', did: 'moved', id: ids.meetingId, from: '2026-05-05', on: '2026-05-12' },
  },
  MedInvolvementAssessed: assessed([requirement('one', { before: 'recommendation' })]),
  DeclaredNotMedRelevant: { reason: 'ren drift', ends: [duty('one'), duty('two')] },
  DeclarationRechecked: { stands: false, reason: 'den berører vagtplanen' },
  AssessmentOverridden: { requirements: [requirement()], reason: 'tværgående', ends: [] },
  AssessmentDisputed: { disputeId: ids.disputeId, reason: 'hører til i HovedMED' },
  DisputeSettled: {
    disputeId: ids.disputeId,
    office: 'deputyChair',
    byBoth: true,
    outcome: 'medRelevant',
    reason: 'enige',
    reopens: [],
    ends: [],
  },
  CasePlacedOnAgenda: placed(),
  CaseTakenOffAgenda: {
    meetingId: ids.meetingId,
    itemId: ids.itemId,
    because: 'itemWithdrawn',
    requirementIds,
    by: { personId: ids.meetingId, role: 'chair' },
    reason: 'udsat',
  },
  MedReviewHeld: review({ doesNotCountFor: [{ requirementId: duty(), why: 'orderNotKnown' }], goesOn: 'nextMeeting' }),
  MedReviewConfirmed: { reviewId: idOf('review') },
  FollowUpPromised: promised({ owner: 'centerchefen' }),
  FollowUpPromiseAssigned: { followUpId: idOf('f'), owner: 'CHRO', due: { nextMeeting: true } },
  FollowUpSettled: { followUpId: idOf('f'), on: '2026-05-01' },
  RemarksForwarded: { to: 'socialCommittee', on: '2026-05-01', completes: [] },
  ChangedAfterReview: {
    alterationId: idOf('alteration'),
    what: ['scope', 'money'],
    on: '2026-05-04',
    note: 'nu permanent',
    requirementIds,
  },
  NoNewReviewNeeded: {
    alterationId: idOf('alteration'),
    office: 'deputyChair',
    byBoth: true,
    reason: 'indholdet er det samme',
    requirementIds,
  },
  ChangesLinked: { otherId: idOf('other'), as: 'temporaryOf' },
  RecommendationSubmitted: { to: 'socialCommittee', on: '2026-05-01', recommendedBeforeMed: requirementIds },
  RequirementBypassed: { requirementIds, act: 'recommendation', reason: 'haster' },
  DecisionRecorded: decided({ when: { onOrBefore: '2026-04-24' }, body: 'notStated', outcome: 'notStated' }),
  DecisionRecordCorrected: {
    decisionId: idOf('d'),
    body: 'manager',
    when: { on: '2026-04-20' },
    neverTaken: false,
    reason: 'tastefejl',
    recordedInError: [],
  },
  ImplementationStarted: { startId: idOf('s'), when: { on: '2026-04-20' } },
  ChangeWithdrawn: { reason: 'droppet', ends: [] },
  MedReviewMissed: missed({ when: { onOrBefore: '2026-04-24' } }),
  MissDiscussed: { requirementIds, committeeId: MAIN, ...ids, heldOn: '2026-04-24' },
  MissRebutted: { requirementId: duty(), reviewId: idOf('review') },
  MissAcknowledged: { requirementIds, side: 'management', on: '2026-04-24' },
  MissExplained: { requirementIds, side: 'management', causes: ['noClearExplanation'] },
};

const told = (type: string) => tellHistory({ type, data: samples[type as keyof Data] }, names)!;

describe('the history of a case', () => {
  it.each(Object.keys(history))('tells %s as a sentence in Danish and in English', (type) => {
    const { sentence } = told(type);
    for (const text of [sentence.da, sentence.en]) {
      expect(text).toMatch(/^\p{Lu}.*[.!?]$/su);
      expect(text).not.toMatch(/undefined|null|\[object|\.\.|brud|MED-godkendt|spærret|forsinket|gennemgang|høring/i);
    }
    expect(sentence.da).not.toBe(sentence.en);
  });

  it('reads as somebody in the municipality would write it', () => {
    expect(Object.keys(samples).map((type) => told(type).sentence.da)).toMatchInlineSnapshot(`
     [
       "Sagen blev registreret: »Flere afdelingsledere i Åhuset«. Art: Flere afdelingsledere. Enhed: ikke oplyst.",
       "Sagen fik en ny ejer.",
       "Sagens oplysninger blev rettet: vi vidste det ikke. Beslutningen gælder kun den midlertidige løsning: alene det midlertidige tilbud. En pligt blev afsluttet uden MED-behandling.",
       "Planlagt beslutning, Socialudvalget: 03.06.2026.",
       "Planlagt dato flyttet fra 03.06.2026 til ikke oplyst: Udsat.",
       "Forventninger blev afstemt med HovedMED, før udkastet blev skrevet: se på vagtplanen. Det er ikke en MED-behandling.",
       "Materialet blev registreret i version 2: andet udkast.",
       "Version 2 blev udsendt (24) til mødet i HovedMED den 24.04.2026: for sent udsendt, 4 kalenderdage (2 arbejdsdage) efter fristen 10.04.2026. Begrundelse: sene bidrag.",
       "Udsendelsen blev sammenholdt med mødet den 08.05.2026 igen: udsendt i tide.",
       "Begrundelse for, at materialet kom sent: sene bidrag.",
       "Medarbejdersiden bemærkede om materialet: kun tid til at skimme.",
       "Version 2 blev forelagt Socialudvalget. Dato: senest 06.05.2026.",
       "Rettelse til materialet: »OvergangsMED« rettes til »OvergangslokalMED«.",
       "Planen er ændret, fordi mødet er flyttet fra den 05.05.2026 til den 12.05.2026: HovedMED på mødet den 12.05.2026, før den 03.06.2026; intet MED-udvalg fundet: intet møde før den 03.06.2026.",
       "Vurderet ved registreringen: MED-sag. Skal i HovedMED før indstillingen.",
       "Sagen blev erklæret ikke MED-relevant: ren drift. 2 pligter blev afsluttet uden MED-behandling.",
       "Der blev set igen på erklæringen, og den holder ikke: den berører vagtplanen.",
       "Vurderingen blev tilsidesat, sagen skal i HovedMED: tværgående.",
       "Vurderingen blev bestridt: hører til i HovedMED.",
       "Formand og næstformand er enige: sagen skal i MED. Begrundelse: enige.",
       "Sagen er på dagsordenen i HovedMED den 24.04.2026.",
       "Sagen blev taget af dagsordenen. Begrundelse: udsat.",
       "Drøftet i HovedMED (udkast). Drøftelsen fortsætter på næste møde. Referatet er endnu ikke godkendt af begge sider. Tæller ikke som MED-behandling: det vides ikke, om mødet lå før beslutningen.",
       "Referatet er godkendt af formand og næstformand.",
       "Aftalt opfølgning (centerchefen): Hvordan bliver bemandingen?",
       "Ansvarlig eller dato for en aftalt opfølgning er oplyst. Ansvarlig: CHRO. Frist: næste møde.",
       "En aftalt opfølgning er udført.",
       "Bemærkningerne blev sendt til Socialudvalget.",
       "Ændret væsentligt efter drøftelsen (omfang eller indhold, økonomi): nu permanent. Sagen skal drøftes igen, medmindre formand og næstformand er enige om andet.",
       "Formand og næstformand er enige om, at en ny drøftelse ikke er nødvendig: indholdet er det samme.",
       "Knyttet til en anden sag: denne er den midlertidige løsning. Hver sag skal have sin egen MED-behandling.",
       "Indstillingen blev sendt til Socialudvalget, før MED var inddraget.",
       "Der blev indstillet, selv om MED-behandlingen manglede: haster.",
       "Beslutning: ikke oplyst. Besluttet af: ikke oplyst. Dato: senest 24.04.2026.",
       "Den registrerede beslutning blev rettet til en leder, 20.04.2026: tastefejl.",
       "Ændringen er sat i gang. Dato: 20.04.2026.",
       "Sagen blev trukket tilbage: droppet.",
       "Ikke MED-behandlet i HovedMED før beslutning: besluttet før MED (senest 24.04.2026).",
       "Drøftet i HovedMED efter beslutning (ikke MED-behandling).",
       "Afkræftet: et godkendt referat viser, at sagen var drøftet i tide.",
       "Ledelsessiden beklagede den manglende MED-behandling.",
       "Forklaring fra ledelsessiden: ingen entydig forklaring.",
     ]
    `);
  });

  it('knows when it happened in the world, where that is known', () => {
    expect(told('MissDiscussed').on).toBe('2026-04-24');
    expect(told('DecisionRecorded').on).toBe('2026-04-24');
    expect(told('ChangeWithdrawn').on).toBeUndefined();
  });

  it('leaves out what a later version recorded', () => {
    expect(tellHistory({ type: 'SomethingNew', data: {} }, names)).toBeUndefined();
    expect(tellHistory({ type: 'toString', data: {} }, names)).toBeUndefined();
  });
});
