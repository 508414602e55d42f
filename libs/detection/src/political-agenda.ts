import type { Decider } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { ExternalNumber, LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import type { PoliticalAgendaEvent, PoliticalItem } from './political-agenda.events.js';

/** An item as far as a decision must know it: without its wording. */
export interface KnownItem {
  readonly itemId: string;
  readonly alias: string;
  readonly fingerprint: string;
  readonly externalNumbers: readonly ExternalNumber[];
  readonly closed: boolean;
  readonly withdrawn: boolean;
}

export interface PoliticalAgenda {
  readonly body: PoliticalBody;
  readonly on: LocalDate;
  readonly version: number;
  /** Items are never removed: what is gone is withdrawn. */
  readonly items: ReadonlyMap<string, KnownItem>;
  /** Cases that people linked, by item. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The id of an agenda follows from body and day: every import of it meets the same stream. */
export const agendaIdOf = (body: PoliticalBody, on: LocalDate): string => idOf('politicalAgenda', body, on);

/** The id of the possible miss that an item without a case is suspected to be. */
export const suspicionIdOf = (itemId: string): string => idOf('suspicion', itemId);

/** Before the first version there is no agenda. */
export const politicalAgendaDecider: Decider<PoliticalAgenda | undefined, PoliticalAgendaEvent> = {
  category: 'politicalAgenda',
  initial: undefined,
  evolve: {
    PoliticalAgendaImported: (before, { body, on, version, added, changed, withdrawn, returned }) => {
      const items = new Map(before?.items);
      const mark = (itemId: string, gone: boolean): void => {
        const item = items.get(itemId);
        if (item) items.set(itemId, { ...item, withdrawn: gone });
      };
      for (const item of added) items.set(item.itemId, knownItem(item, false));
      for (const item of changed) items.set(item.itemId, knownItem(item, items.get(item.itemId)?.withdrawn ?? false));
      withdrawn.forEach((itemId) => mark(itemId, true));
      returned.forEach((itemId) => mark(itemId, false));
      return { body, on, version, items, links: before?.links ?? new Map() };
    },
    AgendaItemLinked: (agenda, { itemId, caseId }) => agenda && withLinks(agenda, itemId, (cases) => cases.add(caseId)),
    AgendaItemUnlinked: (agenda, { itemId, caseId }) =>
      agenda && withLinks(agenda, itemId, (cases) => cases.delete(caseId)),
  },
};

const knownItem = (
  { itemId, alias, fingerprint, externalNumbers, closed }: PoliticalItem,
  withdrawn: boolean,
): KnownItem => ({ itemId, alias, fingerprint, externalNumbers, closed, withdrawn });

function withLinks(agenda: PoliticalAgenda, itemId: string, change: (cases: Set<string>) => unknown): PoliticalAgenda {
  const cases = new Set(agenda.links.get(itemId));
  change(cases);
  return { ...agenda, links: new Map(agenda.links).set(itemId, cases) };
}
