import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clientOf, type Answer } from '../support/client.js';
import { eventCount, verified } from '../support/data-files.js';
import { readApi, type Route } from '../support/openapi.js';
import { randomFrom } from '../support/random.js';
import { isUuid, RandomBody, singular } from '../support/random-body.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

/** So many requests to each route that acts. */
const EACH = 48;
const personas = [
  'secretariat',
  'secretariat',
  'secretariat',
  'manager',
  'chair',
  'deputyChair',
  'employeeRep',
  'admin',
];

/** Where the details of a thing stand, by the name of its id. */
const details = {
  ...{ committeeId: 'committees', changeId: 'changes', meetingId: 'meetings', breachId: 'breaches' },
  ...{ possibleMissId: 'possible-misses', agendaId: 'political-agendas', roundId: 'screening-rounds' },
};
/** Lists that show what there is. */
const lists = [
  ...['/structure', '/changes?limit=40', '/meetings?limit=20', '/breaches'],
  ...['/possible-misses', '/political-agendas', '/screening-forums', '/screening-rounds'],
];
/** Files of every kind, each sent to every route that takes one, whole or damaged. */
const files = ['minutes/01-letterhead-and-markdown.txt', 'agendas/sbsys.xml', 'agendas/punkter.csv'].map((name) =>
  readFileSync(resolve(__dirname, '../fixtures', name)),
);
const nameIn = (collection: string): string =>
  Object.entries(details).find(([, one]) => one === collection)?.[0] ?? 'id';

describe('thousands of random requests', () => {
  const folder = temporaryFolder();
  const random = randomFrom(20_260_424);
  const known = new Map<string, string[]>();
  const succeeded = new Map<string, number>();
  const complaints: string[] = [];
  let server: RunningServer;
  let api: Awaited<ReturnType<typeof readApi>>;
  let bodies: RandomBody;
  let sent = 0;
  let lastKey = randomUUID() as string;

  beforeAll(async () => {
    server = await startServer(folder.path);
    api = await readApi(server.url);
    bodies = new RandomBody(random, api.resolve, () => known);
    for (let round = 0; round < EACH; round++) {
      if (round % 6 === 0) await lookAround();
      for (const route of api.routes) if (route.method === 'post') await act(route);
    }
    console.log(
      `TEST_SEED=${random.seed}: ${sent} requests; accepted: ${JSON.stringify(Object.fromEntries(succeeded))}`,
    );
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const client = (persona: string) => clientOf(server.url, persona);

  /** Notes the ids that lists and details show now, so that requests are about something. */
  async function lookAround(): Promise<void> {
    const get = async (path: string) => (await client('secretariat').get(path)).body;
    for (const path of lists) note(await get(path));
    for (const [name, collection] of Object.entries(details)) {
      for (const id of (known.get(name) ?? []).slice(-30)) note(await get(`/${collection}/${id}`));
    }
  }

  function note(answer: unknown, name = ''): void {
    if (typeof answer === 'string' && isUuid(answer)) {
      known.set(name, [...new Set([...(known.get(name) ?? []), answer])]);
    } else if (typeof answer === 'object' && answer !== null) {
      const isList = Array.isArray(answer);
      for (const [key, inner] of Object.entries(answer)) note(inner, isList ? singular(name) : key);
    }
  }

  function addressOf(route: Route): { readonly path: string; readonly subject: string } {
    let subject = '';
    const path = route.path
      .replace('/api/v1', '')
      .replaceAll(/(\w+)\/\{(\w+)\}/g, (_all, collection: string, name: string) => {
        const id = random.chance(0.03)
          ? random.oneOf(['1', '%00', 'x'.repeat(150)])
          : bodies.id(name === 'id' ? nameIn(collection) : name);
        subject ||= `/${collection}/${id}`;
        return `${collection}/${id}`;
      });
    return { path, subject };
  }

  async function act(route: Route): Promise<void> {
    const { path, subject } = addressOf(route);
    const isBroken = random.chance(0.45);
    const body = route.body ? (isBroken ? bodies.broken(route.body) : bodies.valid(route.body)) : {};
    const key = random.chance(0.03) ? lastKey : `fuzz-${random.seed}-${sent}`;
    lastKey = key;
    const etag = route.needsEtag && random.chance(0.9) ? await etagOf(subject) : undefined;
    const headers = { 'Idempotency-Key': key, ...(etag === undefined ? {} : { 'If-Match': etag }) };
    const persona = random.oneOf(personas);
    sent += 1;
    const answer = route.takesFile
      ? await client(persona).upload(path, fileToSend(isBroken), 'application/octet-stream', headers)
      : await client(persona).post(path, body as object, headers);
    if (route.takesFile && answer.status === 200) note(answer.body);
    judge(route, answer, { persona, path, body });
  }

  function fileToSend(isBroken: boolean): Uint8Array<ArrayBuffer> {
    const file = new Uint8Array(random.oneOf(files));
    if (isBroken) for (let n = 0; n < 20; n++) file[random.below(file.length)] = random.below(256);
    return file;
  }

  async function etagOf(subject: string): Promise<string | undefined> {
    const { status, body } = await client('auditor').get(subject);
    return status === 200 ? (body.etag as string) : undefined;
  }

  function judge(route: Route, { status, headers, body }: Answer, about: object): void {
    const said = JSON.stringify({ route: `${route.method} ${route.path}`, status, answer: body, about }).slice(0, 3000);
    if (status >= 500) complaints.push(`failed: ${said}`);
    const type = headers.get('content-type') ?? '';
    if (status >= 400 && !type.startsWith('application/problem+json')) complaints.push(`not problem+json: ${said}`);
    const complaint = route.complaintAbout(status, body);
    if (complaint) complaints.push(`${complaint}: ${said}`);
    if (status < 300) succeeded.set(route.path, (succeeded.get(route.path) ?? 0) + 1);
  }

  it('are answered as documented, and never with an error of the program', () => {
    expect(sent).toBeGreaterThan(1000);
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  it('reached what they were about: most routes accepted some', () => {
    const acting = api.routes.filter(({ method }) => method === 'post');
    const never = acting.map(({ path }) => path).filter((path) => !succeeded.has(path));
    expect(never.length).toBeLessThan(0.5 * acting.length);
  });

  it('leave everything readable, as documented', async () => {
    await lookAround();
    const wrong: string[] = [];
    for (const route of api.routes.filter(({ method, path }) => method === 'get' && path.startsWith('/api'))) {
      for (let n = 0; n < 20; n++) {
        const { path } = addressOf({ ...route });
        const { status, body } = await client('secretariat').get(path);
        const complaint = status >= 500 ? 'failed' : route.complaintAbout(status, body);
        if (complaint) wrong.push(`${complaint}: ${status} ${path} ${JSON.stringify(body).slice(0, 1500)}`);
        if (!route.path.includes('{')) break;
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect((await fetch(`${server.url}/`)).status).toBe(200);
    const { problems } = (await (await fetch(`${server.url}/readyz`)).json()) as { problems: { code: string }[] };
    // Whoever could be told of something may have been taken away.
    expect(problems.filter(({ code }) => code !== 'nobody-reached')).toEqual([]);
  });

  it('leave a sound log, and the service starts on it again', async () => {
    const events = eventCount(folder.path);
    expect(verified(folder.path).problems).toEqual([]);
    const shown = (await client('auditor').get('/missed-reviews?limit=200')).body;
    expect(await server.stop()).toBe(0);
    server = await startServer(folder.path);
    expect((await client('auditor').get('/missed-reviews?limit=200')).body).toEqual(shown);
    expect(eventCount(folder.path)).toBe(events);
  });
});
