import { person } from './town.js';
import type { Dice } from './dice.js';
import type { Known } from './known.js';
import type { Saying } from './saying.js';

const kinds = [
  'newService',
  'serviceMoved',
  'moreSectionManagers',
  'coordinatorPostsConverted',
  'reorganisation',
  'budgetProposal',
  'portfolioTransfer',
  'other',
] as const;
const bodies = ['manager', 'executiveManagement', 'socialCommittee', 'healthAndCareCommittee', 'notStated'] as const;
const outcomes = ['approved', 'approved', 'rejected', 'postponed', 'notStated'] as const;

const facts = (dice: Dice): object => ({
  facts: { [dice.one(['affectsStaff', 'crossCutting', 'newService'])]: dice.one(['yes', 'no', 'unknown']) },
});
const decider = (dice: Dice, { units }: Known): object => ({
  body: dice.one(bodies),
  managerUnitId: dice.pick(units) ?? null,
});
const found = (dice: Dice): object => ({
  found: { on: dice.when(), by: dice.one(['employeeSide', 'managementSide', 'notStated']) },
});

/** What the coming decision is to cover. */
const scope = (dice: Dice): object => ({
  decisionScope: { covers: dice.one(['all', 'temporary', 'part', 'notStated']), ...dice.maybe({ text: dice.text() }) },
});

/** A number that agendas print too, or whatever somebody types. */
const elsewhere = (dice: Dice): object =>
  dice.yes() ? { system: 'F2', value: `2026-${dice.number(9)}` } : { system: dice.text(), value: dice.text() };

const on = (dice: Dice, { changes }: Known, message: object | ((changeId: string) => object)): ReturnType<Saying> => {
  const subjectId = dice.pick(changes);
  if (subjectId === undefined) return undefined;
  return { subjectId, message: typeof message === 'function' ? message(subjectId) : message };
};

