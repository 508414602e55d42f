import type { Confidence, LeftOut, MinutesWarning } from './draft.js';
import type { WarningCode } from './warnings.js';

/** Why a line gave no value. */
export type Why = LeftOut['why'];

const order: readonly Confidence[] = ['guess', 'likely', 'certain'];

/** The least sure of several. */
export const least = (...all: readonly Confidence[]): Confidence =>
  order[Math.min(...all.map((one) => order.indexOf(one)))] ?? 'guess';

/** What is known of every line while the minutes are read: whether it gave a value, else why not; and what to look at. */
export class Notes {
  private readonly gave = new Set<number>();
  private readonly why = new Map<number, Why>();
  private readonly said = new Map<string, MinutesWarning>();

  /** A value was read from these lines. */
  read(...numbers: readonly number[]): void {
    for (const number of numbers) this.gave.add(number);
  }

  /** No value stands here. The first reason given stays; a value read later counts more. */
  leave(why: Why, ...numbers: readonly number[]): void {
    for (const number of numbers) if (!this.why.has(number)) this.why.set(number, why);
  }

  isRead(number: number): boolean {
    return this.gave.has(number);
  }

  isLeft(number: number): boolean {
    return this.why.has(number);
  }

  warn(code: WarningCode, line?: number, details: MinutesWarning['details'] = {}): void {
    const key = JSON.stringify([code, line, details]);
    if (!this.said.has(key)) this.said.set(key, { code, ...(line === undefined ? {} : { line }), details });
  }

  /** What somebody should look at, each thing once, in the order in which it was found. */
  get warnings(): MinutesWarning[] {
    return [...this.said.values()];
  }

  /** Lines that gave a value, in runs. */
  readFrom(count: number): { readonly from: number; readonly to: number }[] {
    return runs(count, (number) => (this.gave.has(number) ? 'read' : undefined)).map(({ from, to }) => ({ from, to }));
  }

  /** All other lines in runs of one reason. A line that no step had a place for was not understood. */
  leftOut(lines: readonly string[]): LeftOut[] {
    const reason = (number: number) => (this.gave.has(number) ? undefined : (this.why.get(number) ?? 'notUnderstood'));
    return runs(lines.length, reason).map(({ from, to, kind }) => ({
      why: kind,
      from,
      to,
      text: shown(lines, from, to, kind),
    }));
  }
}

/** Enough of a discussion to find it again; the rest stays in the document. */
const FIRST_WORDS = 12;

function shown(lines: readonly string[], from: number, to: number, why: Why): string {
  const text = lines
    .slice(from - 1, to)
    .join('\n')
    .trim();
  if (why !== 'talk') return text;
  const words = text.split(/\s+/);
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).join(' ')} …` : words.join(' ');
}

interface Run<Kind> {
  readonly from: number;
  to: number;
  readonly kind: Kind;
}

function runs<Kind>(count: number, kindOf: (number: number) => Kind | undefined): Run<Kind>[] {
  const found: Run<Kind>[] = [];
  for (let number = 1; number <= count; number += 1) {
    const kind = kindOf(number);
    const last = found.at(-1);
    if (kind === undefined) continue;
    if (last?.kind === kind && last.to === number - 1) last.to = number;
    else found.push({ from: number, to: number, kind });
  }
  return found;
}
