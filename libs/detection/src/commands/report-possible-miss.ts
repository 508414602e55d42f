import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { decidingBodies, FreeText, Id, One, OneOf, SourceOfFact, UncertainDay } from '@rettidig/vocabulary';
import type { PossibleMissCommand } from '../possible-miss.checks.js';
import { knownPlace, knownUnit, onPossibleMiss } from '../possible-miss.checks.js';

/** Somebody asks whether something should have been with MED. A title is enough; a question claims nothing. */
export class ReportPossibleMiss {
  @FreeText({
    description: 'What it is about, best as a question; never a name of a person.',
    example: 'Skulle flytningen af vejledningen have været drøftet i MED?',
    max: 200,
  })
  title!: string;

  @FreeText({
    description: 'What is known of it.',
    example: 'Blev nævnt på et personalemøde. Ingen har set en sag.',
    max: 5000,
    multiline: true,
    optional: true,
  })
  whatIsKnown?: string;

  @Id({ description: 'The unit that it hits, where it is known.', optional: true })
  unitId?: string;

  @OneOf(decidingBodies, { description: 'Who decided or decides, where it is known.', optional: true })
  decider?: DecidingBody;

  @UncertainDay({ description: 'When it was or will be decided, as well as it is known.', optional: true })
  when?: FuzzyDate;

  @Id({ description: 'The meeting of a committee at which it was told.', optional: true })
  meetingId?: string;

  @Id({ description: 'The item of that meeting.', optional: true })
  itemId?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const reportPossibleMiss: PossibleMissCommand<ReportPossibleMiss> = {
  ...onPossibleMiss,
  name: 'ReportPossibleMiss',
  message: ReportPossibleMiss,
  kind: 'fact',
  target: 'new',
  path: '/possible-misses',
  summary: {
    da: 'Indberet noget, der måske skulle have været i MED',
    en: 'Report something that perhaps should have been with MED',
  },
  refusals: ['possibleMiss.unit-unknown', 'possibleMiss.meeting-unknown', 'possibleMiss.item-unknown'],
  decide: (_none, message, context) => {
    knownUnit(message.unitId, context);
    knownPlace(message, context);
    return [{ type: 'PossibleMissReported', data: { ...message } }];
  },
};
