import type { ReviewPlan } from '@rettidig/planning';
import type { DeciderOfChange, DelegationApplied, FactAnswer } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate, LocalDate, PoliticalBody, Side } from '@rettidig/vocabulary';
import type {
  CaseLink,
  DecisionPointKind,
  DisputeSettled,
  Lateness,
  MissCause,
  Requirement,
  ScopeCover,
} from './change.events.js';

/** Why a duty ended without a review. */
export type EndedBy = 'notMedRelevant' | 'facts' | 'override' | 'settlement' | 'withdrawal';

/** A duty was missed by one act. It is never taken back; its state says what became of it. */
export interface Miss {
  /** The decision or start that came before MED. */
  readonly by: string;
  readonly cause: MissCause;
  /** The day on which it was recorded. */
  readonly recordedOn: LocalDate;
  readonly state: 'missed' | 'rebutted' | 'recordedInError';
}

/** One duty of the case with what became of it. */
export interface Duty {
  readonly requirement: Requirement;
  /** The day since which it stands, of one that came back the day on which it did: nobody could plan for an earlier meeting. */
  readonly since: LocalDate;
  /** `open`: it stands, whether reviewed, missed or neither. */
  readonly standing: 'open' | 'ended' | 'superseded';
  readonly endedBy?: EndedBy;
  /** In the order in which they were found; only the last can stand. */
  readonly misses: readonly Miss[];
  /** The remarks went to everybody who decides. */
  readonly forwarded: boolean;
  /** Sides that acknowledged the miss. */
  readonly acknowledgedBy: readonly Side[];
  /** Some side said what the cause of the miss was. */
  readonly explained: boolean;
}

/** A review as the committee's secretary recorded it. */
export interface Review {
  readonly reviewId: string;
  readonly committeeId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly heldOn: LocalDate;
  readonly form: 'discussion' | 'briefing';
  readonly goesOn: boolean;
  readonly provisional: boolean;
  /** Duties that it counted for when it was recorded, by what was known then. */
  readonly countedFor: readonly string[];
  /** The filed version of the papers that it was about. */
  readonly paperVersion?: string;
  /** Duties that it counts for no longer, with the first day on which the proposal changed materially afterwards. */
  readonly alteredOn: Readonly<Record<string, LocalDate>>;
  /** When it was recorded, counted with the acts: a review typed in after the decision needs approved minutes. */
  readonly order: number;
}

/** A decision or start: what MED had to come before. */
export interface Act {
  readonly actId: string;
  readonly kind: 'decision' | 'start';
  /** Who decided; for a start, who was known to decide when it was recorded. */
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
  /** The latest day on which it can have happened: as stated, else the day of recording. Its structure judges. */
  readonly day: LocalDate;
  /** The day on which it was recorded. */
  readonly recordedOn: LocalDate;
  readonly pointId?: string;
  /** A postponed decision decides nothing; one that was never taken was recorded in error. */
  readonly counts: boolean;
  readonly neverTaken: boolean;
  readonly order: number;
}

/** A planned date. */
export interface Point {
  readonly pointId: string;
  readonly kind: DecisionPointKind;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
}

/** The case stands on the agenda of a meeting. */
interface Placement {
  readonly meetingId: string;
  readonly itemId: string;
  readonly committeeId: string;
  readonly on: LocalDate;
  /** False once it was taken off again. */
  readonly standing: boolean;
}

/** The recommendation went to politicians. */
interface Recommendation {
  readonly to: PoliticalBody;
  readonly on: LocalDate;
  /** The reading that it is for, where its body treats the case several times. */
  readonly pointId?: string;
  /** Duties that were not discussed by then. */
  readonly beforeMed: readonly string[];
}

/** The papers went out, in one version, for one meeting. */
export interface Dispatch extends Lateness {
  readonly dispatchId: string;
  readonly version: string;
  readonly meetingId: string;
  readonly committeeId: string;
  readonly on: LocalDate;
}

/** The proposal changed materially after it was discussed, with what each of the two chairs said. */
export interface Alteration {
  readonly alterationId: string;
  readonly on: LocalDate;
  readonly requirementIds: readonly string[];
  /** Those among them whose remarks had gone to everybody who decides. */
  readonly forwarded: readonly string[];
  /** Both agreed that no new review is needed. */
  readonly settled: boolean;
  readonly said: readonly { readonly office: 'chair' | 'deputyChair'; readonly by: string }[];
}

/** A disagreement about the assessment, with what each of the two chairs said. */
export interface Dispute {
  /** The day on which it was raised. */
  readonly on: LocalDate;
  readonly settled: boolean;
  readonly said: readonly Settlement[];
}

