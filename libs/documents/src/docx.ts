import { impossible } from '@rettidig/event-sourcing';
import mammoth from 'mammoth';
import type { DocumentWarning, ReadDocument } from './extract.js';
import { Numbers } from './docx.numbers.js';
import { MOST_WORD_BYTES } from './limits.js';
import { linesExtract } from './text.js';
import { warning } from './warning.js';
import { writeZip } from './zip.write.js';
import type { Unpacked } from './zip.js';

/** A node of a Word document as the library hands it on: paragraphs, runs, tables and what is in them. */
interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly checked?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: { readonly level: string; readonly paragraphStyleId?: string } | null;
}

/** The parts with the text of a Word file; the rest (macros, settings, themes) is never handed to the library. */
const TEXT_PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
const NUMBERING_PART = /^word\/numbering\d*\.xml$/;

/** Word has no more columns in a table. */
const MOST_COLUMNS = 63;

/** The text inside a paragraph; a line break is one, a tab is one. */
function inlineText(node: WordNode): string {
  switch (node.type) {
    case 'text':
      return (node.value ?? '').replaceAll('\u2011', '-').replaceAll('\u00ad', '');
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node.checked ? '☒' : '☐';
    default:
      return (node.children ?? []).map(inlineText).join('');
  }
}

/** Writes a document out line by line, counting its automatic numbers on the way. */
class LineWriter {
  constructor(private readonly numbers: Numbers | undefined) {}

  linesOf(node: WordNode): string[] {
    if (node.type === 'paragraph') return this.paragraph(node).split('\n');
    if (node.type === 'table') return this.table(node);
    return (node.children ?? []).flatMap((child) => this.linesOf(child));
  }

  private paragraph(node: WordNode): string {
    const style = node.numbering?.paragraphStyleId;
    const text = inlineText(node);
    // Word numbers an empty paragraph too, but nobody reads it as an item.
    if (style === undefined || text.trim() === '') return text;
    const number = this.numbers?.next(style, Number(node.numbering?.level ?? 0)) ?? '';
    return number === '' ? text : `${number} ${text}`;
  }

  /** A row is one line; a cell that reaches over several rows or columns leaves the other places empty. */
  private table(node: WordNode): string[] {
    const taken: number[] = [];
    return (node.children ?? []).map((row) => {
      const cells: string[] = [];
      const skipTaken = (): void => {
        for (; (taken[cells.length] ?? 0) > 0; cells.push('')) taken[cells.length]! -= 1;
      };
      for (const cell of row.children ?? []) {
        skipTaken();
        const width = Math.max(1, Math.min(cell.colSpan ?? 1, MOST_COLUMNS));
        const text = this.cellText(cell);
        for (let at = 0; at < width; at += 1) {
          taken[cells.length] = Math.max(0, (cell.rowSpan ?? 1) - 1);
          cells.push(at === 0 ? text : '');
        }
      }
      skipTaken();
      return cells.join('\t');
    });
  }

  /** What stood below each other in a cell stands beside each other. */
  private cellText(cell: WordNode): string {
    const lines = (cell.children ?? []).flatMap((child) => this.linesOf(child));
    return lines.join(' ').replace(/\s+/g, ' ').trim();
  }
}

/** The document as the library sees it. It makes a page of it as well, which is why it is given back an empty one. */
async function readTree(file: Buffer): Promise<WordNode> {
  let tree: WordNode = { type: 'document' };
  await mammoth.convertToHtml(
    { buffer: file },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: WordNode) => {
        tree = document;
        return { ...document, children: [] };
      },
    },
  );
  return tree;
}

function warningsOf({ names, parts }: Unpacked): DocumentWarning[] {
  const main = Buffer.from(parts.get('word/document.xml') ?? []);
  return [
    ...(names.some((name) => /vbaProject\.bin$/i.test(name)) ? [warning('document.macros-ignored')] : []),
    ...(main.includes('<w:ins ') || main.includes('<w:del ') ? [warning('document.changes-tracked')] : []),
  ];
}

/** The running text of a Word file: paragraphs with the numbers that Word shows, rows of tables with tabs. */
export async function readDocx(unpacked: Unpacked): Promise<ReadDocument> {
  const texts = new Map([...unpacked.parts].filter(([name]) => TEXT_PARTS.test(name)));
  const bytes = [...texts.values()].reduce((sum, part) => sum + part.length, 0);
  if (bytes > MOST_WORD_BYTES) throw impossible('document.text-too-long', { limit: MOST_WORD_BYTES / 1024 / 1024 });
  const numbering = [...texts.keys()].find((name) => NUMBERING_PART.test(name));
  const numbers = numbering === undefined ? undefined : new Numbers(texts.get(numbering)!);
  if (numbering !== undefined && numbers) texts.set(numbering, numbers.xmlForReader());
  const tree = await readTree(writeZip(texts));
  const lines = new LineWriter(numbers).linesOf(tree);
  const pictures = unpacked.names.some((name) => name.startsWith('word/media/'));
  const extract = linesExtract(lines, pictures ? 'document.docx-has-no-text' : 'document.empty');
  return { format: 'docx', extract, warnings: warningsOf(unpacked) };
}
