/** What people mean to do, by day. */
export class Diary<Entry> {
  private readonly days = new Map<string, Entry[]>();

  note(day: string, entry: Entry): void {
    const entries = this.days.get(day);
    if (entries) entries.push(entry);
    else this.days.set(day, [entry]);
  }

  /** Takes out what stands on a day. */
  of(day: string): readonly Entry[] {
    const entries = this.days.get(day) ?? [];
    this.days.delete(day);
    return entries;
  }
}
