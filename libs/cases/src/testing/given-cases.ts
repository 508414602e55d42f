import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import type { ReviewPlan } from '@rettidig/planning';
import type { ChangeEvent, Lateness, Requirement } from '../change.events.js';
import { MAIN, PEOPLE, UNITS } from './town.js';

// Events of cases as specs of views and questions give them.

type Data<Type extends ChangeEvent['type']> = Extract<ChangeEvent, { type: Type }>['data'];

export const caseId = (name = 'one'): string => idOf('given-case', name);
export const duty = (name = 'one'): string => idOf('given-duty', name);

/** One event of a case, recorded at noon of a day unless told. */
export function event<Type extends ChangeEvent['type']>(
  type: Type,
  data: Data<Type>,
  on: { readonly day?: string; readonly of?: string; readonly by?: keyof typeof PEOPLE } = {},
): GivenEvent<ChangeEvent> {
  return {
    type,
    data,
    stream: `change-${caseId(on.of)}`,
    recordedAt: `${on.day ?? '2026-04-24'}T10:00:00.000Z`,
    actor: PEOPLE[on.by ?? 'secretary'],
  } as GivenEvent<ChangeEvent>;
}

export const requirement = (name = 'one', more: Partial<Requirement> = {}): Requirement => ({
  requirementId: duty(name),
  committeeId: MAIN,
  role: 'primary',
  before: 'decision',
  ruleId: 'rule',
  secretaryConfirms: false,
  ...more,
});

export const registered = (more: Partial<Data<'ChangeRegistered'>> = {}): Data<'ChangeRegistered'> => ({
  title: 'Flere afdelingsledere i Åhuset',
  kind: 'moreSectionManagers',
  facts: {},
  unitId: UNITS.home,
  decider: { body: 'manager', managerUnitId: UNITS.centre },
  ownerId: PEOPLE.manager.id,
  externalNumbers: [],
  ...more,
});

export const assessed = (
  requirements: readonly Requirement[] = [requirement()],
  more: Partial<Data<'MedInvolvementAssessed'>> = {},
): Data<'MedInvolvementAssessed'> => ({
  relevance: 'medRelevant',
  requirements,
  superseded: [],
  explanation: {
    ruleSetVersion: 'default',
    validOn: '2026-04-24',
    levelsInForce: ['main', 'area', 'local'],
    transitionPeriodId: null,
    verdicts: [],
    ask: [],
    wouldChange: [],
    notChosen: [],
    stepsUp: [],
  },
  cause: 'registration',
  ...more,
});

export const missed = (more: Partial<Data<'MedReviewMissed'>> = {}): Data<'MedReviewMissed'> => ({
  requirementId: duty(),
  committeeId: MAIN,
  role: 'primary',
  before: 'decision',
  cause: 'decidedBeforeMed',
  body: 'manager',
  when: { on: '2026-03-01' },
  decisionId: idOf('decision'),
  foundOn: { on: '2026-04-24' },
  foundBy: 'managementSide',
  ...more,
});

export const review = (more: Partial<Data<'MedReviewHeld'>> = {}): Data<'MedReviewHeld'> => ({
  reviewId: idOf('review'),
  committeeId: MAIN,
  meetingId: idOf('meeting'),
  itemId: idOf('item'),
  heldOn: '2026-04-24',
  form: 'discussion',
  maturity: 'draft',
  provisional: true,
  countsFor: [duty()],
  doesNotCountFor: [],
  ...more,
});

export const placed = (more: Partial<Data<'CasePlacedOnAgenda'>> = {}): Data<'CasePlacedOnAgenda'> => ({
  meetingId: idOf('meeting'),
  itemId: idOf('item'),
  committeeId: MAIN,
  on: '2026-04-24',
  requirementIds: [duty()],
  ...more,
});

export const decided = (more: Partial<Data<'DecisionRecorded'>> = {}): Data<'DecisionRecorded'> => ({
  decisionId: idOf('decision'),
  body: 'manager',
  when: { on: '2026-03-01' },
  outcome: 'approved',
  ...more,
});

export const planned = (
  day: string,
  more: Partial<Data<'DecisionPointPlanned'>> = {},
): Data<'DecisionPointPlanned'> => ({
  pointId: idOf('point'),
  kind: 'decision',
  body: 'manager',
  when: { on: day },
  ...more,
});

/** Papers in time for a deadline of fourteen days before a meeting. */
export const inTime = (deadline = '2026-04-10'): Lateness => ({
  deadline: { on: deadline, rule: { code: 'timetable', version: '1', days: { count: 14, kind: 'calendar' } } },
  lateByDays: 0,
  lateByWorkdays: 0,
  sentAfterMeeting: false,
});

export const dispatched = (more: Partial<Data<'PapersDispatched'>> = {}): Data<'PapersDispatched'> => ({
  dispatchId: idOf('dispatch'),
  version: '2',
  meetingId: idOf('meeting'),
  committeeId: MAIN,
  meetingOn: '2026-04-24',
  on: '2026-04-14',
  recipients: 24,
  ...inTime(),
  ...more,
});

/** A plan that aims at a meeting in May, for a decision in June. */
export const plan = (name = 'one', more: Partial<ReviewPlan> = {}): ReviewPlan => ({
  requirementId: duty(name),
  committeeId: MAIN,
  aim: 'decision',
  since: '2026-04-24',
  bodies: [],
  reviewBefore: '2026-06-03',
  bindingPointId: idOf('point'),
  meetingId: idOf('meeting'),
  meetingOn: '2026-05-12',
  lastUsableId: idOf('meeting'),
  lastUsableOn: '2026-05-12',
  steps: [],
  atRiskFrom: '2026-05-13',
  pastFrom: '2026-06-03',
  ...more,
});

export const promised = (more: Partial<Data<'FollowUpPromised'>> = {}): Data<'FollowUpPromised'> => ({
  followUpId: idOf('follow-up'),
  meetingId: idOf('meeting'),
  itemId: idOf('item'),
  kind: 'answerQuestions',
  what: 'Hvordan bliver bemandingen?',
  due: { notStated: true },
  ...more,
});

/** A case that was registered and owes the main committee a review. */
export const owing = (of = 'one', more: Partial<Data<'ChangeRegistered'>> = {}): GivenEvent<ChangeEvent>[] => [
  event('ChangeRegistered', registered(more), { of }),
  event('MedInvolvementAssessed', assessed([requirement(of)]), { of }),
];

/** The same, decided before MED. */
export const owingAndMissed = (of = 'one', more: Partial<Data<'MedReviewMissed'>> = {}): GivenEvent<ChangeEvent>[] => [
  ...owing(of),
  event('DecisionRecorded', decided(), { of }),
  event('MedReviewMissed', missed({ requirementId: duty(of), ...more }), { of }),
];
