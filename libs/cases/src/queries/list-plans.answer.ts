import type { ListPage } from '@rettidig/event-sourcing';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import { Count, Dictionary, FreeText, Id, ListOf, Name, OneOf, Pattern } from '@rettidig/vocabulary';
import { acts, roles } from '../words.js';
import { PlanShown } from './plan.answer.js';

/** The plan of one duty that is still to be discussed, with its case. */
export class PlanListItem extends PlanShown {
  @Id({ description: 'The requirement: this committee, before that act.' })
  requirementId!: string;

  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;

  @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change.' })
  kind!: string;

  @FreeText({ description: 'The kind in words.', max: 300 })
  kindText!: string;

  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @Id({ description: 'Who owns the case; null when nobody does.', nullable: true })
  ownerId!: string | null;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  ownerName!: string | null;

  @Id({ description: 'The committee; null when none could be found.', nullable: true })
  committeeId!: string | null;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @OneOf(roles, { description: 'The primary review, or the local item beside it.' })
  role!: RequiredReview['role'];

  @FreeText({ description: 'The same in words.', max: 100 })
  roleText!: string;

  @OneOf(acts, { description: 'Before which act.' })
  before!: BeforeAct;

  @FreeText({ description: 'The same in words.', max: 100 })
  beforeText!: string;
}

export class PlanList implements ListPage<PlanListItem> {
  @ListOf(() => PlanListItem, { description: 'The plans of this page.', max: 200 })
  items!: PlanListItem[];

  @Count({ description: 'All plans that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by health (whatever was asked for), committee, kind and unit.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}
