import { Problem } from './problem.js';

/** Headers that mean something here and must come once: two of them could be read differently by two programs. */
const once = new Set([
  'accept-language',
  'consistent-with',
  'content-length',
  'content-type',
  'host',
  'idempotency-key',
  'if-match',
  'origin',
  'sec-fetch-site',
  'transfer-encoding',
  'x-persona',
]);

/** What proxies add. Behind one, the address of the caller says nothing. */
const proxyNames = new Set(['via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'x-cluster-client-ip']);
const proxyPrefix = /^((x-)?forwarded(-|$)|x-original-|x-envoy-|cf-|fastly-|fly-|x-vercel-)/;

/** The first header that a proxy added, if any, and the first that must not be repeated but is. */
export function oddHeaders(raw: readonly string[]): { proxy: string | undefined; repeated: string | undefined } {
  let proxy: string | undefined;
  let repeated: string | undefined;
  const seen = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    if (once.has(name)) {
      if (seen.has(name)) repeated ??= name;
      seen.add(name);
    } else if (proxyNames.has(name) || proxyPrefix.test(name)) {
      proxy ??= name;
    }
  }
  return { proxy, repeated };
}

/** The key that makes an act happen once: 8 to 200 visible ASCII characters. */
export function idempotencyKeyOf(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new Problem(400, 'idempotency-key.missing');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(header)) {
    throw new Problem(400, 'idempotency-key.malformed');
  }
  return header;
}

/** An ETag as HTTP writes it. */
export const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`);

/** An ETag as it stands in a JSON body. */
export const unquoted = (etag: string): string => etag.replaceAll('"', '');

/** One ETag, with or without its quotes. Neither `*` nor a list: both would promise less than the caller thinks. */
export function ifMatchOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const tag = /^(?:"[\w.:-]{1,100}"|[\w.:-]{1,100})$/.test(header);
  if (!tag) throw new Problem(400, 'if-match.malformed');
  return quoted(header);
}

/** A position that an earlier answer gave. */
export function consistentWithOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[\w.:-]{1,100}$/.test(header)) {
    throw new Problem(400, 'consistent-with.malformed');
  }
  return header;
}
