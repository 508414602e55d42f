import type { DocumentFormat } from '@rettidig/documents';
import type { Words } from '@rettidig/vocabulary';
import type { ImportKindName } from './import.events.js';

const text = (da: string, en: string) => ({ da, en });

/** What a document is imported as. */
export const importKindNames: Words<ImportKindName> = {
  minutes: text('referat', 'minutes'),
  structure: text('struktur', 'structure'),
  meetingPlan: text('mødeplan', 'meeting plan'),
  politicalAgenda: text('politisk dagsorden', 'political agenda'),
};

/** How far an import has come. */
export type ImportStatus = 'received' | 'committed' | 'setAside';

export const importStatuses: Words<ImportStatus> = {
  received: text('modtaget', 'received'),
  committed: text('gennemført', 'committed'),
  setAside: text('lagt til side', 'set aside'),
};

/** How files of a format are usually called. */
export const formatWords: Words<DocumentFormat> = {
  text: text('tekst (.txt)', 'text (.txt)'),
  docx: text('Word (.docx)', 'Word (.docx)'),
  pdf: text('PDF', 'PDF'),
  csv: text('CSV', 'CSV'),
  xlsx: text('Excel (.xlsx)', 'Excel (.xlsx)'),
  ics: text('kalender (.ics)', 'calendar (.ics)'),
  xml: text('XML', 'XML'),
};
