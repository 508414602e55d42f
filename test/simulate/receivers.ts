import type { Obligation, Role } from './expected.js';
import type { ToldTown } from './told.js';

/** What is known of people beside their functions. */
export interface KnownOfPeople {
  readonly day: string;
  /** Who was told of the same thing. */
  readonly toldBefore: ReadonlySet<string>;
  /** Nobody knows an address, or the server takes nothing for them. */
  readonly isUnreachable: (personId: string) => boolean;
}

/** Whom it is for on a day, and whether only in the place of somebody else. Once more in the plainest way. */
export function receivers(
  told: ToldTown,
  one: Obligation,
  roles: readonly Role[],
  known: KnownOfPeople,
): ReadonlyMap<string, { readonly fallback: boolean }> {
  const found = new Map<string, { fallback: boolean }>();
  const asked = new Question(told, one, known);
  for (const role of roles) {
    if (role === 'owner' && one.changeId === undefined) continue;
    const own = asked.holders(role).flatMap(asked.withSubstitutes);
    const isVacant = own.length === 0 && role !== 'toldBefore';
    for (const id of isVacant ? asked.inTheirPlace(role) : own)
      found.set(id, { fallback: isVacant && (found.get(id)?.fallback ?? true) });
  }
  return found;
}

class Question {
  private readonly committeeId: string;

  constructor(
    private readonly told: ToldTown,
    private readonly one: Obligation,
    private readonly known: KnownOfPeople,
  ) {
    const meeting = one.meetingId === undefined ? undefined : told.meetings.get(one.meetingId);
    this.committeeId = one.committeeId ?? meeting?.committeeId ?? told.people.main();
  }

  /** Themselves and whoever stands in for them, as far as they can be told. */
  withSubstitutes = (personId: string): string[] =>
    [personId, ...this.told.people.substitutesOn(personId, this.known.day)].filter(
      (id) => !this.known.isUnreachable(id),
    );

  holders(role: Role): readonly string[] {
    const { told, one, known } = this;
    const ownerId = one.changeId === undefined ? null : told.cases.get(one.changeId)!.ownerId;
    if (role === 'owner') return ownerId === null ? [] : [ownerId];
    if (role === 'secretariat') return this.secretariat();
    if (role === 'toldBefore') return [...known.toldBefore];
    return role === 'members' ? this.members() : this.office(this.committeeId, role);
  }

  /** The nearest manager above who can be told, and the secretariat; of a deputy chair the one above as well. */
  inTheirPlace(role: Role): string[] {
    const managers = this.managersAbove().map(this.withSubstitutes);
    const above = role === 'deputyChair' ? this.above().map((id) => this.office(id, 'deputyChair')) : [];
    return [
      ...(above.find((found) => found.length > 0) ?? []).flatMap(this.withSubstitutes),
      ...(managers.find((found) => found.length > 0) ?? []),
      ...this.secretariat().flatMap(this.withSubstitutes),
    ];
  }

  private office = (committeeId: string, office: string): string[] =>
    this.told.people
      .seatsOn(committeeId, this.known.day)
      .filter(({ seat }) => seat.office === office)
      .map(({ personId }) => personId);

  /** On the day of the meeting, when that is still to come. */
  private members(): string[] {
    const meeting = this.told.meetings.get(this.one.meetingId!)!;
    const day = meeting.on > this.known.day ? meeting.on : this.known.day;
    const seats = this.told.people.seatsOn(this.committeeId, day);
    const members = seats.filter(({ seat }) => seat.representativeKind !== 'secretariat');
    return [...members.map(({ personId }) => personId), ...meeting.deputies.values()];
  }

  /** That of the committee, of all of them, of those above it, of the main one: the first that can be told. */
  private secretariat(): string[] {
    const { people } = this.told;
    const places = [
      this.secretariatOf(this.committeeId),
      people.secretariesOn(null, this.known.day),
      ...[...this.above(), people.main()].map((id) => this.secretariatOf(id)),
    ];
    return places.find((place) => place.some((id) => this.withSubstitutes(id).length > 0)) ?? [];
  }

  private secretariatOf(committeeId: string): string[] {
    const { people } = this.told;
    const seats = people.seatsOn(committeeId, this.known.day);
    const serving = seats.filter(
      ({ seat }) => seat.office === 'secretary' || seat.representativeKind === 'secretariat',
    );
    return [...people.secretariesOn(committeeId, this.known.day), ...serving.map(({ personId }) => personId)];
  }

  private above(): string[] {
    const { committees } = this.told.people;
    const found: string[] = [];
    for (let id = committees.get(this.committeeId)!.parentId; id !== null; id = committees.get(id)!.parentId)
      found.push(id);
    return found;
  }

  private managersAbove(): string[] {
    const { people, cases } = this.told;
    const unitId = this.one.changeId === undefined ? null : cases.get(this.one.changeId)!.unitId;
    const path: string[] = [];
    for (const below of unitId === null ? people.committees.get(this.committeeId)!.covers : [unitId])
      for (let id: string | null | undefined = below; id; id = people.units.get(id))
        if (!path.includes(id)) path.push(id);
    return path.flatMap((id) => people.managerOn(id, this.known.day) ?? []);
  }
}
