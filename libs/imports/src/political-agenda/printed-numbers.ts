import { externalNumber } from '@rettidig/detection';
import type { ExternalNumber } from '@rettidig/vocabulary';

const LABEL =
  '(?:(?<label>F2|eDoc|SBSYS|Acadre|sags?(?:nr|nummer)|journal(?:nr|nummer)|j\\.?\\s?nr)[\\s.:#-]*(?:(?:nr|nummer|sag)[\\s.:]*)?)';
const VALUE = '(?<value>\\d{4}\\s?[-–]\\s?\\d{3,10})(?![\\d-])';
const labelled = new RegExp(`\\(?\\s*${LABEL}${VALUE}\\s*\\)?`, 'giu');
const inBrackets = new RegExp(`\\(\\s*${VALUE}\\s*\\)`, 'gu');

/** `(2026-2028)`: years, not a number. */
const isYears = (value: string): boolean => /^\d{4}\s?[-–]\s?(?:19|20)\d{2}$/.test(value);

/** Case numbers that a line prints, and the line without them. Bare numbers count in brackets only. */
export function numbersIn(line: string): { readonly numbers: ExternalNumber[]; readonly rest: string } {
  const numbers: ExternalNumber[] = [];
  const take = (whole: string, system: string, value: string): string => {
    const number = externalNumber(system, value);
    if (!number) return whole;
    numbers.push(number);
    return ' ';
  };
  const rest = line
    .replace(labelled, (whole: string, label: string, value: string) => take(whole, label, value))
    .replace(inBrackets, (whole: string, value: string) => (isYears(value) ? whole : take(whole, '', value)));
  return {
    numbers,
    rest:
      numbers.length === 0
        ? line
        : rest
            .replace(/\s+/g, ' ')
            .replace(/[\s,;–-]+$/u, '')
            .trim(),
  };
}

/** The numbers in a field that holds nothing else, divided by commas or semicolons; undefined when one is no number. */
export function numbersOfField(system: string, field: string): ExternalNumber[] | undefined {
  const parts = field
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const numbers = parts.map((part) => {
    const [, label, value] = /^([\p{L}][\p{L}\d]*)[\s.:]+(\d.*)$/u.exec(part) ?? [];
    return externalNumber(label ?? system, value ?? part);
  });
  return numbers.every((one) => one !== undefined) ? numbers : undefined;
}
