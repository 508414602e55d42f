import type { RosterPerson } from '@rettidig/minutes';
import { attendanceOf } from './attendance.js';
import type { RosterDecision } from './decisions.js';
import { completed } from './new-seats.js';
import type { KnownSeat } from './roster.js';
import { RosterMatching } from './roster.js';

const person = (name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ name, side: 'employees', capacity: 'holder', presence: 'present', line: 1, confidence: 'certain' },
  ...more,
});
const seat = (seatId: string, label: string, more: Partial<KnownSeat> = {}): KnownSeat => ({
  ...{ seatId, label, side: 'employees', representativeKind: 'employeeRepresentative', personId: `in-${seatId}` },
  ...more,
});
const match = (
  roster: readonly RosterPerson[],
  seats: readonly KnownSeat[],
  decisions: readonly RosterDecision[] = [],
  people: Readonly<Record<string, string>> = {},
) => {
  const cards = new Map(Object.entries(people).map(([id, name]) => [id, { name }]));
  return new RosterMatching(roster, seats, cards, decisions).match();
};
const found = (...of: Parameters<typeof match>) => match(...of).map(({ state, how, seatId }) => [state, how, seatId]);

describe('a list of participants beside the register', () => {
  it('is matched by name however it is broken, before anything else', () => {
    const seats = [seat('a', 'HK', { holderName: 'Vita Lund' }), seat('b', 'HK', { holderName: 'Bo Sundby' })];
    expect(found([person('Bo Sund- by', { represents: 'HK' }), person('Vita Lund')], seats)).toEqual([
      ['matched', 'name', 'b'],
      ['matched', 'name', 'a'],
    ]);
  });

  it('leaves to a person who of two seats with the same name it is', () => {
    const seats = [seat('a', 'HK', { holderName: 'Bo Sund' }), seat('b', 'FOA', { holderName: 'Bo Sund' })];
    expect(match([person('Bo Sund')], seats)).toMatchObject([
      { state: 'candidates', how: 'several', candidates: ['a', 'b'] },
    ]);
  });

  it('goes by office and label only where the holder of the seat has no name yet', () => {
    const roster = [person('Ida Krog', { office: 'deputyChair' }), person('Bo Sund', { represents: 'LO (SL)' })];
    const unnamed = [seat('a', 'FOA', { office: 'deputyChair' }), seat('b', 'LO (S L)')];
    expect(found(roster, unnamed)).toEqual([
      ['matched', 'office', 'a'],
      ['matched', 'label', 'b'],
    ]);
    const others = unnamed.map((one) => ({ ...one, holderName: 'En Anden' }));
    expect(match(roster, others)).toMatchObject([
      { state: 'candidates', how: 'otherHolder', candidates: ['a'] },
      { state: 'candidates', how: 'otherHolder', candidates: ['b'] },
    ]);
  });

  it('takes like rows for like seats only when all of them were there in the same way', () => {
    const rows = (presence: RosterPerson['presence']) => [
      person('Ida Krog', { represents: 'Drift' }),
      person('Bo Sund', { represents: 'Drift', presence }),
    ];
    const seats = [seat('a', 'Drift'), seat('b', 'Drift')];
    expect(found(rows('present'), seats)).toEqual([
      ['matched', 'labelGroup', 'a'],
      ['matched', 'labelGroup', 'b'],
    ]);
    expect(match(rows('excused'), seats)).toMatchObject([
      { state: 'candidates', how: 'several', candidates: ['a', 'b'] },
      { state: 'candidates', how: 'several', candidates: ['a', 'b'] },
    ]);
  });

  it('does what a person decided, and passes over the secretary', () => {
    const roster = [person('Ida Krog'), person('Bo Sund'), person('Vita Lund', { office: 'secretary' })];
    const decisions = [
      { row: 1, seatId: 'b' },
      { row: 2, leave: true },
    ];
    expect(found(roster, [seat('a', 'HK'), seat('b', 'HK')], decisions)).toEqual([
      ['matched', 'decided', 'b'],
      ['left', 'left', undefined],
      ['left', 'notMember', undefined],
    ]);
  });

  it('puts a deputy into the seat of the one who is away', () => {
    const roster = [
      person('Ida Krog', { represents: 'FOA', presence: 'excused' }),
      person('Bo Sund', { represents: 'FOA', capacity: 'deputy' }),
    ];
    const seats = [seat('a', 'FOA', { holderName: 'Ida Krog' })];
    expect(match(roster, seats, [], { 'p-bo': 'Bo Sund', a: 'FOA' })[1]).toMatchObject({
      ...{ state: 'matched', how: 'label', seatId: 'a', personId: 'p-bo' },
    });
    expect(match(roster, seats)[1]).toMatchObject({ state: 'unmatched', seatId: 'a' });
    const present = [{ ...roster[0]!, presence: 'present' as const }, roster[1]!];
    expect(match(present, seats)[1]).toMatchObject({ state: 'unmatched', how: 'nothing' });
  });
});

