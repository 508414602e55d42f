import type { Rule } from '@rettidig/rules';
import { defaultRuleSet } from '@rettidig/rules';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Dice } from './dice.js';
import type { Known } from './known.js';
import { person } from './town.js';
import type { Saying } from './saying.js';

/** Something that was wrong, of what can send cases elsewhere and of what cannot. */
function correction(dice: Dice, { committees, seats, terms, periods, moves, units }: Known): object | undefined {
  const [seat, term, move] = [dice.pick(seats), dice.pick(terms), dice.pick(moves)];
  const chosen = dice.one<{ what: string; id: string | undefined; from?: string | undefined; isNow?: object }>([
    { what: 'committee', id: dice.pick(committees), isNow: { name: `Udvalg med navn ${dice.number(100)}` } },
    { what: 'committee', id: dice.pick(committees), isNow: { level: 'area', kind: 'area', to: null } },
    { what: 'period', id: dice.pick(periods), isNow: { to: dice.around() } },
    { what: 'period', id: dice.pick(periods) },
    { what: 'seat', id: seat?.seatId, isNow: { representativeKind: 'organisationRepresentative' } },
    { what: 'term', id: term?.seatId, from: term?.from, isNow: { to: dice.around() } },
    { what: 'unitParent', id: move?.unitId, from: move?.from, isNow: { parentId: dice.pick(units) } },
    { what: 'unitParent', id: move?.unitId, from: move?.from },
    { what: 'unitClosing', id: dice.pick(units) },
  ]);
  return chosen.id === undefined ? undefined : chosen;
}

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
        kind: level === 'local' && dice.yes(3) ? 'transitionalLocal' : level,
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
      ...dice.maybe({ to: plusCalendarDays(dice.today(), 25) }),
      ...dice.source(),
    },
  }),
  CorrectStructure: (dice, known) => {
    const chosen = correction(dice, known);
    return chosen && { message: { ...chosen, reason: dice.text(), ...dice.source() } };
  },
  ConfirmNoLocalCommittee: (dice, { units }) => ({
    message: { unitId: dice.pick(units), from: dice.around(), ...dice.source() },
  }),
  AgreeOnTransitionalBody: (dice, { transitional }) =>
    transitional.length === 0
      ? undefined
      : { message: { committeeId: dice.pick(transitional), from: dice.around(), ...dice.source() } },
  DelegateDecisionPower: (dice, { units }) => ({
    message: {
      ...{ unitId: dice.pick(units), matter: dice.text(), from: dice.around() },
      ...(dice.yes() && { kinds: ['reorganisation', 'serviceMoved'] }),
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
    const without = defaultRuleSet.rules[dice.number(defaultRuleSet.rules.length)]?.id;
    return {
      message: {
        ...defaultRuleSet,
        version: `2026-${ruleSets + 2}`,
        effectiveFrom: dice.around(),
        rules: dice.yes() ? rulesWithout(without) : rulesWithout(without, reorganisationToArea),
      },
    };
  },
};

/** A rule that names a level, for the end of the rules that decide something of their own. */
const reorganisationToArea: Rule = {
  id: 'reorganisationToArea',
  when: { fact: 'reorganisation', op: 'is', value: 'yes' },
  then: { route: 'committeeOfLevel', level: 'area' },
  because: { da: 'det gælder organiseringen af et område', en: 'it is about how an area is organised' },
  sourceIds: ['framework-5'],
};

/** The rules of the product without one of them, with one more before those that always match. */
function rulesWithout(without: string | undefined, more?: Rule): Rule[] {
  const rules = defaultRuleSet.rules.filter(({ id }) => id !== without);
  const named = rules.map(({ before = [], ...rule }) => ({ ...rule, before: before.filter((id) => id !== without) }));
  const own = named.filter(({ when }) => !('always' in when));
  const rest = named.filter(({ when }) => 'always' in when);
  return more ? [...own.map((rule) => ({ ...rule, before: [...rule.before, more.id] })), more, ...rest] : named;
}
