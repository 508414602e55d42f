import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

const MEGABYTE = Buffer.alloc(1024 * 1024, 'a');

/** Sends so many MiB as a file, with their length said before or in chunks, no faster than they are taken. */
export function sendMegabytes(
  url: string,
  count: number,
  lengthSaid: boolean,
): Promise<{ readonly status: number; readonly type: string | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'X-Persona': 'secretariat',
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'text/plain',
      ...(lengthSaid ? { 'Content-Length': count * MEGABYTE.length } : { 'Transfer-Encoding': 'chunked' }),
    };
    const sent = request(url, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          type: response.headers['content-type'],
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    let left = count;
    const go = (): void => {
      for (; left > 0; left--) {
        if (sent.write(MEGABYTE)) continue;
        left -= 1;
        sent.once('drain', go);
        return;
      }
      sent.end();
    };
    go();
  });
}
