import type { PersonCard } from '@rettidig/event-sourcing';
import type { RosterPerson } from '@rettidig/minutes';
import type { SeatOn } from '@rettidig/organisation';
import type { RosterDecision } from './decisions.js';
import { keyOf } from './names.js';
import type { RosterMatch, RosterState } from './states.js';

/** One line held against the register. */
export interface MatchedRow {
  /** Counts from 1 in the list; several people can stand on one line. */
  readonly row: number;
  readonly person: RosterPerson;
  readonly state: RosterState;
  readonly how: RosterMatch;
  readonly seatId?: string;
  /** The deputy, where one acted. */
  readonly personId?: string;
  readonly candidates: readonly string[];
}

/** A seat of the day with what the private store knows of it. */
export interface KnownSeat extends SeatOn {
  readonly label?: string;
  readonly holderName?: string;
}

/** The seats of members on the day, with labels and names. */
export const knownSeats = (seats: readonly SeatOn[], people: ReadonlyMap<string, PersonCard>): KnownSeat[] =>
  seats.map((seat) => {
    const label = people.get(seat.seatId)?.name;
    const holderName = seat.personId === null ? undefined : people.get(seat.personId)?.name;
    return { ...seat, ...(label !== undefined && { label }), ...(holderName !== undefined && { holderName }) };
  });

const sameLabel = (seat: KnownSeat, { represents, side }: RosterPerson): boolean =>
  seat.label !== undefined &&
  represents !== undefined &&
  keyOf(seat.label) === keyOf(represents) &&
  (side === undefined || seat.side === side);

/** What was found out about a row. */
type Settled = Omit<MatchedRow, 'person' | 'row'>;

/**
 * Holds each row of the list of participants against the seats of the day: first what a person decided, then by name,
 * by office, by label. A seat is given away once. Whoever could be meant in two ways is left to a person.
 */
