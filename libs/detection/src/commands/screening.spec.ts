import { idOf } from '@rettidig/event-sourcing';
import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { roundIdOf } from '../screening.js';
import type { ScreeningEvent } from '../screening.events.js';
import { MAIN, reference, UNITS } from '../testing/town.js';
import { addCandidate } from './add-candidate.js';
import { agreeScreeningForum } from './agree-screening-forum.js';
import { assessCandidate } from './assess-candidate.js';
import { endScreeningForum } from './end-screening-forum.js';
import { holdScreeningRound } from './hold-screening-round.js';
import { openScreeningRound } from './open-screening-round.js';

const { subjectId, newId } = contextOf({ reference });
const roundId = roundIdOf(subjectId, '2026-04');
const agreed: ScreeningEvent = {
  type: 'ScreeningForumAgreed',
  data: { name: 'Direktionens månedsmøde', rhythm: 'monthly', from: '2026-02-10' },
};
const opened: ScreeningEvent = {
  type: 'ScreeningRoundOpened',
  data: { roundId, period: '2026-04', on: '2026-04-20' },
};
const candidate = (candidateId: string, origin: object = { manager: true }): ScreeningEvent =>
  ({ type: 'CandidateAdded', data: { roundId, candidateId, title: 'Ny vagtplan', origin } }) as ScreeningEvent;
const assessed = (candidateId: string): ScreeningEvent => ({
  type: 'CandidateAssessed',
  data: { roundId, candidateId, outcome: 'no', why: 'Rammer ingen' },
});
const held: ScreeningEvent = { type: 'ScreeningRoundHeld', data: { roundId, heldOn: '2026-04-20' } };

describe('a forum', () => {
  it('is agreed on, and ends once, not before it began', () => {
    decision(agreeScreeningForum, { reference }).given().when(agreed.data).then(agreed);
    const end = decision(endScreeningForum, { reference });
    const message = { on: '2026-06-01', reason: 'Lagt sammen' };
    end.given(agreed).when(message).then({ type: 'ScreeningForumEnded', data: message });
    end
      .given(agreed, { type: 'ScreeningForumEnded', data: message })
      .when(message)
      .thenRefused('screening.already-ended');
    end
      .given(agreed)
      .when({ ...message, on: '2026-02-09' })
      .thenRefused('screening.ends-before-it-starts');
    end.given().when(message).thenRefused('screeningForum.unknown');
  });
});

describe('a round', () => {
  const open = decision(openScreeningRound, { reference });

  it('is opened once a period', () => {
    open.given(agreed).when({ period: '2026-04', on: '2026-04-20' }).then(opened);
    open.given(agreed, opened).when({ period: '2026-04', on: '2026-04-27' }).thenRefused('screening.round-exists');
    open
      .given(agreed, opened, held)
      .when({ period: '2026-04', on: '2026-04-27' })
      .thenRefused('screening.round-exists');
    open.given(agreed, opened).when({ period: '2026-05', on: '2026-05-18' }).thenTypes('ScreeningRoundOpened');
  });

  it('of a period of the forum’s rhythm, while it is agreed', () => {
    const on = '2026-04-20';
    open.given(agreed).when({ period: '2026-Q2', on }).thenRefused('screening.period-of-another-rhythm');
    open.given(agreed).when({ period: '2026-01', on }).thenRefused('screening.period-outside');
    open.given(agreed).when({ period: '2026-02', on }).thenRefused('screening.day-outside-period');
    open.given(agreed).when({ period: '2026-02', on: '2026-02-28' }).thenTypes('ScreeningRoundOpened');
    const ended: ScreeningEvent = { type: 'ScreeningForumEnded', data: { on: '2026-05-01', reason: 'x' } };
    open.given(agreed, ended).when({ period: '2026-05', on }).thenRefused('screening.period-outside');
    open.given(agreed, ended).when({ period: '2026-04', on }).thenTypes('ScreeningRoundOpened');
  });
});

