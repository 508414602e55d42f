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

const RUNS = 1200;
const steps = fc.array(step, { minLength: 8, maxLength: 25 });

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

/** Plain and quick, because it is asked some hundred thousand times. */
function must(holds: boolean, words: string): void {
  if (!holds) throw new Error(`not so: ${words}`);
}

/** What must hold of a case, whatever was done to it. */
function check(before: ChangeState, events: readonly ChangeEvent[], played: PlayedCase): void {
  const { state } = played;
  const noted = played.events.filter(({ type }) => type === 'MedReviewMissed').length;
  must(missesOf(state).length === noted, 'no miss ever disappears');
  for (const [id, duty] of Object.entries(before.duties)) {
    must(keepsMisses(duty, state.duties[id]), 'a miss changes by its states only');
  }
  if (!events.some(({ type }) => endsMisses.has(type))) {
    must(missedDuties(state).length >= missedDuties(before).length, 'a miss ends by proof or correction only');
  }
  for (const [id, duty] of Object.entries(state.duties)) {
    const { committeeId, before: act } = duty.requirement;
    must(id === requirementIdOf(CASE, committeeId, act), 'the id of a duty follows from what it is');
    must(duty.misses.filter((miss) => miss.state === 'missed').length <= 1, 'a duty has one row');
    must(!standingMiss(duty) || duty.standing === 'open', 'what was missed is not ended');
  }
  const isSaid = (duty: Duty): boolean => !isDecided(state) || isAccountedFor(state, duty, played);
  must(openDuties(state).every(isSaid), 'what stands after a decision was reviewed or is missed');
  if (events.length > 0) expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events);
}

function keepsMisses(before: Duty, now: Duty | undefined): boolean {
  return before.misses.every((miss, n) => {
    const kept = now?.misses[n];
    if (kept?.by !== miss.by || kept.cause !== miss.cause) return false;
    return miss.state === 'missed' || kept.state === miss.state;
  });
}

const isAccountedFor = (state: ChangeState, duty: Duty, played: PlayedCase): boolean =>
  standingMiss(duty) !== undefined ||
  countingReviews(Object.values(state.reviews), duty.requirement, undefined, inForceOn(played.context())).length > 0;

describe('a case, whatever is done to it', () => {
  it('loses no miss, refuses no fact, and leaves nothing unsaid', () => {
    fc.assert(
      fc.property(registration, steps, (registered, taken) => {
        let structure = 0;
        const approved = new Set<number>();
        const played = aCase().lookingUp(worldOf(structure, approved));
        const first = played.state;
        check(first, played.decided(registerChange, registered, PEOPLE.manager), played);
        for (const one of taken) {
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
      fc.property(registration, steps, (registered, taken) => {
        const played = aCase().lookingUp(worldOf(0, new Set()));
        played.do(registerChange, registered, PEOPLE.manager);
        for (const one of taken) {
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