/** Cases, from registration to what both sides say of a miss. */
export const caseSayings: Readonly<Record<string, Saying>> = {
  RegisterChange: (dice, known) => ({
    message: {
      title: dice.text(),
      kind: dice.one(kinds),
      unitId: dice.yes(4) ? null : dice.pick(known.units),
      decider: decider(dice, known),
      ...dice.maybe(facts(dice)),
      ...dice.maybe(scope(dice)),
      ...dice.maybe({ description: dice.text(), externalNumbers: [elsewhere(dice)] }),
      ...dice.maybe({
        decisionPoints: [
          { kind: 'decision', body: dice.one(bodies), when: dice.when(dice.around()), ...dice.source() },
        ],
      }),
      ...(dice.yes(3)
        ? { alreadyDecided: { body: dice.one(bodies), when: dice.when(), outcome: dice.one(outcomes) } }
        : {}),
      ...(dice.yes(4) ? found(dice) : {}),
      ...dice.source(),
    },
  }),
  AssignCaseOwner: (dice, known) => on(dice, known, { ownerId: person(dice.number(9)) }),
  CorrectChangeFacts: (dice, known) =>
    on(dice, known, {
      reason: dice.text(),
      kind: dice.one(kinds),
      ...dice.maybe(facts(dice)),
      ...dice.maybe({ unitId: dice.pick(known.units) }),
      ...dice.maybe({ decider: decider(dice, known) }),
      ...(dice.yes(3) ? scope(dice) : {}),
      ...dice.maybe({ title: dice.text() }),
    }),
  PlanDecisionPoint: (dice, known) =>
    on(dice, known, {
      kind: dice.one(['decision', 'recommendation', 'start', 'presentation']),
      body: dice.one(bodies),
      when: dice.when(dice.around()),
      ...dice.source(),
    }),
  MoveDecisionPoint: (dice, { points }) => {
    const one = dice.pick(points);
    const message = { pointId: one?.pointId, to: dice.when(dice.around()), reason: dice.text() };
    return one && { subjectId: one.changeId, message };
  },
  AlignWithMed: (dice, known) => {
    const meeting = dice.maybe({ meetingId: dice.pick(known.meetings)?.meetingId }) as { meetingId?: string };
    const committeeId =
      known.meetings.find(({ meetingId }) => meetingId === meeting.meetingId)?.committeeId ??
      dice.pick(known.committees);
    const message = { committeeId, ...meeting, on: dice.past(), note: dice.text(), ...dice.source() };
    return committeeId === undefined ? undefined : on(dice, known, message);
  },
  FilePapers: (dice, known) =>
    on(dice, known, { version: `${1 + dice.number(3)}`, on: dice.past(), ...dice.maybe({ note: dice.text() }) }),
  DispatchPapers: (dice, { papers, meetings, items }) => {
    const one = dice.pick(papers);
    const placed = items.find(({ caseIds }) => one && caseIds.includes(one.changeId));
    const meetingId = placed?.meetingId ?? dice.pick(meetings)?.meetingId;
    const more = { ...dice.maybe({ recipients: dice.number(40), sentTo: dice.text() }), ...dice.source() };
    const message = {
      version: one?.version,
      meetingId,
      on: dice.past(),
      ...dice.maybe({ reason: dice.text() }),
      ...more,
    };
    return one && meetingId ? { subjectId: one.changeId, message } : undefined;
  },
  PresentPapers: (dice, { papers }) => {
    const one = dice.pick(papers);
    const body = dice.one(['socialCommittee', 'council']);
    const message = { version: one?.version, body, when: dice.when(), ...dice.source() };
    return one && { subjectId: one.changeId, message };
  },
  ExplainLateness: (dice, { dispatches }) => {
    const one = dice.pick(dispatches);
    return one && { subjectId: one.changeId, message: { dispatchId: one.dispatchId, reason: dice.text() } };
  },
  RemarkOnPapers: (dice, { dispatches }) => {
    const one = dice.pick(dispatches);
    const message = { dispatchId: one?.dispatchId, remark: dice.text(), ...dice.maybe({ side: 'employees' }) };
    return one && { subjectId: one.changeId, message };
  },
  ReportAlteration: (dice, known) =>
    on(dice, known, {
      what: [dice.one(['scope', 'date', 'money', 'staff'])],
      on: dice.past(),
      note: dice.text(),
      ...dice.source(),
    }),
  AgreeNoNewReview: (dice, { alterations }) => {
    const one = dice.pick(alterations);
    return one && { subjectId: one.changeId, message: { alterationId: one.alterationId, reason: dice.text() } };
  },
  LinkChanges: (dice, known) =>
    on(dice, known, (changeId) => ({
      otherId: dice.pick(known.changes.filter((id) => id !== changeId)) ?? changeId,
      as: dice.one(['temporaryOf', 'permanentOf', 'related', 'unrelated']),
    })),
  CorrectPapers: (dice, known) =>
    on(dice, known, { was: dice.text(), isNow: dice.text(), announcedOn: dice.past(), ...dice.source() }),
  DeclareNotMedRelevant: (dice, known) => on(dice, known, { reason: dice.text() }),
  RecheckDeclaration: (dice, known) => on(dice, known, { stands: dice.yes(), reason: dice.text() }),
  OverrideAssessment: (dice, known) =>
    on(dice, known, {
      requirements: [{ committeeId: dice.pick(known.committees), before: dice.one(['decision', 'recommendation']) }],
      reason: dice.text(),
    }),
  DisputeAssessment: (dice, known) => on(dice, known, { reason: dice.text() }),
  SettleDispute: (dice, { disputes }) => {
    const one = dice.pick(disputes);
    const outcome = dice.one(['medRelevant', 'notMedRelevant', 'assessmentStands']);
    return one && { subjectId: one.changeId, message: { disputeId: one.disputeId, outcome, reason: dice.text() } };
  },
  RecordReview: (dice, { items, discussed, heldOn, changes }) => {
    const item = dice.yes(4) ? dice.pick(items) : dice.pick(discussed);
    const subjectId = item && (dice.pick(item.caseIds) ?? dice.pick(changes));
    if (!item || subjectId === undefined) return undefined;
    const { meetingId, itemId } = item;
    return {
      subjectId,
      message: {
        meetingId,
        itemId,
        heldOn: heldOn.get(meetingId) ?? dice.past(),
        maturity: dice.one(['idea', 'draft', 'final']),
        ...dice.maybe({ versionDiscussed: dice.text() }),
        ...(dice.yes(4) ? { goesOn: 'nextMeeting' } : {}),
        ...dice.source(),
      },
    };
  },
  ForwardRemarks: (dice, known) =>
    on(dice, known, {
      to: dice.one(['socialCommittee', 'manager']),
      on: dice.past(),
      ...dice.maybe({ recipient: dice.text() }),
    }),
  SubmitRecommendation: (dice, known) =>
    on(dice, known, { to: 'socialCommittee', on: dice.past(), ...dice.maybe({ bypass: { reason: dice.text() } }) }),
  RecordDecision: (dice, known) => {
    const outcome = dice.one(outcomes);
    return on(dice, known, {
      body: dice.one(bodies),
      when: dice.when(),
      outcome,
      ...(outcome === 'postponed' && dice.yes(2)
        ? { postponedTo: dice.around(), ...dice.maybe({ postponedBecause: dice.text() }) }
        : {}),
      ...(dice.yes(4) ? found(dice) : {}),
      ...dice.source(),
    });
  },
  CorrectDecision: (dice, { decisions }) => {
    const one = dice.pick(decisions);
    const message = {
      decisionId: one?.decisionId,
      reason: dice.text(),
      ...dice.maybe({ when: dice.when() }),
      ...dice.maybe({ body: dice.one(bodies) }),
      ...(dice.yes(4) ? { neverTaken: true } : {}),
    };
    return one && { subjectId: one.changeId, message };
  },
  RecordStart: (dice, known) => on(dice, known, { when: dice.when(), ...dice.source() }),
  WithdrawChange: (dice, known) => on(dice, known, { reason: dice.text() }),
  AcknowledgeMiss: (dice, known) => on(dice, known, { on: dice.past(), side: 'management', ...dice.source() }),
  ExplainMiss: (dice, known) =>
    on(dice, known, {
      causes: [dice.one(['noClearExplanation', 'timePressure', 'notThoughtOf'])],
      side: dice.one(['management', 'employees']),
      ...dice.maybe({ note: dice.text() }),
      ...dice.source(),
    }),
};
