import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { decidingBodies, FreeText, Id, One, OneOf, Pattern, SourceOfFact, UncertainDay } from '@rettidig/vocabulary';
import type { DecisionPointKind, DecisionScope, FoundBy, ScopeCover } from '../change.events.js';
import type { Outcome } from '../words.js';
import { decisionPointKinds, finders, outcomes, scopeCovers } from '../words.js';

/** Who decides on a change. */
export class WhoDecides {
  @OneOf(decidingBodies, { description: 'Who takes the decision.', example: 'socialCommittee' })
  body!: DecidingBody;

  @Id({
    description:
      'The unit of the manager who decides, or who recommends to the political body: it fixes the MED level. Null: not stated.',
    nullable: true,
    optional: true,
  })
  managerUnitId?: string | null;
}

/** A number of the case in another system (G10). */
export class NumberElsewhere {
  @FreeText({ description: 'The system.', example: 'F2', max: 40 })
  system!: string;

  @FreeText({ description: 'The number there.', example: '2026-1234', max: 80 })
  value!: string;
}

/** What the coming decision is to cover (A11). */
export class ScopeOfDecision implements DecisionScope {
  @OneOf(scopeCovers, { description: 'What of the case it covers.', example: 'temporary' })
  covers!: ScopeCover;

  @FreeText({
    description: 'The same in words: what those who decide are to take a position on.',
    example: 'Udvalget skal alene tage stilling til det midlertidige tilbud.',
    max: 1000,
    multiline: true,
    optional: true,
  })
  text?: string;
}

/** A date before which something must have happened (A12, A20). */
export class PlannedPoint {
  @OneOf(decisionPointKinds, { description: 'What is planned.', example: 'decision' })
  kind!: DecisionPointKind;

  @OneOf(decidingBodies, { description: 'By whom.', example: 'socialCommittee' })
  body!: DecidingBody;

  @UncertainDay({ description: 'When, as well as it is known.', example: { on: '2026-06-03' } })
  when!: FuzzyDate;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

/** The number of a version of the papers: a number and never a name, so that it need not be sealed. */
export const PaperVersion = (options: Parameters<typeof Id>[0]): PropertyDecorator =>
  Pattern(/^\d{1,3}(\.\d{1,2})?$/, options);

/** What a case grew out of. */
export class Origin {
  @Id({ description: 'The possible miss that becomes this case.' })
  possibleMissId!: string;
}

/** How it came to light that something had happened without MED (A2). */
export class Discovered {
  @UncertainDay({ description: 'When it was found.' })
  on!: FuzzyDate;

  @OneOf(finders, { description: 'Who found it.', example: 'employeeSide' })
  by!: FoundBy;
}

/** A decision that was taken before the change was registered. */
export class EarlierDecision {
  @OneOf(decidingBodies, { description: 'Who decided; `notStated` when it is not known.', example: 'notStated' })
  body!: DecidingBody;

  @UncertainDay({ description: 'When it was decided, as well as it is known.' })
  when!: FuzzyDate;

  @OneOf(outcomes, { description: 'What it came to. A postponed change was not decided.', example: 'approved' })
  outcome!: Outcome;
}

/** Leaves out what was not said, so that an event holds only what was. */
export const given = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
