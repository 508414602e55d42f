import type { ChangeKind } from '@rettidig/rules';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import type { PossibleMissCommand } from '../possible-miss.checks.js';
import { onPossibleMiss } from '../possible-miss.checks.js';
import type { PossibleMissEvent, UnregisteredChangeSuspected } from '../possible-miss.events.js';

/**
 * The words of an item of a political agenda read like a change that nobody registered. The id of the possible miss
 * follows from the item, so that the same item is never asked about twice.
 */
export class SuspectUnregisteredChange {
  agendaId!: string;
  itemId!: string;
  title!: string;
  /** 0 to 1. */
  score!: number;
  kinds!: { readonly kind: ChangeKind; readonly score: number }[];
  hits!: { readonly listId: string; readonly word: string }[];
  listsVersion!: string;
  /** `fingerprint` of the item: tells another wording from the same one. */
  fingerprint!: string;
  body!: DecidingBody;
  on!: LocalDate;
}

/** Only the system says so. */
export const suspectUnregisteredChange: PossibleMissCommand<SuspectUnregisteredChange> = {
  ...onPossibleMiss,
  name: 'SuspectUnregisteredChange',
  message: SuspectUnregisteredChange,
  kind: 'fact',
  target: 'given',
  path: null,
  summary: {
    da: 'Et punkt på en politisk dagsorden ligner en ændring uden sag',
    en: 'An item of a political agenda reads like a change without a case',
  },
  refusals: [],
  decide: (miss, message) => {
    const suspected: UnregisteredChangeSuspected = { type: 'UnregisteredChangeSuspected', data: { ...message } };
    const before = miss?.suspicion;
    if (!miss || !before) return [suspected];
    const isReworded = before.fingerprint !== message.fingerprint;
    // Other word lists alone do not bring back what both chairs have looked at; other words do.
    if (!isReworded && (miss.dismissed || before.listsVersion === message.listsVersion)) return [];
    const reopened: PossibleMissEvent = { type: 'PossibleMissReopened', data: { cause: 'newWording' } };
    return miss.dismissed ? [suspected, reopened] : [suspected];
  },
};
