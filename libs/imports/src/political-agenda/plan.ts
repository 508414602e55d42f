import type { Extract } from '@rettidig/documents';
import type { ImportPoliticalAgenda } from '@rettidig/detection';
import { agendaChanges, agendaIdOf } from '@rettidig/detection';
import { impossible } from '@rettidig/event-sourcing';
import type { Refused } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { dayOf, plusCalendarDays, politicalBodies } from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';
import type { ImportPlan, ImportStep, PlanContext } from '../import-kind.js';
import { isOurs } from './administration.js';
import { bodyNamed, knownBodies } from './bodies.js';
import type { PoliticalAgendaDecisions } from './decisions.js';
import { dayNamed } from './head.js';
import type { AgendaLookUp, PlannedAgenda } from './planned-agenda.js';
import type { PoliticalAgendaPreview } from './preview.js';
import type { ReadAgenda, ReadAgendas } from './read-agenda.js';
import { readLines } from './read-lines.js';
import { readTable } from './read-table.js';
import { readXml } from './read-xml.js';
import { previewOf } from './shown.js';

/** How long before a meeting an agenda can be there: what lies further ahead is a slip of the year. */
const MOST_DAYS_AHEAD = 400;
const MOST_ITEMS = 500;
/** Items of all agendas of a document: each is held against the register and its words are looked up. */
const MOST_ITEMS_IN_ALL = 2000;

/** Works out what would be recorded from a document, and what stands in the way. */
export function planAgendas(
  extract: Extract,
  decisions: PoliticalAgendaDecisions | undefined,
  context: PlanContext,
): ImportPlan<PoliticalAgendaPreview> {
  const found = context.found as AgendaLookUp;
  const whole = withoutRepeats(readAgendas(extract));
  const tooMany = tooManyIn(whole);
  const read = tooMany ? beginningOf(whole) : whole;
  const planned = read.agendas.map((one) => plannedAgenda(one, read, decisions ?? {}, found));
  const obstacle = tooMany ?? obstacleOf(read, planned, decisions ?? {}, context);
  return {
    preview: previewOf(read, planned, found, context),
    ...(obstacle && { obstacle }),
    steps: obstacle ? [] : planned.flatMap((one) => stepOf(one, context.importId)),
  };
}

function readAgendas(extract: Extract): ReadAgendas {
  switch (extract.kind) {
    case 'xml':
      return readXml(extract.root);
    case 'table':
      return readTable(extract.rows);
    case 'lines':
      return readLines(extract.lines);
    case 'calendar':
      return { source: 'unknown', agendas: [], leftOut: [] };
  }
}

/** An item that stands in a document twice under one number of its own is taken once. */
function withoutRepeats({ source, agendas, leftOut }: ReadAgendas): ReadAgendas {
  const again: ReadAgendas['leftOut'][number][] = [];
  const once = agendas.map((agenda) => {
    const keys = new Set<string>();
    const items = agenda.items.filter(({ key, at, number }) => {
      const isRepeat = key !== undefined && keys.has(key);
      if (isRepeat) again.push({ at, text: number, why: 'twice' });
      if (key !== undefined) keys.add(key);
      return !isRepeat;
    });
    return { ...agenda, items };
  });
  return { source, agendas: once, leftOut: [...leftOut, ...again].sort((a, b) => a.at - b.at) };
}

function tooManyIn({ agendas }: ReadAgendas): Refused | undefined {
  const counts = agendas.map(({ items }) => items.length);
  const longest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (longest > MOST_ITEMS) return impossible('agenda-import.too-many-items', { count: longest, most: MOST_ITEMS });
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count <= MOST_ITEMS_IN_ALL) return undefined;
  return impossible('agenda-import.too-many-in-all', { count, most: MOST_ITEMS_IN_ALL });
}

