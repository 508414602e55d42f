import { impossible } from '@rettidig/event-sourcing';
import type { XmlElement } from './extract.js';
import { MOST_SHEET_BYTES, MOST_SHEET_CELLS } from './limits.js';
import { readXml } from './xml.js';
import { writeZip } from './zip.write.js';
import type { Unpacked } from './zip.js';

/** A spreadsheet cut down to one sheet, as a file of its own. */
export interface OneSheet {
  readonly file: Buffer;
  /** How many other sheets hold something. */
  readonly others: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const textOf = (part: Uint8Array | undefined): string => Buffer.from(part ?? []).toString('utf8');

/** Every element of a name, however deep. */
const within = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

/**
 * A part without the prefix that some programs put before every name (`<x:row>`): the library that reads spreadsheets
 * knows the names without one only.
 */
function withoutPrefix(xml: string): string {
  const prefix = /<(\w+):(?:worksheet|sst|styleSheet)\b/.exec(xml.slice(0, 2000))?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** The sheets in the order of their tabs, the hidden ones last, each with the path of its part. */
function sheetPaths(workbook: XmlElement, relations: XmlElement): string[] {
  const targets = new Map(relations.children.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']));
  const sheets = within(workbook, 'sheet');
  const shown = sheets.filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible');
  const hidden = sheets.filter((sheet) => !shown.includes(sheet));
  return [...shown, ...hidden].map(({ attributes }) => {
    const target = targets.get(attributes.id) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

/** Whether a sheet holds a value, a text or a formula somewhere. */
const holdsSomething = (part: Uint8Array | undefined): boolean => /<(\w+:)?(v|f|is)[ >]/.test(textOf(part));

/** Refuses a sheet that would not fit into memory, before anything is made of it. */
function refuseTooLarge(sheet: Uint8Array, texts: Uint8Array | undefined): void {
  if (sheet.length + (texts?.length ?? 0) > MOST_SHEET_BYTES) {
    throw impossible('document.text-too-long', { limit: MOST_SHEET_BYTES / 1024 / 1024 });
  }
  const buffer = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  let cells = 0;
  for (let at = buffer.indexOf(' r="'); at >= 0; at = buffer.indexOf(' r="', at + 1)) cells += 1;
  if (cells > MOST_SHEET_CELLS) throw impossible('document.too-many-cells', { limit: MOST_SHEET_CELLS });
}

const workbookXml = (date1904: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const relationsXml = `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

/**
 * Takes the first sheet that holds something out of a spreadsheet, with the texts and formats that its cells name, and
 * leaves behind what a table has no use for and readers have stumbled over: drawings, comments, pivots, macros, links.
 */
export function firstSheet({ parts }: Unpacked): OneSheet {
  const workbook = readXml(textOf(parts.get('xl/workbook.xml')));
  const relations = readXml(textOf(parts.get('xl/_rels/workbook.xml.rels')));
  const filled = sheetPaths(workbook, relations).filter((path) => holdsSomething(parts.get(path)));
  const [first, ...others] = filled;
  if (first === undefined) throw impossible('document.empty');
  refuseTooLarge(parts.get(first)!, parts.get('xl/sharedStrings.xml'));
  const sheet = withoutPrefix(textOf(parts.get(first)));
  const settings = within(workbook, 'workbookPr')[0]?.attributes.date1904;
  const date1904 = settings === '1' || settings === 'true' ? '1' : '0';
  const kept: [string, string][] = [
    ['xl/workbook.xml', workbookXml(date1904)],
    ['xl/_rels/workbook.xml.rels', relationsXml],
    ...['xl/sharedStrings.xml', 'xl/styles.xml'].flatMap((path): [string, string][] =>
      parts.has(path) ? [[path, withoutPrefix(textOf(parts.get(path)))]] : [],
    ),
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  return { file: writeZip(new Map(kept.map(([path, xml]) => [path, Buffer.from(xml)]))), others: others.length };
}
