import { Agent, request } from 'node:http';

/** An answer to one of many requests. */
export interface BurstAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what the documentation promises
  readonly body: any;
}

/**
 * Posts over as many connections as there are requests. Cheaper than `fetch`, so that on a small machine the service is
 * under load and not the test.
 */
export function burstOf(url: string, persona: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const post = (path: string, key: string, message: object): Promise<BurstAnswer> =>
    new Promise((resolve, reject) => {
      const body = Buffer.from(JSON.stringify(message));
      const headers = {
        'X-Persona': persona,
        'Idempotency-Key': key,
        'Content-Type': 'application/json',
        'Content-Length': body.length,
      };
      const sent = request(`${url}/api/v1${path}`, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  /** Sends again over a new connection where one broke, as the key allows. */
  const untilAnswered = async (path: string, key: string, message: object, tries = 3): Promise<BurstAnswer> => {
    try {
      return await post(path, key, message);
    } catch (error) {
      if (tries <= 1) throw error;
      return untilAnswered(path, key, message, tries - 1);
    }
  };
  return { post, untilAnswered, close: () => agent.destroy() };
}
