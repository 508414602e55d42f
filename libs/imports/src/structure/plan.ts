import type { Extract } from '@rettidig/documents';
import type { Language, RefusalDetails } from '@rettidig/event-sourcing';
import { hashOf, idOf, impossible, Refused } from '@rettidig/event-sourcing';
import type { History, ImportedFact, Organisation } from '@rettidig/organisation';
import { FACTS_PER_CHUNK, historyOf } from '@rettidig/organisation';
import { filledIn } from '@rettidig/vocabulary';
import type { ImportPlan, ImportStep, PlanContext } from '../import-kind.js';
import { BadRows, badRowShown } from '../tables/bad-rows.js';
import { Cells } from '../tables/cells.js';
import type { Recognised } from '../tables/headings.js';
import { inWords as columnInWords } from '../tables/column.js';
import { recognise } from '../tables/headings.js';
import type { ChangeKind } from './change-kinds.js';
import { countInWords, kindOfKept } from './change-kinds.js';
import type { NameOf } from './changes.js';
import { factInWords, keptInWords, nameOf } from './changes.js';
import type { StructureTable, StructureTableName } from './columns.js';
import { structureTables } from './columns.js';
import { planCommittees } from './committees.js';
import type { StructureDecisions } from './decisions.js';
import { Decided } from './decisions.js';
import { planContacts } from './contacts.js';
import { planHolders } from './holders.js';
import type { PlanFrom, PrivateStep, TablePlan } from './planned.js';
import type { FoundForStructure, StructureReference } from './look-up.js';
import type { StructureChangeShown, StructurePreview } from './preview.js';
import { LISTED } from './preview.js';
import type { FactOfRow } from './rehearse.js';
import { effectsOf, rehearse } from './rehearse.js';
import { planSeats } from './seats.js';
import { structureTexts } from './texts.js';
import { planUnits } from './units.js';

const planners: Readonly<Record<StructureTableName, (rows: readonly Cells[], from: PlanFrom) => TablePlan>> = {
  units: planUnits,
  committees: planCommittees,
  seats: planSeats,
  holders: planHolders,
  contacts: planContacts,
};

/** What would come of a structure file. */
export function planStructure(
  extract: Extract,
  decisions: StructureDecisions | undefined,
  context: PlanContext,
): ImportPlan<StructurePreview> {
  const recognised = extract.kind === 'table' ? recognise(extract.rows, structureTables) : undefined;
  if (!recognised) return nothing(undefined, new Refused('import.table-unknown', {}, 422));
  const missing = missingIn(recognised, context.language);
  if (missing) return nothing(recognised, missing);
  return planTable(recognised, new Decided(decisions), context);
}

/** Why the table cannot be read at all. */
function missingIn({ missing, table, rows }: Recognised<StructureTable>, language: Language): Refused | undefined {
  const columns = missing.map((column) => columnInWords(column, language));
  if (columns.length > 0) return impossible('import.column-missing', { table: table.text[language], columns });
  return rows.length === 0 ? impossible('import.no-rows') : undefined;
}

function planTable(
  recognised: Recognised<StructureTable>,
  decided: Decided,
  context: PlanContext,
): ImportPlan<StructurePreview> {
  const { language, people } = context;
  const { organisation, functions } = context.reference as StructureReference;
  const { contacts } = context.found as FoundForStructure;
  const history = historyOf(organisation);
  const bad = new BadRows();
  const cells = recognised.rows.map((row) => new Cells(row, recognised, bad, language));
  const planned = planners[recognised.table.name](cells, { history, functions, decided, bad, people, contacts });
  const called = nameOf(planned.names, history, people);
  const inWords = (details: RefusalDetails) => detailsInWords(details, called, history);
  const facts = rehearse(planned.rows, { organisation, decided, bad, inWords });
  const kept = planned.rows
    .filter(({ row }) => !bad.has(row))
    .flatMap((row) =>
      effectsOf(row, decided).flatMap((one) => (one.kept ?? []).map((step) => ({ row: row.row, step }))),
    );
  const obstacle = obstacleOf(planned, decided, bad);
  return {
    preview: {
      ...readSoFar(recognised),
      ...faultsOf(planned, bad, { decided, language }),
      ...changesOf(facts, kept, { called, language }),
    },
    ...(obstacle && { obstacle }),
    steps: stepsOf(facts, kept, organisation, context.importId),
  };
}

/** What stands in the way of a commit: the first thing that a person has to decide on. */
function obstacleOf({ rows }: TablePlan, decided: Decided, bad: BadRows): Refused | undefined {
  if (bad.count > 0 && !decided.skipsBadRows) return new Refused('import.bad-rows', { count: bad.count });
  const conflicts = rows.filter(({ row }) => !bad.has(row)).flatMap((row) => row.conflicts);
  const chosen = (choice: string) => conflicts.filter(({ row, field }) => decided.choice(row, field) === choice);
  const stopped = chosen('stop');
  if (stopped.length > 0) return new Refused('import.conflicts', { count: stopped.length });
  const impossibleOnes = chosen('update').filter(({ update }) => !update);
  if (impossibleOnes.length === 0) return undefined;
  const listed = [...new Set(impossibleOnes.map(({ row }) => row))].slice(0, 20);
  return new Refused('import.cannot-update', { count: impossibleOnes.length, rows: listed });
}

