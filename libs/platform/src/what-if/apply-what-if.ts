import {
  categoryOf,
  effectLog,
  etagOf,
  Refused,
  streamOf,
  type Act,
  type Position,
  type QueryContext,
  type RecordedEvent,
} from '@rettidig/event-sourcing';
import { Example, Pattern } from '@rettidig/vocabulary';
import { WhatIfApplied } from './answers.js';
import type { Draft, DraftRequest } from './drafts.js';
import { Drafts, draftsExample, requestsOf } from './drafts.js';
import type { Turning } from './rehearse.js';
import type { WorkedOut } from './worked-out.js';
import { workOut } from './worked-out.js';

/** What was asked about is to be done, as it was answered. */
@Example({ ...draftsExample, basis: '5d3bd0f5-5c0e-4f43-9d2b-000000000001' })
export class DraftsAtBasis extends Drafts {
  @Pattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, {
    description: 'The `basis` of the answer that was looked at.',
    example: '5d3bd0f5-5c0e-4f43-9d2b-000000000001',
  })
  basis!: string;
}

/**
 * Does what was asked about, if it still comes to what was answered; otherwise nothing. Between that last look and the
 * drafts nothing is held but the streams that they change: who else recorded something is looked up afterwards and told.
 */
export const applyWhatIf = (turning: Turning<object>): Act<DraftsAtBasis, WhatIfApplied> => ({
  name: 'ApplyWhatIf',
  message: DraftsAtBasis,
  path: '/what-if/application',
  tag: 'what-if',
  summary: { da: 'Gør det, der blev spurgt om', en: 'Do what was asked about' },
  refusals: ['what-if.basis-moved'],
  answer: WhatIfApplied,
  act: async ({ drafts, basis }, { engine }, { actor, language, commandId, correlationId }) => {
    const context = engine.queryContext(actor, language);
    const rehearsal = await context.rehearsal();
    const requests = requestsOf(drafts, actor, commandId, rehearsal);
    const standing = (request: DraftRequest) =>
      context.readStream(streamOf(rehearsal.commands.get(request.command)!, request));
    // The same request may come again after a part of it was done: then it goes on, whatever that part changed.
    const isBegun = (await standing(requests[0]!)).some(({ meta }) => meta.commandId === requests[0]!.commandId);
    // What is looked at is at least this: the views are behind what is recorded.
    if (!isBegun) await engine.reached(rehearsal.at);
    const seen = isBegun ? [] : (await workedOutAt(basis, turning, drafts, context)).played.drafted;
    const positions: Position[] = [];
    for (const [n, request] of requests.entries()) {
      const ifMatch = etagOf(seen[n]?.before ?? (await standing(request)));
      positions.push((await engine.dispatch({ ...request, ifMatch, correlationId })).position);
    }
    const done = { done: requests.length, position: positions.at(-1)! };
    if (isBegun) return { ...done, appliedExactly: null, recordedMeanwhile: null };
    const all = await engine.recordedBetween(rehearsal.at, positions.sort().at(-1)!);
    const recordedMeanwhile = all.filter((event) => !followsFrom(requests, correlationId, event)).length;
    return { ...done, appliedExactly: recordedMeanwhile === 0, recordedMeanwhile };
  },
});

/** Whether an event is one of the drafts', or what the service concluded from one. What effects note turns nothing. */
function followsFrom(
  requests: readonly DraftRequest[],
  correlationId: string,
  { stream, meta }: Pick<RecordedEvent, 'stream' | 'meta'>,
): boolean {
  if (categoryOf(stream) === effectLog.category || requests.some((one) => one.commandId === meta.commandId))
    return true;
  return !meta.byPerson && meta.correlationId === correlationId;
}

/** @throws Refused `what-if.basis-moved`, 412, when it comes to something else by now. */
async function workedOutAt(
  basis: string,
  turning: Turning<object>,
  drafts: readonly Draft[],
  context: QueryContext,
): Promise<WorkedOut<object>> {
  const now = await workOut(turning, drafts, context);
  if (now.basis !== basis) throw new Refused('what-if.basis-moved', {}, 412);
  return now;
}
