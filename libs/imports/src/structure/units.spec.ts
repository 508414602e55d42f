import { idOf } from '@rettidig/event-sourcing';
import type { ImportedFact, OrganisationEvent } from '@rettidig/organisation';
import { historyOf, structureOn } from '@rettidig/organisation';
import { after, badOf, conflictsOf, factsOf, organisationOf, planned, tableOf } from '../testing/structure-files.js';

const HEAD = 'enhedsnummer;navn;overenhed;gyldig fra;gyldig til og med;efterfølgere';
const nothing = organisationOf([]);
const unit = (number: string): string => idOf('unit', number);
const established = (number: string, name: string, parent: string | null, validFrom = '2025-01-01'): ImportedFact => ({
  type: 'UnitEstablished',
  data: { unitId: unit(number), name, parentId: parent === null ? null : unit(parent), validFrom },
});

describe('a table of units', () => {
  const table = tableOf(HEAD, '3;Hjem;2;2025-01-01;;', '2;Nord;1;01-01-2025;;', '1;Forvaltning;;1.1.2025;;');

  it('establishes those above before those below, whatever their order in the file', () => {
    const plan = planned(table, nothing);
    expect(plan.obstacle).toBeUndefined();
    expect(factsOf(plan)).toEqual([
      established('1', 'Forvaltning', null),
      established('2', 'Nord', '1'),
      established('3', 'Hjem', '2'),
    ]);
    expect(plan.preview).toMatchObject({
      table: 'units',
      rows: 3,
      changeCount: 3,
      changesByKind: { UnitEstablished: 3 },
      changes: [
        { row: 4, sentence: 'Enheden 1 Forvaltning oprettes som øverste enhed fra 01.01.2025.' },
        { row: 3, sentence: 'Enheden 2 Nord oprettes under 1 Forvaltning fra 01.01.2025.' },
        { row: 2 },
      ],
    });
  });

  it('tells them in chunks and one closing, whose run follows from what it says and what was known', () => {
    const rows = Array.from({ length: 1001 }, (_, at) => `${at + 10};Enhed ${at};1;2025-01-01;;`);
    const { steps } = planned(tableOf(HEAD, '1;Forvaltning;;2025-01-01;;', ...rows), nothing);
    expect(steps.map((step) => 'command' in step && step.command)).toEqual([
      ...['ImportStructureChunk', 'ImportStructureChunk', 'ImportStructureChunk'],
      'CloseStructureImport',
    ]);
    const runs = (plan: typeof steps) =>
      new Set(plan.map((step) => 'message' in step && 'importId' in step.message && step.message.importId));
    expect(runs(steps).size).toBe(1);
    const [first] = runs(planned(table, nothing).steps);
    expect(runs(planned(table, nothing).steps)).toEqual(new Set([first]));
    const known = organisationOf([
      { type: 'UnitEstablished', data: { unitId: unit('9'), name: 'Ny', parentId: null, validFrom: '2025-01-01' } },
    ]);
    expect(runs(planned(table, known).steps)).not.toEqual(new Set([first]));
  });

  it('changes nothing the second time', () => {
    const again = planned(table, after(nothing, planned(table, nothing)));
    expect(again.steps).toEqual([]);
    expect(again.obstacle).toBeUndefined();
    expect(again.preview).toMatchObject({ unchangedRows: 3, changeCount: 0 });
  });

  it('closes units from below, naming who takes over', () => {
    const closing = tableOf(
      HEAD,
      '1;Forvaltning;;2025-01-01;;',
      '2;Nord;1;2025-01-01;2026-05-31;4',
      '3;Hjem;2;2025-01-01;31-05-2026;',
      '4;Syd;1;2025-01-01;;',
    );
    const plan = planned(closing, nothing);
    expect(factsOf(plan).slice(4)).toEqual([
      { type: 'UnitClosed', data: { unitId: unit('3'), on: '2026-06-01', successors: [] } },
      { type: 'UnitClosed', data: { unitId: unit('2'), on: '2026-06-01', successors: [unit('4')] } },
    ]);
    expect(plan.preview.changes.at(-1)!.sentence).toBe(
      'Enheden 2 Nord findes til og med 31.05.2026; 4 Syd tager over.',
    );
    expect(plan.preview.counts).toEqual(['4 enheder oprettes', '2 enheder nedlægges']);
    expect(planned(closing, after(nothing, plan)).steps).toEqual([]);
  });

  it.each(['gyldig til og med', 'gyldig til', 'valid to', 'valid through', 'Valid to (and including)'])(
    'has the last day in the column “%s”, which may be the first day too',
    (heading) => {
      const head = `enhedsnummer;navn;overenhed;gyldig fra;${heading}`;
      const plan = planned(
        tableOf(head, '1;Forvaltning;;2025-01-01;31-12-2026', '2;Dag;;2025-01-01;2025-01-01'),
        nothing,
      );
      expect(factsOf(plan).slice(2)).toMatchObject([
        { type: 'UnitClosed', data: { unitId: unit('2'), on: '2025-01-02' } },
        { type: 'UnitClosed', data: { unitId: unit('1'), on: '2027-01-01' } },
      ]);
      const known = after(nothing, plan);
      const shorter = planned(tableOf(head, '1;Forvaltning;;2025-01-01;30-12-2026'), known);
      expect(shorter.preview.conflicts).toMatchObject([
        { field: 'to', inRegister: '31.12.2026', inFile: '30.12.2026' },
      ]);
    },
  );

  it('counts one thing as one', () => {
    expect(planned(tableOf(HEAD, '1;Forvaltning;;2025-01-01;;'), nothing).preview.counts).toEqual(['1 enhed oprettes']);
  });

  it('says of each bad row what is wrong, in which column, and what to do', () => {
    const bad = {
      ...tableOf(
        HEAD,
        '1;Forvaltning;;2025-01-01;;',
        '2;Nord;1;1. januar 2025;;',
        '3;Syd;77;2025-01-01;;',
        '4;Øst;1;2025-01-01;2024-12-31;',
        '1;Dobbelt;;2025-01-01;;',
        '5;A;6;2025-01-01;;',
        '6;B;5;2025-01-01;;',
        '7;Under Nord;2;2025-01-01;;',
        '8;Tidlig;1;2024-01-01;;',
        '9;;1;2025-01-01;;',
        '10;For mange;1;2025-01-01;;;x;y',
        '11,Et andet skilletegn,1,2025-01-01',
        '12;Umulig;1;2025-02-30;;',
        `13;${'n'.repeat(201)};1;2025-01-01;;`,
        '14;Under A;5;2025-01-01;;',
        '15;Lukket;1;2025-01-01;2025-12-31;',
        '16;Under den lukkede;15;2025-01-01;;',
        '17;Overtagen;1;2025-01-01;2025-12-31;7',
        '18;Uden ende;1;2025-01-01;2100-12-31;',
      ),
    };
    const rows = bad.rows.map((row) => (row.row === 3 ? { ...row, formulas: [1] } : row));
    const plan = planned({ ...bad, rows }, nothing);
    expect(badOf(plan)).toEqual([
      '3 row.formula',
      '4 row.not-found',
      '5 row.ends-before-it-starts',
      '6 row.twice',
      '7 row.ring',
      '8 row.ring',
      '9 row.builds-on-bad-row',
      '10 organisation.unit-not-there',
      '11 row.value-missing',
      '12 row.too-many-cells',
      '13 row.too-few-cells',
      '14 row.unknown-date',
      '15 row.text-not-usable',
      '16 row.builds-on-bad-row',
      '17 organisation.unit-has-units',
      '18 row.builds-on-bad-row',
      '19 row.builds-on-bad-row',
      '20 row.end-too-late',
    ]);
    expect(plan.obstacle).toMatchObject({ code: 'import.bad-rows', details: { count: 18 } });
    expect(plan.preview.badRows.find(({ row }) => row === 14)).toMatchObject({
      column: 'gyldig fra',
      sentence:
        '“2025-02-30” er ikke en dato. Skriv for eksempel 2026-01-31, 31-01-2026 eller 31.1.2026; årstallet skal have fire cifre.',
    });
    expect(plan.preview.badRows.find(({ row }) => row === 17)?.sentence).toContain('16 Under den lukkede');
    const skipping = planned({ ...bad, rows }, nothing, { badRows: 'skip' });
    expect(skipping.obstacle).toBeUndefined();
    expect(factsOf(skipping)).toEqual([established('1', 'Forvaltning', null)]);
  });
});

