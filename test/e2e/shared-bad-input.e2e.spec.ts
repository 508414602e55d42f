import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { clientOf } from '../support/client.js';
import { CERTIFICATE, type EventStoreDb, startEventStoreDb } from '../support/eventstoredb/start.js';
import { RedisServer } from '../support/redis.js';
import { API, SharedProcess, WORKER } from '../support/shared-process.js';
import { appendRaw } from '../support/shared-raw.js';
import { SharedTowns, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/** A password that is wrong wherever it stands, and must never be seen. */
const SECRET = 'hunter2';
/** A start waits for engines that do not answer no longer than this. */
const IMPATIENT = { EVENTSTORE_TIMEOUT_MS: '500', EVENTSTORE_PATIENCE_MS: '500', START_PATIENCE_MS: '1500' };
/** A refusal comes within seconds, also on a machine that is busy. */
const REFUSED_WITHIN = 30_000;
/** So long may something take that needs no more than a moment, on a machine that is busy. In milliseconds. */
const LONG = 45_000;

const towns = new SharedTowns();
const others: { readonly end: () => Promise<void> }[] = [];
let town: SharedTown;
let api: SharedProcess;
let worker: SharedProcess;

beforeAll(async () => {
  town = await towns.found();
  [api, worker] = await Promise.all([town.api(), town.worker()]);
}, 120_000);
afterAll(async () => {
  await Promise.all(others.map(({ end }) => end()));
  await towns.remove();
});

/** Another server than the town's. */
async function store(...options: Parameters<typeof startEventStoreDb>): Promise<EventStoreDb> {
  const started = await startEventStoreDb(...options);
  others.push({ end: () => started.stop() });
  return started;
}

/** A port where nobody listens. */
async function emptyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await once(server.close(), 'close');
  return port;
}

/** It ended by itself with a sentence in both languages and the code that says: a person has to do something. */
async function expectRefused(refused: SharedProcess, danish: RegExp, english: RegExp): Promise<void> {
  const { code, output } = await refused.ended(REFUSED_WITHIN);
  expect(output).toMatch(danish);
  expect(output).toMatch(english);
  expect(output).not.toMatch(new RegExp(`${SECRET}|changeit|\\n +at `));
  expect(code).toBe(78);
}

const register = async ({ url }: SharedProcess, title = 'En sag') =>
  clientOf(url, 'secretariat').post('/changes', { title, kind: 'moreSectionManagers' });

/** What is wrong, in the words of `/readyz`. */
const causes = async (each: SharedProcess): Promise<string[]> =>
  (await each.readiness()).problems.map(({ code, about }) => `${code} ${about}`);

const tells = (each: SharedProcess, cause: string): Promise<void> =>
  waitFor(async () => (await causes(each)).includes(cause), LONG);

const statusOf = async ({ url }: SharedProcess): Promise<number> => (await fetch(`${url}/readyz`)).status;

describe('an event store that cannot be used is named at the start:', () => {
  let withTls: EventStoreDb;
  beforeAll(async () => (withTls = await store({ tls: true })));
  const secured = (options: string): Promise<string> =>
    Promise.resolve(`esdb://admin:${SECRET}@127.0.0.1:${withTls.ports[0]}?tls=true${options}`);

  it.each<[string, RegExp, RegExp, () => Promise<string>]>([
    [
      'a host that is unknown',
      /EventStoreDB på esdb:\/\/no-such-host\.invalid:2113 svarede ikke inden for/,
      /EventStoreDB at esdb:\/\/no-such-host\.invalid:2113 did not answer within/,
      () => Promise.resolve(`esdb://admin:${SECRET}@no-such-host.invalid:2113?tls=false`),
    ],
    [
      'a port where nobody listens',
      /svarede ikke inden for .* Kontrollér EVENTSTORE_URL/,
      /did not answer within .* Check EVENTSTORE_URL/,
      async () => `esdb://127.0.0.1:${await emptyPort()}?tls=false`,
    ],
    [
      'a certificate that nobody vouches for',
      /serverens certifikat godtages ikke/,
      /the certificate of the server is not accepted/,
      () => secured(''),
    ],
    [
      'a wrong password',
      /afviser brugeren i EVENTSTORE_URL/,
      /refuses the user in EVENTSTORE_URL/,
      () => secured(`&tlsCAFile=${CERTIFICATE.certificate}`),
    ],
    [
      'a server that is too old',
      /er for gammel\. Brug EventStoreDB 21\.10 eller nyere/,
      /is too old\. Use EventStoreDB 21\.10 or newer/,
      async () => (await store({ faults: { oldServer: true } })).url,
    ],
  ])('%s', async (_what, danish, english, url) => {
    const EVENTSTORE_URL = await url();
    await expectRefused(await town.launch(API, { ...IMPATIENT, EVENTSTORE_URL }), danish, english);
  });
});

