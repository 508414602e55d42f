/** Authenticated encryption with a 32-byte key, as the codec needs it. */
export abstract class Cipher {
  /** Random, never twice the same for the same text. */
  abstract seal(key: Uint8Array, text: string, boundTo: string): Uint8Array;
  /** Undefined when the bytes were altered, sealed with another key or bound to something else. */
  abstract open(key: Uint8Array, sealed: Uint8Array, boundTo: string): string | undefined;
  /** A short mark of a key that tells nothing about it. */
  abstract markOf(key: Uint8Array): Uint8Array;
  /** A hash of a text that only the holder of the key can make. */
  abstract keyedHash(key: Uint8Array, text: string): string;
}
