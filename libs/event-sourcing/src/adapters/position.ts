import { START, type Position } from '../event.js';

const DIGITS = 16;
const TOKEN = /^[0-9a-f]{16}$/;

/** A number of the log as a token: hexadecimal of a fixed width, so that tokens compare as plain strings. */
export const tokenOf = (position: number): Position =>
  position === 0 ? START : position.toString(16).padStart(DIGITS, '0');

/**
 * The number behind a token, 0 for the place before the first event.
 * @throws RangeError for a token that this engine did not make (a checkpoint of another engine, a typed one).
 */
export function numberOf(token: Position): number {
  if (token === START) return 0;
  if (!TOKEN.test(token)) throw new RangeError('the position was not made by this log');
  return Number.parseInt(token, DIGITS);
}
