import type { Instant } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';

/** Who records a step; the personas of the demo. */
export type Persona = 'manager' | 'caseOfficer' | 'secretariat' | 'chair' | 'deputyChair';

/** One command of the story, at its scripted time. */
export interface Step {
  /** Names what it makes, so that later steps can point to it; also the seed of its command's id. */
  readonly key: string;
  readonly at: Instant;
  readonly by: Persona;
  readonly command: string;
  /** The key of the step that made the subject of an existing stream. */
  readonly subject?: string;
  /** `id` answers the id of what an earlier step made. */
  readonly message: (id: (key: string) => string) => object;
}

/** A line, or lines, of the minutes that the story is told from. */
export const line = (lines: string): Source => ({ kind: 'minutes', reference: `HovedMED 24-04-2026, linje ${lines}` });

/** What the minutes do not say and the demo had to make up. Shown as "Opdigtet i demoen". */
export const constructed: Source = { kind: 'constructed' };
