import { idOf, Refused, type EventStore, type RecordedEvent } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import { product } from '../property/town.js';
import { SECRET } from './letter.js';

/** Those that reminders, effects and reactions look into: pages that nobody reads need not be kept up. */
const VIEWS = ['reminders', 'effects', 'plans', 'cases'];
/** Each command is said by the same line of this simulation every time. */
const CHECKS = 20;

/** What people write themselves, by its field in any command. */
const FREE_TEXTS = ['title', 'reason', 'what', 'owner', 'how', 'note', 'place', 'sentTo', 'treatedAgainBecause'];

/** So that it is found again wherever it must not stand. */
function marked(message: object): object {
  const texts = Object.entries(message).filter(([field]) => FREE_TEXTS.includes(field));
  return { ...message, ...Object.fromEntries(texts.map(([field, text]) => [field, `${SECRET}: ${text}`])) };
}

/** Somebody who does something. */
interface By {
  readonly role?: string;
  /** Who exactly, where it matters. */
  readonly as?: string | undefined;
  readonly on?: string;
}

/** The whole product in memory under a clock that the simulation moves on, and its log as it grows. */
export class Office {
  readonly running: ReturnType<typeof product>;
  /** Told of every event once, in the order of the log. */
  onEvent: (event: RecordedEvent) => void = () => {};
  private position: string | undefined;
  private asked = 0;
  /** What people did to each stream: the number that an If-Match names. */
  private readonly acts = new Map<string, number>();
  /** Commands that were done, and those that were refused, by code: people try what no longer goes. */
  done = 0;
  readonly refused = new Map<string, number>();

  constructor(now: string, store?: EventStore) {
    this.running = product({ now, views: VIEWS, checks: CHECKS, ...(store && { store }) });
  }

  get now(): string {
    return this.running.clock.now();
  }

  get today(): string {
    return dayOf(this.now);
  }

  /** Does something as somebody. */
  async does(
    command: string,
    message: object,
    { role = 'secretariat', as, on }: By = {},
  ): Promise<Record<string, string>> {
    // The same life has the same ids, whatever was lived through before it.
    const commandId = idOf('simulated', String((this.asked += 1)));
    const actor = { role, commandId, ...(as !== undefined && { id: as }) };
    const who = on === undefined ? actor : { ...actor, subjectId: on, ifMatch: `"${this.acts.get(on) ?? 0}"` };
    const { answer, subjectId } = await this.running.send(command, marked(message), who);
    this.done += 1;
    // Whatever follows from it has happened before anything else does: else its order would follow from the machine.
    await this.settles();
    this.running.clock.set(new Date(Date.parse(this.now) + 1).toISOString());
    return { ...(answer as Record<string, string>), id: subjectId };
  }

  /** As `does`; false when it is refused, as happens to people who act on what was so yesterday. */
  async tries(command: string, message: object, by: By = {}): Promise<boolean> {
    try {
      await this.does(command, message, by);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refused.set(error.code, (this.refused.get(error.code) ?? 0) + 1);
      return false;
    }
  }

  /** Waits until views and reactions have seen everything. */
  async settles(): Promise<void> {
    await this.running.engine.settled();
    await this.learns();
  }

  /** @throws Error when a reaction gave up on an event: nothing here breaks those, so it is this office that lacks something. */
  async mustReact(): Promise<void> {
    const [parked] = await this.running.store.parked();
    if (parked) throw new Error(`the reaction ${parked.reaction} gave up on ${parked.eventId}: ${parked.error}`);
  }

  /** Reads on in the log. */
  async learns(): Promise<void> {
    for (const event of await this.running.log(this.position)) {
      this.position = event.position;
      const subject = event.stream.slice(event.stream.indexOf('-') + 1);
      if (event.meta.byPerson) this.acts.set(subject, (this.acts.get(subject) ?? 0) + 1);
      this.onEvent(event);
    }
  }
}