describe('a private store that cannot be used is named at the start:', () => {
  it.each<[string, RegExp, RegExp, (right: URL) => Promise<string>]>([
    [
      'a port where nobody listens',
      /PostgreSQL på .* svarer ikke/,
      /PostgreSQL at .* does not answer/,
      async () => `postgresql://rettidig:${SECRET}@127.0.0.1:${await emptyPort()}/rettidig`,
    ],
    [
      'a wrong password',
      /afviser bruger eller adgangskode i PRIVATE_STORE_URL/,
      /refuses the user or the password in PRIVATE_STORE_URL/,
      (right) => Promise.resolve(Object.assign(right, { password: SECRET }).href),
    ],
    [
      'a database without the keys of this log',
      /har ingen nøgler: teksterne kan ikke læses/,
      /has no keys: the texts cannot be read/,
      async () => {
        expect((await register(api)).status).toBe(201);
        return towns.privateStores.database();
      },
    ],
  ])('%s', async (_what, danish, english, url) => {
    const PRIVATE_STORE_URL = await url(new URL(town.privateStore));
    await expectRefused(await town.launch(WORKER, { ...IMPATIENT, PRIVATE_STORE_URL }), danish, english);
  });
});

it('a data folder that another process uses is refused', async () => {
  const { dataDir } = api;
  const second = new SharedProcess({ program: WORKER, dataDir, port: 0, environment: town.environment });
  town.processes.push(second);
  await expectRefused(second, /er allerede i brug af en kørende Rettidig/, /is already in use by a running Rettidig/);
});

it('a Redis that refuses the password is told by the worker for as long as it does', async () => {
  const redis = await RedisServer.start({ password: 'another' });
  others.push({ end: () => redis.remove() });
  const refused = await town.launch(WORKER, { REDIS_URL: `redis://:${SECRET}@127.0.0.1:${redis.port}` });
  await tells(refused, 'queue-trouble queue.access-denied');
  expect(await statusOf(refused)).toBe(503);
  expect(refused.output()).not.toContain(SECRET);
  expect(await refused.stop()).toBe(0);
});

describe('a log that does not fit', () => {
  /** The log as a backup has it, and how many cases there were. */
  let backup: number;
  const cases = async ({ url }: SharedProcess): Promise<number> =>
    (await clientOf(url, 'auditor').get('/changes?limit=200')).body.items.length;

  it('because it holds an event of a newer version: everybody stands before it and says so', async () => {
    await Promise.all([api.ready(), worker.ready()]);
    backup = await town.store.mark();
    const known = (await register(api)).body;
    await Promise.all([api.ready(), worker.ready()]);
    await appendRaw(town.store.url, `rettidig_change-${known.id}`, { type: 'ChangeGilded', data: { carat: 24 } });

    const late = await town.launch(WORKER);
    for (const each of [api, worker, late]) {
      await tells(each, 'unknown-event-type ChangeGilded');
      expect(await statusOf(each)).toBe(503);
    }
    const { status, headers, body } = await clientOf(api.url, 'secretariat').post(`/changes/${known.id}/start`, {
      when: { on: '2026-04-01' },
    });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'event-type.unknown' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);

    // What lies behind it is decided, and shown by nobody who cannot read what lies before.
    const shown = await cases(api);
    const other = await register(api);
    expect(other.status).toBe(201);
    const asked = await clientOf(api.url, 'auditor').get('/changes', { 'Consistent-With': other.body.position });
    expect(asked.status).toBe(503);
    expect(await cases(api)).toBe(shown);
    expect(await late.stop()).toBe(0);
  }, 120_000);

  it('because an older one was put back under it: it says so, and starts again when its views are deleted', async () => {
    await town.store.restore(backup);
    for (const each of [api, worker]) await tells(each, 'subscription-failed store.log-shortened');
    expect((await register(api)).status).toBe(503);
    expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);

    await expectRefused(api.startAgain(), /har set mere, end loggen indeholder/, /has seen more than the log holds/);
    rmSync(join(api.dataDir, 'views.db'));
    await api.startAgain().ready();
    expect(await cases(api)).toBe(1);
  }, 120_000);

  it('because the place up to which a view has seen it is damaged', async () => {
    expect(await api.stop()).toBe(0);
    const views = new Database(join(api.dataDir, 'views.db'));
    views.exec(`update view_build set position = 'garbage' where name = 'cases'`);
    views.close();
    await expectRefused(api.startAgain(), /"cases" har gemt et sted .* ikke kan læses/, /"cases" has stored a place/);
  }, 120_000);

  it('because places of reactions lie behind its end, or are none', async () => {
    const lease = (reaction: string) => `rettidig.lease-${reaction}`;
    const [ahead, damaged] = ['mirror-agenda-on-cases', 'mirror-follow-ups-on-cases'];
    const released = (position: string) => ({ type: 'LeaseReleased', data: { position } });
    await appendRaw(town.store.url, lease(ahead), released('7'.repeat(32)));
    await appendRaw(town.store.url, lease(damaged), released('garbage'));
    const lost = await town.launch(WORKER);
    for (const reaction of [ahead, damaged]) await tells(lost, `reaction-lost ${reaction}`);
    expect(await statusOf(lost)).toBe(503);
    const { problems, reactions } = await lost.readiness();
    // No mail server is named, and no page shows the outbox of a worker.
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['reaction-lost', 'mail-stays-here']));
    expect(reactions.length).toBeGreaterThan(2);
  }, 120_000);
});
