import type { CaseGlance } from '@rettidig/cases';
import type { AgendaChanges, AgendaReader, ItemKnown } from '@rettidig/detection';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import type { ReadAgenda, ReadItem } from './read-agenda.js';

/** What a plan looks up. */
export interface AgendaLookUp {
  readonly reader: AgendaReader;
  readonly glances: (caseIds: readonly string[]) => ReadonlyMap<string, CaseGlance>;
}

/** An agenda with what is known about it, or what stands in its way. */
export interface PlannedAgenda {
  readonly read: ReadAgenda;
  readonly body: PoliticalBody | undefined;
  readonly on: LocalDate | undefined;
  readonly complete: boolean;
  readonly agendaId: string | undefined;
  /** Its latest version before this one; 0 when there is none. */
  readonly version: number;
  /** As it stands before. */
  readonly known: ReadonlyMap<string, ItemKnown>;
  readonly changes: AgendaChanges;
  /** The published items in the order of `changes.items`. */
  readonly items: readonly ReadItem[];
}
