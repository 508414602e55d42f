import { idOf } from '@rettidig/event-sourcing';
import { aCase, dutyIn, reviewAt } from '../testing/played-case.js';
import { itemIdOf, MAIN, meetingIdOf, PEOPLE } from '../testing/town.js';
import { mirrorDiscussion } from './mirror-discussion.js';
import { mirrorFollowUpAssignment } from './mirror-follow-up-assignment.js';
import { mirrorFollowUpDone } from './mirror-follow-up-done.js';
import { mirrorFollowUp } from './mirror-follow-up.js';
import { mirrorPlacement } from './mirror-placement.js';
import { mirrorRemovalFromAgenda } from './mirror-removal-from-agenda.js';
import { recordDecision } from './record-decision.js';

const item = { meetingId: meetingIdOf('m'), itemId: itemIdOf('m') };
const meeting = { key: 'm', committeeId: MAIN, on: '2026-05-04' };
const decision = { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' } as const;

describe('what a meeting does to a case', () => {
  it('places it, once for each day', () => {
    const played = aCase().register().meeting(meeting).do(mirrorPlacement, item, PEOPLE.system);
    expect(played.last('CasePlacedOnAgenda')).toEqual({
      ...item,
      committeeId: MAIN,
      on: '2026-05-04',
      requirementIds: [dutyIn(MAIN)],
    });
    expect(played.statuses()[dutyIn(MAIN)]).toBe('placed');
    expect(played.decided(mirrorPlacement, item, PEOPLE.system)).toEqual([]);
    played.meeting({ ...meeting, movedTo: '2026-05-11' }).do(mirrorPlacement, item, PEOPLE.system);
    expect(played.last('CasePlacedOnAgenda').on).toBe('2026-05-11');
  });

  it('places nothing of an item that was withdrawn, a meeting that was cancelled, or another case', () => {
    for (const came of ['withdrawn', 'cancelled'] as const) {
      const played = aCase()
        .register()
        .meeting({ ...meeting, came });
      expect(played.decided(mirrorPlacement, item, PEOPLE.system)).toEqual([]);
    }
    const other = aCase()
      .register()
      .meeting({ ...meeting, caseId: idOf('other') });
    expect(other.decided(mirrorPlacement, item, PEOPLE.system)).toEqual([]);
  });

  it('takes it off again, once', () => {
    const played = aCase().register().meeting(meeting).do(mirrorPlacement, item, PEOPLE.system);
    const { id: personId, role } = PEOPLE.secretary;
    const off = { ...item, because: 'meetingCancelled', reason: 'udsat' } as const;
    const removal = { ...off, personId, role };
    played.do(mirrorRemovalFromAgenda, removal, PEOPLE.system);
    expect(played.last('CaseTakenOffAgenda')).toEqual({
      ...off,
      by: { personId, role },
      requirementIds: [dutyIn(MAIN)],
    });
    expect(played.statuses()[dutyIn(MAIN)]).toBe('unplaced');
    expect(played.decided(mirrorRemovalFromAgenda, removal, PEOPLE.system)).toEqual([]);
  });

  it('says nothing of a talk about a case in which nothing was missed: a review is recorded by hand', () => {
    const played = aCase()
      .register()
      .meeting({ ...meeting, on: '2026-04-21', came: 'discussed' });
    expect(played.decided(mirrorDiscussion, item, PEOPLE.system)).toEqual([]);
  });

  it('notes a talk that was known before the miss was, when the miss comes to light', () => {
    const played = aCase()
      .register()
      .meeting({ ...meeting, on: '2026-04-21' })
      .do(mirrorPlacement, item, PEOPLE.system);
    played.meeting({ ...meeting, on: '2026-04-21', came: 'discussed' });
    const events = played.decided(recordDecision, decision);
    expect(events.map(({ type }) => type)).toEqual([
      'DecisionRecorded',
      'MedReviewMissed',
      'MedReviewMissed',
      'MissDiscussed',
    ]);
    expect(played.last('MissDiscussed').requirementIds).toHaveLength(2);
  });

  it('takes no briefing for a talk, and keeps the line of the minutes', () => {
    const missed = () => aCase().register().do(recordDecision, decision);
    const briefed = missed().meeting({ ...meeting, on: '2026-04-21', came: 'briefing' });
    expect(briefed.decided(mirrorDiscussion, item, PEOPLE.system)).toEqual([]);
    const source = { kind: 'minutes', reference: 'linje 345' } as const;
    const talked = missed().meeting({ ...meeting, on: '2026-04-21', came: 'discussed' });
    expect(talked.do(mirrorDiscussion, { ...item, source }, PEOPLE.system).last('MissDiscussed').source).toEqual(
      source,
    );
  });

  it('shows what was promised until it is done', () => {
    const followUpId = idOf('follow-up');
    const promised = {
      followUpId,
      ...item,
      kind: 'answerQuestions',
      what: 'svar på spørgsmålene',
      due: { notStated: true },
    } as const;
    const played = aCase().register().do(mirrorFollowUp, promised, PEOPLE.system);
    expect(played.last('FollowUpPromised')).toEqual(promised);
    expect(played.decided(mirrorFollowUp, promised, PEOPLE.system)).toEqual([]);
    const assigned = { followUpId, owner: 'CHRO', due: { on: '2026-05-01' } };
    played.do(mirrorFollowUpAssignment, assigned, PEOPLE.system);
    expect(played.last('FollowUpPromiseAssigned')).toEqual(assigned);
    const done = { followUpId, on: '2026-04-24' };
    expect(played.do(mirrorFollowUpDone, done, PEOPLE.system).last('FollowUpSettled')).toEqual(done);
    expect(played.decided(mirrorFollowUpDone, done, PEOPLE.system)).toEqual([]);
    expect(played.decided(mirrorFollowUpAssignment, assigned, PEOPLE.system)).toEqual([]);
  });

  it('is refused for a case that there is none of', () => {
    expect(aCase().refusal(mirrorPlacement, item)).toBe('change.unknown');
    expect(aCase().refusal(mirrorDiscussion, reviewAt('m', ''))).toBe('change.unknown');
  });
});
