import type { ImportKind } from '../import-kind.js';
import { MinutesDecisions } from './decisions.js';
import { lookUp } from './look-up.js';
import { planMinutes } from './plan.js';
import { MinutesPreview } from './preview.js';
import { minutesImportRefusals } from './texts.js';

/** Minutes of a MED committee, as text, Word or PDF. */
export const minutesKind: ImportKind<MinutesDecisions, MinutesPreview> = {
  name: 'minutes',
  path: '/minutes-imports',
  noun: 'MinutesImport',
  text: { da: 'referat af et MED-møde', en: 'minutes of a MED meeting' },
  formats: ['text', 'docx', 'pdf'],
  decisions: MinutesDecisions,
  preview: MinutesPreview,
  refusals: [
    ...Object.keys(minutesImportRefusals),
    'meeting.cancelled',
    'meeting.seats-forgotten',
    'meeting.seat-has-no-holder',
    'meeting.deputy-unnamed',
    'meeting.deputy-beside-holder',
    'meeting.deputy-twice',
    'organisation.seat-taken',
    'organisation.chair-exists',
  ],
  texts: minutesImportRefusals,
  lookUp,
  plan: planMinutes,
};
