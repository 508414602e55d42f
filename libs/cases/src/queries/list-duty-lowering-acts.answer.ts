import { Count, FreeText, Id, Ids, Moment, Name, One, OneOf, pageWith, Pattern } from '@rettidig/vocabulary';
import type { DutyLoweringAct } from '../projections/duty-lowering-acts.js';
import { actorRoles, dutyLoweringActWords } from '../register.words.js';
import { DeclarationRecheckShown } from './drawn-declarations.js';

/** One act that lowered a duty, put it off, or took the ground away from a row of the register. */
export class DutyLoweringActItem {
  @Id({ description: 'The act.' })
  actId!: string;

  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'The number of the case.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'The title of the case, as it was.', max: 300 })
  title!: string;

  @OneOf(dutyLoweringActWords, { description: 'What was done.' })
  act!: DutyLoweringAct;

  @FreeText({ description: 'The same in words.', max: 200 })
  actText!: string;

  @Id({ description: 'Who did it.' })
  personId!: string;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  personName!: string | null;

  @OneOf(actorRoles, { description: 'The role they acted in.' })
  role!: string;

  @FreeText({ description: 'The same in words.', max: 100 })
  roleText!: string;

  @FreeText({
    description: 'The reason given, or the answers that leave no duty; null where none is asked for.',
    max: 4000,
    multiline: true,
    nullable: true,
  })
  reason!: string | null;

  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;

  @Id({ description: 'The unit of the case; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @Ids({ description: 'The requirements that it touched.' })
  requirementIds!: string[];

  @Count({ description: 'How many of them it ended without a review.' })
  ended!: number;

  @One(() => DeclarationRecheckShown, {
    description:
      'The last time that somebody looked at the declaration again; null for other acts, and where nobody did.',
    nullable: true,
  })
  recheck!: DeclarationRecheckShown | null;
}

export class DutyLoweringActList extends pageWith(() => DutyLoweringActItem, {
  items: 'The acts of this page.',
  total: 'All acts that match, on all pages.',
  facets: 'Counts by act, role and unit.',
}) {}
