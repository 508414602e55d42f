import { setImmediate as turn } from 'node:timers/promises';

/**
 * Does one thing at a time for many: what is asked for in one turn of the event loop, and while the work before still
 * runs, is done in one go.
 */
export class Gathering<Item, Answer> {
  private last: Promise<unknown> = Promise.resolve();
  private next: { readonly items: Set<Item>; readonly answer: Promise<Answer> } | undefined;

  constructor(private readonly work: (items: readonly Item[]) => Promise<Answer>) {}

  with(items: readonly Item[]): Promise<Answer> {
    this.next ??= this.begin();
    for (const item of items) this.next.items.add(item);
    return this.next.answer;
  }

  private begin(): { items: Set<Item>; answer: Promise<Answer> } {
    const items = new Set<Item>();
    const answer = this.last
      .then(() => turn())
      .then(() => {
        this.next = undefined;
        return this.work([...items]);
      });
    this.last = answer.catch(() => undefined);
    return { items, answer };
  }
}
