import { idOf } from '@rettidig/event-sourcing';
import { aCase, dutyIn } from '../testing/played-case.js';
import { LOCAL, MAIN, meetingIdOf, UNITS } from '../testing/town.js';
import { alignWithMed } from './align-with-med.js';
import { submitRecommendation } from './submit-recommendation.js';

const aligned = { committeeId: MAIN, on: '2026-04-20', note: 'se på vagtplanen' };
const meeting = { key: 'm', committeeId: MAIN, on: '2026-04-20' };

describe('aligning expectations with MED before anything is drafted (A18)', () => {
  it('is kept with the meeting it was in, and is no review', () => {
    const played = aCase().register().meeting(meeting);
    played.do(alignWithMed, { ...aligned, meetingId: meetingIdOf('m') });
    expect(played.last('AlignedWithMed')).toMatchObject({ ...aligned, meetingId: meetingIdOf('m') });
    expect(played.statuses()[dutyIn(MAIN)]).toBe('unplaced');
  });

  it('does not let a recommendation through', () => {
    const decider = { body: 'socialCommittee', managerUnitId: UNITS.centre } as const;
    const played = aCase().register({ title: 'Nyt tilbud', kind: 'newService', unitId: UNITS.home, decider });
    played.do(alignWithMed, aligned).on('2026-05-20');
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee' })).toBe('change.review-missing');
  });

  it('must name a committee, and a meeting of it, and cannot lie ahead', () => {
    const played = aCase().register().meeting(meeting);
    const refusal = (more: Partial<typeof aligned> & { meetingId?: string }) =>
      played.refusal(alignWithMed, { ...aligned, ...more });
    expect(refusal({ committeeId: idOf('nobody') })).toBe('change.committee-unknown');
    expect(refusal({ meetingId: idOf('nothing') })).toBe('change.meeting-unknown');
    expect(refusal({ committeeId: LOCAL, meetingId: meetingIdOf('m') })).toBe('change.meeting-of-another-committee');
    expect(refusal({ on: '2026-04-25' })).toBe('change.in-the-future');
  });
});