/** An act of a person that lowered a duty, or said that there is none: it reaches the deputy chair (principle 3). */
export interface Lowering {
  readonly actId: string;
  readonly act: 'notMedRelevant' | 'facts' | 'override' | 'withdrawal' | 'takenOffAgenda';
  readonly on: LocalDate;
  /** Whose duties. Empty where nothing was owed yet, or there is no committee. */
  readonly committeeIds: readonly string[];
}

export interface Settlement {
  readonly office: 'chair' | 'deputyChair';
  readonly outcome: DisputeSettled['data']['outcome'];
  readonly by: string;
}

type ById<Value> = Readonly<Record<string, Value>>;

/** A change as its own stream tells it, without its free text: decisions never look at that. */
export interface ChangeState {
  readonly registered: boolean;
  readonly registeredBy: string | null;
  readonly registeredOn: LocalDate | null;
  readonly ownerId: string | null;
  readonly kind: string;
  readonly facts: Readonly<Record<string, FactAnswer>>;
  readonly unitId: string | null;
  readonly decider: DeciderOfChange;
  /** What of the case the decision is to cover; its text is sealed, so that only that there is one is known here. */
  readonly decisionScope: { readonly covers: ScopeCover; readonly hasText: boolean } | null;
  readonly withdrawn: boolean;
  /** Who has the last word on what is owed: the rules, or people who ruled otherwise. */
  readonly ruledBy: 'rules' | 'notMedRelevant' | 'override' | 'settlement';
  readonly relevance: 'medRelevant' | 'notMedRelevant' | 'undetermined';
  /** Questions whose answers could still change the result. */
  readonly ask: readonly string[];
  /** What the register of delegations says of it (B18); null where it says nothing. */
  readonly delegation: DelegationApplied | null;
  readonly points: ById<Point>;
  readonly duties: ById<Duty>;
  readonly reviews: ById<Review>;
  readonly acts: ById<Act>;
  readonly recommended: readonly Recommendation[];
  /** By meeting and item. */
  readonly placements: ById<Placement>;
  /** Talks held after the act, by meeting and item: the duties that they were noted on. */
  readonly talks: ById<readonly string[]>;
  readonly disputes: ById<Dispute>;
  /** In the order in which they were recorded. */
  readonly lowerings: readonly Lowering[];
  readonly followUps: ById<'promised' | 'settled'>;
  readonly forwarded: readonly { readonly to: string; readonly on: LocalDate }[];
  /** Versions of the papers that were filed. */
  readonly versions: readonly string[];
  /** The last day on which one was. */
  readonly filedOn: LocalDate | null;
  readonly dispatches: ById<Dispatch>;
  readonly alterations: ById<Alteration>;
  /** Cases that belong to this one, by id. */
  readonly links: ById<CaseLink>;
  /** The way back from its dates for each duty that is still to be discussed, as last recorded. */
  readonly plans: readonly ReviewPlan[];
  /** Counts reviews and acts in the order of recording. */
  readonly order: number;
}

export const initialChange: ChangeState = {
  registered: false,
  registeredBy: null,
  registeredOn: null,
  ownerId: null,
  kind: 'other',
  facts: {},
  unitId: null,
  decider: { body: 'notStated', managerUnitId: null },
  decisionScope: null,
  withdrawn: false,
  ruledBy: 'rules',
  relevance: 'undetermined',
  ask: [],
  delegation: null,
  points: {},
  duties: {},
  reviews: {},
  acts: {},
  recommended: [],
  placements: {},
  talks: {},
  disputes: {},
  lowerings: [],
  followUps: {},
  forwarded: [],
  versions: [],
  filedOn: null,
  dispatches: {},
  alterations: {},
  links: {},
  plans: [],
  order: 0,
};

/** The key of what happened to the case at one item of one meeting. */
export const itemKey = (meetingId: string, itemId: string): string => `${meetingId}/${itemId}`;

/** Duties that stand, in the order in which they were found. */
export const openDuties = (state: ChangeState): Duty[] =>
  Object.values(state.duties).filter(({ standing }) => standing === 'open');

/** The miss that stands on a duty. */
export const standingMiss = (duty: Duty): Miss | undefined => duty.misses.findLast(({ state }) => state === 'missed');

/** Duties on which a miss stands. */
export const missedDuties = (state: ChangeState): Duty[] => Object.values(state.duties).filter(standingMiss);

/** Decisions and starts that count, in the order in which they were recorded. */
export const standingActs = (state: ChangeState): Act[] =>
  Object.values(state.acts).filter(({ counts, neverTaken }) => counts && !neverTaken);

/** Decided or started: from here on no act of anybody lowers the duty. */
export const isDecided = (state: ChangeState): boolean => standingActs(state).length > 0;
