import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { RuleSet } from './rule-book.events.js';

const text = (da: string, en: string): Text => ({ da, en });

/** What the kinds of change of the default rules are called in lists. */
export const changeKinds = {
  newService: text('Nyt tilbud', 'New service'),
  serviceMoved: text('Flytning af tilbud', 'Service moved'),
  moreSectionManagers: text('Flere afdelingsledere', 'More section managers'),
  coordinatorPostsConverted: text('Konvertering af koordinatorstilling', 'Coordinator post converted'),
  reorganisation: text('Ændret organisering', 'Reorganisation'),
  budgetProposal: text('Budgetforslag', 'Budget proposal'),
  portfolioTransfer: text('Ressortændring', 'Portfolio transfer'),
  other: text('Andet', 'Other'),
} satisfies Words<string>;

export type ChangeKind = keyof typeof changeKinds;

/** What a kind is called: its name, or, for a kind of another rule set, the question that stands for it. */
export const kindText = (kind: string, ruleSet: RuleSet): Text =>
  (Object.hasOwn(changeKinds, kind) ? changeKinds[kind as ChangeKind] : undefined) ??
  ruleSet.questions.find(({ id }) => id === kind)?.text ?? { da: kind, en: kind };