describe('a candidate', () => {
  const add = decision(addCandidate, { reference }).given(agreed, opened, candidate('c1', { possibleMissId: 'p' }));
  const title = 'Ny vagtplan';

  it('comes from a manager, a possible miss, a case or an earlier round', () => {
    const added = (origin: object) => ({
      type: 'CandidateAdded',
      data: expect.objectContaining({ roundId, candidateId: newId('candidate'), title, origin }),
    });
    const cases = [{ possibleMissId: 'q' }, { caseId: 'q' }, { roundId: 'r', candidateId: 'q' }];
    for (const origin of cases) add.when({ roundId, title, origin }).then(added(origin) as ScreeningEvent);
    add.when({ roundId, title }).then(added({ manager: true }) as ScreeningEvent);
  });

  it('comes from one place, and once', () => {
    add.when({ roundId, title, origin: { possibleMissId: 'p' } }).thenRefused('screening.candidate-twice');
    add.when({ roundId, title, origin: { possibleMissId: 'q', caseId: 'q' } }).thenRefused('screening.origin-unclear');
    add.when({ roundId, title, origin: { roundId: 'r' } }).thenRefused('screening.origin-unclear');
    add.when({ roundId, title, unitId: MAIN }).thenRefused('screening.unit-unknown');
    add.when({ roundId, title, unitId: UNITS.home }).thenTypes('CandidateAdded');
    add.when({ roundId: idOf('none'), title }).thenRefused('screening.round-unknown');
  });

  it('has a title of its own in its round, however it is written', () => {
    const [first] = add.when({ roundId, title: 'Ny vagtplan' }).decided();
    const again = decision(addCandidate, { reference }).given(agreed, opened, first!);
    again.when({ roundId, title: ' ny  VAGTPLAN.' }).thenRefused('screening.title-twice');
    again.when({ roundId, title: 'Ny vagtplan på Engen' }).thenTypes('CandidateAdded');
  });

  it('is assessed: yes with a committee, no, or later', () => {
    const assess = decision(assessCandidate, { reference }).given(agreed, opened, candidate('c1'));
    const message = { roundId, candidateId: 'c1', why: 'Fordi' };
    assess.when({ ...message, outcome: 'yes' }).thenRefused('screening.committee-missing');
    assess.when({ ...message, outcome: 'yes', committeeId: UNITS.home }).thenRefused('screening.committee-unknown');
    const yes = { ...message, outcome: 'yes', committeeId: MAIN, by: '2026-05-01', who: 'Centerchefen' } as const;
    assess.when(yes).then({ type: 'CandidateAssessed', data: yes });
    assess.when({ ...message, outcome: 'later' }).thenTypes('CandidateAssessed');
    assess.when({ ...message, outcome: 'no', by: '2026-05-01' }).thenRefused('screening.day-without-a-duty');
    assess.when({ ...message, candidateId: 'c2', outcome: 'no' }).thenRefused('screening.candidate-unknown');
  });
});

describe('a round is held', () => {
  const hold = decision(holdScreeningRound, { reference });
  const message = { roundId, heldOn: '2026-04-20' };

  it('when every candidate is assessed, also when there was none', () => {
    hold.given(agreed, opened, candidate('c1'), assessed('c1')).when(message).then(held);
    hold.given(agreed, opened).when(message).then(held);
  });

  it('not while one is not, and says how many', () => {
    const { decided, thenRefused } = hold
      .given(agreed, opened, candidate('c1'), assessed('c1'), candidate('c2'), candidate('c3'))
      .when(message);
    thenRefused('screening.candidates-unassessed');
    expect(decided).toThrow(expect.objectContaining({ details: { count: 2, candidateIds: ['c2', 'c3'] } }));
  });

  it('once, on a day that has come; then nothing is added or assessed any more', () => {
    hold.given(agreed, opened).when({ roundId, heldOn: '2026-04-25' }).thenRefused('screening.in-the-future');
    const past = [agreed, opened, candidate('c1'), assessed('c1'), held];
    hold
      .given(...past)
      .when(message)
      .thenRefused('screening.round-held');
    decision(addCandidate, { reference })
      .given(...past)
      .when({ roundId, title: 'x' })
      .thenRefused('screening.round-held');
    decision(assessCandidate, { reference })
      .given(...past)
      .when({ roundId, candidateId: 'c1', outcome: 'no', why: 'x' })
      .thenRefused('screening.round-held');
  });
});
