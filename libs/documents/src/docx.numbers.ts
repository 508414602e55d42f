import type { XmlElement } from './extract.js';
import { MOST_XML_ELEMENTS } from './limits.js';
import { readXml } from './xml.js';

/** One level of an automatic numbering, as Word shows it. */
interface Level {
  readonly format: string;
  /** `%1.%2.`: each percent sign with the number of that level, counted from 1. */
  readonly text: string;
  readonly start: number;
  /** The heading style that is numbered by this level. */
  readonly style: string | undefined;
}

/** A numbering that paragraphs name, and the list definition whose counters it shares with others. */
interface Numbering {
  readonly shared: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew where this numbering is met first. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Where a paragraph stands in a numbering. */
interface Place {
  readonly numbering: string;
  readonly level: number;
}

const DEPTH_OF_OFFICE_XML = 50;

const all = (element: XmlElement, name: string): XmlElement[] => element.children.filter((one) => one.name === name);
const valueOf = (element: XmlElement, name: string): string | undefined => all(element, name)[0]?.attributes.val;

function readLevels(list: XmlElement): Map<number, Level> {
  const levels = all(list, 'lvl').map((level): [number, Level] => [
    Number(level.attributes.ilvl ?? 0),
    {
      format: valueOf(level, 'numFmt') ?? 'decimal',
      text: valueOf(level, 'lvlText') ?? '',
      start: Number(valueOf(level, 'start') ?? 1),
      style: valueOf(level, 'pStyle'),
    },
  ]);
  return new Map(levels);
}

function readRestarts(numbering: XmlElement): Map<number, number> {
  const overrides = all(numbering, 'lvlOverride').flatMap((override): [number, number][] => {
    const start = valueOf(override, 'startOverride');
    return start === undefined ? [] : [[Number(override.attributes.ilvl ?? 0), Number(start)]];
  });
  return new Map(overrides);
}

/** Every numbering of a Word file by its id. One that only points to a list style has the levels of that style. */
function readNumberings(root: XmlElement): Map<string, Numbering> {
  const lists = all(root, 'abstractNum');
  const byId = new Map(lists.map((list) => [list.attributes.abstractNumId, list]));
  const byStyle = new Map(lists.map((list) => [valueOf(list, 'styleLink'), list]));
  const numberings = new Map<string, Numbering>();
  for (const numbering of all(root, 'num')) {
    const named = byId.get(valueOf(numbering, 'abstractNumId'));
    const link = named && valueOf(named, 'numStyleLink');
    const list = link === undefined ? named : (byStyle.get(link) ?? named);
    const id = numbering.attributes.numId;
    if (!list || id === undefined) continue;
    const shared = list.attributes.abstractNumId ?? id;
    numberings.set(id, { shared, levels: readLevels(list), restarts: readRestarts(numbering) });
  }
  return numberings;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Roman numerals up to 3999; beyond, the number itself. */
function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let left = count;
  return ROMAN.map(([worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return sign.repeat(times);
  }).join('');
}

/** a to z, then aa, bb, as Word goes on. */
const letter = (count: number): string =>
  count < 1 ? String(count) : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)));

function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(count);
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** Stands in the place of a style's name for "this numbering", where the reader of Word files hands on nothing else. */
const MARK = 'numbering:';

/**
 * The numbers that Word shows in front of paragraphs but does not store with them. The library that reads the paragraphs
 * forgets which numbering a paragraph belongs to and keeps only its level's style; so it is given a numbering part
 * (`xmlForReader`) in which that style names the numbering.
 */
export class Numbers {
  private readonly numberings: ReadonlyMap<string, Numbering>;
  private readonly byStyle = new Map<string, Place>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly met = new Set<string>();

  constructor(numberingPart: Uint8Array) {
    const text = Buffer.from(numberingPart).toString('utf8');
    this.numberings = readNumberings(readXml(text, DEPTH_OF_OFFICE_XML, MOST_XML_ELEMENTS));
    for (const [numbering, { levels }] of this.numberings) {
      for (const [level, { style }] of levels) {
        if (style !== undefined && !this.byStyle.has(style)) this.byStyle.set(style, { numbering, level });
      }
    }
  }

  /** A numbering part with a list of its own for each numbering, each level saying which one it is of. */
  xmlForReader(): Uint8Array {
    const attribute = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const parts = [...this.numberings].map(([id, { levels }]) => {
      const rows = [...levels].map(([at, { format, style }]) => {
        const owner = style === undefined ? undefined : this.byStyle.get(style);
        const name = owner?.numbering === id && owner.level === at ? style : undefined;
        return `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${attribute(format)}"/><w:pStyle w:val="${attribute(name ?? MARK + id)}"/></w:lvl>`;
      });
      return [
        `<w:abstractNum w:abstractNumId="${attribute(id)}">${rows.join('')}</w:abstractNum>`,
        `<w:num w:numId="${attribute(id)}"><w:abstractNumId w:val="${attribute(id)}"/></w:num>`,
      ];
    });
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    return Buffer.from(`<w:numbering xmlns:w="${namespace}">${parts.flat().join('')}</w:numbering>`);
  }

  /** What stands in front of the next paragraph of a numbering: `4.`, `2.1`, `b)`, `•`; empty for nothing. */
  next(styleOfLevel: string, level: number): string {
    const place = styleOfLevel.startsWith(MARK)
      ? { numbering: styleOfLevel.slice(MARK.length), level }
      : this.byStyle.get(styleOfLevel);
    const numbering = place && this.numberings.get(place.numbering);
    const shown = place && numbering?.levels.get(place.level);
    if (!numbering || !shown) return '';
    if (shown.format === 'bullet') return '•';
    const counters = this.count(numbering, place);
    return shown.text.replace(/%(\d)/g, (_, digit: string) => {
      const of = numbering.levels.get(Number(digit) - 1);
      return written(counters[Number(digit) - 1] ?? of?.start ?? 1, of?.format ?? 'decimal');
    });
  }

  /** Counts on at one level and begins anew below it. */
  private count(numbering: Numbering, { numbering: id, level }: Place): readonly (number | undefined)[] {
    const counters = this.counters.get(numbering.shared) ?? [];
    this.counters.set(numbering.shared, counters);
    if (!this.met.has(id)) {
      for (const [at, start] of numbering.restarts) counters[at] = start - 1;
      this.met.add(id);
    }
    counters[level] = (counters[level] ?? (numbering.levels.get(level)?.start ?? 1) - 1) + 1;
    counters.length = level + 1;
    return counters;
  }
}
