import { createHash } from 'node:crypto';

/** A UUID of version 5: the same namespace and name give the same id, everywhere and always (RFC 9562). */
export function uuidv5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The namespace of ids that follow from words alone. */
const NAMESPACE = '5d3bd0f5-5c0e-4f43-9d2b-6c1f6a3a7e11';

/** An id that follows from some words in order. */
export const idOf = (...parts: readonly string[]): string => uuidv5(NAMESPACE, parts.join('\n'));

/** SHA-256 of a JSON value with its keys sorted, in hexadecimal: equal for equal bodies. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** SHA-256 of some bytes, in hexadecimal. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
