import type { FieldMap } from '../field-map.js';

/**
 * SBSYS, one file an agenda. Verified against a public importer: the root with `Åben` and `Dagsordentype`, all of `Møde`,
 * `Dagsordenpunkt` with `DagsordenpunktID`, `Åbent`, `Overskrift` and `Indhold`, dates as `27. august 2018`. Assumed:
 * `MaaPubliceres` on an item (verified on its annexes), its printed number, and its case number.
 */
export const sbsys: FieldMap = {
  source: 'sbsys',
  root: 'Dagsorden',
  holds: 'Møde',
  body: ['Møde/@Udvalg'],
  day: ['Møde/@Mødedato'],
  kind: ['@Dagsordentype'],
  part: '',
  partAccess: '@Åben',
  items: 'Dagsordenpunkter/Dagsordenpunkt',
  item: {
    key: ['@DagsordenpunktID'],
    number: ['@Punktnummer', '@Nummer', 'Punktnummer'],
    title: ['Overskrift'],
    text: ['Indhold'],
    access: ['@MaaPubliceres', 'MaaPubliceres', '@Åbent'],
    numbers: [
      { path: '@Sagsnummer', system: 'SBSYS' },
      { path: 'Sagsnummer', system: 'SBSYS' },
    ],
  },
};
