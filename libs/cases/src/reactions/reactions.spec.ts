import type { Reaction } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import { reactionSpec } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '@rettidig/meetings';
import { CASE } from '../testing/played-case.js';
import type { MeetingOfCase } from '../testing/town.js';
import { itemIdOf, MAIN, meetingIdOf, referenceOf } from '../testing/town.js';
import type { ChangesLinked } from '../change.events.js';
import type { ChangeReference } from '../checks.js';
import { confirmReviews } from './confirm-reviews.js';
import { judgeDispatchesAnew } from './judge-dispatches.js';
import { mirrorAgenda } from './mirror-agenda.js';
import { mirrorDiscussions } from './mirror-discussions.js';
import { mirrorFollowUps } from './mirror-follow-ups.js';
import { mirrorLinks } from './mirror-links.js';
import { reassessCases } from './reassess-cases.js';

const meetingId = meetingIdOf('m');
const itemId = itemIdOf('m');
const stream = `meeting-${meetingId}`;
const other = idOf('other case');
const both = [CASE, other];

const whenMeeting = (
  reaction: Reaction<MeetingEvent, ChangeReference>,
  event: MeetingEvent,
  came?: MeetingOfCase['came'],
) =>
  reactionSpec(reaction, {
    reference: referenceOf({
      meetings: [{ key: 'm', committeeId: MAIN, on: '2026-04-24', caseId: CASE, ...(came ? { came } : {}) }],
    }),
  }).when({ ...event, stream });

/** Whoever the helpers for specs let record events. */
const secretary = { personId: '00000000-0000-4000-8000-000000000001', role: 'secretariat' };

describe('a meeting', () => {
  it('places every case bundled in an item', () => {
    const data = { itemId, number: 5, title: 'Punkt', caseIds: both, standing: false };
    whenMeeting(mirrorAgenda, { type: 'AgendaItemAdded', data }).then(
      { command: 'MirrorPlacement', subjectId: CASE, message: { meetingId, itemId } },
      { command: 'MirrorPlacement', subjectId: other, message: { meetingId, itemId } },
    );
  });

  it('takes off what is withdrawn', () => {
    const data = { itemId, caseIds: [CASE], reason: 'ikke klar' };
    whenMeeting(mirrorAgenda, { type: 'AgendaItemWithdrawn', data }).then({
      command: 'MirrorRemovalFromAgenda',
      subjectId: CASE,
      message: { meetingId, itemId, because: 'itemWithdrawn', reason: 'ikke klar', ...secretary },
    });
  });

  it('takes off everything when it is cancelled, and moves everything when it moves', () => {
    whenMeeting(mirrorAgenda, { type: 'MeetingCancelled', data: { reason: 'sygdom' } }, 'cancelled').then({
      command: 'MirrorRemovalFromAgenda',
      subjectId: CASE,
      message: { meetingId, itemId, because: 'meetingCancelled', reason: 'sygdom', ...secretary },
    });
    const moved = { from: '2026-04-24', to: '2026-05-08', reason: 'ferie' };
    whenMeeting(mirrorAgenda, { type: 'MeetingMoved', data: moved }).then({
      command: 'MirrorPlacement',
      subjectId: CASE,
      message: { meetingId, itemId },
    });
    whenMeeting(mirrorAgenda, { type: 'MeetingMoved', data: moved }, 'withdrawn').then();
    const otherHours = { ...moved, to: moved.from };
    whenMeeting(mirrorAgenda, { type: 'MeetingMoved', data: otherHours }).then();
  });

  it('tells each case that it was talked about, with the line of the minutes, but not of a briefing', () => {
    const source = { kind: 'minutes', reference: 'linje 345' } as const;
    const data = { itemId, caseIds: [CASE], heldOn: '2026-04-24', form: 'discussion', source } as const;
    whenMeeting(mirrorDiscussions, { type: 'ItemDiscussed', data }).then({
      command: 'MirrorDiscussion',
      subjectId: CASE,
      message: { meetingId, itemId, source },
    });
    whenMeeting(mirrorDiscussions, { type: 'ItemDiscussed', data: { ...data, form: 'briefing' } }).then();
    const summary = { itemId, caseIds: [CASE], heldOn: '2026-04-24', summary: [] };
    whenMeeting(mirrorDiscussions, { type: 'ItemDiscussedWithJointSummary', data: summary }).then({
      command: 'MirrorDiscussion',
      subjectId: CASE,
      message: { meetingId, itemId },
    });
  });

  it('tells each case what was agreed about it, and when it is done', () => {
    const followUpId = idOf('follow-up');
    const agreed = { followUpId, itemId, kind: 'answerQuestions', what: 'svar', due: { notStated: true } } as const;
    whenMeeting(mirrorFollowUps, { type: 'FollowUpAgreed', data: { ...agreed, caseIds: [CASE] } }).then({
      command: 'MirrorFollowUp',
      subjectId: CASE,
      message: { meetingId, ...agreed },
    });
    const assigned = { followUpId, itemId, caseIds: [CASE], due: { nextMeeting: true } } as const;
    whenMeeting(mirrorFollowUps, { type: 'FollowUpAssigned', data: assigned }).then({
      ...{ command: 'MirrorFollowUpAssignment', subjectId: CASE },
      message: { followUpId, due: { nextMeeting: true } },
    });
    const done = { followUpId, itemId, caseIds: [CASE], on: '2026-05-01', how: 'mail' };
    whenMeeting(mirrorFollowUps, { type: 'FollowUpDone', data: done }).then({
      command: 'MirrorFollowUpDone',
      subjectId: CASE,
      message: { followUpId, on: '2026-05-01' },
    });
  });

  it('proves its reviews when both have approved the minutes, and not before', () => {
    const approved = (byBoth: boolean): MeetingEvent => ({
      type: 'MinutesApproved',
      data: { office: 'chair', byBoth, on: '2026-05-04' },
    });
    const confirmation = { command: 'ConfirmReview', subjectId: CASE, message: { meetingId } };
    const spec = reactionSpec(confirmReviews, {
      reference: referenceOf({ meetings: [{ key: 'm', committeeId: MAIN, on: '2026-04-24', caseId: CASE }] }),
    });
    spec.when({ ...approved(false), stream }).then();
    spec.when({ ...approved(true), stream }).then(confirmation);
    const review = {
      reviewId: idOf('review'),
      committeeId: MAIN,
      meetingId,
      itemId,
      heldOn: '2026-04-24',
      form: 'discussion',
      maturity: 'draft',
      countsFor: [],
      doesNotCountFor: [],
    } as const;
    const held = (provisional: boolean) =>
      ({ type: 'MedReviewHeld', data: { ...review, provisional }, stream: `change-${CASE}` }) as const;
    spec.when(held(true)).then(confirmation);
    spec.when(held(false)).then();
  });
});

