import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** Why a file with rows cannot be committed as it is, whatever its rows are about. */
export const tableObstacles = {
  'import.column-missing': text(
    'Tabellen med {table} mangler kolonnen {columns}. Tilføj den.',
    'The table of {table} lacks the column {columns}. Add it.',
  ),
  'import.no-rows': text(
    'Tabellen har ingen rækker under overskrifterne.',
    'The table has no rows below its headings.',
  ),
  'import.bad-rows': text(
    'Antal rækker, der ikke kan indlæses: {count}. Ret filen, eller vælg at indlæse resten uden.',
    'Number of rows that cannot be read: {count}. Mend the file, or choose to import the rest without.',
  ),
  'import.conflicts': text(
    'Antal steder, hvor registeret siger noget andet: {count}. Vælg for hvert, om registeret skal beholdes eller rettes.',
    'Number of places where the register says something else: {count}. Choose for each whether to keep or to update the register.',
  ),
  'import.cannot-update': text(
    'Antal valgte rettelser, som registeret ikke kan tage imod: {count}. Behold registeret der: række {rows}.',
    'Number of chosen updates that the register cannot take: {count}. Keep the register there: row {rows}.',
  ),
} satisfies Readonly<Record<string, Text>>;
