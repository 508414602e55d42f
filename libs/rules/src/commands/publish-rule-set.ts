import type { CommandDefinition } from '@rettidig/event-sourcing';
import { ADMINISTRATION } from '@rettidig/vocabulary';
import type { RuleSetReference } from '../report.js';
import { mustBePublishable } from '../report.js';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider } from '../rule-book.js';
import type { RuleBookEvent } from '../rule-book.events.js';
import { asData, RuleSetFields } from '../rule-set.fields.js';

/**
 * The rules hold from a day on, until a later set takes over. Rule sets are never changed, only followed by another. The first problem gives
 * the code of a refusal; all of them stand in `errors`.
 */
export class PublishRuleSet extends RuleSetFields {}

export const publishRuleSet: CommandDefinition<
  RuleBook,
  RuleBookEvent,
  PublishRuleSet,
  Pick<RuleSetReference, 'organisation'>
> = {
  name: 'PublishRuleSet',
  message: PublishRuleSet,
  decider: ruleBookDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  path: '/rule-sets',
  tag: 'rules',
  summary: { da: 'Udgiv et regelsæt', en: 'Publish a rule set' },
  refusals: [
    'rules.version-taken',
    'rules.id-used-twice',
    'rules.question-reserved',
    'rules.kind-is-yes-or-no',
    'rules.values-do-not-fit',
    'rules.condition-malformed',
    'rules.rule-reads-unknown-fact',
    'rules.comparison-does-not-fit',
    'rules.source-missing',
    'rules.exempts-everything',
    'rules.no-rule-for-the-rest',
    'rules.no-route-to-main-committee',
    'rules.level-does-not-fit',
    'rules.level-not-in-force',
    'rules.before-names-no-later-rule',
    'rules.rule-never-matches',
    'rules.rule-never-used',
    'rules.overlap-without-precedence',
  ],
  decide: (ruleBook, message, { reference }) => {
    const ruleSet = asData(message);
    mustBePublishable(ruleSet, { organisation: reference.organisation, ruleBook });
    return [{ type: 'RuleSetPublished', data: { ruleSet } }];
  },
};
