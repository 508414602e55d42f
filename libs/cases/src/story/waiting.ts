import type { DecidingBody, FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import { isPolitical } from '@rettidig/vocabulary';
import { statusOf } from './case-story.js';
import type { CaseStory, FollowUpStory, RequirementStory } from './case-story.js';
import { alterationsOf, lastReview } from './requirement-changes.js';
import { isAnswered } from './register-rows.js';

/** Where a case stands, in one word. */
export type CaseStatus =
  | 'awaitsAnswers'
  | 'awaitsPlacement'
  | 'onAgenda'
  /** Discussed; something is left before it is done. */
  | 'discussed'
  | 'complete'
  | 'notMedRelevant'
  | 'decided'
  | 'missed'
  | 'withdrawn';

/** One thing that a case waits for: codes and values; the sentence is made when it is read. */
export type Waiting =
  | { readonly what: 'answer'; readonly question: string }
  | {
      /** `newReview`: it was discussed, and the proposal became materially another one since. */
      readonly what: 'placement' | 'newReview';
      readonly committeeId: string | null;
      readonly before: RequirementStory['before'];
    }
  | {
      readonly what: 'meeting';
      readonly committeeId: string | null;
      readonly meetingId: string;
      readonly on: LocalDate;
    }
  | {
      readonly what: 'continuation';
      readonly committeeId: string | null;
      readonly goesOn: 'nextMeeting' | 'nextVersion';
    }
  | { readonly what: 'remarks'; readonly committeeId: string | null; readonly to: DecidingBody }
  | { readonly what: 'followUp'; readonly followUp: FollowUpStory }
  | { readonly what: 'settlement'; readonly disputeId: string }
  | { readonly what: 'decision'; readonly body: DecidingBody; readonly when: FuzzyDate };

export function caseStatusOf(story: CaseStory): CaseStatus {
  const statuses = new Set(Object.values(story.requirements).map(statusOf));
  if (statuses.has('missed')) return 'missed';
  if (story.withdrawn) return 'withdrawn';
  if (isDecided(story)) return 'decided';
  if (statuses.has('unplaced')) return 'awaitsPlacement';
  if (statuses.has('placed') || statuses.has('dispatched')) return 'onAgenda';
  if (statuses.has('discussed')) return 'discussed';
  if (statuses.has('complete') || statuses.has('rebutted')) return 'complete';
  return story.relevance === 'undetermined' ? 'awaitsAnswers' : 'notMedRelevant';
}

/** Decided or started, as far as the record stands. */
const isDecided = ({ decisions, starts }: CaseStory): boolean =>
  starts.length > 0 ||
  Object.values(decisions).some(({ outcome, neverTaken }) => !neverTaken && outcome !== 'postponed');

/** Everything that the case waits for. A withdrawn case waits for nothing but what was promised. */
export function waitingOf(story: CaseStory): Waiting[] {
  const promised = [
    ...Object.values(story.followUps)
      .filter(({ settledOn }) => settledOn === null)
      .map((followUp): Waiting => ({ what: 'followUp', followUp })),
    ...Object.values(story.disputes)
      .filter(({ outcome }) => outcome === null)
      .map(({ disputeId }): Waiting => ({ what: 'settlement', disputeId })),
  ];
  if (story.withdrawn) return promised;
  // A decision does not make remarks that were never forwarded arrive.
  if (isDecided(story)) return [...remarksOwed(story), ...promised];
  const ask = story.relevance === 'undetermined' ? story.ask : [];
  return [
    ...ask.map((question): Waiting => ({ what: 'answer', question })),
    ...Object.values(story.requirements).flatMap((one) => owedBy(story, one)),
    ...promised,
    ...Object.values(story.points)
      .filter((point) => point.kind === 'decision' && !isAnswered(point, story))
      .map(({ body, when }): Waiting => ({ what: 'decision', body, when })),
  ];
}

/** Remarks of discussions that whoever decided never got (I2). */
const remarksOwed = (story: CaseStory): Waiting[] =>
  Object.values(story.requirements)
    .flatMap((one) => owedBy(story, one))
    .filter(({ what }) => what === 'remarks');

/** What one duty still needs. */
export function owedBy(story: CaseStory, requirement: RequirementStory): Waiting[] {
  const { requirementId, committeeId, before, placedOn, forwarded } = requirement;
  const status = statusOf(requirement);
  if (status === 'unplaced') {
    const isAltered = alterationsOf(story, requirementId).length > 0;
    return [{ what: isAltered ? 'newReview' : 'placement', committeeId, before }];
  }
  if ((status === 'placed' || status === 'dispatched') && placedOn) {
    return [{ what: 'meeting', committeeId, meetingId: placedOn.meetingId, on: placedOn.on }];
  }
  if (status !== 'discussed') return [];
  const goesOn = lastReview(story, requirementId)?.goesOn;
  const remarks = before === 'recommendation' && !forwarded;
  return [
    ...(goesOn ? [{ what: 'continuation', committeeId, goesOn } as const] : []),
    ...(remarks ? lackingRemarks(story).map((to) => ({ what: 'remarks', committeeId, to }) as const) : []),
  ];
}

/**
 * Political bodies that decide and were not sent the remarks: each must have them (A20). When all were sent something
 * before the discussion was over, whoever was to decide in the first place must be sent the rest.
 */
function lackingRemarks({ decider, points, decisions, forwarded }: CaseStory): DecidingBody[] {
  const planned = Object.values(points).filter(({ kind }) => kind === 'decision');
  const decided = Object.values(decisions).filter(({ neverTaken, outcome }) => !neverTaken && outcome !== 'postponed');
  const bodies = new Set([decider, ...planned, ...decided].map(({ body }) => body).filter(isPolitical));
  const lacking = [...bodies].filter((body) => !forwarded.some(({ to }) => to === body));
  return lacking.length > 0 ? lacking : [decider.body];
}

/** The latest day on which the next planned decision or start is expected; null without one. */
export function nextDecision(story: CaseStory): FuzzyDate | null {
  const expected = Object.values(story.points).filter(
    (point) => (point.kind === 'decision' || point.kind === 'start') && !isAnswered(point, story),
  );
  return expected.map(({ when }) => when).sort((a, b) => (dayFor(a) < dayFor(b) ? -1 : 1))[0] ?? null;
}

/** What is not stated comes last. */
const dayFor = (when: FuzzyDate): string => ('on' in when ? when.on : 'onOrBefore' in when ? when.onOrBefore : '9999');
