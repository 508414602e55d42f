import { createHash, createHmac, hash } from 'node:crypto';

/** The digits in which a UUID says whose it is: two bits are set, the other two are of the hash. */
const VARIANTS = '89ab';

/** A UUID of version 5: the same namespace and name give the same id, everywhere and always (RFC 9562). */
export function uuidv5(namespace: string, name: string): string {
  const bytes = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const hex = hash('sha1', bytes, 'hex');
  const variant = VARIANTS[Number.parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The namespace of ids that follow from words alone. */
const NAMESPACE = '5d3bd0f5-5c0e-4f43-9d2b-6c1f6a3a7e11';

/** An id that follows from some words in order. */
export const idOf = (...parts: readonly string[]): string => uuidv5(NAMESPACE, parts.join('\n'));

/** SHA-256 of a JSON value with its keys sorted, in hexadecimal: equal for equal bodies. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** SHA-256 of some bytes, in hexadecimal. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A token that only whoever has the key can make, and that follows from some words: HMAC-SHA-256, 43 characters that may
 * stand in an address (RFC 2104, base64url).
 */
export const tokenOf = (key: Uint8Array, ...words: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(words)).digest('base64url');

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
