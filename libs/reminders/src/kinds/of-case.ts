import type { ChangeState, Duty } from '@rettidig/cases';
import { openDuties } from '@rettidig/cases';
import type { PlannedStep, ReviewPlan, StepName } from '@rettidig/planning';
import { bindingDay } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import type { OccasionAbout } from '../kind.js';

/** What every reminder of a case says of it. */
export const aboutCase = ({ kind, ownerId, unitId }: ChangeState, changeId: string): OccasionAbout => ({
  changeId,
  caseKind: kind,
  ownerId,
  unitId,
});

/** The same, of one duty's plan. */
export const aboutPlan = (
  state: ChangeState,
  changeId: string,
  { committeeId, meetingId, reviewBefore }: ReviewPlan,
): OccasionAbout => ({ ...aboutCase(state, changeId), committeeId, meetingId, on: reviewBefore });

/** Whether the case stands on the agenda of the meeting that a plan aims at. */
export const isPlacedFor = ({ placements }: ChangeState, { meetingId, committeeId }: ReviewPlan): boolean =>
  meetingId !== null &&
  Object.values(placements).some(
    (one) => one.standing && one.meetingId === meetingId && one.committeeId === committeeId,
  );

/** Plans towards a date of the case whose duty stands on no agenda in time. */
export const unplaced = (state: ChangeState): ReviewPlan[] =>
  state.plans.filter((plan) => plan.aim === 'decision' && !isPlacedFor(state, plan));

/** Plans whose duty stands on an agenda in time. */
export const placed = (state: ChangeState): ReviewPlan[] => state.plans.filter((plan) => isPlacedFor(state, plan));

/** The day by which a step of a plan must be done; null where nothing was agreed, or the deadline was let be. */
export function dayOfStep({ steps }: ReviewPlan, name: StepName): LocalDate | null {
  const step = steps.find((one: PlannedStep) => one.step === name);
  return step ? bindingDay(step) : null;
}

/**
 * The committees that a case owes something or ever did, each once, those of duties that stand first. One is null where
 * nobody knows any: what is asked for then is looked up in the main committee.
 */
export function committeesOf(state: ChangeState): readonly [string | null, ...(string | null)[]] {
  const duties: readonly Duty[] = [...openDuties(state), ...Object.values(state.duties)];
  const [first, ...others] = new Set(duties.flatMap(({ requirement }) => requirement.committeeId ?? []));
  return [first ?? null, ...others];
}

/** The committee of a case as a whole: that of the first duty that stands, else of the first it ever had. */
export const committeeOf = (state: ChangeState): string | null => committeesOf(state)[0];
