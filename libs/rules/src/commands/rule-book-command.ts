import type { CommandDefinition } from '@rettidig/event-sourcing';
import { ADMINISTRATION } from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider } from '../rule-book.js';
import type { RuleBookEvent } from '../rule-book.events.js';

type Definition<Message extends object, Reference> = CommandDefinition<RuleBook, RuleBookEvent, Message, Reference>;

/** What agreements share: one stream, and facts that are never stale. */
export const ruleBookCommand = <Message extends object, Reference = unknown>(
  definition: Omit<Definition<Message, Reference>, 'decider' | 'kind' | 'target' | 'tag'>,
): Definition<Message, Reference> => ({
  ...definition,
  decider: ruleBookDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  tag: 'rules',
});

/** A message as data: without classes, and without what was left out. */
export const plain = <Message>(message: Message): Message => JSON.parse(JSON.stringify(message)) as Message;
