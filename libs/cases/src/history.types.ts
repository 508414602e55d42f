import type { DomainEvent, EventOf, Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';

/** Names of things in both languages at once; committees and units have one name. */
export interface HistoryNames {
  readonly committee: (committeeId: string | null) => string;
  readonly unit: (unitId: string | null) => string;
  readonly kind: (kind: string) => Text;
}

/** One event as a sentence, and the day on which it happened in the world where that is known. */
export interface Told {
  readonly sentence: Text;
  readonly on?: LocalDate | undefined;
}

/** Each event of a part of the story as a sentence. Complete by type. */
export type History<E extends DomainEvent> = {
  readonly [Type in E['type']]: (data: EventOf<E, Type>['data'], names: HistoryNames) => Told;
};

export const told = (da: string, en: string, on?: LocalDate): Told => ({ sentence: { da, en }, on });
