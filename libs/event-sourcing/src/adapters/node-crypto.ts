import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { Cipher } from '../cipher.js';

const ALGORITHM = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** AES-256-GCM of Node. The sealed bytes are initialisation vector, tag and ciphertext. */
export class NodeCipher extends Cipher {
  seal(key: Uint8Array, text: string, boundTo: string): Uint8Array {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(boundTo));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  open(key: Uint8Array, sealed: Uint8Array, boundTo: string): string | undefined {
    if (sealed.length < IV + TAG) return undefined;
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(IV, IV + TAG));
    try {
      return decipher.update(sealed.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  markOf(key: Uint8Array): Uint8Array {
    return createHash('sha256').update('mark').update(key).digest().subarray(0, 4);
  }

  keyedHash(key: Uint8Array, text: string): string {
    return createHmac('sha256', key).update(text).digest('hex');
  }
}

/** A new random key. */
export const newKey = (): Uint8Array => randomBytes(32);
