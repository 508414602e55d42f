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
    '{count} rækker kan ikke indlæses. Ret dem, eller vælg at indlæse resten uden dem.',
    '{count} rows cannot be read. Mend them, or choose to import the rest without them.',
  ),
  'import.conflicts': text(
    'Registeret siger noget andet {count} steder. Vælg for hvert, om registeret skal beholdes eller rettes.',
    'The register says something else in {count} places. Choose for each whether to keep or to update the register.',
  ),
  'import.cannot-update': text(
    '{count} af de valgte rettelser kan ikke udtrykkes som en ændring fra en dato. Behold registeret der: række {rows}.',
    '{count} of the chosen updates cannot be told as a change from a day. Keep the register there: rows {rows}.',
  ),
} satisfies Readonly<Record<string, Text>>;
