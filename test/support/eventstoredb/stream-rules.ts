import { DELETED } from './recorded.js';

/** What the metadata of a stream (`$$stream`) says about reading it. */
export interface StreamRules {
  readonly maxCount?: number;
  /** `DELETED` for a stream that is soft-deleted. */
  readonly truncateBefore?: number;
  /** As it was written, for the server puts back all of it when a stream is written again after a soft delete. */
  readonly raw?: Record<string, unknown>;
}

export function rulesOf(data: Buffer): StreamRules {
  try {
    const raw = JSON.parse(data.toString('utf8')) as Record<string, unknown>;
    const { $maxCount: maxCount, $tb: truncateBefore } = raw as { $maxCount?: number; $tb?: number };
    return {
      raw,
      ...(maxCount !== undefined && { maxCount }),
      ...(truncateBefore !== undefined && { truncateBefore }),
    };
  } catch {
    return {};
  }
}

export function isSoftDeleted(rules: StreamRules | undefined): boolean {
  return rules?.truncateBefore === DELETED;
}

/** The metadata of a soft delete; long.MaxValue cannot be written from a number. */
export const SOFT_DELETE = Buffer.from('{"$tb":9223372036854775807}');

/** The metadata after somebody wrote to a soft-deleted stream: it begins anew where the old one ended. */
export function undeleted(rules: StreamRules, recreateFrom: number): Buffer {
  return Buffer.from(JSON.stringify({ ...rules.raw, $tb: recreateFrom }));
}

/** The first revision that can still be read. */
export function firstReadable(rules: StreamRules, lastRevision: number): number {
  const fromCount = rules.maxCount === undefined ? 0 : lastRevision - rules.maxCount + 1;
  return Math.max(0, rules.truncateBefore ?? 0, fromCount);
}
