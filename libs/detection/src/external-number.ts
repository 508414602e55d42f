import type { ExternalNumber } from '@rettidig/vocabulary';

/**
 * What a number of another system looks like once it is normal: digits first, then digits, capitals, dots, slashes and
 * dashes. Nothing that somebody could have written as text fits, so that it may stand in the log in the clear.
 */
export const EXTERNAL_NUMBER = /^\d[\dA-Z./-]{2,39}$/;

/** The system of a number that nobody named a system for. */
const NO_SYSTEM = 'notStated';

/** Systems as they are named in the log, by the folded word that a document has for them. */
const systems: Readonly<Record<string, string>> = {
  f2: 'F2',
  edoc: 'eDoc',
  sbsys: 'SBSYS',
  acadre: 'Acadre',
};

/** `edoc-nr.` → `eDoc`; a system that is not known here is not stated. */
const systemOf = (word: string): string =>
  Object.entries(systems).find(([known]) => word.toLowerCase().includes(known))?.[1] ?? NO_SYSTEM;

/** The one way to write a number: `2026 - 8340`, `2026–8340` and `2026-8340` are the same. */
export const numberKey = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase();

/** A number as it may be stored; undefined for what is none. */
export function externalNumber(system: string, value: string): ExternalNumber | undefined {
  const key = numberKey(value);
  return EXTERNAL_NUMBER.test(key) ? { system: systemOf(system), value: key } : undefined;
}

/** Whether two numbers mean the same: of one system, or of one that nobody named. */
export function isSameNumber(one: ExternalNumber, other: ExternalNumber): boolean {
  if (numberKey(one.value) !== numberKey(other.value)) return false;
  const [a, b] = [systemOf(one.system), systemOf(other.system)];
  return a === b || a === NO_SYSTEM || b === NO_SYSTEM;
}
