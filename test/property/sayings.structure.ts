import { defaultRuleSet } from '@rettidig/rules';
import { person } from './town.js';
import type { Saying } from './saying.js';

/** Units, committees, seats, periods and rule sets. */
export const structureSayings: Readonly<Record<string, Saying>> = {
  EstablishUnit: (dice, { units }) => ({
    message: { name: 'Et tilbud', parentId: dice.pick(units)!, validFrom: dice.past(), ...dice.source() },
  }),
  RenameUnit: (dice, { units }) => ({
    message: { unitId: dice.pick(units), name: `Enhed med navn ${dice.number(100)}`, from: dice.around() },
  }),
  MoveUnit: (dice, { units }) => ({
    message: { unitId: dice.pick(units), parentId: dice.pick(units), from: dice.around() },
  }),
  CloseUnit: (dice, { units }) => ({ message: { unitId: dice.pick(units), on: dice.around() } }),
  EstablishCommittee: (dice, { units, committees }) => {
    const level = dice.yes() ? 'area' : 'local';
    return {
      message: {
        name: `Et ${level === 'area' ? 'OmrådeMED' : 'LokalMED'}`,
        level,
        kind: level,
        covers: [dice.pick(units)],
        parentId: committees[0],
        validFrom: dice.past(),
        ...dice.source(),
      },
    };
  },
  ChangeCommitteeCoverage: (dice, { units, committees }) => ({
    message: { committeeId: dice.pick(committees), covers: [dice.pick(units)], from: dice.around() },
  }),
  DissolveCommittee: (dice, { committees }) => ({
    message: { committeeId: dice.pick(committees.slice(1)) ?? committees[1], on: dice.around() },
  }),
  DeclareTransitionPeriod: (dice) => ({
    message: {
      levelsInForce: dice.one<string[]>([['main', 'local'], ['main'], ['main', 'area', 'local']]),
      from: dice.around(),
      ...dice.source(),
    },
  }),
  CreateSeat: (dice, { committees }) => ({
    message: {
      committeeId: dice.pick(committees),
      side: dice.one(['management', 'employees']),
      representativeKind: 'manager',
      from: dice.past(),
    },
  }),
  FillSeat: (dice, { seats }) => ({
    message: { seatId: dice.pick(seats)?.seatId, personId: person(dice.number(9)), from: dice.past() },
  }),
  VacateSeat: (dice, { seats }) => ({ message: { seatId: dice.pick(seats)?.seatId, on: dice.around() } }),
  PublishRuleSet: (dice, { ruleSets }) => {
    const without = dice.number(defaultRuleSet.rules.length);
    return {
      message: {
        ...defaultRuleSet,
        version: `2026-${ruleSets + 2}`,
        effectiveFrom: dice.around(),
        rules: defaultRuleSet.rules.filter((_rule, at) => at !== without),
      },
    };
  },
};