describe('a change of structure or rules', () => {
  const views = {
    view: () => ({ get: () => undefined, all: <Row>() => [{ change_id: CASE }, { change_id: other }] as Row[] }),
  };
  const spec = reactionSpec(reassessCases, { reference: referenceOf(), views });

  it('has every case looked at anew', () => {
    const moved = { unitId: idOf('unit'), parentId: null, from: '2026-05-01' };
    spec
      .when({ type: 'UnitMoved', data: moved })
      .then(
        { command: 'ReassessChange', subjectId: CASE, message: { cause: 'structure' } },
        { command: 'ReassessChange', subjectId: other, message: { cause: 'structure' } },
      );
  });

  it('has them looked at once for a whole structure from a file, when all of it came', () => {
    const importId = idOf('import');
    spec
      .when({ type: 'StructureImported', data: { importId, chunks: 2, facts: 700 } })
      .then(
        { command: 'ReassessChange', subjectId: CASE, message: { cause: 'structure' } },
        { command: 'ReassessChange', subjectId: other, message: { cause: 'structure' } },
      );
    spec.when({ type: 'StructureImportChunk', data: { importId, number: 1, facts: [] } }).then();
  });

  it('looks at nothing when a unit gets another name or a seat another holder', () => {
    spec.when({ type: 'UnitRenamed', data: { unitId: idOf('unit'), name: 'Nyt navn', from: '2026-05-01' } }).then();
    spec.when({ type: 'SeatVacated', data: { seatId: idOf('seat'), on: '2026-05-01' } }).then();
  });
});

describe('papers that went out', () => {
  it('are compared anew with a meeting that moved, was held, or whose deadline both chairs let be', () => {
    const judge = { command: 'JudgeDispatches', subjectId: CASE, message: { meetingId } };
    const waiver = { deadline: 'materialDue', on: '2026-04-14', reason: 'sene bidrag' } as const;
    const moved = { from: '2026-04-24', to: '2026-05-08', reason: 'ferie' };
    whenMeeting(judgeDispatchesAnew, { type: 'MeetingMoved', data: moved }).then(judge);
    whenMeeting(judgeDispatchesAnew, { type: 'MeetingMoved', data: { ...moved, to: moved.from } }).then();
    whenMeeting(judgeDispatchesAnew, {
      type: 'AttendanceRecorded',
      data: { heldOn: '2026-04-25', attendance: [] },
    }).then(judge);
    const waived = (office: 'chair' | 'deputyChair', byBoth: boolean) =>
      whenMeeting(judgeDispatchesAnew, { type: 'DeadlineWaived', data: { ...waiver, office, byBoth } });
    waived('chair', false).then();
    waived('deputyChair', true).then(judge);
  });
});

describe('a link between two cases', () => {
  it('is told on the other one, the other way round', () => {
    const link = (as: ChangesLinked['data']['as']) =>
      reactionSpec(mirrorLinks, { reference: referenceOf() }).when({
        type: 'ChangesLinked',
        data: { otherId: other, as },
        stream: `change-${CASE}`,
      });
    const told = (as: string) => ({ command: 'MirrorLink', subjectId: other, message: { otherId: CASE, as } });
    link('temporaryOf').then(told('permanentOf'));
    link('permanentOf').then(told('temporaryOf'));
    link('related').then(told('related'));
    link('unrelated').then(told('unrelated'));
  });
});
