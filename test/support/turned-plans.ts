import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';

/** What a what-if says of a case, as far as it is compared. */
export interface Turned {
  readonly changeId: string;
  readonly missed: number;
  readonly duties: readonly {
    readonly requirementId: string;
    readonly from: DutyShown | null;
    readonly to: DutyShown | null;
  }[];
}
type DutyShown = Pick<ReviewPlan, 'committeeId' | 'meetingId' | 'meetingOn' | 'reviewBefore'>;

/** The plans of every case, and how often a review of it was missed, as the log tells. */
export function told(log: readonly RecordedEvent[]) {
  const plans = new Map<string, readonly ReviewPlan[]>();
  const missed = new Map<string, number>();
  for (const { stream, type, data } of log) {
    const changeId = subjectOf(stream);
    if (type === 'ReviewsPlanned') plans.set(changeId, (data as { plans: readonly ReviewPlan[] }).plans);
    if (type === 'MedReviewMissed') missed.set(changeId, (missed.get(changeId) ?? 0) + 1);
  }
  return { plans, missed };
}

const shown = (plan: ReviewPlan | undefined): DutyShown | null =>
  plan
    ? {
        committeeId: plan.committeeId,
        meetingId: plan.meetingId,
        meetingOn: plan.meetingOn,
        reviewBefore: plan.reviewBefore,
      }
    : null;

const only = (duty: DutyShown | null): DutyShown | null => duty && shown(duty as ReviewPlan);

/** What was there when the question was asked. */
interface Known {
  readonly changes: readonly string[];
  readonly meetings: readonly { readonly meetingId: string }[];
}

/** Cases that were there before, whose duties aim elsewhere now. New ones get other ids when they are really made. */
export function turnedBetween(was: ReturnType<typeof told>, is: ReturnType<typeof told>, known: Known) {
  const turned = known.changes.flatMap((changeId) => {
    const [old, next] = [was.plans.get(changeId) ?? [], is.plans.get(changeId) ?? []];
    const ids = [...new Set([...old, ...next].map(({ requirementId }) => requirementId))];
    const of = (plans: readonly ReviewPlan[], id: string) => plans.find(({ requirementId }) => requirementId === id);
    const duties = ids
      .map((id) => ({ requirementId: id, from: shown(of(old, id)), to: shown(of(next, id)) }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
    const missed = (is.missed.get(changeId) ?? 0) - (was.missed.get(changeId) ?? 0);
    return duties.length > 0 || missed !== 0 ? [{ changeId, missed, duties }] : [];
  });
  return sorted(turned, known);
}

export const namedIn = (items: readonly Turned[], known: Known) =>
  sorted(
    items.map(({ changeId, missed, duties }) => ({
      changeId,
      missed,
      duties: duties
        .map(({ requirementId, from, to }) => ({ requirementId, from: only(from), to: only(to) }))
        .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)),
    })),
    known,
  ).filter(({ missed, duties }) => missed !== 0 || duties.length > 0);

/** Ids of what the drafts make are other ones when it is done: a meeting among them shows by its day. */
function sorted(turned: readonly Turned[], known: Known) {
  const meetings = new Set(known.meetings.map(({ meetingId }) => meetingId));
  const duty = (one: DutyShown | null) =>
    one && { ...one, meetingId: one.meetingId !== null && meetings.has(one.meetingId) ? one.meetingId : 'new or none' };
  return turned
    .filter(({ changeId }) => known.changes.includes(changeId))
    .map(({ duties, ...one }) => ({
      ...one,
      duties: duties
        .map(({ requirementId, from, to }) => ({ requirementId, from: duty(from), to: duty(to) }))
        .sort((a, b) => (a.requirementId < b.requirementId ? -1 : 1)),
    }))
    .sort((a, b) => (a.changeId < b.changeId ? -1 : 1));
}