describe('units that the register knows', () => {
  const byHand = (name: string): string => idOf('by hand', name);
  const hand = (name: string, parent: string | null): OrganisationEvent => ({
    type: 'UnitEstablished',
    data: { unitId: byHand(name), name, parentId: parent === null ? null : byHand(parent), validFrom: '2025-01-01' },
  });
  const register = organisationOf([hand('Forvaltning', null), hand('Nord', 'Forvaltning'), hand('Syd', 'Forvaltning')]);

  it('are found by a name that is unique on the day, and the preview says which', () => {
    const table = tableOf(HEAD, '1;forvaltning;;2025-01-01;;', '2;Nord;1;2025-01-01;;', '3;Hjem;2;2025-01-01;;');
    const plan = planned(table, register);
    expect(plan.preview.matchedByName).toEqual([
      { row: 2, name: 'forvaltning', id: byHand('Forvaltning') },
      { row: 3, name: 'Nord', id: byHand('Nord') },
    ]);
    expect(conflictsOf(plan)).toEqual(['2 name*']);
    expect(factsOf(plan)).toEqual([
      {
        type: 'UnitEstablished',
        data: { unitId: unit('3'), name: 'Hjem', parentId: byHand('Nord'), validFrom: '2025-01-01' },
      },
    ]);
  });

  it('are not guessed where two could be meant', () => {
    const two = tableOf(HEAD, '2;Nord;;2025-01-01;;', '3;Nord;;2025-01-01;;');
    expect(badOf(planned(two, register))).toEqual(['2 row.name-ambiguous', '3 row.name-ambiguous']);
    const twin: OrganisationEvent = {
      type: 'UnitEstablished',
      data: { unitId: idOf('twin'), name: 'Nord', parentId: null, validFrom: '2025-01-01' },
    };
    const twins = after(register, {
      ...planned(two, register),
      steps: [{ key: '', command: '', message: { facts: [twin] } }],
    });
    expect(badOf(planned(tableOf(HEAD, '2;Nord;;2025-01-01;;'), twins))).toEqual(['2 row.name-ambiguous']);
    expect(badOf(planned(tableOf(HEAD, `${idOf('twin')};Nord;;2025-01-01;;`), twins))).toEqual([]);
  });

  const table = tableOf(
    HEAD,
    '1;Forvaltning;;2025-01-01;;',
    `${byHand('Nord')};Nordvest;${byHand('Syd')};2026-02-01;;`,
  );

  it('stop the commit where the file says otherwise, until somebody decides', () => {
    const plan = planned(table, register);
    expect(conflictsOf(plan)).toEqual(['3 name*', '3 parent*']);
    expect(plan.preview.conflicts[1]).toMatchObject({
      column: 'overenhed',
      inRegister: '1 Forvaltning',
      inFile: 'Syd',
      choice: 'stop',
    });
    expect(plan.obstacle).toMatchObject({ code: 'import.conflicts', details: { count: 2 } });
    expect(factsOf(plan)).toEqual([]);
  });

  it('stay as they are when told to', () => {
    const plan = planned(table, register, { otherwise: 'skip' });
    expect(plan.obstacle).toBeUndefined();
    expect(plan.steps).toEqual([]);
  });

  it('are updated from the day of the row, or from another one, conflict by conflict', () => {
    const renamed = (from: string): ImportedFact => ({
      type: 'UnitRenamed',
      data: { unitId: byHand('Nord'), name: 'Nordvest', from },
    });
    const moved = (from: string): ImportedFact => ({
      type: 'UnitMoved',
      data: { unitId: byHand('Nord'), parentId: byHand('Syd'), from },
    });
    const all = planned(table, register, { otherwise: 'update' });
    expect(factsOf(all)).toEqual([renamed('2026-02-01'), moved('2026-02-01')]);
    expect(planned(table, after(register, all)).steps).toEqual([]);
    expect(planned(table, after(register, all)).obstacle).toBeUndefined();
    const later = planned(table, register, { otherwise: 'update', from: '2026-05-01' });
    expect(factsOf(later)).toEqual([renamed('2026-05-01'), moved('2026-05-01')]);
    const one = planned(table, register, {
      conflicts: [{ row: 3, field: 'name', choice: 'update' }],
      otherwise: 'skip',
    });
    expect(factsOf(one)).toEqual([renamed('2026-02-01')]);
    const row = planned(table, register, { conflicts: [{ row: 3, choice: 'update', from: '2026-03-01' }] });
    expect(factsOf(row)).toEqual([renamed('2026-03-01'), moved('2026-03-01')]);
  });

  it('can swap places, and are bad where that would make a ring', () => {
    const swap = tableOf(
      HEAD,
      `${byHand('Forvaltning')};Forvaltning;Nord;2026-01-01;;`,
      `${byHand('Nord')};Nord;;2026-01-01;;`,
    );
    const plan = planned(swap, register, { otherwise: 'update' });
    expect(badOf(plan)).toEqual([]);
    expect(structureOn(after(register, plan), '2026-01-01').units.get(byHand('Forvaltning'))?.parentId).toBe(
      byHand('Nord'),
    );
    const ring = tableOf(HEAD, `${byHand('Forvaltning')};Forvaltning;Nord;2026-01-01;;`);
    expect(badOf(planned(ring, register, { otherwise: 'update' }))).toEqual(['2 organisation.unit-below-itself']);
  });

  it('cannot begin on another day, or be opened again: the preview says that it is no update', () => {
    const closed = after(
      register,
      planned(tableOf(HEAD, `${byHand('Syd')};Syd;Forvaltning;2025-01-01;2025-12-31;`), register, {
        otherwise: 'update',
      }),
    );
    expect(historyOf(closed).units.get(byHand('Syd'))?.closedOn).toBe('2026-01-01');
    const table = tableOf(
      HEAD,
      `${byHand('Nord')};Nord;Forvaltning;2024-01-01;;`,
      `${byHand('Syd')};Syd;Forvaltning;2025-01-01;;`,
    );
    const plan = planned(table, closed, { otherwise: 'update' });
    expect(conflictsOf(plan)).toEqual(['2 from', '3 to']);
    expect(plan.obstacle).toMatchObject({ code: 'import.cannot-update', details: { count: 2, rows: [2, 3] } });
    expect(planned(table, closed, { otherwise: 'skip' }).obstacle).toBeUndefined();
  });
});

