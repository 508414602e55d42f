/** Reads a CSV file of the service: semicolons, CRLF, quoted cells. The first row holds the headings. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|$)/y;
  for (let match = cell.exec(text); match && cell.lastIndex <= text.length; match = cell.exec(text)) {
    const [, raw = '', end] = match;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '' || cell.lastIndex === text.length) break;
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
