import { decision } from '@rettidig/event-sourcing/testing';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';
import { AGENDA, DAY, foldAgenda, IMPORT, published } from '../testing/agendas.js';
import { importPoliticalAgenda } from './import-political-agenda.js';
import { linkAgendaItem } from './link-agenda-item.js';
import { unlinkAgendaItem } from './unlink-agenda-item.js';

const CASE = '00000000-0000-4000-8000-0000000000b1';
const imported = decision(importPoliticalAgenda, { reference: {}, subjectId: AGENDA })
  .given()
  .when({
    ...{ body: 'socialCommittee', on: DAY, complete: true, importId: IMPORT },
    items: [{ ...published('1', 'Flytning af et bosted'), externalNumbers: [] }],
  })
  .decided();
const itemId = [...foldAgenda(imported)!.items.keys()][0]!;
const linked: PoliticalAgendaEvent = { type: 'AgendaItemLinked', data: { itemId, caseId: CASE } };
const reason = 'Et andet tilbud';

describe('a person links an item of a political agenda to a case', () => {
  const link = (past: readonly PoliticalAgendaEvent[], item = itemId) =>
    decision(linkAgendaItem, { reference: {} })
      .given(...past)
      .when({ itemId: item, caseId: CASE });
  const unlink = (past: readonly PoliticalAgendaEvent[]) =>
    decision(unlinkAgendaItem, { reference: {} })
      .given(...past)
      .when({ itemId, caseId: CASE, reason });

  it('once', () => {
    link(imported).then(linked);
    link([...imported, linked]).then();
  });

  it('on an agenda that is there, to an item that is on it', () => {
    link([]).thenRefused('political-agenda.unknown');
    link(imported, CASE).thenRefused('political-agenda.item-unknown');
  });

  it('and takes it back with a reason, only where somebody had linked it', () => {
    unlink([...imported, linked]).then({ type: 'AgendaItemUnlinked', data: { itemId, caseId: CASE, reason } });
    unlink(imported).thenRefused('political-agenda.not-linked');
    link([...imported, linked, { type: 'AgendaItemUnlinked', data: { itemId, caseId: CASE, reason } }]).then(linked);
  });
});
