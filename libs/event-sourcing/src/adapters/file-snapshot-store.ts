import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Snapshot, SnapshotPiece } from '../reference-snapshot.js';
import { SnapshotStore } from '../reference-snapshot.js';
import { breath } from '../waiting.js';
import { flush } from './backup.js';
import { mustBePlain } from './plain-data.js';
import { programKey } from './program-key.js';

/** Raised whenever the layout of the file changes. */
const FORMAT = 'rettidig-reference-1';

/** Bytes of a piece's length before it, and of the checksum at the end. */
const LENGTH = 4;
const CHECKSUM = 32;

/** The first piece of a file: what made it, and how far it had come. */
interface Heading {
  readonly format: string;
  readonly program: string;
  readonly position: Snapshot['position'];
  readonly landmark: Snapshot['landmark'];
}

/**
 * The last snapshot in one file: pieces as V8 writes them, each with its length before it, and a SHA-256 of all at the
 * end. A file of another program, of another release of V8, or that is not whole, counts as none.
 */
export class FileSnapshotStore extends SnapshotStore {
  /** Made at the start: the code on disk may be another one by the time of the stop. */
  constructor(
    private readonly file: string,
    /** Tells this program from every other that may fold in another way. */
    private readonly program = programKey(),
  ) {
    super();
  }

  async load(): Promise<Snapshot | undefined> {
    const bytes = await readFile(this.file).catch(() => undefined);
    if (!bytes) return undefined;
    const end = bytes.length - CHECKSUM;
    const body = bytes.subarray(0, Math.max(0, end));
    if (end <= 0 || !bytes.subarray(end).equals(sha256().update(body).digest())) return undefined;
    const [heading, ...pieces] = [...piecesIn(body)];
    const { format, program, position, landmark } = heading!() as Heading;
    if (format !== FORMAT || program !== this.program) return undefined;
    return { position, landmark, pieces: pieces.map((read) => read() as SnapshotPiece) };
  }

  /** A file that is cut short by a crash never gets its name. */
  async save({ position, landmark, pieces }: Snapshot): Promise<void> {
    const part = `${this.file}.part`;
    const heading: Heading = { format: FORMAT, program: this.program, position, landmark };
    try {
      await this.write(part, heading, pieces);
      await rename(part, this.file);
      await flush(dirname(this.file));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  private async write(part: string, heading: Heading, pieces: Iterable<SnapshotPiece>): Promise<void> {
    const file = await open(part, 'w', 0o600);
    try {
      const hash = sha256();
      const add = async (piece: unknown): Promise<void> => {
        const bytes = serialize(piece);
        const length = Buffer.alloc(LENGTH);
        length.writeUInt32LE(bytes.length);
        hash.update(length).update(bytes);
        await file.writev([length, bytes]);
      };
      await add(heading);
      for (const piece of pieces) {
        mustBePlain(piece.value);
        await add(piece);
        await breath();
      }
      await file.write(hash.digest());
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

const sha256 = () => createHash('sha256');

/** The pieces of a whole file, each read when it is called. */
function* piecesIn(bytes: Buffer): Generator<() => unknown> {
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32LE(at);
    const piece = bytes.subarray(at + LENGTH, at + LENGTH + length);
    yield () => deserialize(piece) as unknown;
    at += LENGTH + length;
  }
}
