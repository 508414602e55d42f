import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Municipality } from './municipality.js';
import { weekday } from './municipality.js';

/** A change that somebody registers in the course of the year. */
export interface PlannedChange {
  readonly number: number;
  readonly registeredOn: string;
  readonly message: object;
  /** Nobody puts it on an agenda, as with the six. */
  readonly isForgotten: boolean;
  /** Nobody records what became of it. */
  readonly isNeverDecided: boolean;
}

const CHANGES = 60;

/** Changes of six kinds, spread over the year, so that Easter, the summer and week 53 lie between some of their dates. */
export const changesOf = (town: Municipality): PlannedChange[] =>
  Array.from({ length: CHANGES }, (_, number) => {
    const registeredOn = weekday(plusCalendarDays('2026-01-06', 5 * number));
    const decidedOn = weekday(plusCalendarDays(registeredOn, 45 + ((number * 17) % 90)));
    return {
      ...{ number, registeredOn },
      message: { title: `Sag ${number}`, ...kinds[number % kinds.length]!({ number, town, decidedOn }) },
      isForgotten: number % 5 === 0,
      isNeverDecided: number % 7 === 3,
    };
  });

interface Drawn {
  readonly number: number;
  readonly town: Municipality;
  readonly decidedOn: string;
}

const of = <Value>(list: readonly Value[], number: number): Value => list[number % list.length]!;
const centreOf = ({ number, town }: Drawn): string => of(town.centres, number >> 1);
const serviceOf = ({ number, town }: Drawn): string => of(of(town.services, number >> 1), number);
const affectsStaff = { affectsStaff: 'yes' };

const kinds: readonly ((drawn: Drawn) => object)[] = [
  (drawn) => ({
    ...{ kind: 'newService', unitId: serviceOf(drawn) },
    decider: { body: 'socialCommittee', managerUnitId: centreOf(drawn) },
    // Some are meant for two readings, which the municipality agrees on in the course of the year (A17).
    decisionPoints: (drawn.number % 4 === 0 ? [-28, 0] : [0]).map((days) => ({
      ...{ kind: 'decision', body: 'socialCommittee' },
      when: { on: weekday(plusCalendarDays(drawn.decidedOn, days)) },
    })),
  }),
  (drawn) => ({
    ...{ kind: 'other', facts: affectsStaff, unitId: serviceOf(drawn) },
    decider: { body: 'manager', managerUnitId: serviceOf(drawn) },
    decisionPoints: [{ kind: 'decision', body: 'manager', when: { on: drawn.decidedOn } }],
  }),
  (drawn) => ({
    ...{ kind: 'moreSectionManagers', unitId: centreOf(drawn) },
    decider: { body: 'executiveManagement', managerUnitId: null },
    decisionPoints: [{ kind: 'decision', body: 'executiveManagement', when: { onOrBefore: drawn.decidedOn } }],
  }),
  (drawn) => ({
    ...{ kind: 'other', facts: { ...affectsStaff, crossCutting: 'yes' }, unitId: centreOf(drawn) },
    decider: { body: 'manager', managerUnitId: centreOf(drawn) },
    decisionPoints: [{ kind: 'start', body: 'manager', when: { on: drawn.decidedOn } }],
  }),
  // Presented to one body, or decided there too, and decided by another, each with a deadline of its own (A20).
  (drawn) => ({
    ...{ kind: 'other', facts: affectsStaff, unitId: serviceOf(drawn) },
    decider: { body: 'financeCommittee', managerUnitId: centreOf(drawn) },
    decisionPoints: [
      {
        ...{ kind: drawn.number % 4 === 0 ? 'decision' : 'presentation', body: 'socialCommittee' },
        when: { on: weekday(plusCalendarDays(drawn.decidedOn, -20)) },
      },
      { kind: 'decision', body: 'financeCommittee', when: { on: drawn.decidedOn } },
    ],
  }),
  (drawn) => ({
    ...{ kind: 'other', facts: affectsStaff, unitId: serviceOf(drawn) },
    decider: { body: 'manager', managerUnitId: serviceOf(drawn) },
  }),
];
