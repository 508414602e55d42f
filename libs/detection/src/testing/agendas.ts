import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import { agendaChanges } from '../agenda-changes.js';
import type { PublishedItem } from '../agenda-changes.js';
import { agendaIdOf, politicalAgendaDecider } from '../political-agenda.js';
import type { PoliticalAgenda } from '../political-agenda.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';

export const DAY = '2026-06-03';
export const AGENDA = agendaIdOf('socialCommittee', DAY);
export const IMPORT = '00000000-0000-4000-8000-0000000000a1';

/** An open item with a title, unless told. */
export const published = (number: string, title: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  number,
  title,
  externalNumbers: [],
  closed: false,
  ...more,
});

export const f2 = (value: string) => ({ system: 'F2', value });

export const foldAgenda = (events: readonly PoliticalAgendaEvent[]): PoliticalAgenda | undefined =>
  events.reduce<PoliticalAgenda | undefined>(
    (agenda, event) => evolve(politicalAgendaDecider, agenda, { ...event, meta: metadata() }),
    undefined,
  );

type Imported = Extract<PoliticalAgendaEvent, { type: 'PoliticalAgendaImported' }>;

/** The version that these items make, after the ones before it. */
export function importOf(
  items: readonly PublishedItem[],
  before: readonly PoliticalAgendaEvent[] = [],
  complete = true,
): Imported {
  const agenda = foldAgenda(before);
  const { added, changed, withdrawn, returned } = agendaChanges(AGENDA, agenda?.items ?? new Map(), {
    items,
    complete,
  });
  return {
    type: 'PoliticalAgendaImported',
    data: {
      ...{ body: 'socialCommittee', on: DAY, version: (agenda?.version ?? 0) + 1, complete, importId: IMPORT },
      ...{ added, changed, withdrawn, returned },
    },
  };
}
