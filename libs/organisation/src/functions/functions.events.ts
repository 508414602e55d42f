import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/**
 * Who has a function that no seat says: manager of a unit, the secretariat, substitute for somebody. Seats say who is
 * chair, deputy chair, secretary and member. One stream, `functions-administration`, so that what overlaps is seen in one
 * decision. Persons are opaque ids; every day is a local date, and `to` is the first day on which it no longer holds.
 */
export type FunctionsEvent =
  UnitManagerAppointed | SecretariatMemberAppointed | SubstituteNamed | AppointmentEnded | AppointmentRecordedInError;

interface Appointed {
  /** Names this appointment; never used again. */
  readonly appointmentId: string;
  readonly personId: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source?: Source;
}

/** A person is the manager of a unit for a while; a unit has one manager at a time. */
export type UnitManagerAppointed = DomainEvent<'UnitManagerAppointed', Appointed & { readonly unitId: string }>;

/** A person is of the secretariat of one committee, or of all of them (`committeeId` null). */
export type SecretariatMemberAppointed = DomainEvent<
  'SecretariatMemberAppointed',
  Appointed & { readonly committeeId: string | null }
>;

/** A person is told what another one is told, too, while that one is away. */
export type SubstituteNamed = DomainEvent<'SubstituteNamed', Appointed & { readonly substituteId: string }>;

/** An appointment or a substitution ends earlier than it said, or at last. */
export type AppointmentEnded = DomainEvent<
  'AppointmentEnded',
  { readonly appointmentId: string; readonly on: LocalDate }
>;

/** It never was so: a mistake of whoever recorded it. It stays in the log and stands in no answer from now on. */
export type AppointmentRecordedInError = DomainEvent<
  'AppointmentRecordedInError',
  { readonly appointmentId: string; readonly reason: string }
>;

/** What people wrote is sealed. */
export const functionsSealedFields: SealedFields = {
  UnitManagerAppointed: [{ path: 'source.reference' }],
  SecretariatMemberAppointed: [{ path: 'source.reference' }],
  SubstituteNamed: [{ path: 'source.reference' }],
  AppointmentRecordedInError: [{ path: 'reason' }],
};
