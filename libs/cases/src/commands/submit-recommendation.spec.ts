import { Refused } from '@rettidig/event-sourcing';
import { aCase, dutyIn, plannedByManager } from '../testing/played-case.js';
import { LOCAL, MAIN, PEOPLE, transitionFrom, UNITS } from '../testing/town.js';
import { forwardRemarks } from './forward-remarks.js';
import { recordDecision } from './record-decision.js';
import { submitRecommendation } from './submit-recommendation.js';
import { withdrawChange } from './withdraw-change.js';

const political = {
  ...plannedByManager,
  unitId: UNITS.administration,
  decider: { body: 'socialCommittee', managerUnitId: UNITS.centre },
} as const;
const duty = dutyIn(MAIN, 'recommendation');

describe('submitting a recommendation', () => {
  it('is answered with what is missing', () => {
    const played = aCase().register({ ...political, unitId: UNITS.home });
    const submit = () =>
      submitRecommendation.decide(played.state, { to: 'socialCommittee' }, played.context(PEOPLE.manager));
    expect(submit).toThrow(Refused);
    try {
      submit();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'change.review-missing',
        status: 409,
        details: {
          missing: [
            { requirementId: duty, committeeId: MAIN, why: 'notDiscussed' },
            { requirementId: dutyIn(LOCAL, 'recommendation'), committeeId: LOCAL, why: 'notDiscussed' },
          ],
        },
      });
    }
  });

  it('goes through when everything was discussed to the end', () => {
    const played = aCase().register(political).reviewed(MAIN, '2026-04-20');
    played.do(submitRecommendation, { to: 'socialCommittee' });
    expect(played.last('RecommendationSubmitted')).toEqual({
      to: 'socialCommittee',
      on: '2026-04-24',
      recommendedBeforeMed: [],
    });
    expect(played.types()).not.toContain('RequirementBypassed');
  });

  it('is answered with the same for each of several political bodies, and goes to the one without opening the other (A20)', () => {
    const bodies = ['socialCommittee', 'healthAndCareCommittee'] as const;
    const decisionPoints = bodies.map((body) => ({ kind: 'decision', body, when: { on: '2026-06-03' } }) as const);
    const played = aCase().register({ ...political, decisionPoints });
    for (const to of bodies) expect(played.refusal(submitRecommendation, { to })).toBe('change.review-missing');
    played.do(submitRecommendation, { to: 'socialCommittee', bypass: { reason: 'hastesag' } });
    expect(played.refusal(submitRecommendation, { to: 'healthAndCareCommittee' })).toBe('change.review-missing');
    played.reviewed(MAIN, '2026-04-20');
    expect(played.refusal(submitRecommendation, { to: 'healthAndCareCommittee' })).toBe('not refused');
  });

  it('waits for a talk that goes on', () => {
    const played = aCase().register(political).reviewed(MAIN, '2026-04-20', { goesOn: 'nextVersion' });
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee' })).toBe('change.review-missing');
  });

  it('counts a review of today when it is sent today, and not when it was sent on the day of the review', () => {
    const played = aCase().register(political).reviewed(MAIN, '2026-04-24');
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee' })).toBe('not refused');
    played.on('2026-04-25');
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee', on: '2026-04-24' })).toBe(
      'change.review-missing',
    );
  });

  it('goes on without review only with a reason, and writes it into the register at that moment', () => {
    const played = aCase().register(political);
    const events = played.decided(submitRecommendation, { to: 'socialCommittee', bypass: { reason: 'hastesag' } });
    expect(events).toEqual([
      {
        type: 'RecommendationSubmitted',
        data: { to: 'socialCommittee', on: '2026-04-24', recommendedBeforeMed: [duty] },
      },
      {
        type: 'RequirementBypassed',
        data: { requirementIds: [duty], act: 'recommendation', reason: 'hastesag' },
      },
    ]);
    expect(played.statuses()[duty]).toBe('unplaced');
  });

  it('asks the structure of today itself, not what the case was last told', () => {
    const played = aCase().register({ ...political, kind: 'reorganisation', unitId: UNITS.centre });
    played.organisation(transitionFrom('2026-04-24'));
    const events = played.decided(submitRecommendation, { to: 'socialCommittee', bypass: { reason: 'hastesag' } });
    expect(events.map(({ type }) => type)).toEqual([
      'MedInvolvementAssessed',
      'RecommendationSubmitted',
      'RequirementBypassed',
    ]);
    expect(played.last('RecommendationSubmitted').recommendedBeforeMed).toEqual([duty]);
  });

  it('is not sent tomorrow, and not for a withdrawn change', () => {
    const played = aCase().register(political);
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee', on: '2026-04-25' })).toBe(
      'change.in-the-future',
    );
    played.do(withdrawChange, { reason: 'opgivet' });
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee' })).toBe('change.withdrawn');
  });
});

describe('forwarding the remarks', () => {
  it('completes what was discussed, once they went to the body that decides', () => {
    const played = aCase().register(political).reviewed(MAIN, '2026-04-20');
    expect(played.statuses()[duty]).toBe('discussed');
    played.do(forwardRemarks, { to: 'manager', recipient: 'Centerchefen', on: '2026-04-22' });
    expect(played.statuses()[duty]).toBe('discussed');
    played.do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-22' });
    expect(played.last('RemarksForwarded').completes).toEqual([duty]);
    expect(played.statuses()[duty]).toBe('complete');
  });

  it('waits for every political body that decides', () => {
    const played = aCase()
      .register({
        ...political,
        decisionPoints: [{ kind: 'decision', body: 'healthAndCareCommittee', when: { notStated: true } }],
      })
      .reviewed(MAIN, '2026-04-20')
      .do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-22' });
    expect(played.statuses()[duty]).toBe('discussed');
    played.do(forwardRemarks, { to: 'healthAndCareCommittee', on: '2026-04-22' });
    expect(played.statuses()[duty]).toBe('complete');
  });

  it('completes nothing that was not discussed, or that goes on, or when the body had decided by then', () => {
    const sent = { to: 'socialCommittee', on: '2026-04-22' } as const;
    expect(aCase().register(political).do(forwardRemarks, sent).last('RemarksForwarded').completes).toEqual([]);
    const goesOn = aCase().register(political).reviewed(MAIN, '2026-04-20', { goesOn: 'nextMeeting' });
    expect(goesOn.do(forwardRemarks, sent).last('RemarksForwarded').completes).toEqual([]);
    const decided = aCase().register(political).reviewed(MAIN, '2026-04-20');
    decided.do(recordDecision, { body: 'socialCommittee', when: { on: '2026-04-22' }, outcome: 'approved' });
    expect(decided.do(forwardRemarks, sent).last('RemarksForwarded').completes).toEqual([]);
  });

  it('is a fact, and none of tomorrow', () => {
    const tomorrow = { to: 'socialCommittee', on: '2026-04-25' } as const;
    expect(aCase().register(political).refusal(forwardRemarks, tomorrow)).toBe('change.in-the-future');
  });
});
