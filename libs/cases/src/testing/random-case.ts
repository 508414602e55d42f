import type { Actor } from '@rettidig/event-sourcing';
import type { FuzzyDate } from '@rettidig/vocabulary';
import fc from 'fast-check';
import type { AnyCommand } from '@rettidig/event-sourcing';
import { acknowledgeMiss } from '../commands/acknowledge-miss.js';
import { agreeNoNewReview } from '../commands/agree-no-new-review.js';
import { confirmReview } from '../commands/confirm-review.js';
import { correctChangeFacts } from '../commands/correct-change-facts.js';
import { correctDecision } from '../commands/correct-decision.js';
import { declareNotMedRelevant } from '../commands/declare-not-med-relevant.js';
import { disputeAssessment } from '../commands/dispute-assessment.js';
import { explainMiss } from '../commands/explain-miss.js';
import { forwardRemarks } from '../commands/forward-remarks.js';
import { mirrorDiscussion } from '../commands/mirror-discussion.js';
import { mirrorPlacement } from '../commands/mirror-placement.js';
import { mirrorRemovalFromAgenda } from '../commands/mirror-removal-from-agenda.js';
import { moveDecisionPoint } from '../commands/move-decision-point.js';
import { overrideAssessment } from '../commands/override-assessment.js';
import { planDecisionPoint } from '../commands/plan-decision-point.js';
import { reassessChange } from '../commands/reassess-change.js';
import { recordDecision } from '../commands/record-decision.js';
import { recordReview } from '../commands/record-review.js';
import { recordStart } from '../commands/record-start.js';
import type { RegisterChange } from '../commands/register-change.js';
import { reportAlteration } from '../commands/report-alteration.js';
import { settleDispute } from '../commands/settle-dispute.js';
import { submitRecommendation } from '../commands/submit-recommendation.js';
import { withdrawChange } from '../commands/withdraw-change.js';
import type { ChangeState } from '../change.state.js';
import type { ChangeReference } from '../checks.js';
import { CASE, reviewAt } from './played-case.js';
import type { MeetingOfCase } from './town.js';
import { AREA, dissolved, LOCAL, MAIN, PEOPLE, referenceOf, transitionFrom, UNITS } from './town.js';

/** One thing that somebody does to a case, or that happens around it. */
export type Step =
  | { readonly says: AnyCommand; readonly message: (state: ChangeState) => object; readonly by: Actor }
  | { readonly structure: number }
  | { readonly approved: number };

const meetings: readonly MeetingOfCase[] = [
  { key: 'm0', committeeId: MAIN, on: '2026-03-10' },
  { key: 'm1', committeeId: MAIN, on: '2026-04-10' },
  { key: 'm2', committeeId: AREA, on: '2026-04-02' },
  { key: 'm3', committeeId: LOCAL, on: '2026-04-08' },
  { key: 'm4', committeeId: MAIN, on: '2026-04-24' },
].map((meeting) => ({ ...meeting, caseId: CASE }));

const structures = [
  [],
  [transitionFrom('2026-04-05')],
  [transitionFrom('2026-04-05'), dissolved(LOCAL, '2026-04-15')],
] as const;

const worlds = new Map<string, ChangeReference>();

/** The administration in one of its states, with the minutes of some meetings approved. */
export function worldOf(structure: number, approved: ReadonlySet<number>): ChangeReference {
  const key = `${structure} ${[...approved].sort().join(',')}`;
  const known = worlds.get(key);
  if (known) return known;
  if (approved.size > 0) worldOf(structure, new Set());
  const { organisation, ruleBook } = worlds.get(`${structure} `) ?? referenceOf({ since: structures[structure]! });
  const came = (n: number) => (approved.has(n) ? 'approved' : 'discussed');
  // One organisation for all its worlds: what follows from it is worked out once.
  const world = {
    organisation,
    ruleBook,
    meetings: referenceOf({ meetings: meetings.map((one, n) => ({ ...one, came: came(n) })) }).meetings,
  };
  worlds.set(key, world);
  return world;
}

const when: fc.Arbitrary<FuzzyDate> = fc.constantFrom<FuzzyDate>(
  { on: '2026-03-05' },
  { on: '2026-04-06' },
  { on: '2026-04-10' },
  { on: '2026-04-20' },
  { on: '2026-04-24' },
  { onOrBefore: '2026-04-12' },
  { notStated: true },
);
const body = fc.constantFrom('manager', 'socialCommittee', 'healthAndCareCommittee', 'notStated' as const);
const outcome = fc.constantFrom('approved', 'approved', 'rejected', 'postponed', 'notStated');
const actor = fc.constantFrom(...Object.values(PEOPLE));
const meeting = fc.nat({ max: meetings.length - 1 });
const answer = fc.constantFrom('yes', 'no', 'unknown');
const kind = fc.constantFrom('newService', 'reorganisation', 'other', 'budgetProposal');
const unitId = fc.constantFrom(null, ...Object.values(UNITS));
const facts = fc.dictionary(fc.constantFrom('affectsStaff', 'crossCutting', 'newService', 'reorganisation'), answer, {
  noNullPrototype: true,
});
const decider = fc.record({ body, managerUnitId: unitId });
const reason = 'fordi';

/** A change as anybody could register it. */
export const registration: fc.Arbitrary<RegisterChange> = fc.record(
  {
    title: fc.constant('Sag'),
    kind,
    facts: facts,
    unitId,
    decider: decider,
    alreadyDecided: fc.record({ body, when, outcome }),
  },
  { requiredKeys: ['title', 'kind'] },
);

