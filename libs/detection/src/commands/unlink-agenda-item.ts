import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { FreeText, Id } from '@rettidig/vocabulary';
import { agendaWithItem } from '../agenda.checks.js';
import type { PoliticalAgenda } from '../political-agenda.js';
import { politicalAgendaDecider } from '../political-agenda.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';

/** The item is not about that case after all. The item is then asked about anew. */
export class UnlinkAgendaItem {
  @Id({ description: 'The item.' })
  itemId!: string;

  @Id({ description: 'The case that it was linked to.' })
  caseId!: string;

  @FreeText({ description: 'Why.', example: 'Punktet handler om et andet tilbud.', max: 500 })
  reason!: string;
}

export const unlinkAgendaItem: CommandDefinition<
  PoliticalAgenda | undefined,
  PoliticalAgendaEvent,
  UnlinkAgendaItem,
  unknown
> = {
  name: 'UnlinkAgendaItem',
  message: UnlinkAgendaItem,
  decider: politicalAgendaDecider,
  kind: 'change',
  target: 'existing',
  path: '/political-agendas/{id}/items/{itemId}/links/removal',
  tag: 'detection',
  summary: {
    da: 'Fjern koblingen mellem et punkt på en politisk dagsorden og en sag',
    en: 'Take back the link between an item of a political agenda and a case',
  },
  refusals: ['political-agenda.unknown', 'political-agenda.item-unknown', 'political-agenda.not-linked'],
  decide: (state, { itemId, caseId, reason }) => {
    if (!agendaWithItem(state, itemId).links.get(itemId)?.has(caseId)) throw new Refused('political-agenda.not-linked');
    return [{ type: 'AgendaItemUnlinked', data: { itemId, caseId, reason } }];
  },
};
