import { writeZip } from '../zip.write.js';

/** A paragraph of a Word file made for a test. */
export interface DocxParagraph {
  /** A tab is a tab, a line break one inside the paragraph. */
  readonly text: string;
  /** The level of an ordered list (1., 1.1) from 0; such numbers are not in the text. */
  readonly numbered?: number;
  readonly bullet?: boolean;
  /** A heading that the file numbers by its style. */
  readonly heading?: boolean;
}

/** A table: its rows of cells; a line break in a cell begins a paragraph. */
export type DocxTable = readonly (readonly string[])[];

export interface DocxOptions {
  /** Further parts by path, such as macros. */
  readonly parts?: ReadonlyMap<string, Uint8Array>;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function paragraph({ text, numbered, bullet, heading }: DocxParagraph): string {
  const list = bullet ? [2, 0] : numbered === undefined ? undefined : [1, numbered];
  const numbering = list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '';
  const runs = text
    .split(/(\n|\t)/)
    .map((part) =>
      part === '\n'
        ? '<w:r><w:br/></w:r>'
        : part === '\t'
          ? '<w:r><w:tab/></w:r>'
          : `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
    );
  const style = heading ? '<w:pStyle w:val="Overskrift1"/>' : '';
  return `<w:p><w:pPr>${style}${numbering}</w:pPr>${runs.join('')}</w:p>`;
}

function table(rows: DocxTable): string {
  const cell = (text: string): string =>
    `<w:tc>${text
      .split('\n')
      .map((line) => paragraph({ text: line }))
      .join('')}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const NUMBERING = `<w:numbering xmlns:w="${WORD}">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Overskrift1"/><w:lvlText w:val="Punkt %1:"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num></w:numbering>`;

const STYLES = `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style></w:styles>`;

/** A small real Word file of paragraphs and tables, in the order given; a text alone is a paragraph. */
export function docxOf(content: readonly (string | DocxParagraph | DocxTable)[], { parts }: DocxOptions = {}): Buffer {
  const body = content.map((one) => {
    if (typeof one === 'string') return paragraph({ text: one });
    return 'text' in one ? paragraph(one) : table(one);
  });
  const types = ['document.main', 'numbering', 'styles'].map(
    (part) => `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="${TYPE}.${part}+xml"/>`,
  );
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['word/document.xml', `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`],
    ['word/numbering.xml', NUMBERING],
    ['word/styles.xml', STYLES],
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return writeZip(
    new Map([...files.map(([path, xml]): [string, Uint8Array] => [path, Buffer.from(head + xml)]), ...(parts ?? [])]),
  );
}
