import type { ReadDocument } from './extract.js';
import { readDocument } from './read-document.js';

const read = (xml: string | Buffer): Promise<ReadDocument> =>
  readDocument(Buffer.from(xml as string), { fileName: 'dagsorden.xml' });

describe('an XML file', () => {
  it('is read as a tree with local names, namespaces and its own texts', async () => {
    const { format, extract } = await read(
      '<?xml version="1.0"?><!-- ja --><d:dagsorden xmlns:d="urn:x" nr="4" d:art="åben">\n Tekst <punkt><![CDATA[a < b]]> &amp; c</punkt>mere</d:dagsorden>',
    );
    expect(format).toBe('xml');
    expect(extract).toEqual({
      kind: 'xml',
      root: {
        ...{ name: 'dagsorden', namespace: 'urn:x', attributes: { nr: '4', art: 'åben' }, text: 'Tekst mere' },
        children: [{ name: 'punkt', namespace: '', attributes: {}, children: [], text: 'a < b & c' }],
      },
    });
  });

  it.each(['ISO-8859-1', 'windows-1252'])('is read in the encoding that it declares: %s', async (encoding) => {
    const { extract, warnings } = await read(
      Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>æøå</a>`, 'latin1'),
    );
    expect(extract).toMatchObject({ root: { text: 'æøå' } });
    expect(warnings).toEqual([]);
  });

  it('warns where it declares an encoding that it is not in', async () => {
    const { warnings } = await read('<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>Økonomi på række</a>');
    expect(warnings).toEqual([{ code: 'document.garbled-letters', details: { line: 2 } }]);
  });

  it.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document.xml-doctype', {}],
    [
      'an entity from outside',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'document.xml-doctype',
      {},
    ],
    ['an entity nobody knows', '<a>\n&x;</a>', 'document.xml-malformed', { line: 2 }],
    ['an element that is not closed', '<a>\n<b>\n</a>', 'document.xml-malformed', { line: 3 }],
    ['nothing after its declaration', '<?xml version="1.0"?>', 'document.xml-malformed', { line: 1 }],
    ['an encoding nobody reads', '<?xml version="1.0" encoding="KOI8-R"?><a/>', 'document.encoding-unknown', {}],
    ['elements 51 deep', '<a>'.repeat(51) + '</a>'.repeat(51), 'document.xml-too-complex', { depth: 50 }],
    ['200 001 elements', `<a>${'<b/>'.repeat(200_000)}</a>`, 'document.xml-too-complex', { elements: 200_000 }],
  ])('is refused with %s', async (_, xml, code, details) => {
    await expect(read(xml)).rejects.toMatchObject({ code, details, status: 422 });
  });
});
