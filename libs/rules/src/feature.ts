import type { Feature } from '@rettidig/event-sourcing';
import { publishRuleSet } from './commands/publish-rule-set.js';
import { assessChange } from './queries/assess-change.js';
import { listRuleSets } from './queries/list-rule-sets.js';
import { ruleBookPart } from './rule-book.js';
import { ruleBookSealedFields } from './rule-book.events.js';
import { rulesRefusals } from './texts.js';

/** What the agreement says of a change: rule sets in time, and the assessment that follows from them. */
export const rulesFeature: Feature = {
  name: 'rules',
  tags: {
    rules: 'What the agreement says: rule sets in time, and the assessment of a change against them, with its reasons.',
  },
  commands: [publishRuleSet],
  queries: [listRuleSets, assessChange],
  projections: [],
  reactions: [],
  sealedFields: ruleBookSealedFields,
  reference: { ruleBook: ruleBookPart },
  refusals: rulesRefusals,
};
