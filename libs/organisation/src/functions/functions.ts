import type { Decider, EventMetadata, Instant, RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { Source, Validity } from '@rettidig/vocabulary';
import { organisationTexts } from '../free-texts.js';
import type { FunctionsEvent } from './functions.events.js';

/** The functions that are told of by themselves; those that a seat gives are read from the seats. */
export type AppointedTo = 'unitManager' | 'secretariat' | 'substitute';

/** Somebody has a function for a while. */
export interface Appointment {
  readonly appointmentId: string;
  readonly to: AppointedTo;
  /** The unit; the committee, null for all of them; the person who is stood in for. */
  readonly of: string | null;
  /** Who has it; the substitute of a substitution. */
  readonly personId: string;
  readonly term: Validity;
  readonly source?: Source;
  /** Why it never was so, when it was recorded in error: it counts for nothing then. */
  readonly inError: string | null;
}

/** One fact with the instant from which it was known. */
interface Told {
  readonly fact: Pick<FunctionsEvent, 'type' | 'data'>;
  readonly knownAt: Instant;
}

/** All that was ever told of functions, in the order of recording. Immutable. */
export interface Functions {
  readonly told: readonly Told[];
}

const tell =
  <Type extends FunctionsEvent['type']>(type: Type) =>
  ({ told }: Functions, data: object, { recordedAt }: EventMetadata): Functions => {
    const latest = told.at(-1)?.knownAt ?? '';
    const knownAt = recordedAt > latest ? recordedAt : latest;
    return { told: [...told, { fact: { type, data } as Told['fact'], knownAt }] };
  };

/** The one stream of functions. */
export const functionsDecider: Decider<Functions, FunctionsEvent> = {
  category: 'functions',
  initial: { told: [] },
  evolve: {
    UnitManagerAppointed: tell('UnitManagerAppointed'),
    SecretariatMemberAppointed: tell('SecretariatMemberAppointed'),
    SubstituteNamed: tell('SubstituteNamed'),
    AppointmentEnded: tell('AppointmentEnded'),
    AppointmentRecordedInError: tell('AppointmentRecordedInError'),
  },
};

/** The functions as everything that tells people may look them up. */
export const functionsPart: ReferencePart<Functions> = {
  categories: [functionsDecider.category],
  initial: functionsDecider.initial,
  evolve: (functions: Functions, event: RecordedEvent) =>
    evolve(functionsDecider, functions, organisationTexts.placed(event)),
};

/** The functions as they were known at an instant, that instant included. */
export const functionsKnownAt = ({ told }: Functions, at: Instant): Functions => ({
  told: told.filter(({ knownAt }) => knownAt <= at),
});
