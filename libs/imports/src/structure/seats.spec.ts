import { idOf } from '@rettidig/event-sourcing';
import type { OrganisationEvent } from '@rettidig/organisation';
import {
  after,
  badOf,
  conflictsOf,
  factsOf,
  keptOf,
  organisationOf,
  planned,
  tableOf,
} from '../testing/structure-files.js';

const SEATS = 'pladsnummer;udvalgsnummer;side;hverv;repræsentantart;repræsenterer;gyldig fra;gyldig til og med';
const HOLDERS = 'pladsnummer;person-nummer;navn;fra;til og med';
const seat = (number: string): string => idOf('seat', number);
const person = (number: string): string => idOf('person', number);

const given: readonly OrganisationEvent[] = [
  {
    type: 'UnitEstablished',
    data: { unitId: idOf('unit', '1'), name: 'Top', parentId: null, validFrom: '2025-01-01' },
  },
  {
    type: 'CommitteeEstablished',
    data: {
      ...{ committeeId: idOf('committee', 'H'), name: 'HovedMED', level: 'main', kind: 'main', parentId: null },
      ...{ covers: [idOf('unit', '1')], validFrom: '2025-01-01', predecessors: [] },
    },
  },
];
const town = organisationOf(given);

describe('a table of seats', () => {
  const table = tableOf(
    SEATS,
    '1;H;A;formand;Ledelsesrepræsentant;;2025-01-01;',
    '2;HovedMED;medarbejdere;næstformand;FTR;Foreningen af Prøver;2025-01-01;',
    '3;H;B-siden;;AMR;;2025-01-01;2026-05-31',
  );

  it('creates them; whom they stand for is kept outside the log', () => {
    const plan = planned(table, town);
    expect(factsOf(plan)).toMatchObject([
      {
        type: 'SeatCreated',
        data: { seatId: seat('1'), side: 'management', office: 'chair', representativeKind: 'manager' },
      },
      {
        data: {
          office: 'deputyChair',
          representativeKind: 'jointUnionRepresentative',
          committeeId: idOf('committee', 'H'),
        },
      },
      { data: { side: 'employees', representativeKind: 'workEnvironmentRepresentative' } },
    ]);
    expect(keptOf(plan)).toEqual([{ labelSeat: { seatId: seat('2'), label: 'Foreningen af Prøver' } }]);
    expect(JSON.stringify(plan.steps.filter((step) => 'command' in step))).not.toContain('Prøver');
    expect(plan.preview.notes).toMatchObject([{ row: 4 }]);
    expect(plan.preview.changesByKind).toEqual({ SeatCreated: 3, SeatLabelled: 1 });
    expect(plan.preview.counts).toEqual(['3 pladser oprettes', '1 betegnelse gemmes uden for loggen']);
    expect(plan.preview.changes.map(({ sentence }) => sentence)).toEqual([
      'Plads 1 i HovedMED oprettes fra 01.01.2025: ledelsessiden, formand, leder.',
      'Plads 2 i HovedMED oprettes fra 01.01.2025: medarbejdersiden, næstformand, fællestillidsrepræsentant.',
      'Plads 3 i HovedMED oprettes fra 01.01.2025: medarbejdersiden, arbejdsmiljørepræsentant.',
      'Plads 2 står for Foreningen af Prøver.',
    ]);
    const again = planned(table, after(town, plan), undefined, { [seat('2')]: 'Foreningen af Prøver' });
    expect([again.steps, again.obstacle]).toEqual([[], undefined]);
  });

  it('says of each bad row what is wrong', () => {
    const bad = tableOf(
      SEATS,
      '1;H;ledelse;formand;leder;;2025-01-01;',
      '2;H;ledelse;formand;leder;;2025-01-01;',
      '3;H;ledelse;næstformand;leder;;2025-01-01;',
      '4;X;ledelse;;leder;;2025-01-01;',
      '5;H;midten;;leder;;2025-01-01;',
      '6;H;ledelse;kasserer;leder;;2025-01-01;',
      '7;H;ledelse;;gæst;;2025-01-01;',
      '8;H;ledelse;;leder;;2024-01-01;',
      '1;H;ledelse;;leder;;2025-01-01;',
      '9;H;ledelse;formand;;;2025-01-01;',
    );
    expect(planned(bad, town).preview.badRows.at(-1)).toMatchObject({
      column: 'repræsentantart',
      sentence: expect.stringMatching(/^Cellen er tom. Skriv et af ordene: leder, tillidsrepræsentant, /) as string,
    });
    expect(badOf(planned(bad, town))).toEqual([
      '3 organisation.chair-exists',
      '4 organisation.office-of-other-side',
      '5 row.not-found',
      '6 row.unknown-word',
      '7 row.unknown-word',
      '8 row.unknown-word',
      '9 organisation.committee-not-there',
      '10 row.twice',
      '11 row.word-missing',
    ]);
  });

  it('updates only what a seat stands for, and until when it is held', () => {
    const known = after(town, planned(table, town));
    const held = after(known, planned(tableOf(HOLDERS, '3;M1;;2025-01-01;'), known));
    const changed = tableOf(
      SEATS,
      '1;H;medarbejdere;;TR;;2025-02-01;',
      '2;H;medarbejdere;næstformand;FTR;En anden;2025-01-01;',
      '3;H;medarbejdere;;AMR;;2025-01-01;2026-05-31',
    );
    const labels = { [seat('2')]: 'Foreningen af Prøver' };
    const plan = planned(changed, held, { conflicts: [{ row: 2, choice: 'skip' }], otherwise: 'update' }, labels);
    expect(conflictsOf(plan)).toEqual(['2 side', '2 office', '2 kind', '2 from', '3 label*', '4 to*']);
    expect(factsOf(plan)).toEqual([{ type: 'SeatVacated', data: { seatId: seat('3'), on: '2026-06-01' } }]);
    expect(keptOf(plan)).toEqual([{ labelSeat: { seatId: seat('2'), label: 'En anden' } }]);
    expect(planned(changed, held, { otherwise: 'update' }, labels).obstacle).toMatchObject({
      code: 'import.cannot-update',
    });
  });
});

