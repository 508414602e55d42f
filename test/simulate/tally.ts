/** Mails by person and week, and what they come to. */
export class Tally {
  private readonly managers = new Set<string>();
  private readonly secretariat = new Set<string>();
  /** Mails by person, then by the Monday of their week. */
  private readonly weeks = new Map<string, Map<string, number>>();
  private readonly mondays = new Set<string>();

  isManager = (personId: string): unknown => this.managers.add(personId);
  isSecretariat = (personId: string): unknown => this.secretariat.add(personId);

  count(personId: string, day: string): void {
    const monday = mondayOf(day);
    this.mondays.add(monday);
    const weeks = this.weeks.get(personId) ?? new Map<string, number>();
    this.weeks.set(personId, weeks.set(monday, (weeks.get(monday) ?? 0) + 1));
  }

  /** Mails a week of managers, of the secretariat, of everybody else: over weeks with any, so that quiet ones hide nothing. */
  figures(): Readonly<Record<'managers' | 'secretariat' | 'others', Figures>> {
    const others = [...this.weeks.keys()].filter((id) => !this.managers.has(id) && !this.secretariat.has(id));
    return {
      managers: this.of([...this.managers]),
      secretariat: this.of([...this.secretariat]),
      others: this.of(others),
    };
  }

  private of(people: readonly string[]): Figures {
    const counts = people.flatMap((id) => [...(this.weeks.get(id)?.values() ?? [])]).sort((a, b) => a - b);
    const at = (share: number): number => counts[Math.min(counts.length - 1, Math.floor(share * counts.length))] ?? 0;
    const all = people.length * this.mondays.size;
    const sum = counts.reduce((total, count) => total + count, 0);
    return {
      median: at(0.5),
      p95: at(0.95),
      most: counts.at(-1) ?? 0,
      mean: all === 0 ? 0 : sum / all,
      weeks: counts.length,
    };
  }
}

/** Of the weeks in which somebody got any mail; `mean` counts the quiet weeks too. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly mean: number;
  readonly weeks: number;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
