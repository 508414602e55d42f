import { Refused } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { Codes, Day, FreeText, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { reviewedDuties } from '../alterations.js';
import { caseAnswer } from '../answer.js';
import type { AlteredThing } from '../change.events.js';
import { isDecided } from '../change.state.js';
import { notInTheFuture, registered } from '../checks.js';
import { alteredThings } from '../words.js';
import { CaseNow } from './answers.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/**
 * The proposal became materially another one after it was discussed (A11). A fact: nobody is asked whether it may be
 * recorded. The duty of a review is open again until there was one, or chair and deputy chair agree that none is needed.
 */
export class ReportAlteration {
  @Codes(alteredThings, { description: 'What became another.', example: ['scope', 'money'], min: 1, max: 4 })
  what!: AlteredThing[];

  @Day({ description: 'The day on which it did. Reviews held on that day or before were about another proposal.' })
  on!: LocalDate;

  @FreeText({
    description: 'What is another now.',
    example: 'Tilbuddet gøres permanent; drøftet blev det midlertidige.',
    max: 2000,
    multiline: true,
  })
  note!: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

/** The case, and the alteration that was recorded. */
export class RecordedAlteration extends CaseNow {
  @Id({ description: 'The alteration.' })
  alterationId!: string;
}

export const reportAlteration: CaseCommand<ReportAlteration, RecordedAlteration> = {
  ...onCase,
  name: 'ReportAlteration',
  message: ReportAlteration,
  kind: 'fact',
  path: '/changes/{id}/alterations',
  summary: { da: 'Registrér en væsentlig ændring efter drøftelsen', en: 'Record a material change after the review' },
  refusals: ['change.unknown', 'change.in-the-future', 'change.not-discussed-yet'],
  decide: (state, { what, on, note, source }, context) => {
    notInTheFuture(on, context);
    const wasDiscussed = Object.values(registered(state).reviews).some(({ form }) => form === 'discussion');
    if (!wasDiscussed) throw new Refused('change.not-discussed-yet');
    // After the decision nothing is open again: what was decided is what it is, and the change is noted.
    const requirementIds = isDecided(state) ? [] : reviewedDuties(state, on, context);
    const alterationId = context.newId('alteration');
    const data = { alterationId, what: [...new Set(what)], on, note, requirementIds, ...given({ source }) };
    return [{ type: 'ChangedAfterReview', data }];
  },
  answer: (state, message, context): RecordedAlteration => ({
    ...caseAnswer(state, message, context),
    alterationId: context.newId('alteration'),
  }),
  answerType: RecordedAlteration,
};
