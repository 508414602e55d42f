import { Day, Flag, FreeText, Id, Ids } from '@rettidig/vocabulary';

/** What the list and the record itself say of a choice not to raise a breach, or of a list of demands. */
export abstract class BreachInShort {
  @Id({ description: 'The record.' })
  breachId!: string;

  @Id({ description: 'The committee in which it was said.' })
  committeeId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  committeeName!: string;

  @Day({ description: 'The day on which it was said.' })
  on!: string;

  @Flag({ description: 'The employee side said that it raises no breach; false for a list of demands alone.' })
  notRaised!: boolean;

  @Ids({ description: 'The cases that the choice is about; no others. Empty for a list of demands alone.' })
  caseIds!: string[];

  @Flag({
    description: 'The right to raise a breach on later cases of principle is kept; null for a list of demands alone.',
    nullable: true,
  })
  reservesLaterCases!: boolean | null;
}
