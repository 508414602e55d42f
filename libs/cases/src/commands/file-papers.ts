import { Refused } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { Day, FreeText, One, SourceOfFact } from '@rettidig/vocabulary';
import { notInTheFuture, registered } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given, PaperVersion } from './parts.js';

/** A version of the papers is there. What was discussed, and what went out late, is said of a version (G4, G6). */
export class FilePapers {
  @PaperVersion({ description: 'Its number, unique for the case: `2`, or `2.1` for an amended one.', example: '2' })
  version!: string;

  @Day({ description: 'The day it was filed.' })
  on!: LocalDate;

  @FreeText({
    description: 'What it is, and what is new in it.',
    example: 'Andet udkast, med bemærkningerne fra kontaktudvalget',
    max: 500,
    optional: true,
  })
  note?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const filePapers: CaseCommand<FilePapers> = {
  ...onCase,
  name: 'FilePapers',
  message: FilePapers,
  kind: 'fact',
  path: '/changes/{id}/papers',
  summary: { da: 'Registrér en version af materialet', en: 'File a version of the papers' },
  refusals: ['change.unknown', 'change.in-the-future', 'change.version-already-filed'],
  decide: (state, { version, on, note, source }, context) => {
    notInTheFuture(on, context);
    if (registered(state).versions.includes(version)) throw new Refused('change.version-already-filed', { version });
    return [{ type: 'PapersFiled', data: { version, on, ...given({ note, source }) } }];
  },
};
