import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** Why a row of any table is not read, and what to do about it, by code. */
export const rowTexts: Readonly<Record<string, Text>> = {
  'row.formula': text(
    'Cellen er en formel, så ingen ved, hvad den siger næste gang. Indsæt værdien i stedet.',
    'The cell is a formula: nobody knows what it will say next time. Paste the value instead.',
  ),
  'row.too-many-cells': text(
    'Rækken har {cells} celler, men tabellen har {columns} kolonner. Står et skilletegn inde i en celle? Sæt cellen i anførselstegn.',
    'The row has {cells} cells, but the table has {columns} columns. Is there a delimiter inside a cell? Put the cell in quotes.',
  ),
  'row.too-few-cells': text(
    'Rækken har kun én celle. Den er delt med et andet tegn end tabellens øvrige rækker; ret skilletegnet.',
    'The row has one cell only. It is divided by another sign than the other rows; mend the delimiter.',
  ),
  'row.value-missing': text('Cellen er tom. Skriv en værdi.', 'The cell is empty. Write a value.'),
  'row.word-missing': text(
    'Cellen er tom. Skriv et af ordene: {allowed}.',
    'The cell is empty. Write one of: {allowed}.',
  ),
  'row.unknown-date': text(
    '{value} er ikke en dato. Skriv for eksempel 2026-01-31, 31-01-2026 eller 31.1.2026; årstallet skal have fire cifre.',
    '{value} is no day. Write for instance 2026-01-31, 31-01-2026 or 31.1.2026; the year needs four digits.',
  ),
  'row.unknown-word': text(
    '{value} kendes ikke. Skriv et af ordene: {allowed}.',
    '{value} is not known. Write one of: {allowed}.',
  ),
  'row.text-not-usable': text(
    'Teksten er længere end {most} tegn eller går over flere linjer. Forkort den.',
    'The text is longer than {most} characters or goes over several lines. Shorten it.',
  ),
  'row.ends-before-it-starts': text(
    'Slutdatoen {to} ligger før startdatoen {from}. Slutdatoen er den sidste dag, hvor det gælder.',
    'The end {to} lies before the start {from}. The end is the last day on which it holds.',
  ),
  'row.end-too-late': text(
    'Slutdatoen {to} ligger længere fremme, end registeret rækker. Lad cellen være tom, når det gælder fortsat.',
    'The end {to} lies further ahead than the register reaches. Leave the cell empty while it holds.',
  ),
  'row.twice': text(
    'Rækken handler om det samme som række {first}. Behold den ene.',
    'The row is about the same as row {first}. Keep one of them.',
  ),
};
