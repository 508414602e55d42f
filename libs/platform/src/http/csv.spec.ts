import { buffer } from 'node:stream/consumers';
import { csvOf } from './csv.js';

type Rows = Parameters<typeof csvOf>[0];
/** As bytes, so that the byte order mark is seen. */
const csv = async (rows: Rows, language: 'da' | 'en' = 'da'): Promise<string> =>
  (await buffer(csvOf(rows, columns, language))).toString('utf8');

const columns = [
  { key: 'title', heading: { da: 'Sag', en: 'Case' } },
  { key: 'days', heading: { da: 'Dage', en: 'Days' } },
  { key: 'counted', heading: { da: 'Tæller med', en: 'Counts' } },
];

describe('a list as CSV', () => {
  it('opens in a Danish spreadsheet: byte order mark, semicolons, CRLF, Danish headings', async () => {
    const rows = [{ title: 'Ny "enhed"; øst', days: 12, counted: true }, { title: null }];
    await expect(csv(rows)).resolves.toBe('\ufeffSag;Dage;Tæller med\r\n"Ny ""enhed""; øst";12;ja\r\n;;\r\n');
  });

  it('keeps an empty list as its headings, in English on request', async () => {
    await expect(csv([], 'en')).resolves.toBe('\ufeffCase;Days;Counts\r\n');
  });

  it.each(['=1+1', '+45 12345678', '-2', '@SUM(A1)', '\tx', '\rx'])('makes no formula of %j', async (title) => {
    expect((await csv([{ title }])).split('\r\n').slice(1).join('\r\n').replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves negative numbers numbers', async () => {
    expect(await csv([{ days: -3 }])).toContain('\r\n;-3;\r\n');
  });

  it('breaks off when a row cannot be read, so that half a list is not taken for the whole', async () => {
    const broken = function* () {
      yield { title: 'first' };
      throw new Error('disk');
    };
    await expect(csv(broken())).rejects.toThrow('disk');
  });

  it('sends nothing at all when the first row cannot be read', () => {
    const broken = {
      [Symbol.iterator]: () => {
        throw new Error('view-building');
      },
    };
    expect(() => csvOf(broken, columns, 'da')).toThrow('view-building');
  });
});
