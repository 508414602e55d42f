import { unconfirmedFrom } from '@rettidig/planning';
import type { ReviewPlan } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import type { CaseNumber } from './case-number.js';
import type { PlannedCase } from './planned-case.js';
import { searchedText } from './planned-case.js';
import { NONE_CODE, NOT_STATED_CODE } from './rows.js';
import { versionedSchema, versionedTable } from './versions.js';
import type { Columns, VersionedTable } from './versions.js';

/** Stands for "never" and "no date known": sorts after every date, and is compared with today like one. */
export const NO_DAY = '9999';

const COLUMNS =
  'requirement_id text not null, change_id text not null, number text not null, number_order integer not null,' +
  ' title text not null, search text not null, kind text not null, unit_id text not null, owner_id text not null,' +
  ' committee_id text not null, role text not null, before text not null, since text not null,' +
  ' review_before text not null, last_limit text not null, meeting_id text, meeting_on text not null, last_usable_on text not null,' +
  ' at_risk_from text not null, past_from text not null, unconfirmed_from text not null, troubled_from text not null,' +
  ' bodies text not null,' +
  ' plan text not null';

/** One row for each duty that is still to be discussed. */
export const planTable: VersionedTable = versionedTable(
  'plan',
  'requirement_id',
  COLUMNS.split(',').map((column) => column.trim().split(' ')[0]!),
);

/**
 * The first index holds all that the facets count. The second is what finds the plans that a meeting's day falls into:
 * those of its committee that began before it and one of whose limits lies after it. The last finds the plans that are in
 * trouble, with all that the facets count of them.
 */
export const planSchema = versionedSchema(
  planTable,
  COLUMNS,
  'past_from, at_risk_from, unconfirmed_from, committee_id, since, unit_id, kind, known_to',
  'committee_id, last_limit, since, change_id',
  'unit_id',
  'owner_id',
  'change_id',
  'at_risk_from',
  'review_before',
  'troubled_from, past_from, at_risk_from, unconfirmed_from, committee_id, unit_id, kind, known_to',
);

const orNever = (day: LocalDate | null | undefined): LocalDate => day ?? NO_DAY;

/** For a log whose beginning nobody has. */
const UNKNOWN_DUTY = { role: 'primary', before: 'decision' } as const;

/** The rows of a case. */
export const planRows = (known: PlannedCase, number: CaseNumber): Columns[] =>
  known.plans.map((plan) => planRow(plan, known, number));

function planRow(plan: ReviewPlan, known: PlannedCase, number: CaseNumber): Columns {
  const duty = known.duties[plan.requirementId] ?? UNKNOWN_DUTY;
  return {
    requirement_id: plan.requirementId,
    change_id: number.changeId,
    number: number.number,
    number_order: number.order,
    title: known.title,
    search: searchedText(known, number),
    kind: known.kind,
    unit_id: known.unitId ?? NOT_STATED_CODE,
    owner_id: known.ownerId ?? NONE_CODE,
    committee_id: plan.committeeId ?? NONE_CODE,
    role: duty.role,
    before: duty.before,
    since: plan.since,
    review_before: orNever(plan.reviewBefore),
    last_limit: orNever(lastLimit(plan)),
    meeting_id: plan.meetingId,
    meeting_on: orNever(plan.meetingOn),
    last_usable_on: orNever(plan.lastUsableOn),
    at_risk_from: orNever(plan.atRiskFrom),
    past_from: orNever(plan.pastFrom),
    unconfirmed_from: orNever(unconfirmedFrom(plan)),
    troubled_from: [plan.atRiskFrom, plan.pastFrom, unconfirmedFrom(plan)].map(orNever).sort()[0]!,
    bodies: JSON.stringify([...new Set(plan.bodies.map(({ body }) => body))]),
    plan: JSON.stringify(plan),
  };
}

/** The latest limit: each body's date has a meeting of its own. */
const lastLimit = ({ bodies }: ReviewPlan): LocalDate | undefined =>
  bodies
    .map(({ reviewBefore }) => reviewBefore)
    .sort()
    .at(-1);
