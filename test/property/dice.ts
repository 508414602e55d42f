import { dayOf, plusCalendarDays, type FuzzyDate } from '@rettidig/vocabulary';

/** What every text that a person could write carries: none of it may be found in the log. */
export const MARK = 'Hemmelighed';

/** Choices made from numbers that fast-check drew, so that a failing sequence can be replayed and made shorter. */
export class Dice {
  private at = 0;

  constructor(
    private readonly numbers: readonly number[],
    private readonly now: string,
    /** Goes on with what was made last, as people do who work on one thing. */
    private readonly onLatest = false,
  ) {}

  /** From 0 up to, not including, `below`. */
  number(below: number): number {
    const number = this.numbers[this.at % this.numbers.length]!;
    this.at += 1;
    return number % below;
  }

  yes(outOf = 2): boolean {
    return this.number(outOf) === 0;
  }

  /** Undefined when there is nothing to pick from. Later ones are picked more often: that is where things happen. */
  pick<T>(list: readonly T[]): T | undefined {
    if (list.length === 0 || this.onLatest) return list.at(-1);
    const some = this.yes(3) ? list : list.slice(-3);
    return some[this.number(some.length)];
  }

  one<const T>(list: readonly [T, ...T[]]): T {
    return list[this.number(list.length)]!;
  }

  text(): string {
    return `${MARK} nummer ${this.number(1000)}`;
  }

  today(): string {
    return dayOf(this.now);
  }

  past(): string {
    return plusCalendarDays(this.today(), -this.number(40));
  }

  around(): string {
    return plusCalendarDays(this.today(), this.number(40) - 15);
  }

  when(day = this.past()): FuzzyDate {
    return this.one<FuzzyDate>([{ on: day }, { on: day }, { onOrBefore: day }, { notStated: true }]);
  }

  source(): { source?: { kind: string; reference: string } } {
    return this.yes(3) ? { source: { kind: 'document', reference: this.text() } } : {};
  }

  /** The fields, or none of them. */
  maybe<T extends object>(fields: T): T | object {
    return this.yes() ? fields : {};
  }
}
