/** How a field is written: a number, eight bytes, bytes with their length before them, or four bytes. */
const KIND = { number: 0, eight: 1, bytes: 2 } as const;

/** The fields of a protobuf message, one after the other. */
export class Fields {
  /** Of the field at hand, as in the protocol's files. */
  number = 0;
  #kind = 0;
  #at: number;
  readonly #end: number;

  constructor(
    private readonly bytes: Buffer,
    from = 0,
    to = bytes.length,
  ) {
    this.#at = from;
    this.#end = to;
  }

  /** Goes on to the next field; false at the end. What is not taken has to be skipped. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const tag = this.integer();
    this.number = Math.floor(tag / 8);
    this.#kind = tag % 8;
    return true;
  }

  /** A number of up to 64 bits: exact up to 2^53, which no place in a log comes near to. */
  integer(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) throw endsTooEarly();
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
    }
  }

  /** All 64 bits. */
  long(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) throw endsTooEarly();
      value |= BigInt(byte % 128) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
  }

  message(): Fields {
    const begin = this.#over(this.integer());
    return new Fields(this.bytes, begin, this.#at);
  }

  text(): string {
    const begin = this.#over(this.integer());
    return this.bytes.toString('utf8', begin, this.#at);
  }

  skip(): void {
    if (this.#kind === KIND.number) this.integer();
    else this.#over(this.#kind === KIND.bytes ? this.integer() : this.#kind === KIND.eight ? 8 : 4);
  }

  /** Answers where it was. */
  #over(length: number): number {
    const begin = this.#at;
    this.#at += length;
    if (this.#at > this.#end) throw endsTooEarly();
    return begin;
  }
}

const endsTooEarly = (): RangeError => new RangeError('a message that ends too early');

/**
 * Writes a protobuf message from its end to its beginning: the length of what is inside stands before it, and is known
 * when that has been written. Fields are given in the opposite order.
 */
export class Backwards {
  #bytes = Buffer.allocUnsafe(1024);
  #at = this.#bytes.length;

  integer(number: number, value: number): void {
    this.#varint(value);
    this.#varint(8 * number + KIND.number);
  }

  text(number: number, text: string): void {
    const length = Buffer.byteLength(text);
    this.#makeRoom(length);
    this.#at -= length;
    this.#bytes.write(text, this.#at);
    this.#header(number, length);
  }

  /** @param write the fields in it, the last one first. */
  message(number: number, write: () => void): void {
    const before = this.#length;
    write();
    this.#header(number, this.#length - before);
  }

  done(): Buffer {
    return this.#bytes.subarray(this.#at);
  }

  get #length(): number {
    return this.#bytes.length - this.#at;
  }

  #header(number: number, length: number): void {
    this.#varint(length);
    this.#varint(8 * number + KIND.bytes);
  }

  #varint(value: number): void {
    let length = 1;
    for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
    this.#makeRoom(length);
    this.#at -= length;
    let rest = value;
    for (let at = this.#at; ; at += 1) {
      this.#bytes[at] = rest > 127 ? (rest % 128) + 128 : rest;
      if (rest <= 127) return;
      rest = Math.floor(rest / 128);
    }
  }

  #makeRoom(length: number): void {
    if (this.#at >= length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + length));
    const at = larger.length - this.#length;
    this.#bytes.copy(larger, at, this.#at);
    this.#bytes = larger;
    this.#at = at;
  }
}
