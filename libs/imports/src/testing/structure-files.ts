import type { TableExtract } from '@rettidig/documents';
import type { PersonCard } from '@rettidig/event-sourcing';
import { evolve, idOf } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { ImportedFact, Organisation, OrganisationEvent } from '@rettidig/organisation';
import { organisationDecider } from '@rettidig/organisation';
import type { ImportPlan, ImportStep, PlanContext } from '../import-kind.js';
import type { StructureDecisions } from '../structure/decisions.js';
import { planStructure } from '../structure/plan.js';
import type { StructurePreview } from '../structure/preview.js';

/** A table as it is read from lines with semicolons. */
export const tableOf = (...lines: readonly string[]): TableExtract => ({
  kind: 'table',
  rows: lines.map((line, at) => ({ row: at + 1, cells: line.split(';').map((cell) => cell.trim()) })),
});

export const organisationOf = (events: readonly OrganisationEvent[]): Organisation =>
  events.reduce<Organisation>(
    (known, event) => evolve(organisationDecider, known, { ...event, meta: metadata() }),
    organisationDecider.initial,
  );

export const planContext = (
  organisation: Organisation,
  people: Readonly<Record<string, string>> = {},
): PlanContext => ({
  importId: idOf('file'),
  now: '2026-04-24T10:00:00.000Z',
  actor: { id: idOf('somebody'), role: 'secretariat' },
  language: 'da',
  reference: { organisation, functions: { told: [] } },
  people: new Map(Object.entries(people).map(([id, name]): [string, PersonCard] => [id, { name }])),
  found: { contacts: new Map() },
});

/** What would come of a table beside an organisation. */
export const planned = (
  table: TableExtract,
  organisation: Organisation,
  decisions?: StructureDecisions,
  people?: Readonly<Record<string, string>>,
): ImportPlan<StructurePreview> => planStructure(table, decisions, planContext(organisation, people));

/** The facts of the steps of a plan. */
export const factsOf = ({ steps }: ImportPlan<StructurePreview>): ImportedFact[] =>
  steps.flatMap((step) => ('command' in step && 'facts' in step.message ? (step.message.facts as ImportedFact[]) : []));

/** The steps for the private store. */
export const keptOf = ({ steps }: ImportPlan<StructurePreview>): ImportStep[] =>
  steps.filter((step) => !('command' in step));

/** The organisation after the facts of a plan. */
export const after = (organisation: Organisation, plan: ImportPlan<StructurePreview>): Organisation =>
  factsOf(plan).reduce<Organisation>(
    (known, fact) => evolve(organisationDecider, known, { ...fact, meta: metadata() }),
    organisation,
  );

/** The bad rows of a plan as `row code`. */
export const badOf = ({ preview }: ImportPlan<StructurePreview>): string[] =>
  preview.badRows.map(({ row, code }) => `${row} ${code}`);

/** The conflicts of a plan as `row field`, with a star where they can be updated. */
export const conflictsOf = ({ preview }: ImportPlan<StructurePreview>): string[] =>
  preview.conflicts.map(({ row, field, updatable }) => `${row} ${field}${updatable ? '*' : ''}`);
