import type { XmlElement } from '@rettidig/documents';
import type { FieldMap } from './field-map.js';
import { numbersIn, numbersOfField } from './printed-numbers.js';
import type { LeftOut, LeftOutReason, ReadAgenda, ReadAgendas, ReadItem } from './read-agenda.js';
import { saysClosed, truthOf, wordingOf } from './read-agenda.js';
import { acadre } from './systems/acadre.js';
import { edoc } from './systems/edoc.js';
import { edocFujitsu } from './systems/edoc-fujitsu.js';
import { sbsys } from './systems/sbsys.js';
import type { XmlPath } from './xml-path.js';
import { elementsAt, textAt } from './xml-path.js';

const maps: readonly FieldMap[] = [sbsys, edoc, edocFujitsu, acadre];

/** Reads the agenda that a document system publishes. */
export function readXml(root: XmlElement): ReadAgendas {
  const map = maps.find((one) => isOf(root, one));
  return map ? new XmlReader(map).read(root) : { source: 'unknown', agendas: [], leftOut: [] };
}

const isOf = (root: XmlElement, { root: name, holds, namespace }: FieldMap): boolean =>
  root.name === name && elementsAt(root, holds).some((one) => namespace === undefined || one.namespace === namespace);

const first = (element: XmlElement, paths: readonly XmlPath[]): string | undefined =>
  paths.map((path) => textAt(element, path)).find((text) => text !== undefined);

const NOT_WHOLE = /tillæg|supplement|addend|ekstra/iu;

class XmlReader {
  private readonly leftOut: LeftOut[] = [];
  private readonly items: ReadItem[] = [];
  /** Counts the items of the document, read or not. */
  private at = 0;

  constructor(private readonly map: FieldMap) {}

  read(root: XmlElement): ReadAgendas {
    const { source, body, day, kind, onlyOpen, part, partAccess, items } = this.map;
    const parts = elementsAt(root, part).map((element) => ({
      element,
      open: partAccess === undefined ? undefined : this.partIsOpen(textAt(element, partAccess)),
    }));
    for (const { element, open } of parts) {
      for (const item of elementsAt(element, items)) this.readItem(item, open);
    }
    const agenda: ReadAgenda = {
      at: 1,
      bodyWritten: first(root, body) ?? null,
      dayWritten: first(root, day) ?? null,
      administrationWritten: null,
      complete: !NOT_WHOLE.test(first(root, kind) ?? ''),
      ...partOf(parts, onlyOpen !== undefined && truthOf(textAt(root, onlyOpen) ?? '') === true),
      items: this.items,
    };
    return { source, agendas: [agenda], leftOut: this.leftOut };
  }

  /** Undefined when nothing is said of the part: then its items say it. */
  private partIsOpen(said: string | undefined): boolean | undefined {
    if (said === undefined) return undefined;
    return /lukket|fortrolig/iu.test(said) ? false : (truthOf(said) ?? true);
  }

  private readItem(element: XmlElement, partOpen: boolean | undefined): void {
    this.at += 1;
    const { item } = this.map;
    const title = first(element, item.title);
    const key = first(element, item.key);
    const printed = numbersIn(title ?? '');
    const base = {
      at: this.at,
      ...(key !== undefined && { key: key.slice(0, 200) }),
      number: this.numberOf(first(element, item.number)),
      externalNumbers: [...this.numbersOf(element), ...printed.numbers],
    };
    if (!this.isOpen(element, partOpen) || saysClosed(title ?? '')) {
      this.items.push({ ...base, closed: true });
      return;
    }
    const { wording, tooLong } = wordingOf(printed.rest, first(element, item.text));
    if (wording.title === undefined) return this.leave(key ?? '', 'noTitle');
    if (tooLong) this.leave(key ?? '', 'tooLong');
    this.items.push({ ...base, ...wording, closed: false });
  }

  /** Any word against it closes an item; so does a word that is not understood. */
  private isOpen(element: XmlElement, partOpen: boolean | undefined): boolean {
    if (partOpen === false) return false;
    const { access, openIs } = this.map.item;
    const said = access.map((path) => textAt(element, path)).filter((one) => one !== undefined);
    if (openIs) return said.length > 0 && said.every((one) => openIs.includes(one.toLowerCase()));
    return said.every((one) => {
      const open = truthOf(one);
      if (open === undefined) this.leave(one, 'accessNotUnderstood');
      return open === true;
    });
  }

  private numberOf(printed: string | undefined): string {
    const number = printed?.replace(/\.$/, '').toLowerCase();
    return number && /^\d{1,3}(?:\.?[a-z\d]{1,2})?$/.test(number) ? number : String(this.at);
  }

  private numbersOf(element: XmlElement) {
    return this.map.item.numbers.flatMap(({ path, system }) => {
      const field = textAt(element, path);
      if (field === undefined) return [];
      const numbers = numbersOfField(system, field);
      if (!numbers) this.leave(field, 'numberNotUnderstood');
      return numbers ?? [];
    });
  }

  private leave(text: string, why: LeftOutReason): void {
    this.leftOut.push({ at: this.at, text, why });
  }
}

/** Which part of the agenda the document is the whole of; nothing for both. */
function partOf(
  parts: readonly { readonly open: boolean | undefined }[],
  onlyOpen: boolean,
): { readonly part?: 'open' | 'closed' } {
  if (onlyOpen || (parts.length > 0 && parts.every(({ open }) => open === true))) return { part: 'open' };
  return parts.length > 0 && parts.every(({ open }) => open === false) ? { part: 'closed' } : {};
}
