import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { burstOf } from '../support/burst.js';
import { clientOf, type Answer } from '../support/client.js';
import { readLog, verified, viewRows } from '../support/data-files.js';
import { randomFrom } from '../support/random.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

const ROUNDS = 20;
const AT_ONCE = 1000;

/** What the client was told about an act. */
interface Told {
  readonly id: string;
  readonly position: string;
}

describe('kill -9 during a thousand registrations at once, twenty times on one data folder', () => {
  const folder = temporaryFolder();
  const random = randomFrom(Date.now() % 1_000_000);
  /** What each key was told, over all rounds. */
  const told = new Map<string, Told>();
  /** Per round: acknowledged before the kill, and on disk then without anybody having been told. */
  const rounds: { readonly answered: number; readonly writtenUntold: number }[] = [];
  let server: RunningServer;
  let ofDemo: number;

  beforeAll(async () => {
    server = await startServer(folder.path);
    ofDemo = registered().length;
    for (let round = 1; round <= ROUNDS; round++) await killedRound(round);
    const shown = rounds.map(({ answered, writtenUntold }) => `${answered}+${writtenUntold}`).join(' ');
    console.log(`TEST_SEED=${random.seed}, acknowledged + written untold: ${shown}`);
  }, 600_000);
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  /** Registers, kills at a random moment, starts again, and sends everything once more, as a careful client does. */
  async function killedRound(round: number): Promise<void> {
    const keys = Array.from({ length: AT_ONCE }, (_, n) => `round-${round}-case-${n}`);
    const answered = await registerUntilKilled(keys, 1 + random.below(AT_ONCE * 0.7));
    server = await startServer(folder.path);

    const acknowledged = keys.filter((key) => told.has(key));
    const lost = missingOf(acknowledged.map((key) => told.get(key)!));
    expect({ round, lost }).toEqual({ round, lost: [] });
    rounds.push({ answered, writtenUntold: registered().length - ofDemo - told.size });

    await sendAgain(keys);
    expect(registered()).toHaveLength(ofDemo + told.size);
  }

  /** Kills at a given answer; what was sent by then still arrives. Answers how many registrations were acknowledged. */
  async function registerUntilKilled(keys: readonly string[], killAt: number): Promise<number> {
    const burst = burstOf(server.url, 'secretariat');
    let answered = 0;
    let killed: Promise<void> | undefined;
    const sent = keys.map(async (key) => {
      const answer = await burst.post('/changes', key, messageOf(key)).catch(() => undefined);
      if (!answer) return;
      told.set(key, toldBy(answer));
      answered += 1;
      if (answered === killAt) killed = server.kill();
    });
    await Promise.all(sent);
    await killed;
    burst.close();
    return answered;
  }

  /**
   * The same acts with the same keys: who was told nothing is told now, and of those who were told, some ask again and
   * are told the same.
   */
  async function sendAgain(keys: readonly string[]): Promise<void> {
    const burst = burstOf(server.url, 'secretariat');
    const again = keys.filter((key, n) => n % 5 === 0 || !told.has(key));
    await Promise.all(
      again.map(async (key) => {
        const answer = toldBy(await burst.untilAnswered('/changes', key, messageOf(key)));
        expect({ key, ...answer }).toEqual({ key, ...(told.get(key) ?? answer) });
        told.set(key, answer);
      }),
    );
    burst.close();
  }

  const registered = (): string[] =>
    readLog<{ stream: string }>(folder.path, `select stream from events where type = 'ChangeRegistered'`).map(
      ({ stream }) => stream,
    );

  /** Those that are not in the log exactly once, with their last event where the client was told. */
  function missingOf(acknowledged: readonly Told[]): Told[] {
    const events = readLog<{ stream: string; type: string; position: number }>(
      folder.path,
      `select stream, type, position from events where stream in (select 'change-' || value from json_each(?))`,
      JSON.stringify(acknowledged.map(({ id }) => id)),
    );
    const places = new Set(events.map(({ stream, position }) => `${stream} ${position}`));
    const registrations = events.filter(({ type }) => type === 'ChangeRegistered').map(({ stream }) => stream);
    const once = new Set(registrations);
    if (once.size < registrations.length) throw new Error('a case was registered twice');
    return acknowledged.filter(
      ({ id, position }) => !once.has(`change-${id}`) || !places.has(`change-${id} ${Number.parseInt(position, 16)}`),
    );
  }

  it('was killed while registrations were on their way, also between the commit and the answer', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.filter(({ answered }) => answered > 0 && answered < AT_ONCE)).toHaveLength(ROUNDS);
    expect(rounds.some(({ writtenUntold }) => writtenUntold > 0)).toBe(true);
  });

  it('has every acknowledged case exactly once, also for clients that sent it again', () => {
    expect(told.size).toBe(ROUNDS * AT_ONCE);
    expect(new Set([...told.values()].map(({ id }) => id)).size).toBe(told.size);
    expect(missingOf([...told.values()])).toEqual([]);
    expect(registered()).toHaveLength(ofDemo + told.size);
    expect(verified(folder.path).problems).toEqual([]);
  });

  it('shows the same list and register as one built from the log anew', async () => {
    const before = await shownAndStored();
    expect(before.changes.total).toBe(ofDemo + told.size);
    expect(before.register.total).toBeGreaterThan(told.size / 4);

    for (const end of ['', '-wal', '-shm']) rmSync(join(folder.path, `views.db${end}`), { force: true });
    server = await startServer(folder.path);
    const after = await shownAndStored();
    server = await startServer(folder.path);

    expect(differences(before.rows, after.rows)).toEqual([]);
    expect(after.changes).toEqual(before.changes);
    expect(after.register).toEqual(before.register);
  }, 180_000);

  /** What the API shows, and after a stop, what the tables hold. */
  async function shownAndStored() {
    const last = [...told.values()]
      .map(({ position }) => position)
      .sort()
      .at(-1)!;
    const auditor = clientOf(server.url, 'auditor');
    expect(await auditor.get('/changes?limit=1', { 'Consistent-With': last })).toMatchObject({ status: 200 });
    const changes = await auditor.get('/changes?limit=200&sort=number');
    const register = await auditor.get('/missed-reviews?limit=200');
    expect(await server.stop()).toBe(0);
    return { changes: shown(changes), register: shown(register), rows: viewRows(folder.path) };
  }
});

/** A page of a list; its cursor remembers when it was asked for. */
const shown = ({ body }: Answer) => ({ items: body.items, total: body.total, facets: body.facets });

/** Rows that stand on one side only; the first few of each table. */
function differences(before: ReadonlyMap<string, readonly string[]>, after: ReadonlyMap<string, readonly string[]>) {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((table) => {
    const [old, fresh] = [new Set(before.get(table)), new Set(after.get(table))];
    const gone = [...old].filter((row) => !fresh.has(row));
    const come = [...fresh].filter((row) => !old.has(row));
    return [...gone, ...come].slice(0, 5).map((row) => ({ table, row }));
  });
}

const messageOf = (key: string): object => ({
  title: `Sag ${key}`,
  kind: 'moreSectionManagers',
  // Every third was found afterwards: decided without MED, so the same append also writes to the register.
  ...(Number(key.split('-').at(-1)) % 3 === 0
    ? { alreadyDecided: { body: 'notStated', when: { onOrBefore: '2026-04-24' }, outcome: 'approved' } }
    : {}),
});

function toldBy({ status, body }: { readonly status: number; readonly body: Told }): Told {
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { id: body.id, position: body.position };
}
