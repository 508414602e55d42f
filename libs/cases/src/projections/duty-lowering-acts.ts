import { foldText } from '@rettidig/event-sourcing';
import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { ChangeEvent, DeclarationRechecked, MedInvolvementAssessed } from '../change.events.js';
import type { CaseStory } from '../story/case-story.js';
import type { CaseNumber } from './case-number.js';
import { NOT_STATED_CODE } from './rows.js';

/** Events that lower or put off a duty, or take a row's ground away (principle 3). */
type LoweringEvent =
  | 'DeclaredNotMedRelevant'
  | 'ChangeFactsCorrected'
  | 'ChangeWithdrawn'
  | 'AssessmentOverridden'
  | 'CaseTakenOffAgenda'
  | 'DecisionPointMoved'
  | 'DecisionRecordCorrected'
  | 'RequirementBypassed';

/**
 * The acts by which a duty is lowered. The last is an assessment: a question of "Til vurdering" was answered with a case
 * whose facts leave no duty.
 */
export type DutyLoweringAct = LoweringEvent | 'RegisteredAsNotMedRelevant';

export const actSchema = [
  'create table {act} (act_id text primary key, change_id text not null, number text not null, title text not null,' +
    ' search text not null, kind text not null, unit_id text not null, act text not null, person_id text not null, role text not null,' +
    ' reason text, requirements text not null, ended integer not null, details text not null,' +
    ' recorded_at text not null, day text not null, known_from text not null, known_to text) strict',
  'create table {recheck} (change_id text not null, stands integer not null, person_id text not null, role text not null,' +
    ' reason text not null, recorded_at text not null, known_from text not null) strict',
  'create index {recheck_change} on {recheck} (change_id, known_from)',
  'create index {act_known_from} on {act} (known_from)',
  'create index {act_unit} on {act} (unit_id) where known_to is null',
  'create index {act_known_to} on {act} (known_to) where known_to is not null',
];

/** What an act says about itself: the reason given, the requirements it touched, how many of them it ended. */
interface Told {
  readonly reason: string | null;
  readonly requirements: readonly string[];
  readonly ended?: number;
  readonly details?: object;
  /** The act, where it is not called like its event. */
  readonly act?: DutyLoweringAct;
  /** Who did it, where the event is the system's mirror of what a person did. */
  readonly by?: { readonly personId: string; readonly role: string };
}

type Acts = {
  readonly [Act in LoweringEvent | 'MedInvolvementAssessed']: (
    data: Extract<ChangeEvent, { type: Act }>['data'],
    story: CaseStory,
  ) => Told | null;
};

const ends = ({ reason, ends: ended }: { readonly reason: string; readonly ends: readonly string[] }): Told => ({
  reason,
  requirements: ended,
  ended: ended.length,
});

/** What moves the duty to another committee, or is said anew of a missed case, ends nothing and is shown all the same. */
function corrected(
  data: { readonly reason: string; readonly ends: readonly string[]; readonly replaces?: readonly string[] },
  story: CaseStory,
): Told | null {
  const missed = Object.values(story.requirements).filter(({ miss }) => miss);
  const ids = missed.map(({ requirementId }) => requirementId);
  const touched = [...new Set([...data.ends, ...(data.replaces ?? []), ...ids])];
  return touched.length > 0 ? { ...ends(data), requirements: touched } : null;
}

/** A case that answers a question although it never owed anything: shown with the answers that say so. */
function answeredWithNone(
  { relevance, cause, explanation }: MedInvolvementAssessed['data'],
  story: CaseStory,
): Told | null {
  const isAnswer = story.origin && (cause === 'registration' || cause === 'facts');
  if (!isAnswer || relevance !== 'notMedRelevant' || Object.keys(story.requirements).length > 0) return null;
  const facts = Object.assign({}, ...explanation.verdicts.map(({ read }) => read)) as object;
  return { act: 'RegisteredAsNotMedRelevant', reason: null, requirements: [], details: { facts } };
}

/** Null: this time it lowered nothing. */
const acts: Acts = {
  DeclaredNotMedRelevant: ends,
  ChangeFactsCorrected: corrected,
  ChangeWithdrawn: ends,
  AssessmentOverridden: ends,
  CaseTakenOffAgenda: ({ because, requirementIds, by, reason }) =>
    because === 'itemWithdrawn' && requirementIds.length > 0 ? { reason, requirements: requirementIds, by } : null,
  DecisionPointMoved: ({ reason, from, to }) => ({ reason, requirements: [], details: { from, to } }),
  DecisionRecordCorrected: ({ reason, recordedInError, neverTaken, when }) => ({
    reason,
    requirements: recordedInError,
    details: { neverTaken, when },
  }),
  RequirementBypassed: ({ reason, requirementIds }) => ({ reason, requirements: requirementIds }),
  MedInvolvementAssessed: answeredWithNone,
};

/** Writes down that somebody looked at a declaration again. */
function noteRecheck(view: ViewWriter, event: ProjectedEvent, changeId: string): void {
  const { stands, reason } = event.data as DeclarationRechecked['data'];
  const { actor, recordedAt } = event.meta;
  view.run('insert into {recheck} values (:changeId, :stands, :personId, :role, :reason, :recordedAt, :knownAt)', {
    ...{ changeId, stands: stands ? 1 : 0, personId: actor.id, role: actor.role },
    ...{ reason, recordedAt, knownAt: event.knownAt },
  });
}

/** Writes the act down when it lowered something. Rows are only ever added. */
export function noteAct(
  view: ViewWriter,
  event: ProjectedEvent,
  story: CaseStory,
  { changeId, number }: CaseNumber,
): void {
  if (event.type === 'DeclarationRechecked') noteRecheck(view, event, changeId);
  if (!Object.hasOwn(acts, event.type)) return;
  const told = (acts[event.type as keyof Acts] as (data: object, story: CaseStory) => Told | null)(event.data, story);
  if (!told) return;
  const { personId, role } = told.by ?? { personId: event.meta.actor.id, role: event.meta.actor.role };
  view.run(
    'insert into {act} values (:id, :changeId, :number, :title, :search, :kind, :unitId, :act, :personId, :role, :reason,' +
      ' :requirements, :ended, :details, :recordedAt, :day, :knownAt, null)',
    {
      id: event.id,
      changeId,
      number,
      title: story.title,
      search: foldText(`${number}\n${story.title}`),
      kind: story.kind,
      unitId: story.unitId ?? NOT_STATED_CODE,
      act: told.act ?? event.type,
      personId,
      role,
      reason: told.reason,
      requirements: JSON.stringify(told.requirements),
      ended: told.ended ?? 0,
      details: JSON.stringify(told.details ?? {}),
      recordedAt: event.meta.recordedAt,
      day: dayOf(event.meta.recordedAt),
      knownAt: event.knownAt,
    },
  );
}
