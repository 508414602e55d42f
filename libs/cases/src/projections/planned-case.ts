import { foldText } from '@rettidig/event-sourcing';
import type { DomainEvent, EventOf } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import type { BeforeAct, DeciderOfChange, RequiredReview } from '@rettidig/rules';
import type { ChangeEvent } from '../change.events.js';
import type { CaseNumber } from './case-number.js';

/** What a list of plans shows of a case beside its plans, and all that its assessment and its plans hang on. JSON only. */
export interface PlannedCase {
  readonly title: string;
  /** All titles and numbers it ever had, so that a search finds it by each. */
  readonly searched: readonly string[];
  readonly kind: string;
  readonly unitId: string | null;
  readonly decider: DeciderOfChange;
  readonly ownerId: string | null;
  /** Every duty that it has or had. */
  readonly duties: Readonly<Record<string, KnownDuty>>;
  readonly plans: readonly ReviewPlan[];
  /** False for a case of a release that made no plans yet. */
  readonly wasPlanned: boolean;
}

interface KnownDuty {
  readonly committeeId: string | null;
  readonly role: RequiredReview['role'];
  readonly before: BeforeAct;
}

export const noPlannedCase: PlannedCase = {
  title: '',
  searched: [],
  kind: 'other',
  unitId: null,
  decider: { body: 'notStated', managerUnitId: null },
  ownerId: null,
  duties: {},
  plans: [],
  wasPlanned: false,
};

type Telling<E extends DomainEvent> = {
  readonly [Type in E['type']]?: (known: PlannedCase, data: EventOf<E, Type>['data']) => PlannedCase;
};

const telling = {
  ChangeRegistered: (known, { title, kind, unitId, decider, ownerId, externalNumbers }) => ({
    ...known,
    title,
    searched: [title, ...externalNumbers.map(({ value }) => value)],
    kind,
    unitId,
    decider,
    ownerId,
  }),
  CaseOwnerAssigned: (known, { ownerId }) => ({ ...known, ownerId }),
  ChangeFactsCorrected: (known, { title, kind, unitId, decider }) => ({
    ...known,
    title: title ?? known.title,
    searched: title === undefined ? known.searched : [...new Set([...known.searched, title])],
    kind: kind ?? known.kind,
    unitId: unitId === undefined ? known.unitId : unitId,
    decider: decider ?? known.decider,
  }),
  MedInvolvementAssessed: (known, { requirements }) => owing(known, requirements),
  AssessmentOverridden: (known, { requirements }) => owing(known, requirements),
  ReviewsPlanned: (known, { plans }) => ({ ...known, plans, wasPlanned: true }),
} satisfies Telling<ChangeEvent>;

function owing(known: PlannedCase, requirements: readonly (RequiredReview & { requirementId: string })[]): PlannedCase {
  const now = requirements.map(
    ({ requirementId, committeeId, role, before }) => [requirementId, { committeeId, role, before }] as const,
  );
  return { ...known, duties: { ...known.duties, ...Object.fromEntries(now) } };
}

/** The types of the events that a planned case is made of. */
export const plannedTypes = Object.keys(telling) as (keyof typeof telling)[];

/** Goes on by one event. */
export function goOnPlanning(known: PlannedCase, event: { readonly type: string; readonly data: object }): PlannedCase {
  const step = telling[event.type as keyof typeof telling] as
    ((known: PlannedCase, data: object) => PlannedCase) | undefined;
  return step ? step(known, event.data) : known;
}

/** The ids of units and committees that decide what the case owes and when: what happens to them touches it. */
export function dependsOn({ unitId, decider, duties }: PlannedCase): ReadonlySet<string> {
  const committees = Object.values(duties).map(({ committeeId }) => committeeId);
  return new Set([unitId, decider.managerUnitId, ...committees].filter((id) => id !== null));
}

/** What a search for words looks in. */
export const searchedText = ({ searched }: PlannedCase, { number }: CaseNumber): string =>
  foldText([number, ...searched].join('\n'));