export class RosterMatching {
  private readonly rows = new Map<RosterPerson, MatchedRow>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly roster: readonly RosterPerson[],
    private readonly seats: readonly KnownSeat[],
    private readonly people: ReadonlyMap<string, PersonCard>,
    private readonly decisions: readonly RosterDecision[],
  ) {}

  /** The lines in their order. */
  match(): MatchedRow[] {
    for (const person of this.roster) this.decide(person);
    const holders = this.roster.filter(({ capacity }) => capacity === 'holder');
    for (const person of holders) this.open(person, () => this.byName(person));
    for (const person of holders) this.open(person, () => this.byOffice(person));
    for (const person of holders) this.open(person, () => this.byLabel(person, holders));
    for (const person of holders) this.open(person, () => this.unclear(person));
    for (const person of this.roster) this.open(person, () => this.asDeputy(person));
    return this.roster.map((person) => this.rows.get(person)!);
  }

  private open(person: RosterPerson, attempt: () => Settled | undefined): void {
    if (this.rows.has(person)) return;
    const row = attempt();
    if (row && !this.rows.has(person)) this.settle(person, row);
  }

  private settle(person: RosterPerson, row: Settled): void {
    this.rows.set(person, { row: this.rowOf(person), person, ...row });
    if (row.state === 'matched' && row.seatId && person.capacity === 'holder') this.taken.add(row.seatId);
  }

  private decide(person: RosterPerson): void {
    const decision = this.decisions.find(({ row }) => row === this.rowOf(person));
    if (decision?.leave) this.settle(person, { state: 'left', how: 'left', candidates: [] });
    else if (decision?.seatId !== undefined) {
      const personId = person.capacity === 'deputy' ? (decision.personId ?? this.personNamed(person.name)) : undefined;
      const settled = person.capacity === 'holder' || personId !== undefined;
      this.settle(person, {
        state: settled ? 'matched' : 'unmatched',
        how: 'decided',
        seatId: decision.seatId,
        ...(personId !== undefined && { personId }),
        candidates: [],
      });
    } else if (person.office === 'secretary') this.settle(person, { state: 'left', how: 'notMember', candidates: [] });
  }

  private byName({ name }: RosterPerson): Settled | undefined {
    const named = this.free().filter((seat) => seat.holderName !== undefined && keyOf(seat.holderName) === keyOf(name));
    if (named.length === 0) return undefined;
    const [only, ...others] = named;
    if (others.length > 0)
      return { state: 'candidates', how: 'several', candidates: named.map(({ seatId }) => seatId) };
    return { state: 'matched', how: 'name', seatId: only!.seatId, candidates: [] };
  }

  private byOffice({ office }: RosterPerson): Settled | undefined {
    const [seat, ...others] = office ? this.free().filter((one) => one.office === office) : [];
    if (!seat || others.length > 0) return undefined;
    return this.inUnnamed(seat, 'office');
  }

  /** By whom the seat stands for: one seat for one line, or as many seats as lines that say the same. */
  private byLabel(person: RosterPerson, holders: readonly RosterPerson[]): Settled | undefined {
    const seats = this.free().filter((seat) => sameLabel(seat, person) && seat.holderName === undefined);
    if (seats.length === 0) return undefined;
    const alike = holders.filter((other) => !this.rows.has(other) && seats.some((seat) => sameLabel(seat, other)));
    if (seats.length === 1 && alike.length === 1) return this.inUnnamed(seats[0]!, 'label');
    const asMany = seats.length === alike.length && seats.every(({ personId }) => personId !== null);
    if (!asMany || new Set(alike.map(({ presence }) => presence)).size !== 1) return undefined;
    for (const [at, other] of alike.entries()) {
      this.settle(other, { state: 'matched', how: 'labelGroup', seatId: seats[at]!.seatId, candidates: [] });
    }
    return this.rows.get(person);
  }

  /** A seat whose holder has no name yet can be this person's; one without a holder has to be filled first. */
  private inUnnamed(seat: KnownSeat, how: 'office' | 'label'): Settled {
    const candidates = [seat.seatId];
    if (seat.personId === null) return { state: 'unmatched', how: 'vacantSeat', candidates };
    if (seat.holderName !== undefined) return { state: 'candidates', how: 'otherHolder', candidates };
    return { state: 'matched', how, seatId: seat.seatId, candidates: [] };
  }

  private unclear(person: RosterPerson): Settled {
    const alike = this.free().filter((seat) => sameLabel(seat, person));
    const vacant = alike.filter(({ personId }) => personId === null).map(({ seatId }) => seatId);
    if (vacant.length === 1) return { state: 'unmatched', how: 'vacantSeat', candidates: vacant };
    const unnamed = alike.filter(({ holderName }) => holderName === undefined).map(({ seatId }) => seatId);
    if (unnamed.length > 0) return { state: 'candidates', how: 'several', candidates: unnamed };
    if (alike.length > 0)
      return { state: 'candidates', how: 'otherHolder', candidates: alike.map(({ seatId }) => seatId) };
    return { state: 'unmatched', how: 'nothing', candidates: [] };
  }

  /** A deputy sits in the seat of whom the minutes name, or in the one that stands for the same and is empty (J4). */
  private asDeputy(person: RosterPerson): Settled {
    const away = [...this.rows.values()].filter(
      (row) => row.person.capacity === 'holder' && row.person.presence !== 'present',
    );
    const named = away.filter(({ person: holder }) => keyOf(holder.name) === keyOf(person.deputyFor ?? ''));
    const alike = away.filter(
      ({ person: holder }) =>
        person.represents !== undefined &&
        keyOf(holder.represents ?? '') === keyOf(person.represents) &&
        (person.side === undefined || holder.side === undefined || holder.side === person.side),
    );
    const [row, ...others] = named.length > 0 ? named : alike;
    if (!row || others.length > 0) {
      const candidates = (named.length > 0 ? named : alike).flatMap(({ seatId }) => (seatId ? [seatId] : []));
      return {
        state: candidates.length > 0 ? 'candidates' : 'unmatched',
        how: others.length > 0 ? 'several' : 'nothing',
        candidates,
      };
    }
    const personId = this.personNamed(person.name);
    return {
      state: row.seatId !== undefined && personId !== undefined ? 'matched' : 'unmatched',
      how: named.length > 0 ? 'deputyFor' : 'label',
      ...(row.seatId !== undefined && { seatId: row.seatId }),
      ...(personId !== undefined && { personId }),
      candidates: [],
    };
  }

  private rowOf = (person: RosterPerson): number => this.roster.indexOf(person) + 1;

  private free = (): KnownSeat[] => this.seats.filter(({ seatId }) => !this.taken.has(seatId));

  /** The one person of this name that the register knows in this committee. */
  private personNamed(name: string): string | undefined {
    const seatIds = new Set(this.seats.map(({ seatId }) => seatId));
    const found = [...this.people].filter(([id, card]) => !seatIds.has(id) && keyOf(card.name) === keyOf(name));
    return found.length === 1 ? found[0]![0] : undefined;
  }
}
