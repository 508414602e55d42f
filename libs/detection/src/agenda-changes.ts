import { foldText, idOf } from '@rettidig/event-sourcing';
import type { ExternalNumber } from '@rettidig/vocabulary';
import { isSameNumber } from './external-number.js';
import type { KnownItem } from './political-agenda.js';
import type { PoliticalAgendaImported, PoliticalItem } from './political-agenda.events.js';

/** An item as a document has it. A closed one comes without title and text. */
export interface PublishedItem {
  /** The item's own number in the sending system. */
  readonly key?: string;
  readonly number: string;
  readonly title?: string;
  readonly text?: string;
  readonly externalNumbers: readonly ExternalNumber[];
  readonly closed: boolean;
}

/** The items of one document, and how much of the agenda it is. */
export interface PublishedVersion {
  readonly items: readonly PublishedItem[];
  /** It holds all there is: what it does not hold is withdrawn. */
  readonly complete: boolean;
  /** It is the whole of the open or of the closed part only; left out: of both. */
  readonly part?: 'open' | 'closed';
}

/** What a version changes, as the event says it, and each published item with the id that it got. */
export interface AgendaChanges extends Pick<
  PoliticalAgendaImported['data'],
  'added' | 'changed' | 'withdrawn' | 'returned'
> {
  /** In the order of the document; an item that stands there twice is there once. */
  readonly items: readonly PoliticalItem[];
}

/**
 * What a published version changes in the agenda as it is known. The same function decides the import and makes its
 * preview. An item is recognised by its own number, else by its title, else by a case number that only it has.
 */
export function agendaChanges(
  agendaId: string,
  known: ReadonlyMap<string, KnownItem>,
  version: PublishedVersion,
): AgendaChanges {
  const items = recognised(agendaId, known, version.items);
  const kept = new Set(items.map(({ itemId }) => itemId));
  const isOf = ({ closed }: KnownItem): boolean => !version.part || closed === (version.part === 'closed');
  return {
    items,
    added: items.filter(({ itemId }) => !known.has(itemId)),
    changed: items.filter(({ itemId, fingerprint }) => {
      const before = known.get(itemId);
      return before !== undefined && before.fingerprint !== fingerprint;
    }),
    withdrawn: version.complete
      ? [...known.values()]
          .filter((one) => !one.withdrawn && !kept.has(one.itemId) && isOf(one))
          .map((one) => one.itemId)
      : [],
    returned: items.filter(({ itemId }) => known.get(itemId)?.withdrawn).map(({ itemId }) => itemId),
  };
}

/** Whether anything is new at all: a version that says the same again is none. */
export const changesAnything = ({ added, changed, withdrawn, returned }: AgendaChanges): boolean =>
  added.length + changed.length + withdrawn.length + returned.length > 0;

interface Candidate {
  readonly published: PublishedItem;
  readonly keyId: string | undefined;
  readonly alias: string;
}

function recognised(
  agendaId: string,
  known: ReadonlyMap<string, KnownItem>,
  published: readonly PublishedItem[],
): PoliticalItem[] {
  const candidates = candidatesOf(agendaId, published);
  const ids = new Map<Candidate, string>();
  const taken = new Set<string>();
  const recognise = (find: (candidate: Candidate) => KnownItem | undefined): void => {
    for (const candidate of candidates.filter((one) => !ids.has(one))) {
      const found = find(candidate);
      if (!found || taken.has(found.itemId)) continue;
      ids.set(candidate, found.itemId);
      taken.add(found.itemId);
    }
  };
  const free = (): KnownItem[] => [...known.values()].filter(({ itemId }) => !taken.has(itemId));
  recognise(({ keyId }) => (keyId ? known.get(keyId) : undefined));
  recognise(({ alias }) => free().find((one) => one.alias === alias));
  recognise((candidate) =>
    onlyOneWithNumberOf(
      candidate,
      candidates.filter((one) => !ids.has(one)),
      free(),
    ),
  );
  const newId = ({ keyId, alias }: Candidate): string => {
    let id = keyId ?? alias;
    // An item that was reworded keeps its id; one that now has the old wording is another.
    while (known.has(id) || taken.has(id)) id = idOf(id, 'again');
    taken.add(id);
    return id;
  };
  return candidates.map((one) => itemOf(agendaId, one, ids.get(one) ?? newId(one)));
}

/** Each published item once, with the ids that it could have. Titles that occur twice are told apart by their order. */
function candidatesOf(agendaId: string, published: readonly PublishedItem[]): Candidate[] {
  const seen = new Map<string, number>();
  const keys = new Set<string>();
  return published.flatMap((one) => {
    if (one.key !== undefined && keys.has(one.key)) return [];
    if (one.key !== undefined) keys.add(one.key);
    const words = one.title === undefined ? `closed ${one.number}` : foldText(one.title).replace(/\s+/g, ' ').trim();
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    const keyId = one.key === undefined ? undefined : idOf('politicalItem', agendaId, 'key', one.key);
    return [{ published: one, keyId, alias: idOf('politicalItem', agendaId, 'title', words, String(nth)) }];
  });
}

/** The wording is new but the case is the same: only where no other item, known or published, has that number. */
function onlyOneWithNumberOf(
  { published }: Candidate,
  rivals: readonly Candidate[],
  free: readonly KnownItem[],
): KnownItem | undefined {
  const shares = (numbers: readonly ExternalNumber[]): boolean =>
    numbers.some((one) => published.externalNumbers.some((other) => isSameNumber(one, other)));
  const found = free.filter((one) => shares(one.externalNumbers));
  const claimed = rivals.filter((one) => shares(one.published.externalNumbers));
  return found.length === 1 && claimed.length === 1 ? found[0] : undefined;
}

function itemOf(agendaId: string, { published, alias }: Candidate, itemId: string): PoliticalItem {
  const { number, title, text, externalNumbers, closed } = published;
  const open = closed ? {} : { ...(title !== undefined && { title }), ...(text !== undefined && { text }) };
  const wording = [agendaId, number, open.title ?? '', open.text ?? '', String(closed)];
  const numbers = externalNumbers.map(({ system, value }) => `${system} ${value}`).sort();
  return {
    itemId,
    alias,
    number,
    ...open,
    externalNumbers,
    closed,
    fingerprint: idOf('wording', ...wording, ...numbers),
  };
}
