import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Id } from '@rettidig/vocabulary';
import { agendaWithItem } from '../agenda.checks.js';
import type { PoliticalAgenda } from '../political-agenda.js';
import { politicalAgendaDecider } from '../political-agenda.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';

/** A person says which case an item of a political agenda is about. */
export class LinkAgendaItem {
  @Id({ description: 'The item.' })
  itemId!: string;

  @Id({ description: 'The case. A case that does not exist counts for nothing.' })
  caseId!: string;
}

export const linkAgendaItem: CommandDefinition<
  PoliticalAgenda | undefined,
  PoliticalAgendaEvent,
  LinkAgendaItem,
  unknown
> = {
  name: 'LinkAgendaItem',
  message: LinkAgendaItem,
  decider: politicalAgendaDecider,
  kind: 'fact',
  target: 'existing',
  path: '/political-agendas/{id}/items/{itemId}/links',
  tag: 'detection',
  summary: {
    da: 'Kobl et punkt på en politisk dagsorden til en sag',
    en: 'Link an item of a political agenda to a case',
  },
  refusals: ['political-agenda.unknown', 'political-agenda.item-unknown'],
  decide: (state, { itemId, caseId }) =>
    agendaWithItem(state, itemId).links.get(itemId)?.has(caseId)
      ? []
      : [{ type: 'AgendaItemLinked', data: { itemId, caseId } }],
};
