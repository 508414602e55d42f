import { Count, Day, FreeText, Id, ListOf, Name, One, OneOf, Pattern, Sentences } from '@rettidig/vocabulary';

/** How one open duty stands, before or after. */
export class DutyInPlan {
  @Id({ description: 'The committee; null while there is none for it.', nullable: true })
  committeeId!: string | null;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @Id({ description: 'The meeting aimed at; null when there is none.', nullable: true })
  meetingId!: string | null;

  @Day({ description: 'Its day.', nullable: true })
  meetingOn!: string | null;

  @Day({ description: 'The day before which the review must be held; null while no date is known.', nullable: true })
  reviewBefore!: string | null;

  @Day({ description: 'The day by which the item must be in; null where nothing is agreed.', nullable: true })
  itemIn!: string | null;

  @Day({ description: 'The day by which the papers must be out; null where nothing is agreed.', nullable: true })
  papersOut!: string | null;

  @OneOf(['onTrack', 'atRisk', 'pastLatestDate', 'unconfirmed'], { description: 'How it stands today.' })
  health!: string;
}

/** One duty that turns. */
export class TurnedDuty {
  @Id({ description: 'The duty.' })
  requirementId!: string;

  @One(() => DutyInPlan, {
    description: 'As it is planned now; null when it is not owed or planned now.',
    nullable: true,
  })
  from!: DutyInPlan | null;

  @One(() => DutyInPlan, { description: 'As it would be; null when nothing would be left to plan.', nullable: true })
  to!: DutyInPlan | null;

  @Sentences({ description: 'The same in words.' })
  sentences!: string[];

  @Sentences({ description: 'What could be done when no usable meeting would be left.' })
  alternatives!: string[];
}

/** A case that would turn out otherwise. */
export class TurnedCase {
  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, {
    description: 'Its number; null for one that the drafts register.',
    example: '2026-0143',
    nullable: true,
  })
  number!: string | null;

  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;

  @ListOf(() => TurnedDuty, { description: 'The duties that turn.', max: 1000 })
  duties!: TurnedDuty[];

  @Count({ description: 'Misses that would come to light.' })
  missed!: number;
}
