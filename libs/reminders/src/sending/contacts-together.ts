import { breath, type Contact } from '@rettidig/event-sourcing';

/** How people are reached, by their ids; who is not known is not in it. */
export type ContactsOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, Contact>>;

/**
 * Asks once for all whom somebody asks for in the same moment: fifty mails that go out together are one question to the
 * private store, which may be on another machine, and not a hundred. The answer may tell of more people than one asked for.
 */
export function contactsTogether(contactsOf: ContactsOf): ContactsOf {
  let next: { readonly ids: Set<string>; readonly answer: ReturnType<ContactsOf> } | undefined;
  const begun = () => {
    const ids = new Set<string>();
    const answer = breath().then(() => {
      next = undefined;
      return contactsOf([...ids]);
    });
    return { ids, answer };
  };
  return (ids) => {
    next ??= begun();
    for (const id of ids) next.ids.add(id);
    return next.answer;
  };
}
