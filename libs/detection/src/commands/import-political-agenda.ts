import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Day, Flag, FreeText, Id, ListOf, OneOf, Pattern, politicalBodies } from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';
import type { PublishedItem } from '../agenda-changes.js';
import { agendaChanges, changesAnything } from '../agenda-changes.js';
import { EXTERNAL_NUMBER } from '../external-number.js';
import type { PoliticalAgenda } from '../political-agenda.js';
import { politicalAgendaDecider } from '../political-agenda.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';

/** A case number that a political agenda prints. */
export class PrintedNumber {
  @Pattern(/^[A-Za-z][A-Za-z0-9]{0,30}$/, { description: 'The system; `notStated` when nobody said.', example: 'F2' })
  system!: string;

  @Pattern(EXTERNAL_NUMBER, { description: 'The number, without blanks.', example: '2026-8340' })
  value!: string;
}

/** An item as it was published. */
export class ItemOfPoliticalAgenda implements PublishedItem {
  @FreeText({ description: "The item's own number in the sending system.", max: 200, optional: true })
  key?: string;

  @Pattern(/^\d{1,3}(\.?[a-z\d]{1,2})?$/, { description: 'The number as printed.', example: '4.a' })
  number!: string;

  @FreeText({ description: 'Its title; left out when it is closed.', max: 1000, optional: true })
  title?: string;

  @FreeText({ description: 'Recommendation or summary.', max: 20_000, multiline: true, optional: true })
  text?: string;

  @ListOf(() => PrintedNumber, { description: 'Case numbers.', max: 20 })
  externalNumbers!: PrintedNumber[];

  @Flag({ description: 'Not public: only that it is there is taken in.' })
  closed!: boolean;
}

/** A published version of the agenda of one meeting of one political body. */
export class ImportPoliticalAgenda {
  @OneOf(politicalBodies, { description: 'The political body.', example: 'socialCommittee' })
  body!: PoliticalBody;

  @Day({ description: 'The day of its meeting.', example: '2026-06-03' })
  on!: string;

  @Flag({ description: 'It is the whole agenda: items that it does not hold are withdrawn.' })
  complete!: boolean;

  @OneOf(['open', 'closed'], { description: 'It is the whole of this part only.', optional: true })
  part?: 'open' | 'closed';

  @Id({ description: 'The import that brings it.' })
  importId!: string;

  @ListOf(() => ItemOfPoliticalAgenda, { description: 'Its items in order.', min: 1, max: 500 })
  items!: ItemOfPoliticalAgenda[];
}

/** Sent by imports only; the subject follows from body and day. The same content again changes nothing. */
export const importPoliticalAgenda: CommandDefinition<
  PoliticalAgenda | undefined,
  PoliticalAgendaEvent,
  ImportPoliticalAgenda,
  unknown
> = {
  name: 'ImportPoliticalAgenda',
  message: ImportPoliticalAgenda,
  decider: politicalAgendaDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'detection',
  summary: { da: 'Indlæs en politisk dagsorden', en: 'Import a political agenda' },
  refusals: [],
  decide: (agenda, { body, on, complete, importId, items, part }, { subjectId }) => {
    const version = { items, complete, ...(part && { part }) };
    const changes = agendaChanges(subjectId, agenda?.items ?? new Map(), version);
    if (!changesAnything(changes)) return [];
    const { added, changed, withdrawn, returned } = changes;
    return [
      {
        type: 'PoliticalAgendaImported',
        data: {
          ...{ body, on, version: (agenda?.version ?? 0) + 1, complete, importId },
          ...{ added, changed, withdrawn, returned },
        },
      },
    ];
  },
};
