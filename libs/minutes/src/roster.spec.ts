import { readMinutes } from './read-minutes.js';

const head = ['Referat af møde i LokalMED Åbrinken', 'Dato: mandag den 12. oktober 2026', 'Referent: Eva Krogh', ''];
const codesOf = (...table: readonly string[]) => {
  const { roster, warnings } = readMinutes([...head, ...table, '', 'Referat', 'Punkt 1: Løn', 'Intet.']);
  const codes = warnings
    .filter(({ code }) => /roster|presence|office/.test(code))
    .map(({ code, line }) => [code, line]);
  return { codes, present: roster.map(({ name, presence }) => [name, presence]) };
};
const both = [
  ['Bo Lund', 'present'],
  ['Eva Krogh', 'present'],
  ['Lis Hald', 'excused'],
];

describe('a list of participants that marks who was there', () => {
  it.each([
    ['bars', ['Navn | Rolle | Repræsenterer | Til stede', 'Bo Lund | Leder | Ledelsen | X'], ' | '],
    [
      'outer bars',
      ['| Navn | Rolle | Repræsenterer | Til stede |', '|---|---|---|---|', '| Bo Lund | Leder | Ledelsen | X |'],
      ' | ',
    ],
    ['tabs', ['Navn\tRolle\tRepræsenterer\tTil stede', 'Bo Lund\tLeder\tLedelsen\tX'], '\t'],
  ])('gives no warning: %s', (_name, start, between) => {
    const rows = [
      ['Eva Krogh', 'TR', 'Pædagogerne', 'x'],
      ['Lis Hald', 'Medarbejder', 'Nattevagten', 'Afbud'],
    ].map((row) => row.join(between));
    expect(codesOf(...start, ...rows)).toEqual({ codes: [], present: both });
  });

  it('reads a column for each of present and excused', () => {
    const table = ['Navn\tTil stede\tAfbud', 'Bo Lund\tX\t', 'Eva Krogh\tX\t', 'Lis Hald\t\tX'];
    expect(codesOf(...table)).toEqual({ codes: [], present: both });
  });

  it('reads a row alone below a heading as one of the table above', () => {
    const table = ['Til stede:', 'Navn|Rolle|Valggruppe', 'Bo Lund|Leder|Ledelsen', 'Eva Krogh|TR|FOA'];
    expect(codesOf(...table, 'Afbud:', 'Lis Hald|AMR|Driften')).toEqual({ codes: [], present: both });
  });

  it('warns of a row without a mark, and of somebody with an office who is not on the list', () => {
    const table = ['Navn\tRolle\tTil stede', 'Bo Lund\tLeder\tX', 'Lis Hald\tAMR\t'];
    expect(codesOf(...table).codes).toEqual([
      ['minutes.presence-unmarked', 7],
      ['minutes.office-not-on-roster', 3],
    ]);
  });
});

it('takes a bar alone in a title for no table', () => {
  expect(readMinutes(['LokalMED Åbrinken | 12. oktober 2026', '', 'Punkt 1: Løn', 'Intet.']).committee?.value).toBe(
    'LokalMED Åbrinken',
  );
});
