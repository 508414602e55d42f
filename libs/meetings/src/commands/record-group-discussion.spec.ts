import { idOf } from '@rettidig/event-sourcing';
import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { WorkingGroup, WorkingGroupEvent } from '@rettidig/organisation';
import { reference } from '../testing/main-committee.js';
import { recordGroupDiscussion } from './record-group-discussion.js';

const circumstances = { reference, commandId: idOf('talk') };
const founded: WorkingGroupEvent = {
  type: 'WorkingGroupEstablished',
  data: {
    ...{ name: 'Vagter', mandate: 'Samler erfaringer', selectionMethod: 'elected', committeeId: null, unitId: null },
    ...{ from: '2026-03-01', to: '2026-12-01' },
  },
};
const group: WorkingGroup = {
  ...{ name: 'Vagter', mandate: 'Samler erfaringer', selectionMethod: 'elected', committeeId: null, unitId: null },
  ...{ term: { from: '2026-03-01', to: '2026-12-01' }, closed: false, members: [], discussions: [] },
};
const changeId = idOf('case');

describe('what a working group talked about', () => {
  const record = decision(recordGroupDiscussion, circumstances).given(founded);

  it('is recorded with the case and the topics', () => {
    const discussionId = idOf(circumstances.commandId, 'discussion');
    record.when({ on: '2026-04-01', changeId, topics: ['reorganisation', 'reorganisation'] }).then({
      type: 'WorkingGroupDiscussed',
      data: { discussionId, on: '2026-04-01', changeId, topics: ['reorganisation'] },
    });
    record.when({ on: '2026-04-01', topics: ['other'] }).then({
      type: 'WorkingGroupDiscussed',
      data: { discussionId, on: '2026-04-01', changeId: null, topics: ['other'] },
    });
  });

  it('is about something that is known, on a day that has come, in a group that there is', () => {
    record.when({ on: '2026-04-01' }).thenRefused('meeting.discussed-nothing');
    record.when({ on: '2026-04-01', topics: ['weather'] }).thenRefused('meeting.topic-unknown');
    record.when({ on: '2026-04-25', changeId }).thenRefused('meeting.discussed-in-the-future');
    decision(recordGroupDiscussion, circumstances)
      .given()
      .when({ on: '2026-04-01', changeId })
      .thenRefused('organisation.group-unknown');
  });

  it('is warned of: a case is not reviewed by it, and a listed topic belongs in a committee', () => {
    const warnings = (message: object) =>
      recordGroupDiscussion.answer!(group, { on: '2026-04-01', ...message }, contextOf(circumstances)).warnings;
    expect(warnings({ changeId })).toEqual(['countsNotAsReview']);
    expect(warnings({ topics: ['reorganisation'] })).toEqual(['listedTopic']);
    expect(warnings({ topics: ['other'] })).toEqual([]);
    expect(warnings({ changeId, topics: ['newService'], on: '2026-02-28' })).toEqual([
      'countsNotAsReview',
      'listedTopic',
      'groupNotThere',
    ]);
  });
});
