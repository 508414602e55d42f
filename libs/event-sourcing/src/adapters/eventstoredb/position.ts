import type { Position as LogPosition } from '@eventstore/db-client';
import { START, type Position } from '../../event.js';
import type { PlaceRead } from './subscription-wire.js';

const DIGITS = 16;
const TOKEN = /^[0-9a-f]{32}$/;

/** What the server answers where it does not know a position: -1 as an unsigned number. */
const UNKNOWN = 2n ** 63n;

/** Commit and prepare in hexadecimal of a fixed width, so that tokens compare as plain strings. */
export function tokenOf({ commit, prepare }: PlaceRead): Position {
  const first = commit.toString(16).padStart(DIGITS, '0');
  return first + (prepare === commit ? first : prepare.toString(16).padStart(DIGITS, '0'));
}

/** Whether the server knew the position that it gave. */
export const isKnown = (position: PlaceRead | undefined): position is PlaceRead =>
  position !== undefined && position.commit < UNKNOWN && position.prepare < UNKNOWN;

/**
 * Commit and prepare exactly as they were received; `start` for the place before the first event.
 * @throws RangeError for a token that this engine did not make (a checkpoint of another engine, a damaged one).
 */
export function positionOf(token: Position): LogPosition | 'start' {
  if (token === START) return 'start';
  if (!TOKEN.test(token)) throw new RangeError('the position was not made by this log');
  return { commit: BigInt(`0x${token.slice(0, DIGITS)}`), prepare: BigInt(`0x${token.slice(DIGITS)}`) };
}

/** How far into the log a position lies, in bytes. */
export const bytesAt = (token: Position): number => (token === START ? 0 : Number(`0x${token.slice(0, DIGITS)}`));
