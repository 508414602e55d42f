import type { DiscussedInGroup, WorkingGroups } from '@rettidig/organisation';
import type { PlanReference } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { Day, dayInWords, FreeText, Id, Name } from '@rettidig/vocabulary';
import type { CaseStory } from '../story/case-story.js';
import { isOpen } from '../story/case-story.js';
import type { Naming } from './naming.js';

/** What a case is shown with: all that its plans are made with, and the working groups. */
export interface CaseReference extends PlanReference {
  readonly workingGroups: WorkingGroups;
}

/** A working group talked about the case: shown, because it never counts as a review in MED (B6). */
export class GroupTalkShown {
  @Id({ description: 'The working group.' })
  groupId!: string;

  @Name({ description: 'Its name.' })
  name!: string;

  @Day({ description: 'When it talked about the case.' })
  on!: LocalDate;

  @FreeText({ description: 'What that is worth, in a sentence.', max: 500 })
  text!: string;
}

/** Each talk with what it is worth to the case. */
export function groupTalksOf(talks: readonly DiscussedInGroup[], story: CaseStory, { say }: Naming): GroupTalkShown[] {
  const isOwed = Object.values(story.requirements).some(isOpen);
  return talks.map(({ groupId, name, on }) => ({ groupId, name, on, text: say(worth(name, on, isOwed)) }));
}

const worth = (name: string, on: LocalDate, isOwed: boolean) => ({
  da:
    `Drøftet i arbejdsgruppen ${name} den ${dayInWords(on)}: tæller ikke som MED-behandling` +
    (isOwed ? ', som sagen stadig mangler.' : '.'),
  en:
    `Discussed in the working group ${name} on ${on}: does not count as a review in MED` +
    (isOwed ? ', which the case still lacks.' : '.'),
});
