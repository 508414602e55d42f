import type { Words } from '@rettidig/vocabulary';
import type { MedFirst } from './story/first-seen.js';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import type {
  AlteredThing,
  CaseLink,
  DecisionPointKind,
  DecisionRecorded,
  DisputeSettled,
  DoesNotCount,
  ExplainedCause,
  FoundBy,
  Maturity,
  MissCause,
  ScopeCover,
} from './change.events.js';

const text = (da: string, en: string) => ({ da, en });

/** Who found a missed review. */
export const finders: Words<FoundBy> = {
  managementSide: text('ledelsessiden', 'the management side'),
  employeeSide: text('medarbejdersiden', 'the employee side'),
  secretariat: text('sekretariatet', 'the secretariat'),
  registration: text('systemet, da beslutningen blev registreret', 'the system, when the decision was recorded'),
  reassessment: text('systemet, ved en ny vurdering', 'the system, at a new assessment'),
  notStated: text('ikke oplyst', 'not stated'),
};

/** How far a proposal had come when MED saw it (A14-A16). */
export const maturities: Words<Maturity> = {
  idea: text('idé', 'idea'),
  draft: text('udkast', 'draft'),
  final: text('færdigt forslag', 'final proposal'),
  notStated: text('ikke oplyst', 'not stated'),
};

/** Dates before which something must have happened. */
export const decisionPointKinds: Words<DecisionPointKind> = {
  presentation: text('forelæggelse', 'presentation'),
  forInformation: text('til orientering', 'for information'),
  recommendation: text('indstilling', 'recommendation'),
  decision: text('beslutning', 'decision'),
  start: text('iværksættelse', 'start'),
};

export type Outcome = DecisionRecorded['data']['outcome'];

/** What a decision came to. A postponed case has not been decided. */
export const outcomes: Words<Outcome> = {
  approved: text('godkendt', 'approved'),
  rejected: text('afvist', 'rejected'),
  postponed: text('udsat', 'postponed'),
  notStated: text('ikke oplyst', 'not stated'),
};

export type SettlementOutcome = DisputeSettled['data']['outcome'];

/** What chair and deputy chair can agree about a disputed assessment. */
export const settlements: Words<SettlementOutcome> = {
  assessmentStands: text('vurderingen står ved magt', 'the assessment stands'),
  medRelevant: text('sagen skal i MED', 'the case must go to MED'),
  notMedRelevant: text('sagen skal ikke i MED', 'the case need not go to MED'),
};

/** Why a requirement was missed. */
export const missCauses: Words<MissCause> = {
  decidedBeforeMed: text('besluttet før MED', 'decided before MED'),
  startedBeforeMed: text('sat i gang før MED', 'started before MED'),
  wrongCommittee: text('drøftet i et andet MED-udvalg', 'discussed in another committee'),
  briefingOnly: text('kun orienteret, ikke drøftet', 'briefed only, not discussed'),
};

/** What a side says was the cause (A8, D6). */
export const explainedCauses: Words<ExplainedCause> = {
  noClearExplanation: text('ingen entydig forklaring', 'no clear explanation'),
  notThoughtOf: text('ingen tænkte på MED', 'nobody thought of MED'),
  timePressure: text('tidspres', 'pressure of time'),
  wrongLevelAssumed: text('man regnede med et andet niveau', 'another level was assumed'),
  changedUnderway: text('sagen ændrede sig undervejs', 'the case changed on the way'),
  other: text('andet', 'other'),
};

/** Why a review that was held does not count. */
export const reasonsNotToCount: Words<DoesNotCount> = {
  afterDecision: text('holdt efter beslutningen', 'held after the decision'),
  sameDayAsDecision: text('holdt samme dag som beslutningen', 'held on the day of the decision'),
  orderNotKnown: text(
    'det vides ikke, om mødet lå før beslutningen',
    'it is not known whether the meeting was before the decision',
  ),
  wrongCommittee: text('holdt i et andet MED-udvalg', 'held in another committee'),
  committeeNotInForce: text('MED-udvalget var ikke i kraft den dag', 'the committee was not in force on that day'),
  briefingOnly: text('kun orientering', 'a briefing only'),
  minutesNotApproved: text(
    'skrevet ind efter beslutningen, og referatet er ikke godkendt af formand og næstformand',
    'entered after the decision, and the minutes are not approved by chair and deputy chair',
  ),
  changedAfterwards: text(
    'forslaget er ændret væsentligt siden, og formand og næstformand har ikke aftalt, at drøftelsen stadig gælder',
    'the proposal changed materially since, and chair and deputy chair have not agreed that the review still holds',
  ),
};

