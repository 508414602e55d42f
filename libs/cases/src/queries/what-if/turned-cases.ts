import type { DomainEvent, QueryContext, RehearsedStream } from '@rettidig/event-sourcing';
import { categoryOf, evolve, subjectOf } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { changeDecider } from '../../change.js';
import type { ChangeState } from '../../change.state.js';
import { missedDuties } from '../../change.state.js';
import type { ChangeReference } from '../../checks.js';
import { CASES_VIEW, numberOf } from '../../projections/cases.js';
import { TurnedCase } from './turned-case.answer.js';
import { lookAgainAtCases } from './look-again.js';
import type { Telling } from './tell-turn.js';
import { shown, tellingOf, turnTold } from './tell-turn.js';

interface Turn {
  readonly item: TurnedCase;
  readonly mark: string;
}

/**
 * The cases among what was rehearsed whose plan, committee or register rows would be others: from what to what, and what
 * could be done where no meeting would be left.
 */
export const turningCases = {
  item: TurnedCase,
  lookAgain: lookAgainAtCases,
  turned: async (
    { streams, reference }: { readonly streams: readonly RehearsedStream[]; readonly reference: unknown },
    context: QueryContext,
  ): Promise<readonly Turn[]> => {
    const changes = streams.filter(({ stream }) => categoryOf(stream) === changeDecider.category);
    const telling = tellingOf(context as QueryContext<ChangeReference>, reference as ChangeReference);
    const turns = await Promise.all(changes.map((change) => turnOf(change, telling)));
    return turns.filter((turn) => turn !== null).sort((a, b) => (a.mark < b.mark ? -1 : 1));
  },
};

/** Null for a case that stays as it is, whatever is noted on it. */
async function turnOf({ stream, before, added }: RehearsedStream, telling: Telling): Promise<Turn | null> {
  const old = fold(before);
  const next = fold(added, old);
  const missed = missedDuties(next).length - missedDuties(old).length;
  const turned = turnedPlans(old, next);
  if (turned.length === 0 && missed === 0) return null;
  const changeId = subjectOf(stream);
  const duties = turned.map(({ requirementId, from, to }) => ({
    requirementId,
    from: from && shown(from, telling.before),
    to: to && shown(to, telling.after),
    ...turnTold({ from, to, state: next, changeId }, telling),
  }));
  const mark = JSON.stringify([
    changeId,
    missed,
    turned.map(({ from, to }) => [from && datesOf(from), to && datesOf(to)]),
  ]);
  const number = numberOf(telling.context.views.view(CASES_VIEW), changeId) ?? null;
  return { item: { changeId, number, title: await titleOf(stream, added, telling), duties, missed }, mark };
}

const fold = (
  events: readonly (DomainEvent & { readonly meta: Parameters<typeof evolve>[2]['meta'] })[],
  from: ChangeState = changeDecider.initial,
): ChangeState => events.reduce((state, event) => evolve(changeDecider, state, event), from);

interface TurnedPlan {
  readonly requirementId: string;
  readonly from: ReviewPlan | null;
  readonly to: ReviewPlan | null;
}

/** Duties whose plan says another date, meeting or committee, in the order in which they stand. */
function turnedPlans({ plans: old }: ChangeState, { plans: next }: ChangeState): TurnedPlan[] {
  const ids = [...new Set([...old, ...next].map(({ requirementId }) => requirementId))];
  const planOf = (plans: readonly ReviewPlan[], id: string) => plans.find((plan) => plan.requirementId === id) ?? null;
  return ids
    .map((requirementId) => ({ requirementId, from: planOf(old, requirementId), to: planOf(next, requirementId) }))
    .filter(({ from, to }) => JSON.stringify(from && datesOf(from)) !== JSON.stringify(to && datesOf(to)));
}

/** What a plan says, without the rules that it follows from. */
const datesOf = ({ requirementId, committeeId, bodies, steps, ...plan }: ReviewPlan) => [
  ...[requirementId, committeeId, plan.meetingId, plan.meetingOn, plan.lastUsableOn, plan.reviewBefore],
  ...[plan.atRiskFrom, plan.pastFrom],
  bodies.map(({ pointId, reviewBefore, meetingId }) => [pointId, reviewBefore, meetingId]),
  steps.map(({ step, on, rule }) => [step, on, rule.code === 'waived']),
];

/** Texts of what is recorded are sealed where they were folded from; of what would be recorded they are not yet. */
async function titleOf(stream: string, added: RehearsedStream['added'], { context }: Telling): Promise<string> {
  const events = [...(await context.readStream(stream)), ...added];
  return events
    .filter(({ type }) => type === 'ChangeRegistered' || type === 'ChangeFactsCorrected')
    .reduce((title, { data }) => (data as { title?: string }).title ?? title, '');
}