const readSoFar = ({ table, rows, ignored }: Recognised<StructureTable>) => ({
  table: table.name,
  rows: rows.length,
  ignoredColumns: [...ignored],
});

interface Telling {
  readonly decided: Decided;
  readonly language: Language;
}

function faultsOf({ rows, byName, notes }: TablePlan, bad: BadRows, { decided, language }: Telling) {
  const good = rows.filter(({ row }) => !bad.has(row));
  const conflicts = good.flatMap((row) => row.conflicts);
  const recognisedByName = byName.filter(({ row }) => !bad.has(row));
  return {
    unchangedRows: good.filter(isUnchanged).length,
    badRowCount: bad.count,
    badRows: bad
      .all()
      .slice(0, LISTED)
      .map((one) => badRowShown(one, structureTexts, language)),
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, LISTED).map(({ row, field, column, inRegister, inFile, update }) => ({
      ...{ row, field, column: column[language], inRegister: inRegister[language], inFile: inFile[language] },
      choice: decided.choice(row, field),
      updatable: update !== undefined,
    })),
    matchedByNameCount: recognisedByName.length,
    matchedByName: recognisedByName.slice(0, LISTED),
    notes: notes
      .filter(({ row }) => !bad.has(row))
      .slice(0, LISTED)
      .map(({ row, code, details = {} }) => ({ row, sentence: filledIn(structureTexts[code]!, details, language) })),
  };
}

const isUnchanged = ({ facts = [], endings = [], kept = [], conflicts }: TablePlan['rows'][number]): boolean =>
  facts.length + endings.length + kept.length + conflicts.length === 0;

type KeptOfRow = readonly { readonly row: number; readonly step: PrivateStep }[];

function changesOf(
  facts: readonly FactOfRow[],
  kept: KeptOfRow,
  { called, language }: { readonly called: NameOf; readonly language: Language },
) {
  const changesByKind: Partial<Record<ChangeKind, number>> = {};
  const count = (kind: ChangeKind) => (changesByKind[kind] = (changesByKind[kind] ?? 0) + 1);
  for (const { fact } of facts) count(fact.type);
  for (const { step } of kept) count(kindOfKept(step));
  const changes: StructureChangeShown[] = [
    ...facts
      .slice(0, LISTED)
      .map(({ row, fact }) => ({ row, kind: fact.type, sentence: factInWords(fact, called, language) })),
    ...kept
      .slice(0, LISTED)
      .map(({ row, step }) => ({ row, kind: kindOfKept(step), sentence: keptInWords(step, called)[language] })),
  ];
  const counts = Object.entries(changesByKind).map(([kind, number]) =>
    countInWords(kind as ChangeKind, number, language),
  );
  return { changeCount: facts.length + kept.length, changesByKind, counts, changes: changes.slice(0, LISTED) };
}

/**
 * The facts in chunks, closed by one event; then what is kept outside the log. The run's id follows from what the run
 * is to record and from what was known before it: a commit that broke off goes on, and a later one that has to say the
 * same again, because somebody took it back in between, is another run.
 */
function stepsOf(
  facts: readonly FactOfRow[],
  kept: KeptOfRow,
  organisation: Organisation,
  document: string,
): ImportStep[] {
  const all = facts.map(({ fact }) => fact);
  const chunks: ImportedFact[][] = [];
  for (let at = 0; at < all.length; at += FACTS_PER_CHUNK) chunks.push(all.slice(at, at + FACTS_PER_CHUNK));
  const importId = idOf(document, organisation.last?.knownAt ?? '', hashOf(all));
  const commands: ImportStep[] = chunks.map((some, at) => ({
    key: `chunk ${at + 1} of ${importId}`,
    command: 'ImportStructureChunk',
    message: { importId, number: at + 1, facts: some },
  }));
  if (chunks.length > 0)
    commands.push({
      key: `close ${importId}`,
      command: 'CloseStructureImport',
      message: { importId, chunks: chunks.length },
    });
  return [...commands, ...kept.map(({ step }) => step)];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The details of a refusal with names in place of ids. */
function detailsInWords(details: RefusalDetails, called: NameOf, { seats }: History): RefusalDetails {
  const inWords = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inWords);
    if (value === null) return '–';
    return typeof value === 'string' && UUID.test(value) && !seats.has(value) ? called(value) : value;
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, inWords(value)]));
}

/** A file that nothing can be read from. */
function nothing(recognised: Recognised<StructureTable> | undefined, obstacle: Refused): ImportPlan<StructurePreview> {
  const preview: StructurePreview = {
    ...{ table: null, rows: 0, ignoredColumns: [] },
    ...(recognised && readSoFar(recognised)),
    ...{ unchangedRows: 0, badRowCount: 0, badRows: [], conflictCount: 0, conflicts: [] },
    ...{
      matchedByNameCount: 0,
      matchedByName: [],
      notes: [],
      changeCount: 0,
      changesByKind: {},
      counts: [],
      changes: [],
    },
  };
  return { preview, obstacle, steps: [] };
}
