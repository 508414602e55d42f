import type { Dice } from './dice.js';
import type { Known } from './known.js';
import type { Saying } from './saying.js';

const onMiss = (dice: Dice, { possibleMisses }: Known, message: object): ReturnType<Saying> => {
  const subjectId = dice.pick(possibleMisses);
  return subjectId === undefined ? undefined : { subjectId, message };
};

const onRound = (
  dice: Dice,
  { rounds }: Known,
  message: (round: Known['rounds'][number]) => object,
): ReturnType<Saying> => {
  const round = dice.pick(rounds);
  return round && { subjectId: round.forumId, message: { roundId: round.roundId, ...message(round) } };
};

/** The quarter of a day: `2026-Q2`. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const origin = (dice: Dice, { possibleMisses, candidates, changes }: Known): object => {
  const { roundId, candidateId } = dice.pick(candidates) ?? {};
  return dice.one<object>([
    {},
    { origin: { possibleMissId: dice.pick(possibleMisses) } },
    { origin: { caseId: dice.pick(changes) } },
    { origin: { roundId, candidateId } },
  ]);
};

/** Questions about what may have needed MED, links of political agendas, and management's screening. */
export const detectionSayings: Readonly<Record<string, Saying>> = {
  ReportPossibleMiss: (dice, { units, items }) => {
    const item = dice.pick(items);
    return {
      message: {
        title: dice.text(),
        ...dice.maybe({ whatIsKnown: dice.text() }),
        ...dice.maybe({ unitId: dice.pick(units) }),
        ...dice.maybe({ decider: dice.one(['socialCommittee', 'manager', 'notStated']), when: dice.when() }),
        ...dice.maybe(item ? { meetingId: item.meetingId, itemId: item.itemId } : {}),
        ...dice.source(),
      },
    };
  },
  DismissPossibleMiss: (dice, known) => onMiss(dice, known, { reason: dice.text() }),
  RecheckDismissal: (dice, known) =>
    onMiss(dice, known, { drawing: quarterOf(dice.around()), stands: dice.yes(), reason: dice.text() }),
  ConfirmPossibleMiss: (dice, known) => {
    const said = onMiss(dice, known, {});
    const alreadyDecided = { outcome: dice.one(['approved', 'rejected', 'postponed']) };
    const message = {
      ...dice.maybe({ title: dice.text(), unitId: dice.pick(known.units) }),
      ...dice.maybe({ alreadyDecided: { ...alreadyDecided, ...dice.maybe({ when: dice.when() }) } }),
      ...dice.source(),
    };
    return said && { message: { id: said.subjectId, ...message } };
  },
  LinkAgendaItem: (dice, { politicalItems, changes }) => {
    const [item, caseId] = [dice.pick(politicalItems), dice.pick(changes)];
    return item && { subjectId: item.agendaId, message: { itemId: item.itemId, caseId: caseId ?? item.itemId } };
  },
  UnlinkAgendaItem: (dice, { links }) => {
    const link = dice.pick(links);
    const message = { itemId: link?.itemId, caseId: link?.caseId, reason: dice.text() };
    return link && { subjectId: link.agendaId, message };
  },
  AgreeScreeningForum: (dice) => ({
    message: {
      name: 'Et ledelsesmøde',
      rhythm: dice.one(['monthly', 'quarterly']),
      from: dice.past(),
      ...dice.source(),
    },
  }),
  EndScreeningForum: (dice, { forums }) => {
    const forum = dice.pick(forums);
    return forum && { subjectId: forum.forumId, message: { on: dice.around(), reason: dice.text() } };
  },
  OpenScreeningRound: (dice, { forums }) => {
    const forum = dice.pick(forums);
    const on = dice.around();
    const period = forum?.rhythm === 'quarterly' ? quarterOf(on) : on.slice(0, 7);
    return forum && { subjectId: forum.forumId, message: { period, on } };
  },
  AddCandidate: (dice, known) =>
    onRound(dice, known, () => ({
      title: dice.text(),
      ...origin(dice, known),
      ...dice.maybe({ unitId: dice.pick(known.units) }),
    })),
  AssessCandidate: (dice, { candidates, committees, changes }) => {
    const one = dice.pick(candidates);
    const said = {
      outcome: dice.one(['yes', 'no', 'later']),
      ...dice.maybe({ committeeId: dice.pick(committees), by: dice.around() }),
      why: dice.text(),
      ...dice.maybe({ who: dice.text() }),
      ...dice.maybe({ caseId: dice.pick(changes) }),
    };
    return one && { subjectId: one.forumId, message: { roundId: one.roundId, candidateId: one.candidateId, ...said } };
  },
  HoldScreeningRound: (dice, known) => onRound(dice, known, () => ({ heldOn: dice.past() })),
};
