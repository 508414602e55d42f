import { suspect } from '@rettidig/detection';
import { changeKinds } from '@rettidig/rules';
import { politicalBodies } from '@rettidig/vocabulary';
import type { PlanContext } from '../import-kind.js';
import type { AgendaLookUp, PlannedAgenda } from './planned-agenda.js';
import type { AgendaItemPreview, AgendaPreview, ItemChange, PoliticalAgendaPreview } from './preview.js';
import { itemChanges } from './preview.js';
import type { ReadAgendas, ReadItem } from './read-agenda.js';
import { agendaSources, leftOutReasons } from './read-agenda.js';

/** The plan as the preview shows it. */
export const previewOf = (
  { source, leftOut }: ReadAgendas,
  planned: readonly PlannedAgenda[],
  found: AgendaLookUp,
  { language }: Pick<PlanContext, 'language'>,
): PoliticalAgendaPreview => ({
  source,
  sourceText: agendaSources[source][language],
  agendas: planned.map((one) => agendaShown(one, found, language)),
  leftOut: leftOut.map(({ at, text, why }) => ({ at, text, why, whyText: leftOutReasons[why][language] })),
});

function agendaShown(planned: PlannedAgenda, found: AgendaLookUp, language: PlanContext['language']): AgendaPreview {
  const { read, body, on, complete, agendaId, known, changes, items } = planned;
  return {
    at: read.at,
    body: body ?? null,
    bodyText: body ? politicalBodies[body][language] : null,
    bodyWritten: read.bodyWritten,
    on: on ?? null,
    onWritten: read.dayWritten,
    complete,
    saysComplete: read.complete,
    agendaId: agendaId ?? null,
    items: changes.items.map(({ itemId }, at) => itemShown({ itemId, ...items[at]! }, planned, found, language)),
    withdrawn: changes.withdrawn.map((itemId) => {
      const { number, title } = known.get(itemId)!;
      return { itemId, number, title };
    }),
  };
}

function itemShown(
  { itemId, at, number, title, text, closed, externalNumbers }: ReadItem & { readonly itemId: string },
  { known, changes }: PlannedAgenda,
  { reader, glances }: AgendaLookUp,
  language: PlanContext['language'],
): AgendaItemPreview {
  const links = known.get(itemId)?.links ?? [];
  const linked = reader.casesOf({ externalNumbers, links }, reader.suspicionsOf([itemId]).get(itemId));
  const cases = [...glances([...linked.keys()]).values()];
  const change = changeOf(itemId, changes);
  return {
    ...{ itemId, at, number, title: title ?? null, closed, change },
    changeText: itemChanges[change][language],
    externalNumbers: externalNumbers.map(({ system, value }) => ({ system, value })),
    cases: cases.map(({ caseId, number: ofCase, title: called, statusText }) => ({
      ...{ caseId, number: ofCase, title: called, statusText },
    })),
    suspicion: title === undefined || cases.length > 0 ? null : suspicionShown(title, text, language),
  };
}

function changeOf(itemId: string, { added, changed, returned }: PlannedAgenda['changes']): ItemChange {
  if (added.some((one) => one.itemId === itemId)) return 'new';
  if (returned.includes(itemId)) return 'returned';
  return changed.some((one) => one.itemId === itemId) ? 'changed' : 'same';
}

function suspicionShown(title: string, text: string | undefined, language: PlanContext['language']) {
  const { score, suspected, hits, kinds } = suspect({ title, ...(text !== undefined && { text }) });
  return {
    percent: Math.round(score * 100),
    suspected,
    words: [...new Set(hits.map(({ word }) => word))],
    kinds: kinds.map(({ kind }) => changeKinds[kind][language]),
  };
}
