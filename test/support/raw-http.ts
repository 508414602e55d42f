import { connect } from 'node:net';

/** What came back over a connection, as far as the first answer goes. */
export interface RawAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** No service takes longer to say no, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends bytes as they are and reads until the other side closes; for what no HTTP client would send. */
export function exchange(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(answerIn(Buffer.concat(chunks))));
  });
}

function answerIn(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line)!)
    .map(([, name, value]) => [name!.toLowerCase(), value!] as const);
  const byName = new Map(headers);
  // What stands behind it is another answer.
  const length = Number(byName.get('content-length') ?? bytes.length);
  return {
    status: Number(first.split(' ')[1]),
    headers: byName,
    text: bytes.subarray(end + 4, end + 4 + length).toString('utf8'),
  };
}

/** A request as text. A header whose value is a list is sent once for each of them; one that is
 * null is left out; one without a name is a line as it stands. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | readonly string[] | null>>,
  body: string | Buffer = '',
): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one) => (name === '' ? one : `${name}: ${one}`)),
  );
  const head = [`${method} ${path} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'utf8'), Buffer.from(body)]);
}
