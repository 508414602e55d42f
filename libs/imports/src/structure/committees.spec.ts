import { idOf } from '@rettidig/event-sourcing';
import type { OrganisationEvent } from '@rettidig/organisation';
import { after, badOf, conflictsOf, factsOf, organisationOf, planned, tableOf } from '../testing/structure-files.js';

const HEAD =
  'udvalgsnummer;navn;niveau;art;dækker enheder (numre, komma);overudvalg;gyldig fra;gyldig til og med;forgængere';
const unit = (number: string, name: string): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId: idOf('unit', number), name, parentId: null, validFrom: '2025-01-01' },
});
const units = organisationOf([unit('1', 'Forvaltning'), unit('2', 'Nord'), unit('3', 'Syd')]);
const MAIN = 'H;HovedMED;hoved;HovedMED;1;;2025-01-01;;';

describe('a table of committees', () => {
  const table = tableOf(
    HEAD,
    'L;LokalMED;lokal;LokalMED;2, Syd;H;2025-01-01;2026-12-31;',
    MAIN,
    'N;Ny;lokal;TRIO;2;H;2027-01-01;;L',
  );

  it('establishes each after those it names', () => {
    const plan = planned(table, units);
    expect(badOf(plan)).toEqual([]);
    expect(factsOf(plan)).toMatchObject([
      { data: { committeeId: idOf('committee', 'H'), level: 'main', covers: [idOf('unit', '1')], parentId: null } },
      {
        data: {
          covers: [idOf('unit', '2'), idOf('unit', '3')],
          parentId: idOf('committee', 'H'),
          validTo: '2027-01-01',
        },
      },
      { data: { kind: 'trio', predecessors: [idOf('committee', 'L')] } },
    ]);
    expect(plan.preview.changes.map(({ sentence }) => sentence).slice(0, 2)).toEqual([
      'MED-udvalget H HovedMED (niveau: hoved; art: HovedMED) oprettes uden et udvalg over sig fra 01.01.2025; det dækker Forvaltning.',
      'MED-udvalget L LokalMED (niveau: lokal; art: LokalMED) oprettes under H HovedMED fra 01.01.2025 til og med 31.12.2026; det dækker Nord, Syd.',
    ]);
    expect(planned(table, after(units, plan)).steps).toEqual([]);
  });

  it('says of each bad row what is wrong', () => {
    const bad = tableOf(
      HEAD,
      MAIN,
      'A;En til;hoved;HovedMED;1;;2026-01-01;;',
      'B;B;mellemste;LokalMED;2;H;2025-01-01;;',
      'C;C;lokal;udvalg;2;H;2025-01-01;;',
      'D;D;lokal;OmrådeMED;2;H;2025-01-01;;',
      'E;E;lokal;LokalMED;;H;2025-01-01;;',
      'F;F;lokal;LokalMED;9;H;2025-01-01;;',
      'G;G;lokal;LokalMED;2;Z;2025-01-01;;',
      'I;I;lokal;LokalMED;2;J;2025-01-01;;',
      'J;J;lokal;LokalMED;2;I;2025-01-01;;',
      'K;K;lokal;LokalMED;2;H;2024-01-01;;',
      'L;L;lokal;LokalMED;2;B;2025-01-01;;',
    );
    const plan = planned(bad, units);
    expect(badOf(plan)).toEqual([
      '3 organisation.main-committee-exists',
      '4 row.unknown-word',
      '5 row.unknown-word',
      '6 organisation.kind-not-at-level',
      '7 row.value-missing',
      '8 row.not-found',
      '9 row.not-found',
      '10 row.ring',
      '11 row.ring',
      '12 organisation.unit-not-there',
      '13 row.builds-on-bad-row',
    ]);
    expect(plan.preview.badRows[1]?.sentence).toBe(
      '“mellemste” kendes ikke. Skriv et af ordene: hoved, område, lokal.',
    );
    expect(plan.preview.badRows.at(-2)?.sentence).toContain('Nord findes ikke');
  });

  it('updates what a committee covers and when it ends; its name, level and place are fixed', () => {
    const known = after(units, planned(table, units));
    const changed = tableOf(
      HEAD,
      'L;LokalMED Nord;lokal;TRIO;2;;2026-01-01;2026-08-31;',
      'H;HovedMED;hoved;HovedMED;1;;2025-01-01;2027-12-31;',
      'N;Ny;lokal;TRIO;2;H;2026-06-01;;L',
    );
    const plan = planned(changed, known, {
      conflicts: [
        { row: 2, field: 'covers', choice: 'update' },
        { row: 2, field: 'to', choice: 'update' },
        { row: 3, choice: 'update' },
      ],
      otherwise: 'skip',
    });
    expect(conflictsOf(plan)).toEqual(['2 name', '2 kind', '2 parent', '2 covers*', '2 to*', '3 to*', '4 from']);
    expect(plan.obstacle).toBeUndefined();
    expect(factsOf(plan)).toEqual([
      {
        type: 'CommitteeCoverageChanged',
        data: { committeeId: idOf('committee', 'L'), covers: [idOf('unit', '2')], from: '2026-01-01' },
      },
      { type: 'CommitteeDissolved', data: { committeeId: idOf('committee', 'H'), on: '2028-01-01' } },
      { type: 'CommitteeDissolved', data: { committeeId: idOf('committee', 'L'), on: '2026-09-01' } },
    ]);
    const later = tableOf(HEAD, 'L;LokalMED;lokal;LokalMED;2,3;H;2025-01-01;2028-12-31;');
    expect(conflictsOf(planned(later, known))).toEqual(['2 to']);
  });

  it('recognises a committee made by hand by its name', () => {
    const hand: OrganisationEvent = {
      type: 'CommitteeEstablished',
      data: {
        ...{ committeeId: idOf('by hand'), name: 'HovedMED', level: 'main', kind: 'main', parentId: null },
        ...{ covers: [idOf('unit', '1')], validFrom: '2025-01-01', predecessors: [] },
      },
    };
    const plan = planned(table, organisationOf([unit('1', 'Forvaltning'), unit('2', 'Nord'), unit('3', 'Syd'), hand]));
    expect(plan.preview.matchedByName).toEqual([{ row: 3, name: 'HovedMED', id: idOf('by hand') }]);
    expect(factsOf(plan)[0]).toMatchObject({ data: { parentId: idOf('by hand') } });
  });
});
