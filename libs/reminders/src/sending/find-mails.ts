import { type DueEffect, type Instant, type ReadDatabase } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import { dueItems } from '../due.js';
import type { DueItem } from '../due.types.js';
import { toldNobody, toldOf, type Told } from '../told.js';
import type { RemindersReference } from '../kind.js';
import type { ContactsOf } from './contacts-together.js';
import { mailsDue } from './group-mails.js';
import { isOutOfReach, wantedFor } from './out-of-reach.js';
import { reachable } from './reachable.js';
import { mailsOf } from './known-mails.js';

interface Where {
  readonly views: ReadDatabase;
  readonly reference: RemindersReference;
  readonly now: Instant;
}

/** What is to be sent now, and how much can be told to nobody. */
interface FoundMails {
  readonly mails: DueEffect[];
  readonly outOfReach: number;
}

/** The mails that are due now, to people who can be reached and were not told yet. */
export async function findMails(where: Where, contactsOf: ContactsOf): Promise<FoundMails> {
  const { views, reference, now } = where;
  const due = dueItems(where);
  if (due.length === 0) return { mails: [], outOfReach: 0 };
  const keys = due.map(({ item }) => item.key);
  const today = dayOf(now);
  // All of one moment, before anything is waited for: a mail that is claimed meanwhile would look as if it told nobody.
  const [told, stateOf] = [toldOf(views, keys), mailsOf(views, today)];
  const toldBy = (key: string): Told => told.get(key) ?? toldNobody;
  const on = { reference, day: today };
  const { found, contacts } = await reachable(
    (unreachable) => due.map((one) => wantedFor(one, on, new Set([...unreachable, ...toldBy(one.item.key).givenUp]))),
    contactsOf,
  );
  const places = new Map(due.map(({ item: { key } }, place) => [key, place]));
  const toldWith = ({ toldWith: key }: DueItem): string[] => {
    const place = key === null ? undefined : places.get(key);
    return place === undefined ? [] : found[place]!.map(({ personId }) => personId);
  };
  const mails = mailsDue({
    found: due.map((one, at) => ({
      due: one,
      receivers: found[at]!,
      told: alsoTold(toldBy(one.item.key), [...one.knownTo, ...toldWith(one)]),
    })),
    noticesOf: (personId) => contacts.get(personId)!.notices,
    ...{ stateOf, now, today },
  });
  const lost = due.filter((one, at) => isOutOfReach(one, found[at]!, on));
  return { mails, outOfReach: lost.length };
}

const alsoTold = (told: Told, personIds: readonly string[]): Told => ({
  ...told,
  persons: new Set([...told.persons, ...personIds]),
});
