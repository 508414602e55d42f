import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { Refused } from '@rettidig/event-sourcing';
import type { ReadDocument } from './extract.js';
import { readDocument } from './read-document.js';
import { docxOf, pdfOf, rulesOfTable, xlsxOf } from './testing/index.js';
import { documentRefusals, documentWarnings } from './texts.js';
import { writeZip } from './zip.write.js';
import { unpack } from './zip.js';

const types = (type: string): [string, Buffer] => [
  '[Content_Types].xml',
  Buffer.from(`<Types><Override ContentType="${type}"/></Types>`),
];
const zipOf = (...parts: [string, Buffer][]): Buffer => writeZip(new Map(parts));
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART:20260304T100000',
  'RRULE:FREQ=WEEKLY;COUNT=5',
  'END:VEVENT',
  'END:VCALENDAR',
];

/** A container of one compressed entry that says it is smaller than it is. */
function bombOf(name: string, content: Buffer, claimed: number): Buffer {
  const packed = deflateRawSync(content);
  const zip = zipOf([name, packed]);
  const central = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
  zip.writeUInt16LE(8, 8);
  zip.writeUInt32LE(claimed, 22);
  zip.writeUInt16LE(8, central + 10);
  zip.writeUInt32LE(claimed, central + 24);
  return zip;
}

/** Whether a file was read or refused with a known sentence; anything else fails the test. */
async function readOrRefused(bytes: Uint8Array, fileName: string): Promise<void> {
  let document: ReadDocument;
  try {
    document = await readDocument(bytes, { fileName });
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ status: 422 });
    return void expect(Object.keys(documentRefusals)).toContain((error as Refused).code);
  }
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  for (const { code } of document.warnings) expect(Object.keys(documentWarnings)).toContain(code);
}

describe('a container', () => {
  it.each([
    ['a zip of files', zipOf(['a.txt', Buffer.from('a')]), 'document.is-zip'],
    ['an empty zip', zipOf(), 'document.is-zip'],
    [
      'an OpenDocument text',
      zipOf(['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')]),
      'document.is-open-document',
    ],
    [
      'a presentation',
      zipOf(types('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml')),
      'document.is-presentation',
    ],
    [
      'a binary spreadsheet',
      zipOf(types('application/vnd.ms-excel.sheet.binary.macroEnabled.main')),
      'document.is-xls',
    ],
    [
      'an entity',
      zipOf(['word/document.xml', Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a/>')]),
      'document.xml-doctype',
    ],
    [
      'more entries than any file has',
      zipOf(...Array.from({ length: 2001 }, (_, n): [string, Buffer] => [`${n}.xml`, Buffer.alloc(0)])),
      'document.zip-bomb',
    ],
    [
      'a bomb that says how large it is',
      bombOf('word/document.xml', Buffer.alloc(201 * 1024 * 1024), 201 * 1024 * 1024),
      'document.zip-bomb',
    ],
    [
      'a bomb that says it is small',
      bombOf('word/media/a.png', Buffer.alloc(201 * 1024 * 1024), 5),
      'document.zip-bomb',
    ],
  ])('is refused as %s', async (_, bytes, code) => {
    await expect(readDocument(bytes, {})).rejects.toMatchObject({ code, status: 422 });
  });

  it('is refused with more text than fits into memory', async () => {
    await expect(readDocument(docxOf(['x'.repeat(16 * 1024 * 1024)]), {})).rejects.toMatchObject({
      code: 'document.text-too-long',
      details: { limit: 16 },
    });
    const { parts } = await unpack(await xlsxOf([['a']]));
    const cells = '<c r="A1"><v>1</v></c>'.repeat(1_000_001);
    const sheet = Buffer.from(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`);
    const file = writeZip(new Map([...parts, ['xl/worksheets/sheet1.xml', sheet]]));
    await expect(readDocument(file, {})).rejects.toMatchObject({ code: 'document.too-many-cells' });
  });

  it('may name paths that lead outside: nothing is written anywhere', async () => {
    const file = docxOf(['Tekst'], { parts: new Map([['../../evil.xml', Buffer.from('<a/>')]]) });
    expect((await readDocument(file, {})).extract).toEqual({ kind: 'lines', lines: ['Tekst'] });
  });

  it('is damaged where a byte of its text is another one', async () => {
    const file = docxOf(['Mødet den 4. marts']);
    file[file.indexOf('4. marts')] = '5'.charCodeAt(0);
    await expect(readDocument(file, {})).rejects.toMatchObject({ code: 'document.damaged' });
  });
});

describe('damage', () => {
  const names = {
    docx: 'a.docx',
    pdf: 'a.pdf',
    xlsx: 'a.xlsx',
    csv: 'a.csv',
    ics: 'a.ics',
    xml: 'a.xml',
    text: 'a.txt',
  };
  const files = {
    docx: async () => docxOf(['Referat', { text: 'Punkt', numbered: 0 }, [['a', 'b']]]),
    pdf: async () => pdfOf([['Referat', 'Navn\tSæde', ...rulesOfTable([50, 250, 450], [800, 760])], ['Side to']]),
    xlsx: () =>
      xlsxOf([
        ['navn', 'fra'],
        ['Øst', new Date('2026-01-01')],
      ]),
    csv: async () => Buffer.from('navn;fra\n"Øst";2026\n'),
    ics: async () => Buffer.from(CALENDAR.join('\r\n')),
    xml: async () => Buffer.from('<?xml version="1.0"?><a b="c"><d>é</d></a>'),
    text: async () => Buffer.from('Referat på æøå'),
  };

  it.each(Object.keys(names) as (keyof typeof names)[])(
    'of a %s is read or refused, never anything else',
    async (format) => {
      const file = await files[format]();
      const flips = fc.array(fc.record({ at: fc.nat(file.length - 1), to: fc.nat(255) }), {
        minLength: 1,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(flips, fc.option(fc.nat(file.length)), async (changes, end) => {
          const bytes = Buffer.from(file);
          for (const { at, to } of changes) bytes[at] = to;
          await readOrRefused(bytes.subarray(0, end ?? undefined), names[format]);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('damage inside a container whose checksums are right', () => {
  it.each([
    [
      'docx',
      async () => docxOf(['Referat', { text: 'Punkt', numbered: 0 }, { text: 'x', heading: true }, [['a', 'b']]]),
    ],
    [
      'xlsx',
      () =>
        xlsxOf([
          ['navn', 'fra', 1],
          ['Øst', new Date('2026-01-01'), { formula: 'A1', result: 'navn' }],
        ]),
    ],
  ])('of a %s is read or refused, never anything else', async (format, make) => {
    const { parts } = await unpack(await make());
    const names = [...parts.keys()];
    const change = fc.record({ part: fc.constantFrom(...names), at: fc.nat(), to: fc.nat(255), cut: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = new Map(parts);
        for (const { part, at, to, cut } of changes) {
          const bytes = Buffer.from(damaged.get(part)!);
          const place = at % bytes.length;
          damaged.set(part, Buffer.concat([bytes.subarray(0, place), Buffer.from([to]), bytes.subarray(place + cut)]));
        }
        await readOrRefused(writeZip(damaged), `a.${format}`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the texts', () => {
  it.each(Object.entries({ ...documentRefusals, ...documentWarnings }))(
    'of %s have the same details in both languages',
    (_, { da, en }) => {
      const details = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(details(da)).toEqual(details(en));
    },
  );
});
