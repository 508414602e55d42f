import type { Actor, EventOf } from '@rettidig/event-sourcing';
import { evolve, idOf, Refused } from '@rettidig/event-sourcing';
import { contextOf, metadata } from '@rettidig/event-sourcing/testing';
import type { OrganisationEvent } from '@rettidig/organisation';
import type { Readings, RuleSet } from '@rettidig/rules';
import type { CaseCommand } from '../commands/on-case.js';
import type { RecordReview } from '../commands/record-review.js';
import { recordReview } from '../commands/record-review.js';
import type { RegisterChange } from '../commands/register-change.js';
import { registerChange } from '../commands/register-change.js';
import { changeDecider } from '../change.js';
import type { ChangeEvent } from '../change.events.js';
import type { ChangeState } from '../change.state.js';
import { openDuties } from '../change.state.js';
import type { ChangeContext, ChangeReference } from '../checks.js';
import { statusOf } from '../progress.js';
import { requirementIdOf } from '../requirements.js';
import type { MeetingOfCase } from './town.js';
import { itemIdOf, meetingIdOf, PEOPLE, referenceOf, UNITS } from './town.js';

export const CASE = idOf('case');

/** What becomes of the case's duty in a committee, by the act that it comes before. */
export const dutyIn = (committeeId: string | null, before: 'recommendation' | 'decision' = 'decision'): string =>
  requirementIdOf(CASE, committeeId, before);

/** A planned change of the home that its manager decides on: the main committee must have it, and the local one. */
export const plannedByManager: RegisterChange = {
  title: 'Koordinatorstilling bliver afdelingslederstilling',
  kind: 'coordinatorPostsConverted',
  unitId: UNITS.home,
  decider: { body: 'manager', managerUnitId: UNITS.centre },
};

/** A change that the manager of the centre decides on: the area committee must have it, and the local one. */
export const atCentreLevel: RegisterChange = { ...plannedByManager, kind: 'reorganisation' };

/** Every answer that leaves no duty. */
export const noImportance = {
  affectsStaff: 'no',
  newService: 'no',
  serviceMoved: 'no',
  moreSectionManagers: 'no',
  coordinatorPostsConverted: 'no',
  reorganisation: 'no',
  portfolioTransfer: 'no',
  budgetProposal: 'no',
  crossCutting: 'no',
} as const;

/** One case on its way through commands, with days that pass between them. */
export class PlayedCase {
  readonly events: ChangeEvent[] = [];
  state: ChangeState = changeDecider.initial;
  private said = 0;
  private day = '2026-04-24';
  private world: Parameters<typeof referenceOf>[0] & object = {};
  private reference: ChangeReference = referenceOf();

  /** It is another day now. */
  on(day: string): this {
    this.day = day;
    return this;
  }

  /** Decisions look up this from now on. */
  lookingUp(reference: ChangeReference): this {
    this.reference = reference;
    return this;
  }

  /** Something happened in the organisation. */
  organisation(...since: readonly OrganisationEvent[]): this {
    return this.turn({ ...this.world, since: [...(this.world.since ?? []), ...since] });
  }

  /** A meeting has the case, or came further. */
  meeting(meeting: Omit<MeetingOfCase, 'caseId'> & { readonly caseId?: string }): this {
    const others = (this.world.meetings ?? []).filter(({ key }) => key !== meeting.key);
    return this.turn({ ...this.world, meetings: [...others, { caseId: CASE, ...meeting }] });
  }

  /** The meeting was held and discussed the case, and its secretary recorded the review. */
  reviewed(committeeId: string, on: string, more: Partial<MeetingOfCase> & Partial<RecordReview> = {}): this {
    const { key = `${committeeId} ${on}`, came = 'discussed', caseId: _caseId, movedTo: _movedTo, ...review } = more;
    this.meeting({ key, committeeId, on, came });
    return this.do(recordReview, { ...reviewAt(key, on), ...review });
  }

  rules(...ruleSets: readonly RuleSet[]): this {
    return this.turn({ ...this.world, ruleSets });
  }

  /** Politicians treat cases of a kind so many times. */
  readings(...readings: readonly Readings[]): this {
    return this.turn({ ...this.world, readings });
  }

  register(message: RegisterChange = plannedByManager, actor: Actor = PEOPLE.manager): this {
    return this.do(registerChange, message, actor);
  }

  /** The command is decided and what it gives is folded. */
  do<Message extends object>(command: CaseCommand<Message>, message: Message, actor: Actor = PEOPLE.secretary): this {
    this.decided(command, message, actor);
    return this;
  }

  /** The same, answering what was decided. */
  decided<Message extends object>(
    command: CaseCommand<Message>,
    message: Message,
    actor: Actor = PEOPLE.secretary,
  ): readonly ChangeEvent[] {
    const context = this.context(actor);
    const events = command.decide(this.state, message, context);
    const meta = metadata({ recordedAt: context.now, actor });
    for (const event of events) this.state = evolve(changeDecider, this.state, { ...event, meta });
    this.events.push(...events);
    this.said++;
    return events;
  }

  /** The code of the refusal; `not refused` when there was none. Nothing is folded. */
  refusal<Message extends object>(
    command: CaseCommand<Message>,
    message: Message,
    actor: Actor = PEOPLE.secretary,
  ): string {
    try {
      command.decide(this.state, message, this.context(actor));
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
    return 'not refused';
  }

  context(actor: Actor = PEOPLE.secretary): ChangeContext {
    return contextOf({
      reference: this.reference,
      now: `${this.day}T12:00:00.000Z`,
      actor,
      subjectId: CASE,
      commandId: idOf('command', String(this.said)),
    });
  }

  /** Where each duty stands, by its id. */
  statuses(): Record<string, string> {
    const context = this.context();
    return Object.fromEntries(
      Object.values(this.state.duties).map((duty) => [
        duty.requirement.requirementId,
        statusOf(this.state, duty, context),
      ]),
    );
  }

  /** The committees that the case owes a review now. */
  owes(): (string | null)[] {
    return openDuties(this.state).map(({ requirement }) => requirement.committeeId);
  }

  /** The rows of the register: committee, cause and state of every miss that was ever noted. */
  rows(): { committeeId: string | null; cause: string; state: string }[] {
    return Object.values(this.state.duties).flatMap(({ requirement: { committeeId }, misses }) =>
      misses.map(({ cause, state }) => ({ committeeId, cause, state })),
    );
  }

  /** What the last event of a type says. */
  last<Type extends ChangeEvent['type']>(type: Type): EventOf<ChangeEvent, Type>['data'] {
    const found = this.events.findLast((event) => event.type === type);
    if (!found) throw new Error(`no ${type} among ${this.types().join(', ')}`);
    return found.data as never;
  }

  /** The types of all events, in order. */
  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  private turn(world: Parameters<typeof referenceOf>[0] & object): this {
    this.world = world;
    this.reference = referenceOf(world);
    return this;
  }
}

/** The review of the case at its item of a meeting. */
export const reviewAt = (key: string, heldOn: string): RecordReview => ({
  meetingId: meetingIdOf(key),
  itemId: itemIdOf(key),
  heldOn,
});

/** A case that nothing happened to yet. */
export const aCase = (): PlayedCase => new PlayedCase();
