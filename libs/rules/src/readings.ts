import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { isPolitical } from '@rettidig/vocabulary';
import type { Readings } from './readings.events.js';
import type { Agreed, RuleBook } from './rule-book.js';
import { inForce } from './timetables.js';

/** Whose readings of what. */
export interface ReadBy {
  readonly kind: string;
  readonly body: DecidingBody;
}

type AgreedReadings = Omit<Readings, 'source'>;

/**
 * What was agreed on the readings of a kind by a political body that holds on a day; what was agreed for the body itself
 * comes before what holds for all. Undefined: nothing ever, or the body is none of politicians, who alone read twice.
 */
export function readingsOn(
  { readings }: Pick<RuleBook, 'readings'>,
  { kind, body }: ReadBy,
  on: LocalDate,
): AgreedReadings | undefined {
  if (!isPolitical(body)) return undefined;
  const ofKind = readings.filter(({ value }) => value.kind === kind);
  return inForce(valuesFor(ofKind, body), on) ?? inForce(valuesFor(ofKind, undefined), on);
}

const valuesFor = (agreed: readonly Agreed<AgreedReadings>[], body: DecidingBody | undefined): AgreedReadings[] =>
  agreed.map(({ value }) => value).filter((value) => value.body === body);

/** How often a body treats a case: as agreed on the day, else once. */
export const numberOfReadings = (ruleBook: Pick<RuleBook, 'readings'>, readBy: ReadBy, on: LocalDate): number =>
  readingsOn(ruleBook, readBy, on)?.readings ?? 1;
