import type { CommandContext, CommandDefinition, Resource } from '@rettidig/event-sourcing';
import { notFound, Refused } from '@rettidig/event-sourcing';
import type { Meetings } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { isKnownUnit, mainCommittee, officesOf, structureOn } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import { dayOf } from '@rettidig/vocabulary';
import type { Dismissals } from './dismissals.js';
import type { PossibleMiss } from './possible-miss.js';
import { possibleMissDecider } from './possible-miss.js';
import type { PossibleMissEvent } from './possible-miss.events.js';

/** What commands and questions of this slice look up. */
export interface DetectionReference {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
  readonly ruleBook: RuleBook;
  readonly dismissals: Dismissals;
}

export type DetectionContext = CommandContext<DetectionReference>;

/** A command on a possible miss. */
export type PossibleMissCommand<Message extends object, Answer extends object = never> = CommandDefinition<
  PossibleMiss | undefined,
  PossibleMissEvent,
  Message,
  DetectionReference,
  Answer
>;

/** What all commands on a possible miss have in common. */
export const onPossibleMiss = {
  decider: possibleMissDecider,
  tag: 'possible-misses',
} as const satisfies Partial<PossibleMissCommand<object>>;

/** The possible miss, or the refusal that there is none. */
export function existing(miss: PossibleMiss | undefined): PossibleMiss {
  if (!miss) throw notFound('possibleMiss.unknown');
  return miss;
}

/** A case answers the question only while it owes or owed MED something: one person's case without a duty does not. */
export function notAnsweredByACase({ withDuty }: PossibleMiss): void {
  if (withDuty.length > 0) throw new Refused('possibleMiss.confirmed', { caseIds: withDuty });
}

/** One that still waits for an assessment. */
export function stillOpen(state: PossibleMiss | undefined): PossibleMiss {
  const miss = existing(state);
  notAnsweredByACase(miss);
  if (miss.dismissed) throw new Refused('possibleMiss.dismissed');
  return miss;
}

/** The actor's offices today in the main committee of the day. */
export function officesInMain({ reference, actor, now }: DetectionContext): string[] {
  const day = dayOf(now);
  const main = mainCommittee(structureOn(reference.organisation, day));
  return main ? officesOf(reference.organisation, actor.id, main.committeeId, day) : [];
}

/** What the access table looks at: offices in the main committee. */
export const mainCommitteeResource = (_state: unknown, _message: object, context: DetectionContext): Resource => ({
  offices: officesInMain(context),
});

/** A unit that was ever established. */
export function knownUnit(unitId: string | undefined, { reference }: DetectionContext): void {
  if (unitId && !isKnownUnit(reference.organisation, unitId)) throw notFound('possibleMiss.unit-unknown', { unitId });
}

/** Where it was told, when that is said: a meeting, and an item of that meeting. */
export function knownPlace(
  { meetingId, itemId }: { readonly meetingId?: string; readonly itemId?: string },
  { reference }: DetectionContext,
): void {
  const meeting = meetingId ? meetingOf(reference.meetings, meetingId) : undefined;
  if (meetingId && !meeting) throw notFound('possibleMiss.meeting-unknown', { meetingId });
  if (itemId && !meeting?.items.has(itemId)) throw notFound('possibleMiss.item-unknown', { itemId });
}
