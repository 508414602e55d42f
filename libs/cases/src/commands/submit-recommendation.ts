import { notFound, Refused } from '@rettidig/event-sourcing';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { Day, FreeText, Id, One, OneOf, plusCalendarDays, politicalBodies } from '@rettidig/vocabulary';
import type { ChangeState } from '../change.state.js';
import { openDuties } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { inProgress, notInTheFuture, today } from '../checks.js';
import { assessAndJudge, atReassessment } from '../consequences.js';
import { Draft } from '../draft.js';
import { openReadings } from '../points.js';
import { discussionOf } from '../progress.js';
import { earliestOf, readingsBy } from '../readings.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** Going on although something is missing takes a named person and a reason (A1, A10). */
export class Bypass {
  @FreeText({
    description: 'Why it goes on all the same.',
    example: 'Fristen i Økonomiudvalget kan ikke flyttes.',
    max: 1000,
    multiline: true,
  })
  reason!: string;
}

/** The recommendation goes to the politicians. A promise: it is answered with what is missing before it. */
export class SubmitRecommendation {
  @OneOf(politicalBodies, { description: 'The political body it goes to.', example: 'socialCommittee' })
  to!: PoliticalBody;

  @Day({ description: 'On which day; today when left out.', optional: true })
  on?: LocalDate;

  @Id({
    description:
      'The planned decision that it is for, when the body treats the case several times; the earliest open one when left out.',
    optional: true,
  })
  pointId?: string;

  @One(() => Bypass, { description: 'Given to go on although a MED review is missing.', optional: true })
  bypass?: Bypass;
}

export const submitRecommendation: CaseCommand<SubmitRecommendation> = {
  ...onCase,
  name: 'SubmitRecommendation',
  message: SubmitRecommendation,
  kind: 'change',
  path: '/changes/{id}/recommendation',
  summary: { da: 'Send indstillingen til politikerne', en: 'Submit the recommendation' },
  refusals: [
    'change.unknown',
    'change.withdrawn',
    'change.in-the-future',
    'change.point-unknown',
    'change.review-missing',
  ],
  decide: (state, { to, bypass, ...message }, context) => {
    inProgress(state);
    const on = message.on ?? today(context);
    notInTheFuture(on, context);
    if (message.pointId && !state.points[message.pointId]) throw notFound('change.point-unknown');
    const draft = new Draft(state, context);
    // A structure that changed a moment ago is asked for itself: the reaction that follows it may still be on its way.
    assessAndJudge(draft, { cause: 'structure' }, atReassessment(context));
    const missing = missingBefore(draft.state, on, context);
    if (missing.length > 0 && !bypass) throw new Refused('change.review-missing', { missing });
    const ids = missing.map(({ requirementId }) => requirementId);
    draft.add({
      type: 'RecommendationSubmitted',
      data: { to, on, ...readingOf(state, { ...message, to, on }, context), recommendedBeforeMed: ids },
    });
    if (bypass && ids.length > 0) {
      const { reason } = bypass;
      draft.add({ type: 'RequirementBypassed', data: { requirementIds: ids, act: 'recommendation', reason } });
    }
    return draft.events;
  },
};

/** Which reading it is for. Where there is only one, nobody need say so. */
function readingOf(
  state: ChangeState,
  { to, on, pointId }: SubmitRecommendation & { readonly on: LocalDate },
  context: ChangeContext,
): { readonly pointId?: string } {
  if (readingsBy(state, to, on, context) === 1) return {};
  return given({ pointId: pointId ?? earliestOf(openReadings(state, to, context))?.pointId });
}

/** Duties that are not discussed to the end before the recommendation, missed ones included. */
function missingBefore(state: ChangeState, on: LocalDate, context: ChangeContext) {
  return openDuties(state)
    .map((duty) => ({ duty, discussion: discussionBefore(state, duty, on, context) }))
    .filter(({ discussion }) => discussion !== 'finished')
    .map(({ duty: { requirement }, discussion }) => ({
      requirementId: requirement.requirementId,
      committeeId: requirement.committeeId,
      why: discussion === 'goesOn' ? 'discussionGoesOn' : 'notDiscussed',
    }));
}

/** What is recorded by now came before a recommendation sent now; for an earlier day the day itself shows no order. */
const discussionBefore = (
  state: ChangeState,
  duty: Parameters<typeof discussionOf>[1],
  on: LocalDate,
  context: ChangeContext,
) => discussionOf(state, duty, context, on === today(context) ? on : plusCalendarDays(on, -1));
