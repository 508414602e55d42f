import {
  Refused,
  type AnyReaction,
  type QueryContext,
  type ReadDatabase,
  type Rehearsal,
  type RehearsedStream,
} from '@rettidig/event-sourcing';
import type { DraftRequest } from './drafts.js';

/** So many consequences are rehearsed before others get their turn. */
const IN_A_ROW = 25;

/** What drafts and the reactions to them would record, stream by stream. */
export interface Played {
  readonly streams: readonly RehearsedStream[];
  /** The stream of each draft as it stood before it. */
  readonly drafted: readonly RehearsedStream[];
  /** How many commands of reactions were rehearsed. */
  readonly touched: number;
  readonly reference: unknown;
}

/** What a rehearsal is played on. */
interface Stage {
  readonly views: ReadDatabase;
  readonly lookAgain?: Turning<object>['lookAgain'];
}

/** How far a rehearsal has come, and whether it may look at so much. */
export interface Watching {
  readonly begins?: (touched: number) => void;
  readonly done?: (touched: number) => void;
}

/**
 * Plays drafts through, each with what the reactions would do about it.
 * @throws Refused as the first draft that is refused; what `begins` throws.
 */
export async function play(
  rehearsal: Rehearsal,
  requests: readonly DraftRequest[],
  { views, lookAgain }: Stage,
  { begins, done }: Watching = {},
): Promise<Played> {
  const streams = new Map<string, RehearsedStream>();
  const note = ({ stream, before, added }: RehearsedStream): void => {
    const earlier = streams.get(stream);
    streams.set(stream, { stream, before: earlier?.before ?? before, added: [...(earlier?.added ?? []), ...added] });
  };
  const drafted: RehearsedStream[] = [];
  let touched = 0;
  for (const request of requests) {
    const told = await rehearsal.command(request);
    drafted.push(told);
    note(told);
    const others = lookAgain ? [lookAgain([...streams.keys()])] : [];
    const consequences = rehearsal.consequencesOf(told.added, views, others);
    begins?.(touched + consequences.length);
    for (const consequence of consequences) {
      const followed = await orRefused(rehearsal.command(consequence));
      if (followed && followed.added.length > 0) note(followed);
      touched += 1;
      if (touched % IN_A_ROW === 0) await new Promise((resolve) => setImmediate(resolve));
      done?.(touched);
    }
  }
  return { streams: [...streams.values()], drafted, touched, reference: rehearsal.referenceAfter };
}

/** What a reaction asks for and is refused counts as handled. */
async function orRefused(rehearsed: Promise<RehearsedStream>): Promise<RehearsedStream | undefined> {
  try {
    return await rehearsed;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** One thing that would turn out otherwise. */
export interface Turn<Item extends object> {
  readonly item: Item;
  /** The same for the same turn on every day and in every language. */
  readonly mark: string;
}

/** What the slices say about streams that would go on. */
export interface Turning<Item extends object> {
  readonly item: new () => Item;
  /**
   * Looks again at streams that the drafts so far would have changed: the views know them only as they are, so that what
   * a later draft does to them would be overlooked.
   */
  readonly lookAgain?: (streams: readonly string[]) => AnyReaction;
  readonly turned: (
    played: Pick<Played, 'streams' | 'reference'>,
    context: QueryContext,
  ) => Promise<readonly Turn<Item>[]>;
}
