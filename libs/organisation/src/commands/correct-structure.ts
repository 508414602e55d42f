import type { LocalDate, Side } from '@rettidig/vocabulary';
import { Codes, Day, FreeText, Id, Ids, Name, One, OneOf, Patterns, SourceOfFact, sides } from '@rettidig/vocabulary';
import type { Correctable, Correction, CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import type { Office, RepresentativeKind } from '../organisation.events.js';
import { committeeLevels } from '../structure.js';
import { committeeKinds, correctables, offices, representativeKinds } from '../words.js';
import { MadeCorrection } from './answers.js';
import { KIND_OF_CHANGE } from './delegate-decision-power.js';
import { organisationCommand, told } from './organisation-command.js';

/** What is so. Only what is told is corrected; what can be told depends on what is corrected. */
class StructureIsNow {
  @Day({ description: 'First day: of a unit.', optional: true })
  validFrom?: LocalDate;

  @Name({ description: 'The name of a unit or committee.', example: 'LokalMED, Poplen', optional: true })
  name?: string;

  @Id({ description: 'The unit or committee above; null for none.', optional: true, nullable: true })
  parentId?: string | null;

  @Ids({ description: 'Units that took over from a closed one.', optional: true })
  successors?: string[];

  @OneOf(committeeLevels, { description: 'The level of a committee.', optional: true })
  level?: CommitteeLevel;

  @OneOf(committeeKinds, { description: 'The kind of a committee.', optional: true })
  kind?: CommitteeKind;

  @Ids({ description: 'Committees that a committee took the place of.', optional: true })
  predecessors?: string[];

  @Ids({ description: 'Units that a committee covers.', min: 1, max: 500, optional: true })
  covers?: string[];

  @Codes(committeeLevels, { description: 'Levels in force in a period.', min: 1, max: 3, optional: true })
  levelsInForce?: CommitteeLevel[];

  @OneOf(sides, { description: 'The side of a seat.', optional: true })
  side?: Side;

  @OneOf(offices, { description: 'The office of a seat; null for none.', optional: true, nullable: true })
  office?: Office | null;

  @OneOf(representativeKinds, { description: 'What the holder of a seat is.', optional: true })
  representativeKind?: RepresentativeKind;

  @Id({ description: 'The person in a seat.', optional: true })
  personId?: string;

  @Id({ description: 'The unit whose manager decides, of a delegation.', optional: true })
  unitId?: string;

  @FreeText({ description: 'What is delegated.', max: 300, optional: true })
  matter?: string;

  @Patterns(KIND_OF_CHANGE, { description: 'The kinds of change that are delegated.', max: 50, optional: true })
  kinds?: string[];

  @Day({ description: 'First day of what is corrected; of the closing of a unit its day.', optional: true })
  from?: LocalDate;

  @Day({ description: 'First day after it; null while its end is open.', optional: true, nullable: true })
  to?: LocalDate | null;
}

/** Something recorded of the structure was wrong, or its end became known. */
class CorrectStructure {
  @OneOf(correctables, {
    description:
      'What is corrected: the first day of a `unit`, its name or place from a day on, its closing; a `committee`, what it covers from a day on; a `period` of transition; a `seat`, a `term` in it; a `confirmation`, an `agreement`, a `delegation`.',
    example: 'committee',
  })
  what!: keyof Correctable;

  @Id({ description: 'The unit, committee, period, seat (also for a term), confirmation, agreement or delegation.' })
  id!: string;

  @Day({
    description:
      'First day of the wrong fact: which name, place, coverage or term is meant. Left out where there is only one.',
    optional: true,
  })
  from?: LocalDate;

  @One(() => StructureIsNow, {
    description: 'What is so instead. Left out: it never was so.',
    example: { name: 'LokalMED, Poplen' },
    optional: true,
  })
  isNow?: StructureIsNow;

  @FreeText({ description: 'Why, in plain words.', example: 'Tastefejl i oprettelsen', max: 1000, multiline: true })
  reason!: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const correctStructure = organisationCommand({
  name: 'CorrectStructure',
  message: CorrectStructure,
  path: '/structure-corrections',
  summary: { da: 'Ret noget i strukturen, der var forkert', en: 'Correct something that was wrong in the structure' },
  refusals: [
    'organisation.nothing-to-correct',
    'organisation.correction-misfit',
    'organisation.correction-changes-nothing',
    'organisation.first-day-missing',
    'organisation.ends-before-it-starts',
    'organisation.unit-unknown',
    'organisation.unit-not-there',
    'organisation.unit-above-not-there',
    'organisation.unit-below-itself',
    'organisation.unit-named-twice',
    'organisation.kind-not-at-level',
    'organisation.main-committee-exists',
    'organisation.main-level-always-in-force',
    'organisation.committee-unknown',
    'organisation.committee-not-there',
    'organisation.committee-left-without-units',
    'organisation.predecessor-not-earlier',
    'organisation.agreed-already',
    'organisation.period-overlaps',
    'organisation.confirmed-already',
    'organisation.office-of-other-side',
    'organisation.chair-exists',
    'organisation.seat-not-there',
    'organisation.seat-taken',
  ],
  decide: (organisation, { what, id, from = null, isNow = null, reason, source }, context) => {
    const correction = { what, id, from, isNow: isNow && { ...isNow } } as Correction;
    const correctionId = context.newId('correction');
    return told(organisation, {
      type: 'StructureCorrected',
      data: { correctionId, correction, reason, ...(source && { source }) },
    });
  },
  answer: (_organisation, _message, context): MadeCorrection => ({ correctionId: context.newId('correction') }),
  answerType: MadeCorrection,
});