describe('a table of holders', () => {
  const known = after(
    town,
    planned(tableOf(SEATS, '1;H;ledelse;formand;leder;;2025-01-01;', '2;H;medarbejdere;;TR;;2025-01-01;'), town),
  );
  const table = tableOf(
    HOLDERS,
    '1;M2;Bo Eksempel;2026-06-01;',
    '1;M1;Kim Eksempel;2025-01-01;2026-05-31',
    '2;M3;;2025-01-01;',
  );

  it('fills the seats term by term; names are kept outside the log', () => {
    const plan = planned(table, known);
    expect(factsOf(plan)).toEqual([
      { type: 'SeatFilled', data: { seatId: seat('1'), personId: person('M1'), from: '2025-01-01', to: '2026-06-01' } },
      { type: 'SeatFilled', data: { seatId: seat('2'), personId: person('M3'), from: '2025-01-01' } },
      { type: 'SeatFilled', data: { seatId: seat('1'), personId: person('M2'), from: '2026-06-01' } },
    ]);
    expect(keptOf(plan)).toEqual([
      { namePerson: { personId: person('M1'), name: 'Kim Eksempel' } },
      { namePerson: { personId: person('M2'), name: 'Bo Eksempel' } },
    ]);
    expect(JSON.stringify(plan.steps.filter((step) => 'command' in step))).not.toContain('Eksempel');
    expect(plan.preview.changes.slice(0, 3).map(({ sentence }) => sentence)).toEqual([
      'Plads 1 (HovedMED) besættes af Kim Eksempel fra 01.01.2025 til og med 31.05.2026.',
      'Plads 2 (HovedMED) besættes af M3 fra 01.01.2025.',
      'Plads 1 (HovedMED) besættes af Bo Eksempel fra 01.06.2026.',
    ]);
    const names = { [person('M1')]: 'Kim Eksempel', [person('M2')]: 'Bo Eksempel' };
    expect(planned(table, after(known, plan), undefined, names).steps).toEqual([]);
  });

  it('says of each bad row what is wrong', () => {
    const bad = tableOf(
      HOLDERS,
      '1;M1;Kim Eksempel;2025-01-01;',
      '1;M2;;2026-01-01;',
      '9;M2;;2025-01-01;',
      '2;010190-1234;;2025-01-01;',
      '2;M1;Kim Andersen;2025-01-01;2025-01-31',
      '2;M4;;2024-01-01;2024-05-31',
      '2;M5;;2025-05-01;2025-04-30',
      '1;M1;Kim Eksempel;2025-01-01;',
    );
    const plan = planned(bad, known);
    expect(badOf(plan)).toEqual([
      '3 row.terms-overlap',
      '4 row.not-found',
      '5 row.civil-registration-number',
      '6 row.two-names',
      '7 organisation.seat-not-there',
      '8 row.ends-before-it-starts',
      '9 row.twice',
    ]);
    expect(JSON.stringify(plan.preview)).not.toContain('010190');
  });

  it('lets a new holder take over where the register has another, on the day of the row', () => {
    const names = { [person('M1')]: 'Kim Eksempel', [person('M2')]: 'Bo Eksempel' };
    const held = after(
      known,
      planned(tableOf(HOLDERS, '1;M1;;2025-01-01;', '2;M3;;2025-01-01;2025-12-31', '2;M4;;2026-06-01;'), known),
    );
    const changed = tableOf(HOLDERS, '1;M2;Bo Nielsen;2026-03-01;', '2;M5;;2025-06-01;2025-08-31');
    const plan = planned(changed, held, undefined, names);
    expect(conflictsOf(plan)).toEqual(['3 person*', '2 person*', '2 name*']);
    expect(plan.preview.conflicts[1]).toMatchObject({ inRegister: 'Kim Eksempel', inFile: 'Bo Nielsen' });
    const updating = planned(changed, held, { otherwise: 'update' }, names);
    expect(factsOf(updating)).toEqual([
      { type: 'SeatVacated', data: { seatId: seat('2'), on: '2025-06-01' } },
      { type: 'SeatFilled', data: { seatId: seat('2'), personId: person('M5'), from: '2025-06-01', to: '2025-09-01' } },
      { type: 'SeatFilled', data: { seatId: seat('2'), personId: person('M4'), from: '2026-06-01' } },
      { type: 'SeatVacated', data: { seatId: seat('1'), on: '2026-03-01' } },
      { type: 'SeatFilled', data: { seatId: seat('1'), personId: person('M2'), from: '2026-03-01' } },
    ]);
    expect(keptOf(updating)).toEqual([{ namePerson: { personId: person('M2'), name: 'Bo Nielsen' } }]);
    const again = planned(changed, after(held, updating), undefined, { ...names, [person('M2')]: 'Bo Nielsen' });
    expect([again.steps, again.obstacle]).toEqual([[], undefined]);
  });

  it('ends a term early, and says what cannot be told', () => {
    const held = after(known, planned(tableOf(HOLDERS, '1;M1;;2025-01-01;', '2;M3;;2025-01-01;2025-12-31'), known));
    const plan = planned(tableOf(HOLDERS, '1;M1;;2025-01-01;2026-05-31', '2;M3;;2025-02-01;2026-02-28'), held);
    expect(conflictsOf(plan)).toEqual(['2 to*', '3 from', '3 to']);
    const updating = planned(tableOf(HOLDERS, '1;M1;;2025-01-01;2026-05-31'), held, { otherwise: 'update' });
    expect(factsOf(updating)).toEqual([{ type: 'SeatVacated', data: { seatId: seat('1'), on: '2026-06-01' } }]);
  });
});
