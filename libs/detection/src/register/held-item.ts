import { caseGlances } from '@rettidig/cases';
import type { CaseGlance, NameReference } from '@rettidig/cases';
import type { Language, QueryContext, Text } from '@rettidig/event-sourcing';
import { asOfInstant } from '@rettidig/vocabulary';
import type { Standing } from '../agenda.words.js';
import type { ItemKnown, LinkedBy, SuspicionKnown } from './agenda-reader.js';
import { AgendaReader } from './agenda-reader.js';

/** An item held against the register. */
export interface HeldItem {
  readonly item: ItemKnown;
  readonly standing: Standing;
  readonly cases: readonly { readonly glance: CaseGlance; readonly by: LinkedBy }[];
  readonly suspicion: SuspicionKnown | undefined;
}

/** All items of some agendas, held against the register as known at `asOf`. */
export function heldItems(
  agendaIds: readonly string[],
  context: QueryContext<NameReference>,
  asOf?: string,
): HeldItem[] {
  const reader = new AgendaReader(context.views, asOfInstant(asOf, context.now));
  const items = reader.itemsOf(agendaIds);
  const suspicions = reader.suspicionsOf(items.map(({ itemId }) => itemId));
  const linked = new Map(items.map((item) => [item.itemId, reader.casesOf(item, suspicions.get(item.itemId))]));
  const caseIds = [...linked.values()].flatMap((cases) => [...cases.keys()]);
  const glances = caseGlances([...new Set(caseIds)], context, asOf);
  return items.map((item) => {
    const cases = [...linked.get(item.itemId)!].flatMap(([caseId, by]) => {
      const glance = glances.get(caseId);
      return glance ? [{ glance: stillOnTheTable(glance, item, context.language), by }] : [];
    });
    const suspicion = suspicions.get(item.itemId);
    const standing = standingOf(
      item,
      cases.map(({ glance }) => glance),
      suspicion,
    );
    return { item, standing, cases, suspicion };
  });
}

/** What decides of several cases: the one with which the least is in order. */
const worstFirst: readonly Standing[] = ['outstanding', 'reviewed', 'notMedRelevant'];

function standingOf(
  { closed }: ItemKnown,
  cases: readonly CaseGlance[],
  suspicion: SuspicionKnown | undefined,
): Standing {
  const ofCases = cases.map(standingOfCase);
  const worst = worstFirst.find((standing) => ofCases.includes(standing));
  if (worst) return worst;
  if (closed) return 'closed';
  if (!suspicion) return 'notSuspected';
  return suspicion.dismissed ? 'notMedRelevant' : 'noCase';
}

/**
 * A withdrawn case that MED never had is outstanding, whatever ended its duties: its change is on the politicians'
 * table all the same.
 */
function standingOfCase({ missing, hasDuty, status }: CaseGlance): Standing {
  if (missing.length > 0) return 'outstanding';
  if (hasDuty) return 'reviewed';
  return status === 'withdrawn' ? 'outstanding' : 'notMedRelevant';
}

const withdrawnOnTheTable: Text = {
  da: 'Sagen er trukket tilbage, men punktet står stadig på dagsordenen',
  en: 'The case was withdrawn, but the item is still on the agenda',
};

/** What a withdrawn case lacks, when MED never had it. */
function stillOnTheTable(glance: CaseGlance, { withdrawn }: ItemKnown, language: Language): CaseGlance {
  const isMissing = !withdrawn && glance.status === 'withdrawn' && glance.missing.length === 0 && !glance.hasDuty;
  if (!isMissing) return glance;
  return { ...glance, missing: [{ committeeId: null, committeeName: null, text: withdrawnOnTheTable[language] }] };
}

/** How many items stand where. Withdrawn ones are no longer on the agenda and count as that alone. */
export function countsOf(items: readonly HeldItem[]): Record<Standing | 'withdrawn', number> {
  const counts = {
    reviewed: 0,
    outstanding: 0,
    noCase: 0,
    notSuspected: 0,
    notMedRelevant: 0,
    closed: 0,
    withdrawn: 0,
  };
  for (const { item, standing } of items) counts[item.withdrawn ? 'withdrawn' : standing]++;
  return counts;
}
