/** How the committee was found. */
export type CommitteeMatch = 'exact' | 'normalised' | 'onlyMain' | 'chosen' | 'none';

/** How a line of the list of participants found its seat. */
export type RosterMatch =
  | 'name'
  | 'office'
  | 'label'
  | 'labelGroup'
  | 'deputyFor'
  | 'decided'
  | 'created'
  | 'left'
  | 'notMember'
  | 'otherHolder'
  | 'vacantSeat'
  | 'several'
  | 'nothing';

/** `matched`: settled; `candidates`: somebody must choose among seats; `unmatched`: nobody in the register fits. */
export type RosterState = 'matched' | 'candidates' | 'unmatched' | 'left';

/** What becomes of who came. */
export type AttendanceState = 'willBeRecorded' | 'willBeReplaced' | 'same' | 'differs' | 'notSettled' | 'noRoster';

/**
 * `new`: the item will be added; `added`: it is there, something about it will be recorded; `same`: nothing to do;
 * `differs`: the register says something else, which stays; `left`: by choice, or because it was read with doubt.
 */
export type ItemState = 'new' | 'added' | 'same' | 'differs' | 'left';

/** In what the minutes and the register differ about an item. */
export type ItemDifference =
  | 'title'
  | 'wording'
  | 'form'
  | 'jointSummary'
  | 'summaryText'
  | 'followUps'
  | 'followUpText'
  | 'withdrawn'
  | 'doubtful'
  | 'closed';
