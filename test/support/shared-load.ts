import { CarefulClient, type Act, type Ended } from './shared-client.js';
import type { LoggedEvent } from './shared-log.js';
import type { SharedProcess } from './shared-process.js';

/** What a burst is made of; 200 acts in all. */
const REGISTRATIONS = 100;
/** So many facts on each of so many cases: they meet on one stream, through several processes. */
const FACTS = { cases: 5, each: 12 };
/** So many changes of what all of them saw alike: one wins. */
const RIVALS = { cases: 10, each: 4 };

export const ACTS = REGISTRATIONS + FACTS.cases * FACTS.each + RIVALS.cases * RIVALS.each;

/** Answers that end an act: done, or refused because of what somebody else did. */
const DONE = [200, 201];
const CONFLICT = [409, 412, 422];

/** Two hundred acts at once over several APIs, by a careful client that sends again what was not answered. */
export class Burst {
  readonly ended: Ended[] = [];
  private readonly client: CarefulClient;

  /** @param within so long may one answer take, in milliseconds. */
  constructor(
    private readonly name: string,
    private readonly apis: readonly SharedProcess[],
    within: number,
  ) {
    this.client = new CarefulClient('secretariat', within);
  }

  /** Cases that facts and rivals will meet on, made before the burst. */
  async prepare(): Promise<Prepared> {
    const made = Array.from({ length: FACTS.cases + RIVALS.cases }, (_, n) =>
      this.one({ key: `${this.name}-before-${n}`, ...registrationOf(`${this.name} før ${n}`, n) }, n),
    );
    const ids = (await Promise.all(made)).map(({ body }) => ({ id: body.id as string, etag: body.etag as string }));
    return { facts: ids.slice(0, FACTS.cases), rivals: ids.slice(FACTS.cases) };
  }

  /** Sends everything at once and tells each end. Answers when each act has ended. */
  async run({ facts, rivals }: Prepared, onEnded: (count: number) => void = () => undefined): Promise<void> {
    const acts: Act[] = [
      ...Array.from({ length: REGISTRATIONS }, (_, n) => ({
        key: `${this.name}-case-${n}`,
        ...registrationOf(`${this.name} sag ${n}`, n),
      })),
      ...facts.flatMap(({ id }) => times(FACTS.each, (n) => ({ key: `${this.name}-fact-${n}`, ...startOf(id) }))),
      ...rivals.flatMap(({ id, etag }) =>
        times(RIVALS.each, (n) => ({ key: `${this.name}-rival-${n}`, ...pointOf(id), ifMatch: etag })),
      ),
    ];
    let count = 0;
    await Promise.all(
      acts.map(async (act, n) => {
        await this.one(act, n);
        onEnded(++count);
      }),
    );
  }

  /** Every second act asks another API first. */
  private async one(act: Act, n: number): Promise<Ended> {
    const urls = this.apis.map((_, at) => this.apis[(n + at) % this.apis.length]!.url);
    const ended = await this.client.untilDone(urls, act);
    this.ended.push(ended);
    return ended;
  }

  /** How many tries were answered with "come again" so far, also of acts that have not ended. */
  get toldToComeAgain(): number {
    return this.client.toldToComeAgain;
  }

  /** Of the rivals on each case, how many were told that they won. */
  winners({ rivals }: Prepared): number[] {
    const won = this.ended.filter(({ act, status }) => act.ifMatch !== undefined && status === 200);
    return rivals.map(({ id }) => won.filter(({ act }) => act.path.includes(id)).length);
  }

  /** Tries that were told to come again, by code. */
  get retried(): Readonly<Record<string, number>> {
    const codes = this.ended.flatMap(({ tries }) => tries.slice(0, -1).map(({ code }) => code ?? ''));
    return Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((c) => c === code).length]));
  }

  get slowest(): number {
    return Math.max(...this.ended.flatMap(({ tries }) => tries.map(({ milliseconds }) => milliseconds)));
  }

  /** What the client could not act upon, and acts that ended otherwise than done or in conflict. */
  get complaints(): string[] {
    const odd = this.ended.filter(({ status }) => !DONE.includes(status) && !CONFLICT.includes(status));
    return [...this.client.complaints, ...odd.map(({ act, status }) => `${act.key} ended with ${status}`)];
  }

  /** What in the log is not as the clients were told; empty is good. */
  check(log: readonly LoggedEvent[]): string[] {
    const byCommand = groupBy(log, ({ meta }) => meta.commandId);
    return this.ended.flatMap((ended) => this.checkOne(ended, byCommand.get(this.client.commandIdOf(ended.act)) ?? []));
  }

  private checkOne({ act, status, body }: Ended, events: readonly LoggedEvent[]): string[] {
    const wrong = (what: string): string[] => [`${act.key} (${status}): ${what}`];
    if (!DONE.includes(status)) return events.length === 0 ? [] : wrong('refused, and in the log all the same');
    if (events.length === 0) return wrong('acknowledged and lost');
    const { stream } = events[0]!;
    if (stream !== `change-${body.id}` || events.some((event) => event.stream !== stream)) return wrong('elsewhere');
    if (events.some(({ revision }, n) => revision !== events[0]!.revision + n)) return wrong('not in one piece');
    if (events.filter(({ type }) => type === act.makes).length !== 1) return wrong('not exactly once');
    return events.at(-1)!.position === body.position ? [] : wrong('at another position than was told');
  }

  close(): void {
    this.client.close();
  }
}

/** A case or a change of one that somebody is about to work on. */
interface Known {
  readonly id: string;
  readonly etag: string;
}

export interface Prepared {
  readonly facts: readonly Known[];
  readonly rivals: readonly Known[];
}

/** A registration; every third was decided without MED, so that the same append also writes to the register. */
export const registrationOf = (title: string, n: number) => ({
  path: '/changes',
  makes: 'ChangeRegistered',
  message: {
    title,
    kind: 'moreSectionManagers',
    ...(n % 3 === 0 && {
      alreadyDecided: { body: 'notStated', when: { onOrBefore: '2026-04-24' }, outcome: 'approved' },
    }),
  },
});

/** A fact, on whatever the case is by then. */
export const startOf = (id: string) => ({
  path: `/changes/${id}/start`,
  makes: 'ImplementationStarted',
  message: { when: { on: '2026-04-01' } },
});

const pointOf = (id: string) => ({
  path: `/changes/${id}/decision-points`,
  makes: 'DecisionPointPlanned',
  message: { kind: 'decision', body: 'socialCommittee', when: { on: '2027-06-03' } },
});

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
