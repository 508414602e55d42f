import { notFound } from '@rettidig/event-sourcing';
import type { PoliticalAgenda } from './political-agenda.js';

/** The agenda with the item on it, withdrawn or not, or the refusal that there is none. */
export function agendaWithItem(agenda: PoliticalAgenda | undefined, itemId: string): PoliticalAgenda {
  if (!agenda) throw notFound('political-agenda.unknown');
  if (!agenda.items.has(itemId)) throw notFound('political-agenda.item-unknown', { itemId });
  return agenda;
}
