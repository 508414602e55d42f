import { impossible } from '@rettidig/event-sourcing';
import type { CalendarExtract, DocumentWarning } from './extract.js';

export function readIcs(_text: string): { extract: CalendarExtract; warnings: DocumentWarning[] } {
  throw impossible('document.damaged');
}
