import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { MeetingState, Stage } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import { officesOf } from '@rettidig/organisation';
import { Day, FreeText, Id, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import type { DoesNotCount, Maturity, MedReviewHeld, Requirement } from '../change.events.js';
import type { ChangeState, Review } from '../change.state.js';
import { itemKey, standingActs, standingMiss } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { caseResource, inForceOn, knownMeeting, registered } from '../checks.js';
import { noteTalk, rebut } from '../consequences.js';
import { after, Draft } from '../draft.js';
import { whyNot } from '../judge.js';
import { owedBy } from '../owed.js';
import { maturities } from '../words.js';
import { filedVersion } from './dispatch-papers.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

const forms = ['discussion', 'briefing'] as const;
const continuations = ['nextMeeting', 'nextVersion'] as const;

/**
 * The committee had the case as an item of a meeting that was held. Recorded by its secretary against the meeting's own
 * record, so that nobody can date a review back or say it of another meeting.
 */
export class RecordReview {
  @Id({ description: 'The meeting, which must have been held.' })
  meetingId!: string;

  @Id({ description: 'The item of its agenda that the case was bundled in.' })
  itemId!: string;

  @Day({ description: 'The day of the meeting, as a check against mistakes.' })
  heldOn!: LocalDate;

  @OneOf(forms, {
    description: 'As the meeting recorded the item when left out. A briefing is never a MED review.',
    optional: true,
  })
  form?: (typeof forms)[number];

  @OneOf(maturities, {
    description: 'How far the proposal had come; by the stage stated on the agenda when left out.',
    optional: true,
  })
  maturity?: Maturity;

  @FreeText({
    description:
      'The version of the papers that was discussed. Where versions were filed, the number of one of them; the papers as they are called otherwise.',
    example: '2',
    max: 200,
    optional: true,
  })
  versionDiscussed?: string;

  @OneOf(continuations, {
    description: 'The discussion is not over: it goes on at the next meeting, or with the next version of the papers.',
    optional: true,
  })
  goesOn?: (typeof continuations)[number];

  @One(() => SourceOfFact, { description: 'Where in the minutes it stands.', optional: true })
  source?: SourceOfFact;
}

export const recordReview: CaseCommand<RecordReview> = {
  ...onCase,
  name: 'RecordReview',
  message: RecordReview,
  kind: 'fact',
  path: '/changes/{id}/reviews',
  summary: { da: 'Registrér en MED-behandling', en: 'Record a MED review' },
  refusals: [
    'change.unknown',
    'change.meeting-unknown',
    'change.meeting-not-held',
    'change.item-unknown',
    'change.not-on-item',
    'change.held-on-differs',
    'change.item-not-discussed',
    'change.form-differs',
    'change.review-already-recorded',
    'change.version-not-filed',
  ],
  resource: (state, message, context) => {
    const meeting = meetingOf(context.reference.meetings, message.meetingId);
    const { organisation } = context.reference;
    const offices = meeting
      ? officesOf(organisation, context.actor.id, meeting.committeeId, meeting.heldOn ?? meeting.on)
      : [];
    return { ...caseResource(state, message, context), offices };
  },
  decide: (state, message, context) => {
    registered(state);
    const meeting = knownMeeting(message.meetingId, context);
    const form = formOf(meeting, message, context);
    const stage = meeting.items.get(message.itemId)?.stage;
    const key = itemKey(message.meetingId, message.itemId);
    if (Object.values(state.reviews).some((one) => itemKey(one.meetingId, one.itemId) === key)) {
      throw new Refused('change.review-already-recorded');
    }
    const { versionDiscussed } = message;
    if (versionDiscussed && state.versions.length > 0) filedVersion(state, versionDiscussed);
    const review: MedReviewHeld['data'] = {
      reviewId: context.newId('review'),
      committeeId: meeting.committeeId,
      meetingId: message.meetingId,
      itemId: message.itemId,
      heldOn: message.heldOn,
      form,
      maturity: message.maturity ?? (stage ? maturityAt[stage] : 'notStated'),
      provisional: !meeting.minutesApproved,
      countsFor: [],
      doesNotCountFor: [],
      ...given({ stage, versionDiscussed, goesOn: message.goesOn, source: message.source }),
      ...(versionDiscussed && state.versions.length > 0 ? { paperVersion: versionDiscussed } : {}),
    };
    const trial = after(state, { type: 'MedReviewHeld', data: review }, context);
    const data = { ...review, ...countsFor(trial, trial.reviews[review.reviewId]!, context) };
    const draft = new Draft(state, context).add({ type: 'MedReviewHeld', data });
    rebut(draft, { cause: 'decision' });
    noteTalk(draft, { ...message, ...given({ source: message.source }) });
    return draft.events;
  },
};

/** What a stage of the material says of the proposal (A14-A16). */
const maturityAt: Readonly<Record<Stage, Maturity>> = {
  idea: 'idea',
  firstDraft: 'draft',
  laterDraft: 'draft',
  final: 'final',
};

/** What the meeting's own record says of the item; whoever types cannot say more. */
function formOf(meeting: MeetingState, message: RecordReview, context: ChangeContext): MedReviewHeld['data']['form'] {
  if (meeting.status !== 'held') throw new Refused('change.meeting-not-held', { status: meeting.status });
  const item = meeting.items.get(message.itemId);
  if (!item) throw notFound('change.item-unknown', { itemId: message.itemId });
  if (!item.caseIds.includes(context.subjectId)) throw new Refused('change.not-on-item', { number: item.number });
  if (message.heldOn !== meeting.heldOn) throw impossible('change.held-on-differs', { heldOn: meeting.heldOn });
  if (item.status !== 'discussed') throw new Refused('change.item-not-discussed', { number: item.number });
  if (item.form === 'briefing' && message.form === 'discussion') {
    throw impossible('change.form-differs', { number: item.number });
  }
  return message.form ?? item.form ?? 'discussion';
}

/** For which duties the review counts, and for which not and why. */
function countsFor(
  state: ChangeState,
  review: Review,
  context: ChangeContext,
): Pick<MedReviewHeld['data'], 'countsFor' | 'doesNotCountFor'> {
  const duties = Object.values(state.duties).filter(({ standing }) => standing !== 'superseded');
  const own = duties.filter(({ requirement }) => requirement.committeeId === review.committeeId);
  // In a committee that owes it a review, the talk was about that one and in no wrong place as to the others.
  const judged = (own.length > 0 ? own : duties).map((duty) => ({
    requirementId: duty.requirement.requirementId,
    why: firstReason(state, review, { requirement: duty.requirement, missedBy: standingMiss(duty)?.by }, context),
  }));
  return {
    countsFor: judged.filter(({ why }) => why === null).map(({ requirementId }) => requirementId),
    doesNotCountFor: judged.flatMap(({ requirementId, why }) => (why ? [{ requirementId, why }] : [])),
  };
}

/** Before every act that the duty was owed before; at all, while there was none. */
function firstReason(
  state: ChangeState,
  review: Review,
  { requirement, missedBy }: { requirement: Requirement; missedBy: string | undefined },
  context: ChangeContext,
): DoesNotCount | null {
  const { byAct } = owedBy(state, context, { cause: 'decision' });
  const acts = standingActs(state).filter(
    ({ actId }) =>
      actId === missedBy || byAct.get(actId)?.some(({ requirementId }) => requirementId === requirement.requirementId),
  );
  const reasons = (acts.length > 0 ? acts : [undefined]).map((act) =>
    whyNot(review, requirement, act, inForceOn(context)),
  );
  return reasons.find((reason) => reason !== null) ?? null;
}
