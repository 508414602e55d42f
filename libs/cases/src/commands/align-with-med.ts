import { impossible } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { Day, FreeText, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { knownCommittee, knownMeeting, notInTheFuture, registered } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** Expectations were aligned with MED before anything was drafted (A18). It is shown, and is never a review. */
export class AlignWithMed {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Id({ description: 'The meeting of the committee in which it was, when it was in one.', optional: true })
  meetingId?: string;

  @Day({ description: 'The day.', example: '2026-01-20' })
  on!: LocalDate;

  @FreeText({
    description: 'What was agreed, and what MED asked to be looked at.',
    example: 'MED vil gerne se, hvad forslaget betyder for vagtplanen.',
    max: 2000,
    multiline: true,
  })
  note!: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const alignWithMed: CaseCommand<AlignWithMed> = {
  ...onCase,
  name: 'AlignWithMed',
  message: AlignWithMed,
  kind: 'fact',
  path: '/changes/{id}/alignments',
  summary: {
    da: 'Registrér en forventningsafstemning med MED (ikke en MED-behandling)',
    en: 'Record that expectations were aligned with MED (no review)',
  },
  refusals: [
    'change.unknown',
    'change.in-the-future',
    'change.committee-unknown',
    'change.meeting-unknown',
    'change.meeting-of-another-committee',
  ],
  decide: (state, { committeeId, meetingId, on, note, source }, context) => {
    registered(state);
    notInTheFuture(on, context);
    knownCommittee(committeeId, context);
    if (meetingId && knownMeeting(meetingId, context).committeeId !== committeeId) {
      throw impossible('change.meeting-of-another-committee', { meetingId });
    }
    const alignmentId = context.newId('alignment');
    return [{ type: 'AlignedWithMed', data: { alignmentId, committeeId, on, note, ...given({ meetingId, source }) } }];
  },
};
