import type { CommandDefinition } from '@rettidig/event-sourcing';
import { caseAnswer } from '../answer.js';
import type { ChangeEvent } from '../change.events.js';
import type { ChangeState } from '../change.state.js';
import { changeDecider } from '../change.js';
import type { ChangeReference } from '../checks.js';
import { caseResource } from '../checks.js';
import { CaseNow } from './answers.js';

/** A command on a case. */
export type CaseCommand<Message extends object, Answer extends object = CaseNow> = CommandDefinition<
  ChangeState,
  ChangeEvent,
  Message,
  ChangeReference,
  Answer
>;

/** What all commands on an existing case have in common. */
export const onCase = {
  decider: changeDecider,
  target: 'existing',
  tag: 'changes',
  resource: caseResource,
  answer: caseAnswer,
  answerType: CaseNow,
} as const satisfies Partial<CaseCommand<object>>;

/** The same for commands that only reactions send. */
export const byReaction = {
  decider: changeDecider,
  kind: 'fact',
  target: 'existing',
  path: null,
  tag: 'changes',
  refusals: ['change.unknown'],
} as const satisfies Partial<CaseCommand<object>>;
