import { randomUUID } from 'node:crypto';
import { eventCount } from './data-files.js';
import { exchange, requestText, type RawAnswer } from './raw-http.js';

/** A request that should be refused. What is left out is as it should be. */
export interface Sent {
  readonly method?: string;
  /** Below `/api/v1`, unless it says `!/from-the-root`. */
  readonly path?: string;
  /** A list is sent as so many headers, null as none. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  /** An object is sent as JSON. */
  readonly body?: object | string | Buffer;
}

/** A message that is accepted. */
export const good = { title: 'En sag', kind: 'other' };

type Problem = Readonly<Record<string, unknown>> & { readonly errors?: readonly { code: string; detail: string }[] };

/** Sends over a bare connection, so that nothing is put right on the way. */
export function send(url: string, sent: Sent, language = 'da'): Promise<RawAnswer> {
  const { method = 'POST', path = '/changes', headers = {}, body = good } = sent;
  const bytes = Buffer.from(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  const withBody = method === 'POST' || method === 'PUT';
  const usual = {
    Host: new URL(url).host,
    'Accept-Language': language,
    'X-Persona': 'manager',
    'Idempotency-Key': randomUUID(),
    ...(withBody ? { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) } : {}),
  };
  const address = path.startsWith('!') ? path.slice(1) : `/api/v1${path}`;
  return exchange(url, requestText(method, address, { ...usual, ...headers }, withBody ? bytes : ''));
}

/**
 * Refused in both languages with this status and code (that of a field, where a field is wrong), and nothing is written.
 */
export async function expectRefused(
  { url, dataDir }: { readonly url: string; readonly dataDir: string },
  sent: Sent,
  status: number,
  code: string,
): Promise<void> {
  const before = eventCount(dataDir);
  const danish = problemIn(await send(url, sent, 'da'));
  const english = problemIn(await send(url, sent, 'en'));
  expect([danish.status, danish.codes]).toEqual([status, expect.arrayContaining([code])]);
  expect([english.status, english.codes]).toEqual([status, danish.codes]);
  expect(danish.sentence).toMatch(/\S \S/);
  expect(english.sentence).toMatch(/\S \S/);
  expect(danish.sentence).not.toBe(english.sentence);
  expect(eventCount(dataDir)).toBe(before);
}

/** What an error answer says: its codes, those of fields included, and the sentence nearest to what is wrong. */
export function problemIn({ status, headers, text }: RawAnswer) {
  expect({ text, type: headers.get('content-type') }).toEqual({
    text,
    type: 'application/problem+json; charset=utf-8',
  });
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({
    status,
    type: `urn:rettidig:problem:${String(problem['code'])}`,
    title: expect.any(String),
  });
  expect(problem['instance']).toMatch(/^urn:uuid:/);
  const codes = [String(problem['code']), ...(problem.errors ?? []).map(({ code }) => code)];
  return { status, codes, sentence: problem.errors?.[0]?.detail ?? String(problem['detail']) };
}
