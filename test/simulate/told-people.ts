import type { Told } from './told-data.js';

/** Somebody has something from a day until another, that day not included. */
interface Term {
  readonly personId: string;
  readonly from: string;
  to?: string | undefined;
}

/** A seat with everybody who ever had it. */
export interface ToldSeat {
  readonly seatId: string;
  readonly committeeId: string;
  readonly office?: string;
  readonly representativeKind: string;
  readonly from: string;
  readonly holders: Term[];
}

interface ToldCommittee {
  readonly committeeId: string;
  readonly level: string;
  readonly covers: readonly string[];
  readonly parentId: string | null;
}

interface Appointment extends Term {
  readonly appointmentId: string;
  /** The unit, the committee, the person stood in for. */
  readonly of: string | null;
}

const holds = ({ from, to }: Term, day: string): boolean => from <= day && (to === undefined || day < to);

/** Who has what, as the log tells it: units, committees, seats and functions. */
export class ToldPeople {
  /** Units with the one above them. */
  readonly units = new Map<string, string | null>();
  readonly committees = new Map<string, ToldCommittee>();
  readonly seats = new Map<string, ToldSeat>();
  /** By committee. */
  private readonly seatsOf = new Map<string, ToldSeat[]>();
  private readonly managers: Appointment[] = [];
  private readonly secretaries: Appointment[] = [];
  private readonly substitutes: Appointment[] = [];
  private readonly appointments = new Map<string, Appointment>();

  learn(type: string, told: Told): void {
    this.lessons[type]?.(told);
  }

  managerOn = (unitId: string, day: string): string | undefined =>
    this.managers.find((one) => one.of === unitId && holds(one, day))?.personId;

  substitutesOn = (personId: string, day: string): string[] =>
    this.substitutes.filter((one) => one.of === personId && holds(one, day)).map((one) => one.personId);

  /** Appointed for one committee, or for all of them (null). */
  secretariesOn = (committeeId: string | null, day: string): string[] =>
    this.secretaries.filter((one) => one.of === committeeId && holds(one, day)).map((one) => one.personId);

  /** Seats of a committee with whoever has them on a day. */
  seatsOn = (committeeId: string, day: string): { readonly seat: ToldSeat; readonly personId: string }[] =>
    (this.seatsOf.get(committeeId) ?? []).flatMap((seat) => {
      if (seat.from > day) return [];
      const holder = seat.holders.find((one) => holds(one, day));
      return holder ? [{ seat, personId: holder.personId }] : [];
    });

  main = (): string => [...this.committees.values()].find(({ level }) => level === 'main')!.committeeId;

  private readonly lessons: Readonly<Record<string, (told: Told) => unknown>> = {
    UnitEstablished: ({ unitId, parentId }) => this.units.set(unitId, parentId),
    CommitteeEstablished: (told) => this.committees.set(told.committeeId, told),
    SeatCreated: (told) => {
      const seat: ToldSeat = { ...told, holders: [] };
      this.seats.set(told.seatId, seat);
      this.seatsOf.set(seat.committeeId, [...(this.seatsOf.get(seat.committeeId) ?? []), seat]);
    },
    SeatFilled: ({ seatId, personId, from, to }) => this.seats.get(seatId)!.holders.push({ personId, from, to }),
    SeatVacated: ({ seatId, on }) => {
      // Whoever was to come later does not come either, until somebody says so anew.
      const { holders } = this.seats.get(seatId)!;
      for (const one of holders) if (one.from < on && (one.to === undefined || one.to > on)) one.to = on;
      holders.splice(0, holders.length, ...holders.filter(({ from }) => from < on));
    },
    UnitManagerAppointed: (told) => this.appoint(this.managers, told, told.unitId),
    SecretariatMemberAppointed: (told) => this.appoint(this.secretaries, told, told.committeeId),
    SubstituteNamed: (told) => this.appoint(this.substitutes, { ...told, personId: told.substituteId }, told.personId),
    AppointmentEnded: ({ appointmentId, on }) => {
      const one = this.appointments.get(appointmentId)!;
      if (one.to === undefined || one.to > on) one.to = on;
    },
  };

  private appoint(list: Appointment[], { appointmentId, personId, from, to }: Told, of: string | null): void {
    const one = { appointmentId, personId, from, to, of };
    list.push(one);
    this.appointments.set(appointmentId, one);
  }
}
