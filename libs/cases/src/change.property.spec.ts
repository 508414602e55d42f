import { Refused } from '@rettidig/event-sourcing';
import fc from 'fast-check';
import type { ChangeEvent } from './change.events.js';
import type { ChangeState, Duty } from './change.state.js';
import { isDecided, missedDuties, openDuties, standingMiss } from './change.state.js';
import { inForceOn } from './checks.js';
import { reassessChange } from './commands/reassess-change.js';
import { recordDecision } from './commands/record-decision.js';
import { recordStart } from './commands/record-start.js';
import { registerChange } from './commands/register-change.js';
import { countingReviews } from './judge.js';
import { requirementIdOf } from './requirements.js';
import { aCase, CASE } from './testing/played-case.js';
import type { PlayedCase } from './testing/played-case.js';
import type { Step } from './testing/random-case.js';
import { registration, step, worldOf } from './testing/random-case.js';
import { PEOPLE } from './testing/town.js';

const RUNS = 2000;
const LONGEST = 25;

/** Does what the step says. Refusals are part of life; any other error is a fault. */
function take(played: PlayedCase, { says, message, by }: Extract<Step, { says: unknown }>): readonly ChangeEvent[] {
  try {
    return played.decided(says, message(played.state), by);
  } catch (error) {
    if (error instanceof Refused) return refusedFacts(says.name, error);
    throw error;
  }
}

/** Facts are never refused (principle 1): these two not at all, on a case that there is. */
function refusedFacts(name: string, refusal: Refused): readonly ChangeEvent[] {
  expect([recordDecision.name, recordStart.name]).not.toContain(name);
  expect(refusal.code).toMatch(/^(change|rules)\.[a-z-]+$/);
  return [];
}

const missesOf = (state: ChangeState) => Object.values(state.duties).flatMap(({ misses }) => misses);

const endsMisses = new Set(['MissRebutted', 'DecisionRecordCorrected']);

/** What may never happen to a case, whatever is done to it. */
function check(before: ChangeState, events: readonly ChangeEvent[], played: PlayedCase): void {
  const { state } = played;
  // No miss ever disappears, and none changes but by its states.
  expect(missesOf(state)).toHaveLength(played.types().filter((type) => type === 'MedReviewMissed').length);
  for (const [id, duty] of Object.entries(before.duties)) keepsMisses(duty, state.duties[id]);
  if (!events.some(({ type }) => endsMisses.has(type))) {
    expect(missedDuties(state).length).toBeGreaterThanOrEqual(missedDuties(before).length);
  }
  for (const [id, duty] of Object.entries(state.duties)) {
    const { committeeId, before: act } = duty.requirement;
    expect(id).toBe(requirementIdOf(CASE, committeeId, act));
    // One row for a duty, and whoever missed it cannot end it.
    expect(duty.misses.filter((miss) => miss.state === 'missed').length).toBeLessThanOrEqual(1);
    if (standingMiss(duty)) expect(duty.standing).toBe('open');
  }
  // Silence is no escape: what stands after a decision was reviewed, or is missed.
  if (isDecided(state)) for (const duty of openDuties(state)) expect(isAccountedFor(state, duty, played)).toBe(true);
  // What goes into the log is JSON and nothing else.
  expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events);
}

function keepsMisses(before: Duty, now: Duty | undefined): void {
  expect(now).toBeDefined();
  before.misses.forEach((miss, n) => {
    expect(now!.misses[n]).toMatchObject({ by: miss.by, cause: miss.cause });
    if (miss.state !== 'missed') expect(now!.misses[n]!.state).toBe(miss.state);
  });
}

const isAccountedFor = (state: ChangeState, duty: Duty, played: PlayedCase): boolean =>
  standingMiss(duty) !== undefined ||
  countingReviews(Object.values(state.reviews), duty.requirement, undefined, inForceOn(played.context())).length > 0;

describe('a case, whatever is done to it', () => {
  it('loses no miss, refuses no fact, and leaves nothing unsaid', () => {
    fc.assert(
      fc.property(registration, fc.array(step, { maxLength: LONGEST }), (registered, steps) => {
        let structure = 0;
        const approved = new Set<number>();
        const played = aCase().lookingUp(worldOf(structure, approved));
        const first = played.state;
        check(first, played.decided(registerChange, registered, PEOPLE.manager), played);
        for (const one of steps) {
          if ('structure' in one) structure = one.structure;
          else if ('approved' in one) approved.add(one.approved);
          played.lookingUp(worldOf(structure, approved));
          const before = played.state;
          check(before, 'says' in one ? take(played, one) : [], played);
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('says nothing new when it is assessed a second time', () => {
    fc.assert(
      fc.property(registration, fc.array(step, { maxLength: LONGEST }), (registered, steps) => {
        const played = aCase().lookingUp(worldOf(0, new Set()));
        played.do(registerChange, registered, PEOPLE.manager);
        for (const one of steps) {
          if ('structure' in one) played.lookingUp(worldOf(one.structure, new Set()));
          else if ('says' in one) take(played, one);
        }
        const again = { cause: 'structure' } as const;
        played.do(reassessChange, again, PEOPLE.system);
        expect(played.decided(reassessChange, again, PEOPLE.system)).toEqual([]);
      }),
      { numRuns: RUNS / 4 },
    );
  }, 120_000);
});
