import { idOf, type DueEffect, type EffectAbout, type Instant, type Notices } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ClaimedItem, DueItem, MailAbout } from '../due.types.js';
import type { Lane } from '../kind.js';
import type { Receiver } from '../receivers.js';
import type { Told } from '../told.js';
import { isCalendarKind } from './calendar-kinds.js';
import { freeKey, type KeyState } from './windows.js';

/** What is due, with the people it is for. */
export interface DueForPeople {
  readonly due: DueItem;
  readonly receivers: readonly Receiver[];
  /** Whom it was told to already. */
  readonly told: Told;
}

/** What mails are made up of. */
export interface MailsQuestion {
  readonly found: readonly DueForPeople[];
  /** How a person wants to be told what needs nothing done. */
  readonly noticesOf: (personId: string) => Notices;
  /** What has become of a mail's key. */
  readonly stateOf: (key: string) => KeyState;
  readonly now: Instant;
  readonly today: LocalDate;
}

/** One item for one person. */
interface ToldOne {
  readonly personId: string;
  readonly window: string;
  readonly lane: Lane;
  readonly item: ClaimedItem;
}

const lanes: readonly Lane[] = ['urgent', 'dated', 'notice'];

/**
 * The mails that are due now: what is due for one person in one window is one mail. A meeting has a mail of its own, because
 * a mail program takes the whole mail for an invitation. The urgent ones come first, for they are sent in this order.
 */
export function mailsDue(question: MailsQuestion): DueEffect[] {
  const mails = new Map<string, ToldOne[]>();
  for (const told of question.found.flatMap((one) => toldOf(one, question))) {
    const name = `${told.personId}/${told.window}`;
    mails.set(name, [...(mails.get(name) ?? []), told]);
  }
  return [...mails.values()]
    .map((items) => items.sort(byUrgency))
    .sort(([a], [b]) => byUrgency(a!, b!))
    .flatMap((items) => mailOf(items, question));
}

function toldOf({ due, receivers, told }: DueForPeople, question: MailsQuestion): ToldOne[] {
  const { item, lane, to, escalates, toldBefore, overtaken } = due;
  const wanting = receivers.filter(({ personId }) => lane !== 'notice' || question.noticesOf(personId) !== 'none');
  const of = wanting.map(({ personId }) => personId);
  const asked = { lane, to, escalates, toldBefore, refusedBy: [...told.givenUp] };
  const claimed = alike((receiver) => ({ ...item, ...receiver, asked, of, overtaken }));
  return wanting
    .filter(({ personId }) => !told.persons.has(personId))
    .flatMap(({ personId, ...receiver }) => {
      const window = windowFor(due, personId, told, question);
      return window === undefined ? [] : [{ personId, window, lane, item: claimed(receiver) }];
    });
}

type ToldAs = Omit<Receiver, 'personId'>;

/** Makes an item once for all who are told of it for the same reason: there may be ten thousand, looked for again and again. */
function alike(claimed: (receiver: ToldAs) => ClaimedItem): (receiver: ToldAs) => ClaimedItem {
  const known = new Map<string, ClaimedItem>();
  return (receiver) => {
    const { as, substituteFor, fallback } = receiver;
    const name = `${as.join()}/${substituteFor.join()}/${fallback}`;
    const item = known.get(name) ?? claimed(receiver);
    known.set(name, item);
    return item;
  };
}

/**
 * What is told at once keeps the window it opened; whoever wants a digest has it with the mail of the next morning. What no
 * mail may be written of goes alone, so that nothing else is given up with it.
 */
function windowFor(
  { window, lane, item }: DueItem,
  personId: string,
  { mayBeUnwritable }: Told,
  { noticesOf, today }: MailsQuestion,
): string | undefined {
  if (window !== null && lane === 'notice' && noticesOf(personId) !== 'atOnce') return undefined;
  const opened = window ?? today;
  if (mayBeUnwritable) return `${opened}/${idOf(item.key)}`;
  return isCalendarKind(item.kind) ? `${opened}/${item.about.meetingId ?? item.item}` : opened;
}

function mailOf(told: readonly ToldOne[], { stateOf, now, today }: MailsQuestion): DueEffect[] {
  const [{ personId, window, lane }] = told as [ToldOne];
  const isPressing = told.some((one) => one.lane === 'urgent' || one.item.anchor <= today);
  const key = freeKey(personId, window, isPressing, stateOf);
  if (key === undefined) return [];
  const about: MailAbout = { to: personId, lane, window, items: told.map(({ item }) => item) };
  return [{ key, runAt: now, about: about as unknown as EffectAbout }];
}

/** Lane by lane; within one what is about the earliest day first, then by key, so that it is the same mail every time. */
const byUrgency = (a: ToldOne, b: ToldOne): number =>
  a.item === b.item
    ? 0
    : lanes.indexOf(a.lane) - lanes.indexOf(b.lane) ||
      compare(a.item.anchor, b.item.anchor) ||
      compare(a.item.key, b.item.key);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
