import type { Dice } from './dice.js';
import type { Known } from './known.js';
import type { Saying } from './saying.js';
import { person } from './town.js';

const kinds = [
  'answerQuestions',
  'forwardRemarks',
  'nextMeeting',
  'changeDocument',
  'reportBack',
  'otherAction',
] as const;

const onItem = (dice: Dice, { items, heldOn }: Known, message: (dice: Dice) => object): ReturnType<Saying> => {
  const item = dice.pick(dice.yes(4) ? items : items.filter(({ meetingId }) => heldOn.has(meetingId)));
  return item && { subjectId: item.meetingId, message: { itemId: item.itemId, ...message(dice) } };
};

const onMeeting = (
  dice: Dice,
  { meetings }: Known,
  message: (meeting: Known['meetings'][number]) => object,
): ReturnType<Saying> => {
  const meeting = dice.pick(meetings);
  return meeting && { subjectId: meeting.meetingId, message: message(meeting) };
};

/** Meetings, and what the sides did about missed reviews. */
export const meetingSayings: Readonly<Record<string, Saying>> = {
  ScheduleMeeting: (dice, { committees }) => ({
    message: {
      committeeId: dice.yes(4) ? dice.pick(committees) : committees[0],
      on: dice.around(),
      ...dice.maybe({ startsAt: '09:00', place: dice.text() }),
      ...dice.source(),
    },
  }),
  MoveMeeting: (dice, known) =>
    onMeeting(dice, known, () => ({
      to: dice.around(),
      ...dice.maybe({ startsAt: '13:00', endsAt: '15:00' }),
      reason: dice.text(),
    })),
  CancelMeeting: (dice, known) => onMeeting(dice, known, () => ({ reason: dice.text() })),
  AddAgendaItem: (dice, known) =>
    onMeeting(dice, known, () => ({
      title: dice.text(),
      caseIds: [...new Set([dice.pick(known.changes), dice.pick(known.changes)])].filter((id) => id !== undefined),
      ...(dice.yes() && { stage: dice.one(['idea', 'firstDraft', 'laterDraft', 'final']) }),
      ...(dice.yes() && { treatedAgainBecause: dice.text() }),
      ...dice.source(),
    })),
  WithdrawAgendaItem: (dice, known) => onItem(dice, known, () => ({ reason: dice.text() })),
  CallDeputy: (dice, { meetings, seats }) => {
    const meeting = dice.pick(meetings);
    const own = seats.filter(({ committeeId }) => committeeId === meeting?.committeeId);
    const seat = dice.pick(dice.yes(6) ? seats : own);
    const personId = dice.yes(4) ? null : person(dice.number(9));
    return meeting && seat && { subjectId: meeting.meetingId, message: { seatId: seat.seatId, personId } };
  },
  RecordAttendance: (dice, known) =>
    onMeeting(dice, known, ({ committeeId }) => ({
      heldOn: dice.past(),
      entries: known.seats
        .filter((seat) => seat.committeeId === committeeId)
        .map(({ seatId }) => ({ seatId, capacity: 'holder', presence: 'present' })),
      ...dice.source(),
    })),
  DiscussItem: (dice, known) =>
    onItem(dice, known, () => ({ form: dice.one(['discussion', 'discussion', 'briefing']), ...dice.source() })),
  SummariseItemJointly: (dice, known) =>
    onItem(dice, known, () => ({
      summary: [{ employeeSide: dice.text(), managementSide: dice.text(), ...dice.source() }],
    })),
  AgreeFollowUp: (dice, known) =>
    onItem(dice, known, () => ({
      kind: dice.one(kinds),
      what: dice.text(),
      ...dice.maybe({ owner: dice.text(), recipient: dice.text() }),
      due: dice.one<object>([{ on: dice.around() }, { nextMeeting: true }, { notStated: true }]),
      ...dice.source(),
    })),
  AssignFollowUp: (dice, { followUps }) => {
    const one = dice.pick(followUps);
    const due = dice.one<object>([{ on: dice.around() }, { nextMeeting: true }]);
    const said = dice.one<object>([{ owner: dice.text() }, { due }, { owner: dice.text(), due }]);
    return one && { subjectId: one.meetingId, message: { followUpId: one.followUpId, ...said } };
  },
  CompleteFollowUp: (dice, { followUps }) => {
    const one = dice.pick(followUps);
    return (
      one && { subjectId: one.meetingId, message: { followUpId: one.followUpId, on: dice.past(), how: dice.text() } }
    );
  },
  WaiveDeadline: (dice, known) =>
    onMeeting(dice, known, () => ({
      deadline: dice.one(['itemsDue', 'materialDue', 'materialDue']),
      on: dice.past(),
      reason: dice.text(),
    })),
  ApproveMinutes: (dice, { discussed }) => {
    const item = dice.pick(discussed);
    return item && { subjectId: item.meetingId, message: { on: dice.today() } };
  },
  RecordBreachNotRaised: (dice, { committees, changes }) => {
    const id = dice.pick(changes);
    const message = {
      committeeId: committees[0],
      caseIds: [id],
      on: dice.past(),
      reservesLaterCases: dice.yes(),
      ...dice.maybe({ reservation: dice.text() }),
      ...dice.source(),
    };
    return id === undefined ? undefined : { message };
  },
  RaiseDemand: (dice, { breaches }) => {
    const subjectId = dice.pick(breaches);
    const message = { kind: 'training', text: dice.text(), on: dice.today(), ...dice.source() };
    return subjectId === undefined ? undefined : { subjectId, message };
  },
  AnswerDemand: (dice, { demands }) => {
    const one = dice.pick(demands);
    const parts = [{ kind: 'proposed', text: dice.text(), ...dice.maybe({ owner: dice.text() }) }];
    return (
      one && {
        subjectId: one.breachId,
        message: { demandId: one.demandId, on: dice.today(), parts, ...dice.source() },
      }
    );
  },
};
