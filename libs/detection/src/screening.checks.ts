import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import { isKnownUnit } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { DetectionContext, DetectionReference } from './possible-miss.checks.js';
import type { ScreeningForum } from './screening.js';
import { screeningDecider } from './screening.js';
import type { ScreeningEvent } from './screening.events.js';

/** A command on a forum and its rounds. */
export type ScreeningCommand<Message extends object, Answer extends object = never> = CommandDefinition<
  ScreeningForum | undefined,
  ScreeningEvent,
  Message,
  DetectionReference,
  Answer
>;

/** What all commands on a forum that is there have in common. */
export const onForum = {
  decider: screeningDecider,
  kind: 'fact',
  target: 'existing',
  tag: 'screening',
} as const satisfies Partial<ScreeningCommand<object>>;

/** The forum, or the refusal that there is none. */
export function existingForum(forum: ScreeningForum | undefined): ScreeningForum {
  if (!forum) throw notFound('screeningForum.unknown');
  return forum;
}

/** A round that still takes candidates. */
export function openRound(forum: ScreeningForum | undefined, roundId: string) {
  const round = existingForum(forum).rounds.get(roundId);
  if (!round) throw notFound('screening.round-unknown', { roundId });
  if (round.held) throw new Refused('screening.round-held');
  return round;
}

/** A unit that was ever established. */
export function knownUnit(unitId: string | undefined, { reference }: DetectionContext): void {
  if (unitId && !isKnownUnit(reference.organisation, unitId)) throw notFound('screening.unit-unknown', { unitId });
}

/** A fact dated after today in Copenhagen is refused; any age is accepted. */
export function notInTheFuture(day: LocalDate, { now }: DetectionContext): void {
  if (day > dayOf(now)) throw impossible('screening.in-the-future', { day });
}
