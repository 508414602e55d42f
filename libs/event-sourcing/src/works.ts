/** Something long that this process has in hand. */
export interface WorkInHand {
  /** The reaction or effect that does it. */
  readonly name: string;
  /** What it was begun by: the id of an event, or the key of an effect. */
  readonly by: string;
  readonly done: number;
  readonly total: number;
}

/** Counts one long work until its end. */
export interface WorkCount {
  step(): number;
  more(count: number): void;
  end(): void;
}

/** What has fewer steps is over before anybody could ask how far it is. */
const MANY = 100;

/** The long works of a process, for whoever asks how far they are. They are forgotten when they end. */
export class Works {
  private readonly inHand = new Set<{ -readonly [Key in keyof WorkInHand]: WorkInHand[Key] }>();

  /** Does one step after the other and keeps count; stops before the next one when a step says so. */
  async through<Step>(
    { name, by }: Pick<WorkInHand, 'name' | 'by'>,
    steps: readonly Step[],
    take: (step: Step, index: number) => Promise<'on' | 'stop'>,
  ): Promise<void> {
    const work = this.begin({ name, by, total: steps.length });
    try {
      for (const [index, step] of steps.entries()) {
        if ((await take(step, index)) === 'stop') return;
        work.step();
      }
    } finally {
      work.end();
    }
  }

  /** Keeps count of what is not done one after the other: `step` for each that is done, `more` for what has come to it. */
  begin({ name, by, total }: Pick<WorkInHand, 'name' | 'by' | 'total'>): WorkCount {
    const work = { name, by, done: 0, total };
    const show = (): void => {
      if (work.total > MANY) this.inHand.add(work);
    };
    show();
    return {
      step: () => (work.done += 1),
      more: (count) => {
        work.total += count;
        show();
      },
      end: () => void this.inHand.delete(work),
    };
  }

  /** As they stand now. */
  list(): readonly WorkInHand[] {
    return [...this.inHand].map((work) => ({ ...work }));
  }
}
