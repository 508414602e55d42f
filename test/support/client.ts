import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what the documentation promises
  readonly body: any;
}

/** Talks to the service as one persona. */
export function clientOf(url: string, persona: string) {
  const call = async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'X-Persona': persona, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text } as Answer;
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => call('GET', path, undefined, headers),
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      call('POST', path, JSON.stringify(body), {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...headers,
      }),
    /** Sends a file as it is; what it is called stands in `Content-Disposition`, if anywhere. */
    upload: (path: string, file: Uint8Array<ArrayBuffer>, type: string, headers: Record<string, string> = {}) =>
      call('POST', path, file, { 'Content-Type': type, 'Idempotency-Key': randomUUID(), ...headers }),
  };
}
