import type { CommandContext, Resource } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { MeetingState, Meetings } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { isKnownCommittee, isKnownUnit, mainCommittee, officesOf, structureOn } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import type { FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import { dayOf, latestDay } from '@rettidig/vocabulary';
import type { ChangeState } from './change.state.js';
import { isDecided } from './change.state.js';
import type { InForceOn } from './judge.js';

/** What commands on cases look up. */
export interface ChangeReference {
  readonly organisation: Organisation;
  readonly ruleBook: RuleBook;
  readonly meetings: Meetings;
}

export type ChangeContext = CommandContext<ChangeReference>;

/** Today in Copenhagen. */
export const today = (context: ChangeContext): LocalDate => dayOf(context.now);

/** The refusal that there is no such case. Facts about it come later than its registration. */
export function registered(state: ChangeState): ChangeState {
  if (!state.registered) throw notFound('change.unknown');
  return state;
}

/** A case that somebody still means to carry out. */
export function inProgress(state: ChangeState): ChangeState {
  if (registered(state).withdrawn) throw new Refused('change.withdrawn');
  return state;
}

/** A case on which nothing was decided or started: after that, nobody lowers the duty (principle 3). */
export function undecided(state: ChangeState): ChangeState {
  if (isDecided(inProgress(state))) throw new Refused('change.already-decided');
  return state;
}

/** Only a fact dated in the future is refused; any age is accepted (principle 1). */
export function notInTheFuture(date: LocalDate | FuzzyDate | undefined, context: ChangeContext): void {
  const day = typeof date === 'string' ? date : date && latestDay(date);
  if (day !== undefined && day > today(context)) throw impossible('change.in-the-future', { day });
}

/** A unit that was ever established. */
export function knownUnit(unitId: string | null | undefined, context: ChangeContext): void {
  if (unitId && !isKnownUnit(context.reference.organisation, unitId)) {
    throw impossible('change.unit-unknown', { unitId });
  }
}

/** A committee that was ever established. */
export function knownCommittee(committeeId: string, context: ChangeContext): void {
  if (!isKnownCommittee(context.reference.organisation, committeeId)) {
    throw impossible('change.committee-unknown', { committeeId });
  }
}

/** A meeting that was ever called. */
export function knownMeeting(meetingId: string, context: ChangeContext): MeetingState {
  const meeting = meetingOf(context.reference.meetings, meetingId);
  if (!meeting) throw notFound('change.meeting-unknown', { meetingId });
  return meeting;
}

/** Where it is looked up what holds on a day. */
export type ReferenceContext = Pick<ChangeContext, 'reference'>;

/** Whether a committee exists on a day and its level is in force then. */
export const inForceOn =
  ({ reference }: ReferenceContext): InForceOn =>
  (committeeId, on) =>
    structureOn(reference.organisation, on).committees.get(committeeId)?.levelInForce ?? false;

/** Offices that the actor holds today in the main committee or in one that the case owes a review. */
export function officesOn(state: ChangeState, context: ChangeContext): string[] {
  const { organisation } = context.reference;
  const day = today(context);
  const committees = new Set(Object.values(state.duties).map(({ requirement }) => requirement.committeeId));
  committees.add(mainCommittee(structureOn(organisation, day))?.committeeId ?? null);
  return [...committees].flatMap((id) => (id === null ? [] : officesOf(organisation, context.actor.id, id, day)));
}

/** What the access table looks at: whose case it is, and what the actor is in its committees. */
export const caseResource = (state: ChangeState, _message: object, context: ChangeContext): Resource => ({
  ownerId: state.ownerId,
  registeredBy: state.registeredBy,
  offices: officesOn(state, context),
});