describe('headings', () => {
  it('are understood in both languages, in any order, below a title, beside columns of other systems', () => {
    const table = tableOf(
      'Udtræk fra organisationen',
      'Valid from;NAME;Unit number;Leder;Parent unit',
      '2025-01-01;Forvaltning;1;Kim;',
    );
    const plan = planned(table, nothing);
    expect(factsOf(plan)).toEqual([established('1', 'Forvaltning', null)]);
    expect(plan.preview.ignoredColumns).toEqual(['Leder']);
  });

  it('that fit nothing, or lack a column, or stand alone, are a clear answer', () => {
    const code = (...lines: readonly string[]) => planned(tableOf(...lines), nothing).obstacle;
    expect(code('a;b;c', '1;2;3')).toMatchObject({ code: 'import.table-unknown' });
    expect(code('enhedsnummer,navn,overenhed', '1,2,3')).toMatchObject({ code: 'import.table-unknown' });
    expect(code('enhedsnummer;navn', '1;x')).toMatchObject({
      code: 'import.column-missing',
      details: {
        table: 'enheder',
        columns: ['“overenhed” (Nummeret på enheden over; tom for den øverste)', '“gyldig fra” (Den første dag)'],
      },
    });
    expect(code(HEAD)).toMatchObject({ code: 'import.no-rows' });
  });
});
