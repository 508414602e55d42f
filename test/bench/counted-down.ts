/** How one of them ended, as an effect tells it. */
interface Ended {
  readonly result: string;
  readonly isFinal: boolean;
  readonly code?: string;
}

/** A number of effects that are to be done, and are waited for. */
export interface CountedDown {
  /** Rejects as soon as one of them ended for good in another way: it would be waited for in vain. */
  readonly done: Promise<void>;
  readonly ended: (one: Ended) => void;
}

export function countedDown(count: number): CountedDown {
  let left = count;
  let finish = (): void => {};
  let fail = (_why: Error): void => {};
  const done = new Promise<void>((resolve, reject) => ([finish, fail] = [resolve, reject]));
  done.catch(() => {}); // whoever waits for it hears of it, also when it comes before they wait
  return {
    done,
    ended: ({ result, isFinal, code = '' }) => {
      if (result === 'done' && --left === 0) finish();
      if (result !== 'done' && isFinal) fail(new Error(`one of ${count} was not done, but ${result} ${code}`));
    },
  };
}
