import type { Actor, Engine, Language, PersonCard, QueryContext } from '@rettidig/event-sourcing';
import type { Rights } from '../rights.js';

const NOBODY: ReadonlyMap<string, PersonCard> = new Map();

/**
 * What a query is asked with: names and addresses of people only for those who may see them, and for the person
 * themselves, whatever the query shows.
 */
export function contextFor(engine: Engine, rights: Rights, actor: Actor, language: Language): QueryContext {
  const context = engine.queryContext(actor, language);
  const seesNames = rights.check(actor, 'ListPeople', {}, context.now).allow;
  const seesContacts = rights.check(actor, 'RegisterPerson', {}, context.now).allow;
  return {
    ...context,
    ...(seesNames ? {} : { people: () => Promise.resolve(NOBODY) }),
    ...(seesContacts ? {} : { contacts: (ids) => context.contacts(ids.filter((id) => id === actor.id)) }),
  };
}
