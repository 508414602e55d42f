import { docxOf, pdfOf, xlsxOf, type XlsxCell } from '@rettidig/documents/testing';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

type Bytes = Buffer<ArrayBuffer>;

/** The entries of a container that was written without compression, by their path. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = zip.indexOf('504b0102', 0, 'hex'); at >= 0; at = zip.indexOf('504b0102', at + 4, 'hex')) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    entries.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
  }
  return entries;
}

/** A container with its entries compressed; `claimed` is what the table of contents says of one of them, in bytes. */
function packed(entries: ReadonlyMap<string, Buffer>, claims: Readonly<Record<string, number>> = {}): Bytes {
  const files: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path);
    const data = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claims[path] ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, data]);
    contents.push(Buffer.from('504b01021400', 'hex'), fields, rest, name);
    files.push(local);
    offset += local.length;
  }
  const size = contents.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.size, 4);
  end.writeUInt16LE(entries.size, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...contents, Buffer.from('504b0506', 'hex'), end]);
}

const WORD_TEXT = 'word/document.xml';
const SHEET = 'xl/worksheets/sheet1.xml';
/** More than any file may take unpacked: 300 MiB of blanks, some 300 kB on the way. */
const bomb = (): Buffer => Buffer.alloc(300 * 1024 * 1024, ' ');

const docx = (text = 'Referat'): Buffer => docxOf([text]);

/** A Word file or spreadsheet with one of its parts replaced or added. */
const docxWith = (part: string, content: Buffer, claims?: Readonly<Record<string, number>>): Bytes =>
  packed(entriesOf(docx()).set(part, content), claims);

export const docxBomb = (): Bytes => docxWith(WORD_TEXT, bomb());
export const docxLyingBomb = (): Bytes => docxWith(WORD_TEXT, bomb(), { [WORD_TEXT]: 2000 });
export async function xlsxBomb(claims?: Readonly<Record<string, number>>): Promise<Bytes> {
  return packed(entriesOf(await xlsxOf([['navn']])).set(SHEET, bomb()), claims);
}
export const xlsxLyingBomb = (): Promise<Bytes> => xlsxBomb({ [SHEET]: 500 });
export const xlsxFile = async (rows: readonly (readonly XlsxCell[])[]): Promise<Bytes> =>
  Buffer.from(await xlsxOf(rows));

/** A Word file with macros, of minutes or of whatever text. */
export const docxWithMacros = (lines: readonly string[]): Bytes =>
  Buffer.from(
    docxOf([...lines], { parts: new Map([['word/vbaProject.bin', Buffer.from('d0cf11e0a1b11ae1', 'hex')]]) }),
  );

export const scannedPdf = (): Bytes => Buffer.from(pdfOf([[], []]));
export function damagedPdf(): Bytes {
  const whole = pdfOf([['Referat', 'Punkt 1']]);
  return Buffer.from(whole.subarray(0, whole.length / 2));
}

/** The container that Office writes around a file with a password. */
export const encryptedOffice = (): Bytes =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(2048, 7),
  ]);

const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

export const billionLaughs = (): Bytes =>
  Buffer.from(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${LAUGHS}]><Dagsorden>&l9;</Dagsorden>`);
export const externalEntity = (): Bytes =>
  Buffer.from(
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Dagsorden><Overskrift>&x;</Overskrift></Dagsorden>',
  );
export const plainDoctype = (): Bytes =>
  Buffer.from('<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd"><Dagsorden/>');

/** An agenda of the Social Committee as SBSYS publishes it, with so many items. */
export const sbsysWith = (items: number): Bytes =>
  Buffer.from(
    `<?xml version="1.0"?><Dagsorden DagsordenID="1"><Møde MødeID="1" UdvalgID="1" Udvalg="Socialudvalget" Mødedato="3. juni 2026"/><Dagsordenpunkter>${Array.from(
      { length: items },
      (_, n) =>
        `<Dagsordenpunkt DagsordenpunktID="${n}" Åbent="true" Punktnummer="${n}"><Overskrift>Sag ${n}</Overskrift></Dagsordenpunkt>`,
    ).join('')}</Dagsordenpunkter></Dagsorden>`,
  );
