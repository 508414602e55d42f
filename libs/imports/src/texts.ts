import { documentRefusals } from '@rettidig/documents';
import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';

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

/** A text with its `{details}` filled in; days as the reader writes them. */
export const filledIn = (words: Text, details: RefusalDetails, language: Language): string =>
  words[language].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => shown(details[name], language));

function shown(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, language)).join(', ');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '…';
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day && language === 'da' ? `${day[3]}.${day[2]}.${day[1]}` : value;
}
