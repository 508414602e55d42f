/** A buffer of a length with the content of this one: more than the library needs it does not have to do here. */
function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const buffer = new ArrayBuffer(length);
  new Uint8Array(buffer).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return buffer;
}

/**
 * Gives buffers what the library that reads PDFs needs of them where the runtime does not: Node 20 lacks this part of
 * ECMAScript 2024, and without it the library draws no page with text.
 */
export function completeBuffers(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value: transferToFixedLength,
    configurable: true,
    writable: true,
  });
}
