import type { DueEffect } from '@rettidig/event-sourcing';

/** Keeps count of a long work, for whoever asks how far it is. */
export interface CountsWork {
  begin(work: { readonly name: string; readonly by: string; readonly total: number }): WorkCount;
}

interface WorkCount {
  step(): number;
  more(count: number): void;
  end(): void;
}

/** How far the mails that are due have come, from the first one found until none is left. */
export class Progress {
  private readonly waiting = new Set<string>();
  private work: WorkCount | undefined;

  constructor(
    private readonly works: () => CountsWork,
    private readonly name: string,
  ) {}

  /** Notes mails that were found due, and answers them. */
  found(mails: readonly DueEffect[]): readonly DueEffect[] {
    // Another process may have sent one, or the engine given it up: nothing here is told when it ends.
    const due = new Set(mails.map(({ key }) => key));
    for (const key of [...this.waiting]) if (!due.has(key)) this.ended(key, undefined);
    const found = mails.filter(({ key }) => !this.waiting.has(key));
    for (const { key } of found) this.waiting.add(key);
    if (this.work) this.work.more(found.length);
    else if (found.length > 0) this.work = this.works().begin({ name: this.name, by: this.name, total: found.length });
    return mails;
  }

  /** Notes that a mail has ended, and answers how. */
  ended<Answer>(key: string, answer: Answer): Answer {
    if (this.waiting.delete(key)) this.work?.step();
    if (this.waiting.size === 0) {
      this.work?.end();
      this.work = undefined;
    }
    return answer;
  }
}
