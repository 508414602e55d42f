import type { Contact } from '@rettidig/event-sourcing';
import { unknownContact } from '@rettidig/event-sourcing';
import type { ContactsOf } from './contacts-together.js';

type Contacts = ReadonlyMap<string, Contact>;

/**
 * Finds receivers who can be reached. Whoever has no address counts as vacant, so that somebody else is told in their place;
 * who may have none either, so it is asked again until nobody new turns up.
 */
export async function reachable<Found extends readonly { readonly personId: string }[]>(
  find: (unreachable: ReadonlySet<string>) => readonly Found[],
  contactsOf: ContactsOf,
): Promise<{ readonly found: readonly Found[]; readonly contacts: Contacts }> {
  const contacts = new Map<string, Contact>();
  const unreachable = new Set<string>();
  for (;;) {
    const found = find(unreachable);
    const ids = new Set(found.flatMap((people) => people.map(({ personId }) => personId)));
    const asked = [...ids].filter((id) => !contacts.has(id));
    const before = unreachable.size;
    const known = asked.length === 0 ? contacts : await contactsOf(asked);
    for (const id of asked) {
      const contact = known.get(id) ?? unknownContact;
      contacts.set(id, contact);
      if (contact.address === null) unreachable.add(id);
    }
    if (unreachable.size === before) return { found, contacts };
  }
}
