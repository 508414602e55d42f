import type { CheckContext, Contact, EffectAbout, GoAhead } from '@rettidig/event-sourcing';
import { dayOf, type LocalDate } from '@rettidig/vocabulary';
import { asItIsNow } from '../again.js';
import type { ClaimedItem, MailAbout, NotNow } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { receiversOf, type Receiver } from '../receivers.js';
import type { ContactsOf } from './contacts-together.js';
import { reachable } from './reachable.js';

type Context = CheckContext<RemindersReference>;

/** An item as it is now, with why its receiver is one, or why they are told no longer. */
type Looked = ClaimedItem | { readonly key: string; readonly why: NotNow };

/**
 * What is left of a mail at the moment of sending, with what is true of it now; or why nothing is. Asks the streams and the
 * reference data, never a view.
 */
export async function whatIsLeft(mail: MailAbout, asked: Context, contactsOf: ContactsOf): Promise<GoAhead | NotNow> {
  // Asked for once, so that all of the mail is looked at as of the same moment.
  const reference = await asked.reference();
  const context: Context = { ...asked, reference: () => Promise.resolve(reference) };
  const now = await Promise.all(mail.items.map((item) => asItIsNow(item, context)));
  const still = mail.items.flatMap((item, at) => {
    const one = now[at]!;
    return typeof one === 'string' ? [] : [{ ...item, ...one }];
  });
  const people =
    (await stillReceiver(mail, still, context, contactsOf)) ?? (await receiversNow(still, context, contactsOf));
  const looked: Looked[] = mail.items.map(({ key }, at) => {
    const one = now[at]!;
    return typeof one === 'string' ? { key, why: one } : people.of(mail.to, key);
  });
  const items = looked.filter((one): one is ClaimedItem => !('why' in one));
  const dropped = looked.filter((one) => 'why' in one);
  if (items.length === 0) return dropped[0]?.why ?? 'no-longer-so';
  return { about: { ...mail, items, ...(dropped.length > 0 && { dropped }) } as unknown as EffectAbout };
}

interface People {
  of(personId: string, key: string): Looked;
}

/**
 * As a rule the same people are told as when it was found due, and its receiver has an address: then nobody else need be
 * asked for. Undefined where it takes a closer look: once all who it is for were told, nobody is told of the step any more,
 * so whoever has become one since must be among them.
 */
async function stillReceiver(
  { to }: MailAbout,
  items: readonly ClaimedItem[],
  context: Context,
  contactsOf: ContactsOf,
): Promise<People | undefined> {
  const reference = await context.reference();
  const day = dayOf(context.now);
  const found = items.map((item) => receiversOn(day, item, reference));
  const receivers = found.map((people) => people.get(to));
  if (receivers.some((receiver) => !receiver)) return undefined;
  if (items.some(({ of }, at) => !areAll(of, found[at]!))) return undefined;
  const contact = (await contactsOf([to])).get(to);
  if (!contact?.address || items.some((item) => !isWanted(item, contact))) return undefined;
  return {
    of: (_personId, key) => {
      const at = items.findIndex((item) => item.key === key);
      const { as, substituteFor, fallback } = receivers[at]!;
      return { ...items[at]!, as, substituteFor, fallback };
    },
  };
}

const areAll = (ids: readonly string[], people: ReceiversById): boolean =>
  ids.length === people.size && ids.every((id) => people.has(id));

/** Somebody may unsubscribe while their mail waits for the server. */
const isWanted = ({ asked: { lane } }: ClaimedItem, { notices }: Pick<Contact, 'notices'>): boolean =>
  lane !== 'notice' || notices !== 'none';

/** So many answers are kept: what is due for many people is sent one after the other. */
const KEPT = 200;

type ReceiversById = ReadonlyMap<string, Receiver>;
const receiversKnown = new WeakMap<RemindersReference, Map<string, ReceiversById>>();

/** Who is told of an item on a day, by person; found once for everybody who is, for as long as nothing happens. */
function receiversOn(day: LocalDate, { about, asked }: ClaimedItem, reference: RemindersReference): ReceiversById {
  const { to, escalates, toldBefore, refusedBy } = asked;
  const known = receiversKnown.get(reference) ?? new Map<string, ReceiversById>();
  const question = JSON.stringify([day, about, to, escalates, toldBefore, refusedBy]);
  const more = { day, toldBefore, escalates, unreachable: new Set(refusedBy) };
  const found = known.get(question) ?? byPerson(receiversOf(to, about, reference, more));
  receiversKnown.set(reference, known.set(question, found));
  if (known.size > KEPT) known.delete(known.keys().next().value!);
  return found;
}

const byPerson = (receivers: readonly Receiver[]): ReceiversById =>
  new Map(receivers.map((receiver) => [receiver.personId, receiver]));

/** Who is told of what is still to be told. */
async function receiversNow(items: readonly ClaimedItem[], context: Context, contactsOf: ContactsOf): Promise<People> {
  const reference = await context.reference();
  const today = dayOf(context.now);
  const { found, contacts } = await reachable(
    (unreachable) =>
      items.map(({ about, asked: { to, escalates, toldBefore, refusedBy } }) =>
        receiversOf(to, about, reference, {
          ...{ day: today, toldBefore, escalates },
          unreachable: new Set([...unreachable, ...refusedBy]),
        }),
      ),
    contactsOf,
  );
  return {
    of: (personId: string, key: string): Looked => {
      const at = items.findIndex((item) => item.key === key);
      const receiver = found[at]!.find((one) => one.personId === personId);
      if (!receiver) return { key, why: contacts.get(personId)?.address === null ? 'no-address' : 'not-receiver' };
      const { as, substituteFor, fallback } = receiver;
      const item = items[at]!;
      const of = found[at]!.map((one) => one.personId).filter((id) => isWanted(item, contacts.get(id)!));
      return of.includes(personId) ? { ...item, as, substituteFor, fallback, of } : { key, why: 'not-wanted' };
    },
  };
}
