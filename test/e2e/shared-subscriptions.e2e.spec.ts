import { ProbeTarget, PROBE_WORKER } from '../support/probe-target.js';
import { CarefulClient } from '../support/shared-client.js';
import { SharedLink } from '../support/shared-link.js';
import { groupBy } from '../support/shared-load.js';
import { differences, type SharedProcess } from '../support/shared-process.js';
import { TownHall } from '../support/shared-structure.js';
import { SharedTowns, TIMES, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/** So long may one answer take, in milliseconds; the store itself does not stand still here for longer than that. */
const ANSWERED_WITHIN = TIMES.patience + 12_000;
/** So many cases are registered and put on the agenda while something is wrong. */
const CASES = 20;

/**
 * One API writes, undisturbed; the other one and a worker reach the store over a wire that breaks in all ways, and the
 * store itself drops its subscribers. Each test begins when the one before has ended, and the last one looks what became
 * of it all.
 */
describe('while events flow, a subscription', () => {
  const towns = new SharedTowns();
  let town: SharedTown;
  let target: ProbeTarget;
  let hall: TownHall;
  /** The wires of the second API and of the workers. */
  let links: readonly SharedLink[];
  let writer: SharedProcess;
  let reader: SharedProcess;
  let workers: readonly SharedProcess[];
  const client = new CarefulClient('secretariat', ANSWERED_WITHIN);
  /** Every case, with the item that it was put on. */
  const placed = new Map<string, string>();
  let rounds = 0;

  beforeAll(async () => {
    town = await towns.found();
    target = await ProbeTarget.start();
    links = await Promise.all([1, 2, 3].map(() => SharedLink.to(town.store.ports[0]!)));
    const over = (link: SharedLink) => ({ EVENTSTORE_URL: `esdb://127.0.0.1:${link.port}?tls=false` });
    const probe = { PROBE_URL: target.url };
    const started = [
      town.api(),
      town.api(over(links[0]!)),
      ...[links[1]!, links[2]!].map(async (link) =>
        (await town.launch(PROBE_WORKER, { ...over(link), ...probe })).ready(),
      ),
    ];
    [writer, reader, ...workers] = (await Promise.all(started)) as [SharedProcess, SharedProcess, SharedProcess];
    hall = await TownHall.found(writer);
  }, 180_000);
  afterAll(async () => {
    client.close();
    await towns.remove();
    links?.forEach((link) => link.close());
    await target?.close();
  });

  /** Registers cases and puts them on the agenda, over the API whose wire is sound. */
  async function write(): Promise<void> {
    rounds += 1;
    const ended = await Promise.all(
      Array.from({ length: CASES }, (_, n) =>
        client.untilDone([writer.url], {
          key: `flowing-${rounds}-${n}`,
          path: '/changes',
          message: { title: `Sag ${rounds}.${n}`, kind: 'other' },
          makes: 'ChangeRegistered',
        }),
      ),
    );
    const ids = ended.map(({ body }) => body.id as string);
    const itemId = await hall.putOnAgenda(`Punkt ${rounds}`, ids);
    ids.forEach((id) => placed.set(id, itemId));
  }

  /** What everybody has seen when all is well again, and what workers have done about it. */
  async function settled(): Promise<void> {
    await waitFor(async () => {
      const log = await town.log();
      const mirrored = log.filter(({ type }) => type === 'CasePlacedOnAgenda').length;
      return mirrored >= placed.size && new Set(target.calls.map(({ key }) => key)).size >= placed.size;
    }, 60_000);
    await Promise.all([writer, reader, ...workers].map((each) => each.ready()));
  }

  const allLive = (): Promise<void> =>
    waitFor(async () => {
      const all = await Promise.all([writer, reader, ...workers].map((each) => each.readiness()));
      return all.every(({ subscription }) => subscription === 'live');
    }, 30_000);

  const inTrouble = (processes: readonly SharedProcess[]): Promise<void> =>
    waitFor(async () => {
      const all = await Promise.all(processes.map((each) => each.readiness()));
      return all.every(({ subscription, problems }) => subscription !== 'live' || problems.length > 0);
    }, 30_000);

  it('is cut again and again', async () => {
    const writing = write();
    for (let cuts = 0; cuts < 5; cuts++) {
      const made = links.map((link) => link.made);
      links.forEach((link) => link.cut());
      await waitFor(() => links.every((link, n) => link.made > made[n]!), 30_000);
      await allLive();
    }
    await writing;
    await settled();
  });

  it('hears nothing for a while, without being told so', async () => {
    links.forEach((link) => link.hold());
    await write();
    await inTrouble([reader, ...workers]);
    links.forEach((link) => link.letGo());
    await settled();
  });

  it('is found too slow, and is dropped', async () => {
    const writing = write();
    for (let drops = 0; drops < 3; drops++) {
      const { subscriptions } = await town.store.counts();
      await town.store.tooSlow();
      await waitFor(async () => (await town.store.counts()).subscriptions >= subscriptions + 4, 30_000);
      await allLive();
    }
    await writing;
    await settled();
  });

  it('ends with the store, which comes back', async () => {
    const writing = write();
    await town.store.restart();
    await writing;
    await settled();
  });

  it('belongs to a process that itself stood still', async () => {
    const asleep = [reader, workers[0]!];
    asleep.forEach((each) => each.freeze());
    await write();
    // Whoever was awake has taken over what the sleeping one did.
    await waitFor(async () => {
      const mirrored = (await town.log()).filter(({ type }) => type === 'CasePlacedOnAgenda').length;
      return mirrored >= placed.size;
    }, 30_000);
    asleep.forEach((each) => each.thaw());
    await settled();
  });

  it('misses nothing and gives nothing twice: views are as if made anew, and what follows was done once', async () => {
    const log = await town.log();
    const mirrored = log.filter(({ type }) => type === 'CasePlacedOnAgenda');
    const expected = [...placed].map(([caseId, itemId]) => `change-${caseId} ${itemId}`).sort();
    expect(mirrored.map(({ stream, data }) => `${stream} ${String(data.itemId)}`).sort()).toEqual(expected);
    expect([...groupBy(log, ({ id }) => id).values()].filter((same) => same.length > 1)).toEqual([]);

    const ended = log.filter(({ type }) => type === 'EffectDone').map(({ stream }) => stream);
    expect(new Set(ended).size).toBe(placed.size);
    expect(ended).toHaveLength(placed.size);
    expect(target.unmarkedRepeats).toEqual([]);
    expect(client.complaints).toEqual([]);

    const old = [writer, reader, ...workers];
    for (const each of old) expect(await each.stop()).toBe(0);
    const fresh = await town.api();
    expect(await fresh.stop()).toBe(0);
    for (const each of old) expect(differences(each.rows(), fresh.rows())).toEqual([]);
  }, 120_000);
});
