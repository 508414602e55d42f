import type { PoliticalAgendaDetail } from '@rettidig/detection';
import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import { idIn, type Shown } from './checks.js';
import type { Product } from './town.js';

const askers = ['possibleMiss-', 'politicalAgenda-', 'screeningForum-'];

/** It asks, and claims nothing: the register is the same before and after. */
export const isQuestion = ({ stream }: RecordedEvent): boolean => askers.some((asker) => stream.startsWith(asker));

/** What was asked once stays asked, in one state or another, and what an agenda had stays on it. */
export function questionsStay(before: Shown, after: Shown): void {
  const asked = new Map(after.questions.items.map((one) => [one.possibleMissId, one]));
  for (const { possibleMissId, origin, caseIds } of before.questions.items) {
    const later = asked.get(possibleMissId);
    expect([possibleMissId, later?.origin]).toEqual([possibleMissId, origin]);
    expect(later!.caseIds).toEqual(expect.arrayContaining(caseIds));
  }
  const items = new Map(after.agendas.items.map(({ agendaId, counts }) => [agendaId, sum(counts)]));
  for (const { agendaId, counts } of before.agendas.items)
    expect(items.get(agendaId)).toBeGreaterThanOrEqual(sum(counts));
}

const sum = (counts: object): number => Object.values(counts as Record<string, number>).reduce((all, one) => all + one);

/** Each possible miss that was reported or suspected is a row; none is there that nobody asked about. */
export function everyQuestionIsARow({ questions }: Shown, log: readonly RecordedEvent[]): void {
  const asking = log.filter(({ type }) => ['PossibleMissReported', 'UnregisteredChangeSuspected'].includes(type));
  const asked = new Set(asking.map(({ stream }) => subjectOf(stream)));
  expect(questions.items.map(({ possibleMissId }) => possibleMissId).sort()).toEqual([...asked].sort());
}

/** Whatever was on a political agenda is on it still, withdrawn or not. */
export async function everyItemStays(app: Product, log: readonly RecordedEvent[]): Promise<void> {
  const published = new Map<string, Set<string>>();
  for (const { type, stream, data } of log) {
    if (type !== 'PoliticalAgendaImported') continue;
    const items = published.get(subjectOf(stream)) ?? new Set();
    const { added } = data as { readonly added?: readonly object[] };
    added!.forEach((item) => items.add(idIn(item, 'itemId')));
    published.set(subjectOf(stream), items);
  }
  for (const [id, items] of published) {
    const agenda = await app.ask<PoliticalAgendaDetail>('GetPoliticalAgenda', { id });
    expect(agenda.items.map(({ itemId }) => itemId).sort()).toEqual([...items].sort());
  }
}
