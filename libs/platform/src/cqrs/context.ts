import type { Actor, Engine, Language, PersonCard, QueryContext } from '@rettidig/event-sourcing';
import type { Rights } from '../rights.js';

const NOBODY: ReadonlyMap<string, PersonCard> = new Map();

/** What a query is asked with: names of people only for those who may see them, whatever the query shows. */
export function contextFor(engine: Engine, rights: Rights, actor: Actor, language: Language): QueryContext {
  const context = engine.queryContext(actor, language);
  const seesNames = rights.check(actor, 'ListPeople', {}, context.now).allow;
  return seesNames ? context : { ...context, people: () => Promise.resolve(NOBODY) };
}
