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
import { KIND } from './kept.js';
import type { Turning } from './rehearse.js';
import type { Progress, Pulse } from './signs-of-life.js';
import { SignsOfLife } from './signs-of-life.js';
import { workOut } from './worked-out.js';

/** What a job leaves behind, kept like a document, so that every process can tell it. */
interface Left<Item> {
  readonly basis: string | null;
  readonly refused: string | null;
  readonly items: readonly Item[];
}

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

/** What this process works on, and what it has seen of those that others work on. */
interface AtWork {
  readonly running: Map<string, Progress>;
  readonly signs: SignsOfLife;
}

/**
 * What-ifs that touch so much that nobody waits for the answer: begun by an act, worked out in the background of the
 * process that took it, and asked for afterwards in whatever process. Of what ended before its end, because its process
 * did, a process says so that has waited for a sign of it; it is begun anew with another key.
 */
export function whatIfJobs<Item extends object>(
  turning: Turning<Item>,
  { WhatIfJob }: ReturnType<typeof answersFor<Item>>,
  pulse: Pulse,
) {
  const atWork: AtWork = { running: new Map(), signs: new SignsOfLife(pulse) };
  return { begin: beginning(turning, atWork), get: telling<Item>(WhatIfJob, atWork) };
}

const beginning = <Item extends object>(
  turning: Turning<Item>,
  { running, signs }: AtWork,
): Act<Drafts, WhatIfJobBegun> => ({
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
    await keep(privateStore, begunOf(commandId), {});
    // The same request may have come twice at once.
    if (running.has(commandId)) return { id: commandId };
    const progress: Progress = { touched: null, done: 0 };
    running.set(commandId, progress);
    const stopSigns = signs.give(privateStore, commandId, progress);
    void run(turning, drafts, context, progress)
      .catch((): Left<Item> => ({ basis: null, refused: 'what-if.failed', items: [] }))
      .then((left) => keep(privateStore, commandId, left))
      // What could not be kept stays as begun, without a further sign: whoever asks is told that it is lost.
      .catch(() => undefined)
      .finally(() => {
        stopSigns();
        running.delete(commandId);
      });
    return { id: commandId };
  },
});

async function run<Item extends object>(
  turning: Turning<Item>,
  drafts: readonly Draft[],
  context: QueryContext,
  progress: Progress,
): Promise<Left<Item>> {
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

const telling = <Item extends object>(
  WhatIfJob: ReturnType<typeof answersFor<Item>>['WhatIfJob'],
  { running, signs }: AtWork,
): QueryDefinition<WhichWhatIfJob, InstanceType<typeof WhatIfJob>, unknown> => ({
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
      signs.forget(id);
      const left = kept.extract as Left<Item>;
      const items = left.items.slice(offset, offset + limit);
      return { id, ended: true, ...NO_PROGRESS, ...left, items, total: left.items.length };
    }
    const mine = running.get(id);
    if (!mine && !(await document(begunOf(id)))) throw notFound('what-if.job-unknown', { id });
    const progress = mine ?? (await signs.of(id, document)) ?? NO_PROGRESS;
    const nothing = { id, basis: null, refused: null, items: [], total: null };
    if (progress === 'lost') return { ...nothing, ended: true, ...NO_PROGRESS, refused: 'what-if.lost' };
    const { done, touched } = progress;
    return { ...nothing, ended: false, done, touched };
  },
});

/** What is said of a job that is not worked on, or of which nobody has told yet how far it is. */
const NO_PROGRESS = { done: null, touched: null };

/** The mark that a job was begun, for processes that do not run it. */
const begunOf = (id: string): string => idOf('what-if begun', id);

const keep = (store: PrivateStore, id: string, extract: object): Promise<void> =>
  store.keepDocument(id, { mediaType: KIND, fileName: null, extract }, new Uint8Array());