describe('new seats for those whom nobody in the register fits', () => {
  const making = { importId: 'i', committeeId: 'c', from: '2026-01-01', seats: [] };
  const roster = [
    person('Ida Krog', { side: 'management', office: 'chair', position: 'Direktør' }),
    person('Bo Sund', { position: 'Arbejdsmiljørepræsentant', represents: 'Drift', line: 1 }),
    person('Ukendt Side'),
  ];
  const { side: _unknown, ...sideless } = roster[2]!;
  const rows = match([roster[0]!, roster[1]!, sideless], []);

  it('are made for all, or for the rows that a person names', () => {
    const commands = (decisions: object) =>
      completed(rows, { ...making, decisions }).steps.flatMap((step) => ('command' in step ? [step.command] : []));
    expect(commands({})).toEqual([]);
    expect(commands({ createMissing: true })).toEqual(['CreateSeat', 'FillSeat', 'CreateSeat', 'FillSeat']);
    expect(commands({ roster: [{ row: 2, create: true }] })).toEqual(['CreateSeat', 'FillSeat']);
    expect(commands({ createMissing: true, roster: [{ row: 1, create: false }] })).toEqual(['CreateSeat', 'FillSeat']);
    expect(commands({ roster: [{ row: 3, create: true, side: 'employees' }] })).toEqual(['CreateSeat', 'FillSeat']);
  });

  it('carry office and kind, and no name: that goes to the private store', () => {
    const { steps, seats } = completed(rows, { ...making, decisions: { createMissing: true } });
    expect(seats).toMatchObject([
      { side: 'management', office: 'chair', representativeKind: 'manager' },
      { side: 'employees', representativeKind: 'workEnvironmentRepresentative' },
    ]);
    expect(new Set(seats.map(({ seatId }) => seatId)).size).toBe(2);
    const told = JSON.stringify(steps.filter((step) => 'command' in step));
    expect(told).not.toMatch(/Krog|Sund/);
    expect(steps).toContainEqual({ labelSeat: { seatId: seats[1]!.seatId, label: 'Drift' } });
    expect(steps).toContainEqual({ namePerson: { personId: seats[1]!.personId, name: 'Bo Sund' } });
  });

  it('fill a vacant seat that stands for the same before making another', () => {
    const seats = [seat('v', 'Drift', { personId: null })];
    const only = match([roster[1]!], seats);
    expect(only).toMatchObject([{ state: 'unmatched', how: 'vacantSeat', candidates: ['v'] }]);
    const { steps } = completed(only, { ...making, seats, decisions: { createMissing: true } });
    expect(steps.flatMap((step) => ('command' in step ? [step.command] : []))).toEqual(['FillSeat']);
  });
});

describe('who came', () => {
  const seats = [seat('a', 'FOA', { holderName: 'Ida Krog' }), seat('b', 'HK', { holderName: 'Bo Sund' })];

  it('is settled once every row and every seat is', () => {
    const rows = match([person('Ida Krog')], seats);
    expect(attendanceOf(rows, seats, undefined, {})).toMatchObject({ state: 'notSettled', notMentioned: ['b'] });
    const decided = attendanceOf(rows, seats, undefined, { seats: [{ seatId: 'b', presence: 'absent' }] });
    expect(decided).toMatchObject({
      state: 'willBeRecorded',
      entries: [
        { seatId: 'a', capacity: 'holder', presence: 'present' },
        { seatId: 'b', capacity: 'holder', presence: 'absent' },
      ],
    });
    const unknown = match([person('Ida Krog'), person('Bo Sund'), person('Gæst Hansen')], seats);
    expect(attendanceOf(unknown, seats, undefined, {}).state).toBe('notSettled');
  });

  it('is refused where a chosen seat is none of the day, or is given away twice', () => {
    const twice = match([person('X Y'), person('Z W')], seats, [
      { row: 1, seatId: 'a' },
      { row: 2, seatId: 'a' },
    ]);
    expect(attendanceOf(twice, seats, undefined, {}).obstacle?.code).toBe('minutes.seat-not-there');
    const strange = match([person('X Y')], seats, [{ row: 1, seatId: 'elsewhere' }]);
    expect(attendanceOf(strange, seats, undefined, {}).obstacle?.code).toBe('minutes.seat-not-there');
  });
});
