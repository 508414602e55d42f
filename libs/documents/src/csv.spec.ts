import { readDocument } from './read-document.js';

const rowsOf = async (text: string, fileName = 'enheder.csv'): Promise<readonly (readonly string[])[]> => {
  const { extract } = await readDocument(Buffer.from(text), { fileName });
  return extract.kind === 'table' ? extract.rows.map(({ cells }) => cells) : [];
};

describe('a CSV file', () => {
  it.each([';', ',', '\t', '|'])('is divided by %j where most rows are', async (delimiter) => {
    const rows = [
      ['navn', 'niveau', 'bemærkning'],
      ['Center Øst', 'område', 'flyttet 1,5 km'],
      ['Center Vest', 'område', ''],
    ];
    const quoted = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(delimiter));
    expect(await rowsOf(quoted.join('\r\n'))).toEqual(rows);
  });

  it('keeps quoted delimiters, quotes and line breaks in a cell', async () => {
    expect(await rowsOf('navn;note\r\n"Øst; afdeling 2";"sagde ""ja""\r\nto gange"\r\n')).toEqual([
      ['navn', 'note'],
      ['Øst; afdeling 2', 'sagde "ja"\r\nto gange'],
    ]);
  });

  it('counts blank rows but leaves them out, and keeps rows that are too long or too short', async () => {
    const { extract } = await readDocument(Buffer.from('a;b\n1;2\n\n;\n3\n4;5;6\n'), { mediaType: 'text/csv' });
    expect(extract).toEqual({
      kind: 'table',
      rows: [
        { row: 1, cells: ['a', 'b'] },
        { row: 2, cells: ['1', '2'] },
        { row: 5, cells: ['3'] },
        { row: 6, cells: ['4', '5', '6'] },
      ],
    });
  });

  it('takes the delimiter that Excel is told, and one column where there is none', async () => {
    expect(await rowsOf('sep=,\r\na,b;c\r\n1,2\r\n')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
    expect(await rowsOf('titel\nBudget, plan; og regnskab\n')).toEqual([['titel'], ['Budget, plan; og regnskab']]);
  });

  it('is divided as its rows are where a title stands above the headings', async () => {
    for (const title of ['Dagsorden for udvalget', 'Dagsorden for udvalget, den 3. juni']) {
      expect(await rowsOf(`${title}\nPunkt;Titel\n1;Ny sti\n`)).toEqual([[title], ['Punkt', 'Titel'], ['1', 'Ny sti']]);
    }
    expect(await rowsOf('titel\nFlytning; status\nNy sti\n')).toEqual([['titel'], ['Flytning; status'], ['Ny sti']]);
  });

  it('is refused when its rows have no delimiter in common or a quote is never closed', async () => {
    const code = 'document.csv-delimiter-unknown';
    await expect(rowsOf('navn^kode\nØst^1\n')).rejects.toMatchObject({ code, status: 422 });
    await expect(rowsOf('a;b;c\n1,2,3\n4,5,6\n')).rejects.toMatchObject({ code });
    await expect(rowsOf('a;b\n1;2\n"x;3\n4;5')).rejects.toMatchObject({
      code: 'document.csv-quotes',
      details: { row: 3 },
    });
  });
});
