import type { ReactionCommand, ReactionContext } from '@rettidig/event-sourcing';
import { idOf, reaction, subjectOf } from '@rettidig/event-sourcing';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { suspicionIdOf } from '../political-agenda.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';
import { AgendaReader } from '../register/agenda-reader.js';
import { suspect } from '../suspicion/suspect.js';

/** Items that read like a change and belong to no case are put before people, as questions. */
export const suspectItems = reaction<PoliticalAgendaEvent, unknown>({
  name: 'suspect-items-without-a-case',
  startAt: 'start',
  on: {
    PoliticalAgendaImported: ({ stream, data: { added, changed, body, on } }, { views }) => {
      const agenda = { agendaId: subjectOf(stream), body, on };
      return [...added, ...changed].flatMap(({ itemId }) => suspicion(itemId, agenda, views));
    },
    // The case that it was linked to is not about it: it is asked about as if it had just come.
    AgendaItemUnlinked: ({ stream, data: { itemId } }, { views }) => {
      const agendaId = subjectOf(stream);
      const agenda = new AgendaReader(views).agenda(agendaId);
      return agenda ? suspicion(itemId, { agendaId, ...agenda }, views) : [];
    },
  },
});

interface Agenda {
  readonly agendaId: string;
  readonly body: PoliticalBody;
  readonly on: LocalDate;
}

/** The views have seen the event, so that the item is read as it now stands, with the cases that it now belongs to. */
function suspicion(
  itemId: string,
  { agendaId, body, on }: Agenda,
  views: ReactionContext['views'],
): readonly ReactionCommand[] {
  const reader = new AgendaReader(views);
  const item = reader.item(itemId);
  if (!item || item.closed || item.title === null) return [];
  if (reader.casesOf(item, reader.suspicionsOf([itemId]).get(itemId)).size > 0) return [];
  const { title, text } = item;
  const { suspected, score, kinds, hits, listsVersion } = suspect({ title, ...(text !== null && { text }) });
  if (!suspected) return [];
  return [
    {
      command: 'SuspectUnregisteredChange',
      subjectId: suspicionIdOf(itemId),
      message: {
        ...{ agendaId, itemId, title, score, listsVersion, body, on },
        kinds: kinds.map((one) => ({ kind: one.kind, score: one.score })),
        hits: hits.map(({ listId, word }) => ({ listId, word })),
        // Of the wording alone: an item that is only printed under another number is not asked about again.
        fingerprint: idOf('wording', itemId, title, text ?? ''),
      },
    },
  ];
}