/** What of a proposal became another after it was discussed (A11). */
export const alteredThings: Words<AlteredThing> = {
  scope: text('omfang eller indhold', 'scope or content'),
  date: text('dato', 'date'),
  money: text('økonomi', 'money'),
  staff: text('personale', 'staff'),
};

/** What a case is to another one that belongs to it (A22). */
export const caseLinks: Words<CaseLink> = {
  temporaryOf: text('midlertidig løsning; den permanente er', 'temporary solution; the permanent one is'),
  permanentOf: text('permanent løsning; den midlertidige er', 'permanent solution; the temporary one is'),
  related: text('hører sammen med', 'belongs together with'),
};

/** What is said of a review that was in time, of a proposal that was finished when MED first saw it (A16). */
export const littleInfluence = text(
  'i tide, men forslaget var færdigt: lille mulighed for indflydelse',
  'in time, but the proposal was finished: little chance of influence',
);

/** How papers that went out stand to their deadline and their meeting. */
export type PapersTiming = 'inTime' | 'dispatchedLate' | 'sentAfterMeeting' | 'waived' | 'notAgreed';

export const papersTimings: Words<PapersTiming> = {
  inTime: text('udsendt i tide', 'sent out in time'),
  dispatchedLate: text('for sent udsendt', 'sent out after the deadline'),
  sentAfterMeeting: text('eftersendt', 'sent after the meeting'),
  waived: text(
    'udsendt efter fristen, som formand og næstformand havde fraveget',
    'sent out after the deadline, which chair and deputy chair had waived',
  ),
  notAgreed: text('frist ikke aftalt', 'no deadline agreed'),
};

/** Before which act MED must have been involved. */
export const acts: Words<BeforeAct> = {
  recommendation: text('før indstillingen', 'before the recommendation'),
  decision: text('før beslutningen', 'before the decision'),
};

/** The committee's own item beside the primary one (B19), or the primary one. */
export const roles: Words<RequiredReview['role']> = {
  primary: text('MED-behandling', 'MED review'),
  localItem: text('lokalt punkt', 'local item'),
};

/** What of a case the coming decision covers (A11). */
export const scopeCovers: Words<ScopeCover> = {
  all: text('hele sagen', 'the whole case'),
  temporary: text('kun den midlertidige løsning', 'the temporary solution only'),
  part: text('kun en del af sagen', 'a part of the case only'),
  notStated: text('et omfang, der ikke er oplyst', 'a scope that is not stated'),
};

/** Who saw a version of the papers first (A13). */
export const seenFirst: Words<MedFirst> = {
  yes: text('MED så den før politikerne', 'MED saw it before the politicians'),
  no: text('politikerne så den, før MED gjorde', 'the politicians saw it before MED did'),
  notKnown: text('det kan ikke vises, hvem der så den først', 'it cannot be shown who saw it first'),
  notPresented: text(
    'det er ikke registreret, at politikere har set den',
    'nobody recorded that politicians have seen it',
  ),
};

/** Which target reviews are measured against (A15). */
export const targetOrigins = {
  asked: text('målet i spørgsmålet', 'the target asked about'),
  agreed: text('det mål, der er aftalt for arten', 'the target agreed for the kind'),
};

/** How one review stands to a target (A15). */
export type TargetStanding = 'under' | 'reached' | 'notKnown';

export const targetStandings: Words<TargetStanding> = {
  under: text('under målet', 'under the target'),
  reached: text('målet er nået', 'the target is reached'),
  notKnown: text('antal dage kendes ikke endnu', 'number of days not known yet'),
};

export const targetNotAgreed = text('mål ikke aftalt', 'no target agreed');
