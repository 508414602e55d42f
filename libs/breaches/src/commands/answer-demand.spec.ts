import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { answered, notRaised, raised, reference } from '../testing/story.js';
import type { AnswerDemand } from './answer-demand.js';
import { answerDemand } from './answer-demand.js';

const message: AnswerDemand = {
  demandId: 'd1',
  on: '2026-04-24',
  parts: [
    { kind: 'acknowledged', text: 'MED skal ind i ledelsesstrukturen' },
    { kind: 'inProgress', text: 'Der arbejdes videre' },
  ],
};
const answer = (more: Partial<AnswerDemand> = {}) =>
  decision(answerDemand, { reference, now: '2026-06-01T08:00:00.000Z' })
    .given(notRaised, raised(1), answered(1, 'noted'))
    .when({ ...message, ...more });

describe('a demand is answered', () => {
  it('in parts, each with its kind, also when it was answered before', () => {
    answer().then({ type: 'DemandAnswered', data: message });
    answer({ on: '2026-05-20' }).thenTypes('DemandAnswered');
  });

  it('only when it was raised, not before it was, and not in the future', () => {
    answer({ demandId: 'd2' }).thenRefused('breach.demand-unknown');
    answer({ on: '2026-04-23' }).thenRefused('breach.answered-before-raised');
    answer({ on: '2026-06-02' }).thenRefused('breach.in-the-future');
  });

  it('and asks who and by when for parts that say that something will be done (E4)', () => {
    const missing = (parts: AnswerDemand['parts']) =>
      answerDemand.answer!(undefined, { ...message, parts }, contextOf({ reference }));
    expect(missing(message.parts)).toEqual({ missing: [{ part: 2, missing: ['owner', 'due'] }] });
    expect(missing([{ kind: 'decided', text: 'x', owner: 'CHRO' }])).toEqual({
      missing: [{ part: 1, missing: ['due'] }],
    });
    expect(missing([{ kind: 'openTo', text: 'x' }])).toEqual({ missing: [] });
  });
});
