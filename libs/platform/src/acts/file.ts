import type { SentFile } from '@rettidig/event-sourcing';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

/** The longest file name that is kept, in characters. */
const MOST_NAME = 200;

/**
 * The file that is the body of a request.
 * @throws Problem 415 for JSON instead of a file, 400 for nothing at all.
 */
export function fileOf(request: FastifyRequest): SentFile {
  if (request.body === undefined || request.body === null) throw new Problem(400, 'file.missing');
  if (!Buffer.isBuffer(request.body)) throw new Problem(415, 'content-type.not-a-file');
  if (request.body.length === 0) throw new Problem(400, 'file.missing');
  const [mediaType = ''] = (request.headers['content-type'] ?? '').split(';');
  return {
    bytes: request.body,
    mediaType: mediaType.trim().toLowerCase() || 'application/octet-stream',
    fileName: nameIn(request.headers['content-disposition']),
  };
}

/** `attachment; filename="a.pdf"` or `filename*=UTF-8''a%C3%A6.pdf` (RFC 6266), without folders. */
function nameIn(disposition: string | undefined): string | null {
  if (!disposition) return null;
  const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  const name = (extended && decoded(extended)) ?? plain?.[1]?.replaceAll(/\\(.)/g, '$1') ?? plain?.[2] ?? '';
  const last = name.split(/[/\\]/).at(-1)!;
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, MOST_NAME) || null;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
