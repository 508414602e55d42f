import { impossible } from '@rettidig/event-sourcing';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Decoded, decodeText, decodeWindows1252, encodingByMark } from './encoding.js';
import type { ReadDocument, XmlElement } from './extract.js';
import { MOST_XML_DEPTH, MOST_XML_ELEMENTS } from './limits.js';

/** An element that is still open. */
interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Attributes by their local names; where two have the same, the second keeps its prefix. */
function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, local, prefix, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || name === 'xmlns') continue;
    // Defined rather than assigned: an attribute may be called `__proto__`.
    const key = Object.hasOwn(found, local) ? name : local;
    Object.defineProperty(found, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return found;
}

/** Puts together the tree while the file is read, under the limits of depth and number. */
class TreeBuilder {
  root: XmlElement | undefined;
  private readonly open: OpenElement[] = [];
  private count = 0;

  constructor(
    private readonly depth: number,
    private readonly elements: number,
  ) {}

  begin(tag: SaxesTagNS): void {
    this.count += 1;
    if (this.open.length >= this.depth || this.count > this.elements) {
      throw impossible('document.xml-too-complex', { depth: this.depth, elements: this.elements });
    }
    this.open.push({ name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), children: [], text: '' });
  }

  text(text: string): void {
    const element = this.open.at(-1);
    if (element) element.text += text;
  }

  end(): void {
    const element = this.open.pop();
    if (!element) return;
    element.text = element.text.trim();
    const parent = this.open.at(-1);
    if (parent) parent.children.push(element);
    else this.root = element;
  }
}

/** The tree of an XML text. A DOCTYPE, with it every entity of its own, and what is not well-formed is refused. */
export function readXml(text: string, depth = MOST_XML_DEPTH, elements = MOST_XML_ELEMENTS): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const tree = new TreeBuilder(depth, elements);
  parser.on('doctype', () => {
    throw impossible('document.xml-doctype');
  });
  parser.on('error', () => {
    throw impossible('document.xml-malformed', { line: parser.line });
  });
  parser.on('opentag', (tag) => tree.begin(tag));
  parser.on('closetag', () => tree.end());
  parser.on('text', (part) => tree.text(part));
  parser.on('cdata', (part) => tree.text(part));
  parser.write(text).close();
  if (!tree.root) throw impossible('document.xml-malformed', { line: parser.line });
  return tree.root;
}

/** What the declaration in the first line says about the encoding, in small letters. */
const declaredEncoding = (bytes: Uint8Array): string | undefined =>
  /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/
    .exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1]
    ?.toLowerCase();

/** The text of an XML file in the encoding that its mark, else its declaration, names; UTF-8 where neither does. */
function decodeXml(bytes: Uint8Array): Decoded {
  const declared = encodingByMark(bytes) ? undefined : declaredEncoding(bytes);
  switch (declared) {
    case undefined:
    case 'utf-8':
    case 'utf8':
    case 'us-ascii':
      return decodeText(bytes);
    case 'iso-8859-1':
    case 'latin1':
    case 'windows-1252':
    case 'cp1252':
      return decodeWindows1252(bytes);
    default:
      throw impossible('document.encoding-unknown');
  }
}

/** An XML file as data. */
export function readXmlBytes(bytes: Uint8Array): ReadDocument {
  const { text, warnings } = decodeXml(bytes);
  return { format: 'xml', extract: { kind: 'xml', root: readXml(text.trimStart()) }, warnings };
}
