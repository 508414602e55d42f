import type { CommandDefinition } from '@rettidig/event-sourcing';
import { ADMINISTRATION } from '@rettidig/vocabulary';
import { checkFact } from '../fact-checks.js';
import { historyOf } from '../history.js';
import { toldOnce } from '../once.js';
import type { Organisation } from '../organisation.js';
import { organisationDecider } from '../organisation.js';
import type { OrganisationEvent, OrganisationFact } from '../organisation.events.js';

type Definition<Message extends object, Answer extends object> = CommandDefinition<
  Organisation,
  OrganisationEvent,
  Message,
  unknown,
  Answer
>;

/** What all commands on the organisation share: one stream, and facts that are never stale. */
export const organisationCommand = <Message extends object, Answer extends object = never>(
  definition: Omit<Definition<Message, Answer>, 'decider' | 'kind' | 'target' | 'tag'>,
): Definition<Message, Answer> => ({
  ...definition,
  decider: organisationDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  tag: 'organisation',
});

/** The decision of most commands: one fact, if it can be so beside all that is known. */
export function told(organisation: Organisation, fact: OrganisationFact): readonly OrganisationFact[] {
  const history = historyOf(organisation);
  checkFact(history, fact);
  toldOnce(history, fact);
  return [fact];
}
