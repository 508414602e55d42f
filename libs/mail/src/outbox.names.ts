import type { Instant } from '@rettidig/event-sourcing';
import { createHash } from 'node:crypto';

/** The name of a file of the outbox: when, which mail, and which copy of it when it came again. */
const NAME = /^(\d{8}T\d{9}Z)-([0-9a-f]{16})(?:\.repeat-(\d{1,6}))?\.eml$/;

/** What stands for a message id in the name of a file. */
export const idOfMail = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 16);

/** `copy` counts from 1. Names sort by time. */
export const nameOf = (at: Instant, id: string, copy: number): string =>
  `${at.replace(/[-:.]/g, '')}-${id}${copy > 1 ? `.repeat-${copy}` : ''}.eml`;

/** Undefined for what is no file of ours: no other name is ever opened. */
export function readName(name: string): { readonly id: string; readonly copy: number } | undefined {
  const [, , id, copy] = NAME.exec(name) ?? [];
  return id === undefined ? undefined : { id, copy: Number(copy ?? 1) };
}
