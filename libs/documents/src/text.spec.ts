import type { ReadDocument } from './extract.js';
import { readDocument } from './read-document.js';

const read = (bytes: Uint8Array | string): Promise<ReadDocument> =>
  readDocument(Buffer.from(bytes as string), { fileName: 'referat.txt' });
const utf16 = (text: string, mark: string): Buffer => Buffer.from(mark + text, 'utf16le');

describe('a text', () => {
  it.each([
    ['UTF-8', Buffer.from('Mødet på Ærø')],
    ['UTF-8 with a mark', Buffer.from('\ufeffMødet på Ærø')],
    ['UTF-16 little-endian', utf16('Mødet på Ærø', '\ufeff')],
    ['UTF-16 big-endian', utf16('Mødet på Ærø', '\ufeff').swap16()],
  ])('is read in %s without a warning', async (_, bytes) => {
    expect(await read(bytes)).toEqual({
      format: 'text',
      extract: { kind: 'lines', lines: ['Mødet på Ærø'] },
      warnings: [],
    });
  });

  it('is read as Windows-1252 where it is not UTF-8, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Mødet på Ærø: “ja” ', 'latin1').subarray(0, 14),
      Buffer.from([0x96, 0x20, 0x80]),
    ]);
    expect(await read(bytes)).toMatchObject({
      extract: { lines: ['Mødet på Ærø: – €'] },
      warnings: [{ code: 'document.read-as-windows-1252', details: {} }],
    });
  });

  it('tells of letters that were garbled before, and of letters that are damaged', async () => {
    const garbled = Buffer.from(Buffer.from('første\npå række', 'utf8').toString('latin1'), 'utf8');
    expect((await read(garbled)).warnings).toEqual([{ code: 'document.garbled-letters', details: { line: 1 } }]);
    const damaged = Buffer.concat([Buffer.from('række på\nén '), Buffer.from([0xc3]), Buffer.from('x')]);
    expect((await read(damaged)).warnings).toEqual([
      { code: 'document.damaged-letters', details: { count: 1, line: 2 } },
    ]);
  });

  it('is cut at every kind of line break; blank lines stay, those at the end go', async () => {
    expect((await read('a\r\nb\n\nc\rd\fe \u2028f\n\n \n')).extract).toEqual({
      kind: 'lines',
      lines: ['a', 'b', '', 'c', 'd', 'e', 'f'],
    });
  });
});

describe('a file that is not read', () => {
  const ole = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  it.each([
    ['nothing', Buffer.alloc(0), '', 'document.empty'],
    ['blanks', Buffer.from(' \n\t '), 'x.txt', 'document.empty'],
    ['only a mark', Buffer.from('\ufeff'), 'x.txt', 'document.empty'],
    ['an old Word file', ole('WordDocument'), 'x.doc', 'document.is-doc'],
    ['an old Excel file', ole('Workbook'), 'x.xls', 'document.is-xls'],
    ['a mail', ole('__properties_version1.0'), 'x.msg', 'document.is-old-office'],
    ['a file with a password', ole('EncryptedPackage'), 'x.docx', 'document.is-encrypted'],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'x.png', 'document.is-image'],
    ['a photo of a phone', Buffer.from('\0\0\0\u0018ftypheic'), 'x.heic', 'document.is-image'],
    ['rich text', Buffer.from('{\\rtf1 x}'), 'x.rtf', 'document.is-rtf'],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>1'), 'x.xls', 'document.is-html'],
    ['a web page', Buffer.from('\ufeff<!-- x -->\n<!DOCTYPE html><p>'), 'x.htm', 'document.is-html'],
    ['text called .docx', Buffer.from('hej'), 'x.docx', 'document.not-what-it-says'],
    ['rubbish', Buffer.from([1, 2, 3, 0, 255, 254, 7, 8]), 'x.txt', 'document.not-readable'],
    ['half a zip', Buffer.from('504b030414000600', 'hex'), 'x.docx', 'document.damaged'],
  ])('is refused for what it is: %s', async (_, bytes, fileName, code) => {
    await expect(readDocument(bytes, { fileName })).rejects.toMatchObject({ code, status: 422 });
  });

  it('is refused above 25 MiB, with the limit', async () => {
    const code = 'document.too-large';
    await expect(readDocument(new Uint8Array(25 * 1024 * 1024 + 1), {})).rejects.toMatchObject({
      code,
      details: { limit: 25 },
    });
  });
});
