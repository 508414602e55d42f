import type { Text } from '@rettidig/event-sourcing';
import type { PlanEntry } from './entries.js';

/** Start, end and place of a meeting; what is not told is missing. */
export interface Details {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly place?: string;
}

/** What was looked up for a plan: how the meetings that the register has on its days were called. */
export interface PlanFound {
  readonly details?: ReadonlyMap<string, Details>;
}

const text = (da: string, en: string): Text => ({ da, en });

const inWords = ({ startsAt, endsAt, place }: Details): Text => {
  const times = [startsAt, endsAt].filter(Boolean).join('–');
  return text(
    [times && `kl. ${times}`, place].filter(Boolean).join(', ') || 'hverken tid eller sted',
    [times, place].filter(Boolean).join(', ') || 'neither time nor place',
  );
};

/** How an entry tells another time or place of its meeting than the register; undefined when it does not. */
export function differenceOf(entry: PlanEntry, known: Details | undefined): Text | undefined {
  if (!known) return undefined;
  const fields = ['startsAt', 'endsAt', 'place'] as const;
  if (fields.every((field) => entry[field] === undefined || entry[field] === known[field])) return undefined;
  const [register, file] = [inWords(known), inWords(entry)];
  return text(
    `Registeret har ${register.da}; planen har ${file.da}. Registeret beholder sit. Et andet klokkeslæt registreres ved at flytte mødet til samme dag; stedet kan ikke rettes.`,
    `The register has ${register.en}; the plan has ${file.en}. The register keeps its own. Other hours are recorded by moving the meeting to the same day; the place cannot be changed.`,
  );
}
