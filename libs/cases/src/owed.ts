import type { Assessment } from '@rettidig/rules';
import { assess, ruleSetOn } from '@rettidig/rules';
import { structureOn } from '@rettidig/organisation';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { alteredOn } from './after-review.js';
import type { MedInvolvementAssessed, Requirement } from './change.events.js';
import type { Act, ChangeState, Duty } from './change.state.js';
import { isDecided, standingActs, standingMiss } from './change.state.js';
import type { ChangeContext } from './checks.js';
import { inForceOn, today } from './checks.js';
import { countingReviews } from './judge.js';
import { dispatchedFor } from './papers.js';
import { distinct, identified } from './requirements.js';

/** Why it is asked anew what a case owes, and for an undecided case: as of which day, decided by whom. */
export interface Occasion {
  readonly cause: MedInvolvementAssessed['data']['cause'];
  readonly on?: LocalDate;
  readonly body?: DecidingBody;
  /** What corrected facts add to what people ruled. */
  readonly added?: readonly Requirement[];
}

/** What a case owes MED, on the day of each act or, while undecided, today. */
export interface Owed {
  /** For the last act, or for today: the explanation that readers get. */
  readonly assessment: Assessment;
  /** All duties that stand. */
  readonly requirements: readonly Requirement[];
  /** Duties that another committee or act took the place of. */
  readonly superseded: readonly string[];
  /** Duties that corrected facts left without a reason: they end without a review. */
  readonly fallen: readonly string[];
  /** What had to be reviewed before each act. */
  readonly byAct: ReadonlyMap<string, readonly Requirement[]>;
}

/** A day, and who decides on it. */
interface Moment {
  readonly day: LocalDate;
  readonly body: DecidingBody;
  readonly act?: Act;
}

/** What the rules of a day say about the case, with that day's structure (A5). Who really decided is known best. */
export function assessOn(state: ChangeState, context: ChangeContext, { day, body }: Moment): Assessment {
  const { organisation, ruleBook } = context.reference;
  const { kind, facts, unitId, decider } = state;
  const change = { kind, facts, unitId, decider: { ...decider, body: body === 'notStated' ? decider.body : body } };
  return assess(change, structureOn(organisation, day), ruleSetOn(ruleBook, day));
}

/** What the rules say for each act, or for today, whatever people ruled. */
export const byTheRules = (state: ChangeState, context: ChangeContext): Requirement[] =>
  distinct(
    momentsOf(state, context, {}).flatMap((moment) =>
      identified(context.subjectId, assessOn(state, context, moment).requirements),
    ),
  );

/** Works out anew what the case owes. Nothing is ever taken from an act that MED was missed before. */
export function owedBy(state: ChangeState, context: ChangeContext, occasion: Occasion): Owed {
  const moments = momentsOf(state, context, occasion);
  const assessments = moments.map((moment) => assessOn(state, context, moment));
  const required = moments.map((moment, n) => requiredAt({ state, context, moment, occasion }, assessments[n]!));
  const focus = moments.at(-1)!;
  const union = distinct(required.flat());
  const rest = sortRest(state, context, { union, focus, occasion });
  const byAct = moments.flatMap(({ act }, n) =>
    act ? [[act.actId, distinct([...required[n]!, ...rest.kept])] as const] : [],
  );
  return {
    assessment: assessments.at(-1)!,
    requirements: inOldOrder(state, distinct([...union, ...rest.kept, ...rest.past])),
    superseded: rest.superseded,
    fallen: rest.fallen,
    byAct: new Map(byAct),
  };
}

/** The days that count: of every act, or of today. */
function momentsOf(state: ChangeState, context: ChangeContext, { on, body }: Partial<Occasion>): Moment[] {
  const acts = standingActs(state);
  if (acts.length > 0) return acts.map((act) => ({ day: act.day, body: act.body, act }));
  return [{ day: on ?? today(context), body: body ?? state.decider.body }];
}

/** Duties that stand. What a withdrawal ended stands again once the change is decided or started all the same. */
const standingDuties = (state: ChangeState): Duty[] =>
  Object.values(state.duties).filter(
    ({ standing, endedBy }) => standing === 'open' || (endedBy === 'withdrawal' && !state.withdrawn),
  );

function requiredAt(question: Question, assessment: Assessment): Requirement[] {
  const { state, context, occasion } = question;
  if (state.ruledBy !== 'rules') {
    return [...standingDuties(state).map(({ requirement }) => requirement), ...(occasion.added ?? [])];
  }
  return distinct(
    identified(context.subjectId, assessment.requirements).map((one) => {
      if (state.duties[one.requirementId]?.standing === 'open') return one;
      return standingDuties(state).find((duty) => keepsPlace(duty, one, question))?.requirement ?? one;
    }),
  );
}

interface Question {
  readonly state: ChangeState;
  readonly context: ChangeContext;
  readonly moment: Moment;
  readonly occasion: Occasion;
}

