import type { ImportedItem, ItemForm, MeetingState } from '@rettidig/meetings';
import type { MinutesItem, ReadFollowUp } from '@rettidig/minutes';
import type { ItemDecision } from './decisions.js';
import type { DoubtedItems } from './forms.js';
import type { ItemDifference, ItemState } from './states.js';

/** An item of the register. */
export type KnownItem = NonNullable<ReturnType<MeetingState['items']['get']>>;

/** What is known of the meeting beside what the reference data has: its texts, and its demands. */
export interface KnownTexts {
  /** Titles of its items by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  /** What was promised, by the ids of the follow-ups. */
  readonly promises: ReadonlyMap<string, string>;
  /** Joint summaries by the ids of their items, as one text each to compare by. */
  readonly summaries: ReadonlyMap<string, string>;
  /** How often it was recorded who came. */
  readonly rosters: number;
  /** What earlier imports told of the minutes themselves, as one text each to compare by. */
  readonly documents: readonly string[];
  /** The record of demands of the same meeting, and how many it has. */
  readonly demands?: { readonly breachId: string; readonly count: number };
}

/** What would be recorded of an item of the minutes, and what stands otherwise. */
export interface ItemPlan {
  readonly read: MinutesItem;
  readonly itemId: string;
  readonly state: ItemState;
  readonly differences: readonly ItemDifference[];
  /** Its title as it would be recorded: without names. */
  readonly title: string;
  readonly knownTitle?: string;
  /** How it would be recorded. */
  readonly form?: ItemForm | 'jointSummary';
  /** Those that are sure enough to be recorded. */
  readonly followUps: readonly ReadFollowUp[];
  /** Whether committing records that it was handled, and how many promises. */
  readonly discusses: boolean;
  readonly addsFollowUps: number;
  /** Somebody must say how it was handled; until then that is not recorded. */
  readonly asksForm: boolean;
  /** Put off or taken off by the minutes, and nobody says otherwise. */
  readonly postponed: boolean;
  /** How the register has it; missing where the item is not there. */
  readonly recorded?: { readonly form?: ItemForm | 'jointSummary'; readonly followUps: number };
  /** What goes into the command; missing for items that are left. */
  readonly told?: ImportedItem;
}

/** What an item is held against. */
export interface ItemContext {
  readonly meetingId: string;
  readonly known?: MeetingState;
  readonly texts: KnownTexts;
  readonly decisions: readonly ItemDecision[];
  readonly doubted: DoubtedItems;
  /** Lines of the table of demands. */
  readonly demandLines: ReadonlySet<number>;
  /** Whether it will be known that the meeting was held: only then is recorded what was said. */
  readonly held: boolean;
  readonly clean: (text: string) => string;
  /** Where a line stands, for the source of a fact. */
  readonly placeOf: (from: number, to?: number) => string;
}
