import type { Language } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import { reached, type Obligation, type Reached } from './expected.js';
import { nameOf, note, type Ledger } from './ledger.js';
import type { OpenThings } from './open.js';
import { receivers } from './receivers.js';
import type { ToldTown } from './told.js';

/** How somebody wants to be told what needs nothing done. */
export type Wish = 'atOnce' | 'digest' | 'none';

/** What the checks look at. */
export interface Looked {
  readonly told: ToldTown;
  readonly ledger: Ledger;
  readonly open: OpenThings;
  readonly now: () => string;
  /** Without one they have no address. */
  readonly wishOf: (personId: string) => Wish | undefined;
  readonly languageOf: (personId: string) => Language;
  /** Their mailbox took nothing today or yesterday. */
  readonly isCutOff: (personId: string) => boolean;
}

/** Who was told of what, and who is to be: everything that mails and their absence are held against. */
export class Known {
  /** By thing and step, as long as it is there. */
  private readonly toldOf = new Map<string, Map<string, Set<string>>>();
  /** Persons by item, with the first instant. */
  private readonly toldOfItem = new Map<string, Map<string, string>>();
  /** By meeting and person, the last instant at which they were told that it is on another day or at another hour. */
  private readonly toldOfChange = new Map<string, Map<string, string>>();
  /** Steps of things of which everybody was told. */
  private readonly settled = new Map<string, Set<string>>();

  constructor(private readonly looked: Looked) {}

  /** Somebody was told of a thing at a step. */
  noteTold(one: Obligation, step: Reached, to: string): void {
    const { now } = this.looked;
    const steps = this.toldOf.get(nameOf(one)) ?? new Map<string, Set<string>>();
    note(steps, step.name, to);
    this.toldOf.set(nameOf(one), steps);
    if (one.kind === 'meetingChanged')
      this.toldOfChange.set(one.item, new Map(this.toldOfChange.get(one.item)).set(to, now()));
    this.settle(one, step, now().slice(0, 10));
    const persons = this.toldOfItem.get(one.item) ?? new Map<string, string>();
    this.toldOfItem.set(one.item, persons.has(to) ? persons : persons.set(to, now()));
  }

  /** It is gone: it can come up anew. */
  forget(name: string): void {
    this.toldOf.delete(name);
    this.settled.delete(name);
  }

  isSettled = (one: Obligation, step: Reached): boolean => this.settled.get(nameOf(one))?.has(step.name) ?? false;
  isTold = (one: Obligation, step: Reached, id: string): boolean =>
    this.toldOf.get(nameOf(one))?.get(step.name)?.has(id) ?? false;

  /** That nobody was told is said once. */
  giveUp = (one: Obligation, step: Reached): unknown => note(this.settled, nameOf(one), step.name);

  /** Whether they come to a meeting, or hear of it only because they were told before. */
  isCalled(one: Obligation, to: string): boolean {
    const step = reached(this.looked.told, one, this.looked.now().slice(0, 10));
    const member = step && this.receivers(one, { ...step, to: ['members'] }, this.looked.now().slice(0, 10)).get(to);
    return member !== undefined && !(member.fallback && this.toldBefore(one).has(to));
  }

  /** When somebody was told last that a meeting is on another day. */
  toldOfChangeAt = (meetingId: string, personId: string): string | undefined =>
    this.toldOfChange.get(meetingId)?.get(personId);

  /** Whoever was told that a meeting is on another day is not told of a step of that day which had come by then. */
  knowsNewDaySince({ kind, item }: Obligation, { day }: Reached, personId: string): string | undefined {
    const { dayKnownAt } = this.looked.told.meetings.get(item) ?? {};
    if (kind !== 'meetingComing' || dayKnownAt === undefined || day > dayOf(dayKnownAt)) return undefined;
    const at = this.toldOfChange.get(item)?.get(personId);
    return at !== undefined && at >= dayKnownAt ? at : undefined;
  }

  /** Of a meeting that is another day now only those know who were told of it. */
  nobodyWasTold = (one: Obligation): boolean => one.kind === 'meetingChanged' && this.toldBefore(one).size === 0;

  /** They want no notices. */
  isDeaf = (personId: string, { how }: Reached): boolean => how === 'notice' && this.looked.wishOf(personId) === 'none';

  /** Whom it is for. Generous: those whose mail was only claimed count as told before. */
  receivers(one: Obligation, step: Reached, day: string, isGenerous = false) {
    const { told, ledger, wishOf } = this.looked;
    const refused = ledger.refusedOf(nameOf(one), step.name);
    return receivers(told, one, step.to, {
      day,
      toldBefore: isGenerous ? ledger.claimedOf(one.item) : this.toldBefore(one),
      isUnreachable: (personId) => wishOf(personId) === undefined || refused.has(personId),
    });
  }

  /** Once everybody was told, whoever gets the function later waits for the next step. */
  private settle(one: Obligation, step: Reached, today: string): void {
    const told = this.toldOf.get(nameOf(one))?.get(step.name);
    const all = [...this.receivers(one, step, today).keys()].filter((id) => !this.isDeaf(id, step));
    if (all.every((id) => told?.has(id))) note(this.settled, nameOf(one), step.name);
  }

  /** Those who were told of the meeting before it changed. */
  private toldBefore(one: Obligation): ReadonlySet<string> {
    const told = this.toldOfItem.get(one.item);
    const changedAt = this.looked.told.meetings.get(one.item)?.changedAt;
    if (!told || changedAt === undefined) return new Set();
    return new Set([...told].filter(([, at]) => at < changedAt).map(([personId]) => personId));
  }
}
