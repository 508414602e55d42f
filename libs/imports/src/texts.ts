import { documentRefusals } from '@rettidig/documents';
import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals of the mechanism itself. Those of a kind stand beside it and are added in the feature. */
export const mechanismRefusals = {
  'import.unknown': text('Importen findes ikke.', 'There is no such import.'),
  'import.document-erased': text(
    'Dokumentet er slettet. Indlæs filen igen.',
    'The document has been erased. Upload the file again.',
  ),
  'import.set-aside': text(
    'Importen er lagt til side. Indlæs filen igen for at tage den op.',
    'The import was set aside. Upload the file again to take it up.',
  ),
  'import.already-committed': text(
    'Importen er gennemført ({facts} registreringer) og kan ikke lægges til side.',
    'The import was committed ({facts} facts) and cannot be set aside.',
  ),
  'import.format-not-accepted': text(
    'Filen er {format}. Her kan indlæses {accepted}.',
    'The file is {format}. Accepted here: {accepted}.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** Refusals that reading any document can give. */
export const refusalsOfReading: readonly string[] = Object.keys(documentRefusals);
