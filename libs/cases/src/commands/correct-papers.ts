import type { LocalDate } from '@rettidig/vocabulary';
import { Day, FreeText, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { knownMeeting, notInTheFuture, registered } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** An error in the papers was announced: what stood there and what is right, both kept (B3, G9). */
export class CorrectPapers {
  @FreeText({ description: 'What stood there.', example: 'OvergangsMED', max: 2000, multiline: true })
  was!: string;

  @FreeText({ description: 'What is right.', example: 'OvergangslokalMED', max: 2000, multiline: true })
  isNow!: string;

  @Day({ description: 'When it was announced.' })
  announcedOn!: LocalDate;

  @Id({ description: 'The meeting that it was announced in.', optional: true })
  meetingId?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const correctPapers: CaseCommand<CorrectPapers> = {
  ...onCase,
  name: 'CorrectPapers',
  message: CorrectPapers,
  kind: 'fact',
  path: '/changes/{id}/paper-corrections',
  summary: { da: 'Registrér en rettelse til materialet', en: 'Record a correction of the papers' },
  refusals: ['change.unknown', 'change.in-the-future', 'change.meeting-unknown'],
  decide: (state, { was, isNow, announcedOn, meetingId, source }, context) => {
    registered(state);
    notInTheFuture(announcedOn, context);
    if (meetingId) knownMeeting(meetingId, context);
    return [{ type: 'PapersCorrected', data: { was, isNow, announcedOn, ...given({ meetingId, source }) } }];
  },
};
