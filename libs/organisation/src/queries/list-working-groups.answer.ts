import type { LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  Day,
  FreeText,
  Id,
  ListOf,
  Name,
  One,
  OneOf,
  PageParameters,
  pageWith,
  Patterns,
  Repeated,
  Sentences,
  SourceOfFact,
} from '@rettidig/vocabulary';
import { whens, type When } from './terms.answer.js';
import type { CompositionRemark } from '../working-groups/composition.js';
import { GroupComposition } from '../commands/name-working-group-member.js';
import { compositionRemarks, memberCapacities, selectionMethods } from '../working-groups/words.js';
import type { MemberCapacity, SelectionMethod } from '../working-groups/working-group.events.js';

export class ListWorkingGroups extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Repeated()
  @Codes(whens, { description: 'Groups that are over, are there, or are to come on the day.', optional: true })
  state?: When[];

  @Repeated()
  @Codes(selectionMethods, { description: 'Groups that one gets into in these ways.', optional: true })
  selectionMethod?: SelectionMethod[];

  @Repeated()
  @Codes(compositionRemarks, {
    description: 'Groups of which this is remarked on the day, beside the suggested composition (B8).',
    optional: true,
  })
  remark?: CompositionRemark[];

  @Id({ description: 'Groups that this committee set up.', optional: true })
  committee?: string;

  @Id({ description: 'Groups that the management of this unit set up.', optional: true })
  unit?: string;

  @Id({ description: 'Groups that this person is or was in.', optional: true })
  person?: string;

  @Id({ description: 'Groups that talked about this case.', optional: true })
  change?: string;

  @FreeText({ description: 'Words in the name or the mandate, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(['name', '-name', 'from', '-from'], { description: 'Order; by name when left out.', optional: true })
  sort?: string;
}

/** Somebody in a working group for a while. */
export class GroupMemberShown {
  @Id({ description: 'The person, by opaque id.' })
  personId!: string;

  @FreeText({ description: 'The name; null when not known, or not shown to the caller.', max: 200, nullable: true })
  name!: string | null;

  @OneOf(memberCapacities, { description: 'What the person is in the group.' })
  capacity!: MemberCapacity;

  @FreeText({ description: 'The same in words.', max: 100 })
  capacityText!: string;

  @Day({ description: 'First day.' })
  from!: LocalDate;

  @Day({ description: 'First day after it; null while that is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(whens, { description: 'Whether it is over, holds, or is to come on the day.' })
  state!: When;
}

/** What a group talked about on a day. It never counts as a review in MED (B6). */
export class GroupDiscussionShown {
  @Id({ description: 'The discussion.' })
  discussionId!: string;

  @Day({ description: 'When.' })
  on!: LocalDate;

  @Id({ description: 'The case that it was about; null for none.', nullable: true })
  changeId!: string | null;

  @Patterns(/^[a-z][A-Za-z0-9]{0,63}$/, { description: 'Kinds of change that it was about.' })
  topics!: string[];

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
}

/** A working group: never a MED committee. */
export class WorkingGroupShown {
  @Id({ description: 'The group.' })
  groupId!: string;

  @Name({ description: 'Its name.' })
  name!: string;

  @FreeText({ description: 'Its mandate.', max: 5000, multiline: true })
  mandate!: string;

  @OneOf(selectionMethods, { description: 'How one gets into it (B7).' })
  selectionMethod!: SelectionMethod;

  @FreeText({ description: 'The same in words.', max: 100 })
  selectionText!: string;

  @FreeText({ description: 'More on that.', max: 1000, multiline: true, nullable: true })
  selectionNote!: string | null;

  @Id({ description: 'The committee that set it up; null when none did, or it is not stated.', nullable: true })
  committeeId!: string | null;

  @Id({ description: 'The unit whose management set it up; null when none did, or it is not stated.', nullable: true })
  unitId!: string | null;

  @FreeText({ description: 'The name of that committee or unit.', max: 200, nullable: true })
  setUpBy!: string | null;

  @Day({ description: 'First day.' })
  from!: LocalDate;

  @Day({ description: 'First day on which it no longer exists; null while that is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(whens, { description: 'Whether it is over, there, or to come on the day.' })
  state!: When;

  @ListOf(() => GroupMemberShown, { description: 'Everybody who is, was or will be in it.', max: 1000 })
  members!: GroupMemberShown[];

  @One(() => GroupComposition, { description: 'Who is in it on the day, beside the suggested composition (B8).' })
  composition!: GroupComposition;

  @Sentences({ description: 'The remarks on its composition, in words.' })
  remarkTexts!: string[];

  @FreeText({ description: 'What is so of every working group (B6).', max: 300 })
  notMed!: string;

  @ListOf(() => GroupDiscussionShown, { description: 'What it talked about, as far as recorded.', max: 1000 })
  discussions!: GroupDiscussionShown[];

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
}

export class WorkingGroupList extends pageWith(() => WorkingGroupShown, {
  items: 'The groups of this page.',
  facets: 'Counts by state, selection method and remark; each as if it were not filtered by.',
}) {}
