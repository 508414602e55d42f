import {
  notFound,
  Refused,
  TryLater,
  idOf,
  type Act,
  type PrivateStore,
  type QueryContext,
  type QueryDefinition,
} from '@rettidig/event-sourcing';
import { Count, Id, Numeric } from '@rettidig/vocabulary';
import type { answersFor } from './answers.js';
import { WhatIfJobBegun } from './answers.js';
import type { Draft } from './drafts.js';
import { Drafts, requestsOf } from './drafts.js';
import type { Turning } from './rehearse.js';
import { workOut } from './worked-out.js';

/** How far a job is that runs in this process. */
interface Progress {
  touched: number | null;
  done: number;
}

/** What a job leaves behind, kept like a document, so that every process can tell it. */
interface Left<Item> {
  readonly basis: string | null;
  readonly refused: string | null;
  readonly items: readonly Item[];
}

/** Tells what a job left from what people uploaded. */
const KIND = 'application/vnd.rettidig.what-if+json';

/** The page of a job's result. */
class WhichWhatIfJob {
  @Id({ description: 'The job.' })
  id!: string;

  @Numeric()
  @Count({ description: 'How many items to leave out; none when left out.', optional: true })
  offset?: number;

  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;
}

/**
 * What-ifs that touch so much that nobody waits for the answer: begun by an act, worked out in the background of the
 * process that took it, and asked for afterwards. What ended before its end is begun anew with another key.
 */
export function whatIfJobs<Item extends object>(
  turning: Turning<Item>,
  { WhatIfJob }: ReturnType<typeof answersFor<Item>>,
) {
  const running = new Map<string, Progress>();

  const begin: Act<Drafts, WhatIfJobBegun> = {
    name: 'BeginWhatIfJob',
    message: Drafts,
    path: '/what-if/jobs',
    tag: 'what-if',
    summary: { da: 'Regn et stort “hvad nu hvis” i baggrunden', en: 'Work out a large what-if in the background' },
    answer: WhatIfJobBegun,
    act: async ({ drafts }, { privateStore, engine }, { actor, language, commandId }) => {
      const context = engine.queryContext(actor, language);
      // Refuses here and now what the commands would never take.
      requestsOf(drafts, actor, commandId, await context.rehearsal());
      if (running.has(commandId) || (await privateStore.document(begunOf(commandId)))) return { id: commandId };
      const progress: Progress = { touched: null, done: 0 };
      running.set(commandId, progress);
      await keep(privateStore, begunOf(commandId), {});
      void run(drafts, context, progress)
        .catch((): Left<Item> => ({ basis: null, refused: 'what-if.failed', items: [] }))
        .then((left) => keep(privateStore, commandId, left))
        // What could not be kept stays as begun: whoever asks sees that it does not go on.
        .catch(() => undefined)
        .finally(() => running.delete(commandId));
      return { id: commandId };
    },
  };

  async function run(drafts: readonly Draft[], context: QueryContext, progress: Progress): Promise<Left<Item>> {
    try {
      const { basis, items } = await workOut(turning, drafts, context, {
        begins: (touched) => (progress.touched = touched),
        done: (touched) => (progress.done = touched),
      });
      return { basis, refused: null, items };
    } catch (error) {
      if (error instanceof Refused || error instanceof TryLater) return { basis: null, refused: error.code, items: [] };
      throw error;
    }
  }

  const get: QueryDefinition<WhichWhatIfJob, InstanceType<typeof WhatIfJob>, unknown> = {
    name: 'GetWhatIfJob',
    parameters: WhichWhatIfJob,
    answer: WhatIfJob,
    path: '/what-if/jobs/{id}',
    tag: 'what-if',
    summary: { da: 'Se, hvad der kom ud af det', en: 'See what came of it' },
    refusals: ['what-if.job-unknown'],
    handle: async ({ id, offset = 0, limit = 50 }, { document }) => {
      const kept = await document(id);
      if (kept?.mediaType === KIND) {
        const left = kept.extract as Left<Item>;
        const items = left.items.slice(offset, offset + limit);
        const { basis, refused } = left;
        return { id, ended: true, done: null, touched: null, basis, refused, items, total: left.items.length };
      }
      const progress = running.get(id);
      if (!progress && !(await document(begunOf(id)))) throw notFound('what-if.job-unknown', { id });
      const { done = null, touched = null } = progress ?? {};
      return { id, ended: false, done, touched, basis: null, refused: null, items: [], total: null };
    },
  };

  return { begin, get };
}

/** The mark that a job was begun, for processes that do not run it. */
const begunOf = (id: string): string => idOf('what-if begun', id);

const keep = (store: PrivateStore, id: string, extract: object): Promise<void> =>
  store.keepDocument(id, { mediaType: KIND, fileName: null, extract }, new Uint8Array());