/** As much of a document that is too long as a preview can show. */
function beginningOf({ source, agendas, leftOut }: ReadAgendas): ReadAgendas {
  let room = MOST_ITEMS;
  const shown = agendas.slice(0, MOST_ITEMS).flatMap((agenda) => {
    const items = agenda.items.slice(0, room);
    room -= items.length;
    return items.length > 0 ? [{ ...agenda, items }] : [];
  });
  return { source, agendas: shown, leftOut: leftOut.slice(0, MOST_ITEMS) };
}

function plannedAgenda(
  read: ReadAgenda,
  { leftOut }: ReadAgendas,
  decisions: PoliticalAgendaDecisions,
  { reader }: AgendaLookUp,
): PlannedAgenda {
  const body = (read.bodyWritten === null ? undefined : bodyNamed(read.bodyWritten)) ?? decisions.body;
  const on = (read.dayWritten === null ? undefined : dayNamed(read.dayWritten)) ?? decisions.on;
  const agendaId = body && on ? agendaIdOf(body, on) : undefined;
  const known = new Map(reader.itemsOf(agendaId ? [agendaId] : []).map((item) => [item.itemId, item]));
  // What was not understood may have been an item: then nothing is withdrawn unless a person says so.
  const complete = decisions.complete ?? (read.complete && leftOut.length === 0);
  const version = { items: read.items, complete, ...(read.part && { part: read.part }) };
  const changes = agendaChanges(agendaId ?? '', known, version);
  return { read, body, on, complete, agendaId, version: latestOf(agendaId, reader), known, changes, items: read.items };
}

const latestOf = (agendaId: string | undefined, reader: AgendaLookUp['reader']): number =>
  agendaId === undefined ? 0 : (reader.agenda(agendaId)?.version ?? 0);

function stepOf({ read, body, on, complete, agendaId, version }: PlannedAgenda, importId: string): ImportStep[] {
  if (!body || !on || !agendaId) return [];
  const message: ImportPoliticalAgenda = {
    ...{ body, on, complete, importId, ...(read.part && { part: read.part }) },
    items: read.items.map(({ at: _at, externalNumbers, ...item }) => ({
      ...item,
      externalNumbers: externalNumbers.map(({ system, value }) => ({ system, value })),
    })),
  };
  // An older file may become the agenda again: that is another act than when it came first.
  return [
    { key: `agenda ${agendaId} after ${version}`, command: 'ImportPoliticalAgenda', subjectId: agendaId, message },
  ];
}

function obstacleOf(
  { source, agendas }: ReadAgendas,
  planned: readonly PlannedAgenda[],
  decisions: PoliticalAgendaDecisions,
  context: PlanContext,
): Refused | undefined {
  if (source === 'unknown') return impossible('agenda-import.not-recognised');
  if (agendas.every(({ items }) => items.length === 0)) return impossible('agenda-import.no-items');
  return planned.map((one) => obstacleOfOne(one, decisions, context)).find((one) => one !== undefined);
}

function obstacleOfOne(
  { read, body, on }: PlannedAgenda,
  decisions: PoliticalAgendaDecisions,
  { language, now, reference }: PlanContext,
): Refused | undefined {
  const { at, items } = read;
  const name = (one: PoliticalBody): string => politicalBodies[one][language];
  if (items.length === 0) return impossible('agenda-import.no-items');
  if (!body) return impossible('agenda-import.body-unknown', { at, known: knownBodies(language) });
  if (decisions.body && decisions.body !== body) {
    return impossible('agenda-import.body-differs', { at, said: name(body), chosen: name(decisions.body) });
  }
  if (!on) return impossible('agenda-import.day-unknown', { at });
  if (decisions.on && decisions.on !== on) {
    return impossible('agenda-import.day-differs', { at, said: on, chosen: decisions.on });
  }
  if (on > plusCalendarDays(dayOf(now), MOST_DAYS_AHEAD)) {
    return impossible('agenda-import.day-too-far', { day: on, days: MOST_DAYS_AHEAD });
  }
  const { organisation } = reference as { readonly organisation: Organisation };
  if (!decisions.fromAnotherAdministration && !isOurs(read.administrationWritten, organisation, dayOf(now))) {
    return impossible('agenda-import.another-administration', { at });
  }
  return undefined;
}
