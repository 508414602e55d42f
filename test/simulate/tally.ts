/** Mails by person and week, and what they come to. */
export class Tally {
  private readonly managers = new Set<string>();
  private readonly secretariat = new Set<string>();
  private readonly everybody = new Set<string>();
  /** Mails by person, then by the Monday of their week. */
  private readonly weeks = new Map<string, Map<string, number>>();
  private readonly mondays = new Set<string>();

  isManager = (personId: string): unknown => this.managers.add(personId);
  isSecretariat = (personId: string): unknown => this.secretariat.add(personId);
  isSomebody = (personId: string): unknown => this.everybody.add(personId);

  /** A day on which somebody could get mail. */
  dayComes = (day: string): unknown => this.mondays.add(mondayOf(day));

  count(personId: string, day: string): void {
    const weeks = this.weeks.get(personId) ?? new Map<string, number>();
    const monday = mondayOf(day);
    this.weeks.set(personId, weeks.set(monday, (weeks.get(monday) ?? 0) + 1));
  }

  /** Mails a week of managers, of the secretariat, and of everybody else. */
  figures(): Figures {
    const others = [...this.everybody].filter((id) => !this.managers.has(id) && !this.secretariat.has(id));
    return {
      managers: this.of([...this.managers]),
      secretariat: this.of([...this.secretariat]),
      others: this.of(others),
    };
  }

  private of(people: readonly string[]): WeeklyMails {
    const counts = people.flatMap((id) => [...(this.weeks.get(id)?.values() ?? [])]);
    const quiet = people.length * this.mondays.size - counts.length;
    return { withMail: spreadOf(counts), all: spreadOf([...counts, ...Array.from({ length: quiet }, () => 0)]) };
  }
}

/** Mails a person and week. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly mean: number;
  readonly weeks: number;
}

/** In weeks in which somebody got any, so that quiet ones hide nothing; and in all weeks. */
export interface WeeklyMails {
  readonly withMail: Spread;
  readonly all: Spread;
}

export type Figures = Readonly<Record<'managers' | 'secretariat' | 'others', WeeklyMails>>;

function spreadOf(counts: readonly number[]): Spread {
  const sorted = [...counts].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = sorted.reduce((total, count) => total + count, 0) / Math.max(1, sorted.length);
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0, mean, weeks: sorted.length };
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
