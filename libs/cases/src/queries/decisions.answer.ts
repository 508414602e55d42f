import { decidingBodies, Flag, FreeText, Id, Name, OneOf, UncertainDay } from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import type { DecisionPointKind, ScopeCover } from '../change.events.js';
import type { Outcome } from '../words.js';
import { decisionPointKinds, outcomes, scopeCovers } from '../words.js';

/** Who decides, and at which manager's level. */
export class DeciderShown {
  @OneOf(decidingBodies, { description: 'Who decides.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @Id({ description: 'The unit of the manager who decides or recommends; null when not stated.', nullable: true })
  managerUnitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  managerUnitName!: string;
}

/** What the coming decision is to cover (A11). */
export class DecisionScopeShown {
  @OneOf(scopeCovers, { description: 'What of the case.' })
  covers!: ScopeCover;

  @FreeText({ description: 'The same in words.', max: 100 })
  coversText!: string;

  @FreeText({
    description: 'What those who decide are to take a position on.',
    max: 1000,
    multiline: true,
    nullable: true,
  })
  text!: string | null;
}

/** One planned act, before which something must have happened. */
export class PointShown {
  @Id({ description: 'The planned act.' })
  pointId!: string;

  @OneOf(decisionPointKinds, { description: 'Its kind.' })
  kind!: DecisionPointKind;

  @FreeText({ description: 'The same in words.', max: 100 })
  kindText!: string;

  @OneOf(decidingBodies, { description: 'Where.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  whenText!: string;

  @FreeText({ description: 'Where the date is known from.', max: 400, nullable: true })
  sourceText!: string | null;

  @Flag({ description: 'Something was recorded about it: it has happened.' })
  recorded!: boolean;
}

/** One decision, as it is known now. */
export class DecisionShown {
  @Id({ description: 'The decision.' })
  decisionId!: string;

  @OneOf(decidingBodies, { description: 'Who decided.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  whenText!: string;

  @OneOf(outcomes, { description: 'What it came to.' })
  outcome!: Outcome;

  @FreeText({ description: 'The same in words.', max: 100 })
  outcomeText!: string;

  @Flag({ description: 'The record was wrong: there was no such decision.' })
  neverTaken!: boolean;
}