const says = (
  command: AnyCommand,
  message: fc.Arbitrary<object | ((state: ChangeState) => object)> = fc.constant({ reason }),
  by: fc.Arbitrary<Actor> = actor,
): fc.Arbitrary<Step> =>
  fc.record({ message, by }).map((said) => ({
    says: command,
    message: typeof said.message === 'function' ? (said.message as (state: ChangeState) => object) : () => said.message,
    by: said.by,
  }));

const item = meeting.map((n) => reviewAt(meetings[n]!.key, meetings[n]!.on));
/** One of the ids that the state knows, whichever the number falls on. */
const oneOf = (ids: readonly string[], n: number): string => ids[n % Math.max(1, ids.length)] ?? CASE;

/** Anything that can be said to a case, and the changes around it. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: says(recordDecision, fc.record({ body, when, outcome })) },
  {
    weight: 4,
    arbitrary: says(
      correctDecision,
      fc
        .record({
          n: fc.nat({ max: 5 }),
          more: fc.record({ when, body, neverTaken: fc.boolean() }, { requiredKeys: [] }),
        })
        .map(({ n, more }) => (state: ChangeState) => ({
          decisionId: oneOf(Object.keys(state.acts), n),
          reason,
          ...more,
        })),
    ),
  },
  { weight: 2, arbitrary: says(recordStart, fc.record({ when })) },
  {
    weight: 6,
    arbitrary: says(
      recordReview,
      fc
        .record({
          at: item,
          more: fc.record({ goesOn: fc.constant('nextMeeting'), form: fc.constant('briefing') }, { requiredKeys: [] }),
        })
        .map(({ at, more }) => ({ ...at, ...more })),
    ),
  },
  { weight: 6, arbitrary: says(confirmReview, item) },
  { weight: 3, arbitrary: says(mirrorDiscussion, item) },
  { weight: 2, arbitrary: says(mirrorPlacement, item) },
  {
    weight: 1,
    arbitrary: says(
      mirrorRemovalFromAgenda,
      item.map((at) => ({
        ...at,
        because: 'itemWithdrawn',
        personId: PEOPLE.secretary.id,
        role: 'secretariat',
        reason: 'udsat',
      })),
    ),
  },
  { weight: 2, arbitrary: says(reassessChange, fc.record({ cause: fc.constantFrom('structure', 'rules') })) },
  { weight: 2, arbitrary: says(declareNotMedRelevant) },
  { weight: 1, arbitrary: says(withdrawChange) },
  {
    weight: 4,
    arbitrary: says(
      correctChangeFacts,
      fc
        .record({ kind, facts, unitId, decider }, { requiredKeys: ['kind'] })
        .map((corrected) => ({ ...corrected, reason })),
    ),
  },
  {
    weight: 1,
    arbitrary: says(
      overrideAssessment,
      fc.subarray([MAIN, AREA, LOCAL], { minLength: 1 }).map((ids) => ({
        requirements: ids.map((committeeId) => ({ committeeId, before: 'decision' })),
        reason,
      })),
    ),
  },
  { weight: 2, arbitrary: says(disputeAssessment) },
  {
    weight: 4,
    arbitrary: says(
      settleDispute,
      fc
        .record({
          n: fc.nat({ max: 3 }),
          outcome: fc.constantFrom('medRelevant', 'notMedRelevant', 'assessmentStands'),
        })
        .map((said) => (state: ChangeState) => ({
          disputeId: oneOf(Object.keys(state.disputes), said.n),
          outcome: said.outcome,
          reason,
        })),
      fc.constantFrom(PEOPLE.chair, PEOPLE.deputyChair),
    ),
  },
  {
    weight: 1,
    arbitrary: says(
      submitRecommendation,
      fc.constantFrom({ to: 'socialCommittee' }, { to: 'socialCommittee', bypass: { reason } }),
    ),
  },
  { weight: 1, arbitrary: says(forwardRemarks, fc.constant({ to: 'socialCommittee', on: '2026-04-15' })) },
  { weight: 1, arbitrary: says(planDecisionPoint, fc.record({ kind: fc.constant('decision'), body, when })) },
  {
    weight: 1,
    arbitrary: says(
      moveDecisionPoint,
      when.map((to) => (state: ChangeState) => ({ pointId: oneOf(Object.keys(state.points), 0), to, reason })),
    ),
  },
  {
    weight: 3,
    arbitrary: says(
      reportAlteration,
      fc
        .constantFrom('2026-03-12', '2026-04-09', '2026-04-20', '2026-04-24')
        .map((on) => ({ what: ['scope'], on, note: 'nu permanent' })),
    ),
  },
  {
    weight: 2,
    arbitrary: says(
      agreeNoNewReview,
      fc.nat({ max: 3 }).map((n) => (state: ChangeState) => ({
        alterationId: oneOf(Object.keys(state.alterations), n),
        reason,
      })),
      fc.constantFrom(PEOPLE.chair, PEOPLE.deputyChair),
    ),
  },
  { weight: 1, arbitrary: says(acknowledgeMiss, fc.constant({ on: '2026-04-24' })) },
  { weight: 1, arbitrary: says(explainMiss, fc.constant({ causes: ['other'] })) },
  { weight: 2, arbitrary: fc.nat({ max: structures.length - 1 }).map((structure): Step => ({ structure })) },
  { weight: 4, arbitrary: meeting.map((approved): Step => ({ approved })) },
);
