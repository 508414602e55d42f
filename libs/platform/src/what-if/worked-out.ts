import { idOf, type Actor, type QueryContext, type Rehearsal } from '@rettidig/event-sourcing';
import type { Draft, DraftRequest } from './drafts.js';
import { requestsOf } from './drafts.js';
import type { Played, Turn, Turning, Watching } from './rehearse.js';
import { play } from './rehearse.js';

/** What drafts come to. */
export interface WorkedOut<Item extends object> {
  readonly basis: string;
  readonly touched: number;
  readonly items: readonly Item[];
  readonly played: Played;
}

/** The drafts as they are rehearsed: their ids follow from what they say, so that the same drafts make the same. */
const rehearsedRequests = (drafts: readonly Draft[], actor: Actor, rehearsal: Rehearsal): DraftRequest[] =>
  requestsOf(drafts, actor, idOf('what-if', JSON.stringify(drafts)), rehearsal);

/** Rehearses drafts and says what turns. */
export async function workOut<Item extends object>(
  { turned, lookAgain }: Turning<Item>,
  drafts: readonly Draft[],
  context: QueryContext,
  watching?: Watching,
): Promise<WorkedOut<Item>> {
  const rehearsal = await context.rehearsal();
  const requests = rehearsedRequests(drafts, context.actor, rehearsal);
  const played = await play(rehearsal, requests, { views: context.views, lookAgain }, watching);
  const turns = await turned(played, context);
  return { basis: basisOf(turns), touched: played.touched, items: turns.map(({ item }) => item), played };
}

/** Two what-ifs with the same basis come to the same. */
const basisOf = (turns: readonly Turn<object>[]): string => idOf('basis', ...turns.map(({ mark }) => mark).sort());