/** Whether a duty that stands is not replaced by what the rules of the moment would name instead. */
function keepsPlace(duty: Duty, instead: Requirement, question: Question): boolean {
  const { state, moment, occasion } = question;
  if (duty.requirement.role !== instead.role) return false;
  if (moment.act) {
    return (
      duty.requirement.committeeId === instead.committeeId ||
      missedEarlier(state, duty, moment.act) ||
      reviewedWhereRight(duty, question)
    );
  }
  // Cases in flight keep the committee that they started in (B5); corrected facts may show that it was the wrong one.
  const inFlight = occasion.cause === 'structure' || occasion.cause === 'rules';
  return inFlight && (isPlaced(state, duty) || reviewedWhereRight(duty, question));
}

/**
 * One act after another does not make two rows of one duty because committees changed in between; nor does one act
 * because the committee, which there was none of, was recorded afterwards.
 */
function missedEarlier(state: ChangeState, duty: Duty, act: Act): boolean {
  const by = state.acts[standingMiss(duty)?.by ?? ''];
  if (by === undefined) return false;
  return by.actId === act.actId ? duty.requirement.committeeId === null : by.day <= act.day;
}

/** Discussed, in the committee that was right on the day of the discussion, as known now or as known then. */
function reviewedWhereRight({ requirement }: Duty, { state, context, moment, occasion }: Question): boolean {
  const reviews = countingReviews(Object.values(state.reviews), requirement, moment.act, inForceOn(context));
  // Corrected facts may show that it was never the right one; a structure or rules recorded later accuse nobody.
  const structural = occasion.cause === 'structure' || occasion.cause === 'rules';
  if (structural && reviews.some(({ countedFor }) => countedFor.includes(requirement.requirementId))) return true;
  return reviews.some(({ heldOn }) =>
    assessOn(state, context, { ...moment, day: heldOn }).requirements.some(
      ({ committeeId }) => committeeId === requirement.committeeId,
    ),
  );
}

/** Meetings of the duty's committee on whose agenda the case stands; a new review needs one after what changed. */
const placesOf = (state: ChangeState, duty: Duty): string[] => {
  const altered = alteredOn(state, duty);
  return Object.values(state.placements)
    .filter((one) => one.standing && one.committeeId === duty.requirement.committeeId)
    .filter(({ on }) => altered === undefined || on > altered)
    .map(({ meetingId }) => meetingId);
};

/** Whether the case stands on an agenda of the duty's committee. */
export const isPlaced = (state: ChangeState, duty: Duty): boolean => placesOf(state, duty).length > 0;

/** Whether its papers went out for such a meeting. */
export const isDispatched = (state: ChangeState, duty: Duty): boolean => {
  const dispatched = dispatchedFor(state);
  return placesOf(state, duty).some((meetingId) => dispatched.includes(meetingId));
};

interface Rest {
  /** Nothing took their place and no person ended them: they still count. */
  readonly kept: Requirement[];
  /** Missed or reviewed before an act: history that stands beside what is owed now. */
  readonly past: Requirement[];
  readonly superseded: string[];
  readonly fallen: string[];
}

/** What becomes of duties that stood and that the rules no longer name. */
function sortRest(
  state: ChangeState,
  context: ChangeContext,
  { union, focus, occasion }: { union: readonly Requirement[]; focus: Moment; occasion: Occasion },
): Rest {
  const rest: Rest = { kept: [], past: [], superseded: [], fallen: [] };
  const decided = isDecided(state);
  const named = new Set(union.map(({ requirementId }) => requirementId));
  for (const duty of standingDuties(state)) {
    const { requirement } = duty;
    if (named.has(requirement.requirementId)) continue;
    const replaced = isReplaced(requirement, union, focus, context);
    if (standingMiss(duty) || (isReviewed(state, requirement, context) && (decided || !replaced))) {
      rest.past.push(requirement);
    } else if (replaced) rest.superseded.push(requirement.requirementId);
    else if (occasion.cause === 'facts' && !decided) rest.fallen.push(requirement.requirementId);
    else rest.kept.push(requirement);
  }
  return rest;
}

const isReviewed = (state: ChangeState, requirement: Requirement, context: ChangeContext): boolean =>
  countingReviews(Object.values(state.reviews), requirement, undefined, inForceOn(context)).length > 0;

/** Another one of its role is owed instead; or it is a local item of a committee that is no more. */
function isReplaced(
  { role, committeeId }: Requirement,
  union: readonly Requirement[],
  { day }: Moment,
  context: ChangeContext,
): boolean {
  if (union.some((one) => one.role === role)) return true;
  const isGone = committeeId === null || !inForceOn(context)(committeeId, day);
  return role === 'localItem' && union.length > 0 && isGone;
}

/** Duties that stood before come first, in the order in which they were found. */
function inOldOrder(state: ChangeState, requirements: readonly Requirement[]): Requirement[] {
  const old = Object.keys(state.duties);
  const known = requirements.filter(({ requirementId }) => requirementId in state.duties);
  const unknown = requirements.filter(({ requirementId }) => !(requirementId in state.duties));
  return [...known.sort((a, b) => old.indexOf(a.requirementId) - old.indexOf(b.requirementId)), ...unknown];
}
