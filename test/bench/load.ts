import autocannon from 'autocannon';

/** So many requests are in hand at a time. */
export const CONNECTIONS = 50;

/** What every request has. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  'x-persona': 'caseOfficer',
};

/** As many requests, or for as many seconds, as asked for. */
export type Extent = { readonly duration: number } | { readonly amount: number };

interface Posted {
  readonly path: string;
  readonly body: string;
  /** Made anew for each request. */
  readonly headers: () => Record<string, string>;
}

/**
 * Requests a second, and the latency in milliseconds that one in a hundred exceeded.
 * @throws Error when one of them was not answered with a success.
 */
export async function loadOn(
  url: string,
  { path, body, headers }: Posted,
  extent: Extent,
): Promise<{ rate: number; p99: number }> {
  const request = { method: 'POST', path, headers: headers(), body };
  const result = await autocannon({
    ...{ url, connections: CONNECTIONS, ...extent },
    requests: [{ ...request, setupRequest: (one) => ({ ...one, headers: headers() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}
