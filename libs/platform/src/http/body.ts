import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from './problem.js';

/** The largest JSON body, 256 KiB: a change with all its facts is a few. */
export const MOST_BYTES = 256 * 1024;
/**
 * How much of a body that is too large is still taken in (and thrown away), so that the sender gets its answer instead
 * of a broken connection.
 */
const MOST_DRAINED = 320 * 1024 * 1024;
/** The deepest nesting. */
const MOST_LEVELS = 20;

/** Routes that take a file: the router's pattern, and the largest file in bytes. */
export type FileRoutes = ReadonlyMap<string, number>;

/** JSON in UTF-8 is the only body there is, but for the routes that take a file as it is. */
export function parseBodies(server: FastifyInstance, files: FileRoutes): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (request, payload, done) => {
    const most = files.get(request.routeOptions.url ?? '');
    if (most === undefined) {
      done(new Problem(415, 'content-type.unsupported'));
      return;
    }
    readAll(payload, most).then(
      (bytes) => done(null, bytes),
      (error: Error) => done(error),
    );
  });
  server.addContentTypeParser('application/json', (request, payload, done) => {
    if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? '')) {
      done(new Problem(415, 'content-type.unsupported'));
      return;
    }
    readAll(payload, MOST_BYTES).then(
      (bytes) => settle(() => parseBody(bytes), done),
      (error: Error) => done(error),
    );
  });
}

function settle(parse: () => unknown, done: (error: Error | null, body?: unknown) => void): void {
  let body: unknown;
  try {
    body = parse();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, body);
}

function readAll(payload: Readable, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MOST_DRAINED) payload.destroy();
    });
    // An error costs a stack trace, so none is made for a body that arrived whole.
    const broken = (): void => {
      if (payload.readableEnded && size <= most) return;
      reject(size > most ? tooLarge(most) : new Problem(400, 'request.malformed'));
    };
    payload.on('end', () => {
      if (size > most) reject(tooLarge(most));
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
    payload.on('error', broken);
    payload.on('close', broken);
  });
}

const tooLarge = (most: number): Problem => new Problem(413, 'body.too-large', { max: most / 1024 });

/**
 * The object that some bytes are.
 * @throws Problem when they are not one JSON object in UTF-8, with sane names and depth.
 */
function parseBody(bytes: Buffer): object {
  if (!isUtf8(bytes)) throw new Problem(400, 'body.not-utf8');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem(400, 'body.not-json');
  }
  if (!isPlainObject(value)) throw new Problem(400, 'body.not-object');
  inspect(value, 1);
  return value;
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Refuses names that every object has (`__proto__`, `constructor`, `hasOwnProperty`): checks that look a name up in an
 * object would take them for known.
 */
function inspect(value: object, level: number): void {
  if (level > MOST_LEVELS) throw new Problem(400, 'body.too-deep', { max: MOST_LEVELS });
  const isList = Array.isArray(value);
  for (const [name, inner] of Object.entries(value)) {
    if (!isList && name in Object.prototype) throw new Problem(400, 'body.forbidden-key', { field: name });
    if (typeof inner === 'object' && inner !== null) inspect(inner as object, level + 1);
  }
}
