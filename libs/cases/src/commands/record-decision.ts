import { impossible, notFound } from '@rettidig/event-sourcing';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import {
  Day,
  decidingBodies,
  FreeText,
  Id,
  latestDay,
  One,
  OneOf,
  SourceOfFact,
  UncertainDay,
} from '@rettidig/vocabulary';
import { notInTheFuture, registered, today } from '../checks.js';
import { assessAndJudge, discoveryOf } from '../consequences.js';
import { Draft } from '../draft.js';
import { pointOf } from '../points.js';
import type { Outcome } from '../words.js';
import { outcomes } from '../words.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { Discovered, given } from './parts.js';
import { postpone, POSTPONED } from './postponement.js';

/** Somebody decided. A fact: it is never refused, and if MED was outstanding the same append says so (principle 1). */
export class RecordDecision {
  @OneOf(decidingBodies, { description: 'Who decided; `notStated` when it is not known.', example: 'socialCommittee' })
  body!: DecidingBody;

  @UncertainDay({
    description: 'When, as well as it is known. Any age; not in the future.',
    example: { on: '2026-06-03' },
  })
  when!: FuzzyDate;

  @OneOf(outcomes, {
    description:
      'What it came to. A postponed case is not decided; a rejected one was decided, and MED came before too.',
    example: 'approved',
  })
  outcome!: Outcome;

  @Id({
    description:
      'The planned point that it fulfils; found by itself when the body has only one left, or treats the case several times: then it is the one of that day, else the earliest.',
    optional: true,
  })
  pointId?: string;

  @Day({
    description:
      'To which day a decision with the outcome `postponed` was put off, where that is known. What was planned moves there in the same append, and the reviews are planned anew; where nothing was planned, it is planned now.',
    example: '2026-06-17',
    optional: true,
  })
  postponedTo?: string;

  @FreeText({
    description: `Why it was put off: the reason with which its date moves. “${POSTPONED}” when left out.`,
    example: 'Udvalget bad om en ny beregning.',
    max: 1000,
    multiline: true,
    optional: true,
  })
  postponedBecause?: string;

  @One(() => Discovered, { description: 'How it was found, when it was found afterwards.', optional: true })
  found?: Discovered;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const recordDecision: CaseCommand<RecordDecision> = {
  ...onCase,
  name: 'RecordDecision',
  message: RecordDecision,
  kind: 'fact',
  path: '/changes/{id}/decision',
  summary: { da: 'Registrér en beslutning', en: 'Record a decision' },
  refusals: [
    'change.unknown',
    'change.in-the-future',
    'change.point-unknown',
    // Only for a day to which it was put off.
    'change.not-postponed-to',
    'change.point-unclear',
    'change.point-past',
    'change.withdrawn',
  ],
  decide: (state, message, context) => {
    registered(state);
    notInTheFuture(message.when, context);
    notInTheFuture(message.found?.on, context);
    const { body, when, outcome, found, source } = message;
    if (message.pointId && !state.points[message.pointId]) throw notFound('change.point-unknown');
    const pointId = message.pointId ?? pointOf(state, body, latestDay(when) ?? today(context), context);
    const draft = new Draft(state, context).add({
      type: 'DecisionRecorded',
      data: { decisionId: context.newId('decision'), body, when, outcome, ...given({ pointId, found, source }) },
    });
    const { postponedTo: to, postponedBecause: reason = POSTPONED } = message;
    if (to && outcome !== 'postponed') throw impossible('change.not-postponed-to', { day: to });
    if (to) postpone(draft, { body, when, to, reason, pointId });
    if (outcome !== 'postponed') assessAndJudge(draft, { cause: 'decision' }, discoveryOf(message, context));
    return draft.events;
  },
};
