import { idOf, Refused } from '@rettidig/event-sourcing';
import { memoryEngine, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { FreeText } from '@rettidig/vocabulary';
import { commitOf } from './acts/commit.js';
import { receive } from './acts/receive.js';
import { takeIn } from './acts/take-in.js';
import type { ImportKind } from './import-kind.js';
import { importsOf } from './imports.feature.js';
import { previewsOf } from './queries/preview.js';
import { boardFile, boardKind, linesOf, notesFeature, powerCut, requestNo } from './testing/boards.js';

class Choices {
  @FreeText({ description: 'What each note says.', max: 10, optional: true })
  note?: string;
}

class Lines {
  @FreeText({ description: 'The first line.', max: 100 })
  first!: string;
}

/** A line “stop” stands in the way. */
const boards: ImportKind<Choices, Lines> = {
  ...boardKind,
  decisions: Choices,
  preview: Lines,
  refusals: ['board.stop'],
  texts: { 'board.stop': { da: 'Linje {line} siger stop.', en: 'Line {line} says stop.' } },
  lookUp: async (_extract, { people }) => ({ seen: [...(await people([idOf('p')]))].length }),
  plan: (extract, decisions, { importId, people }) => {
    const lines = linesOf(extract);
    const stop = lines.indexOf('stop') + 1;
    return {
      preview: { first: `${lines[0]} ${people.size}` },
      ...(stop > 0 && { obstacle: new Refused('board.stop', { line: stop }) }),
      steps: [
        { namePerson: { personId: idOf('p'), name: 'Bo Eksempel' } },
        ...lines.map((line) => ({
          key: line,
          command: 'PinNote',
          subjectId: idOf('note', importId.length > 0 ? line : ''),
          message: { text: decisions?.note ?? 'none' },
        })),
      ],
    };
  },
};

let breakAt = '';
const notes = notesFeature((subjectId) => {
  if (subjectId === breakAt) throw powerCut();
});

const started = async () => {
  const parts = memoryEngine([notes, importsOf([boards])], { clock: new ScriptedClock() });
  await parts.engine.start();
  return { ...parts, tools: { engine: parts.engine, privateStore: parts.privateStore } };
};
type Started = Awaited<ReturnType<typeof started>>;

let requests = 0;
const request = () => requestNo((requests += 1));

const upload = (app: Started, text: string) => receive(boards, boardFile(text), app.tools, request());
const commit = (app: Started, id: string, choices: object = {}) =>
  commitOf(boards).act({ id, ...choices }, app.tools, request());
const [get, preview] = previewsOf(boards, boards.texts);
const ask = (app: Started, parameters: object, query = get) =>
  query!.handle(parameters, app.engine.queryContext(request().actor, 'da')) as Promise<Record<string, unknown>>;
const eventsIn = async ({ store }: Started) => (await store.readAll({ after: '' })).map(({ type }) => type);

describe('an import', () => {
  let app: Started;
  beforeEach(async () => {
    breakAt = '';
    app = await started();
  });
  afterEach(() => app.engine.stop());

  it('is the same for the same bytes, and receiving it twice is one fact', async () => {
    const one = await upload(app, 'a\nb\n');
    const again = await upload(app, 'a\nb\n');
    expect(again.id).toBe(one.id);
    expect((await upload(app, 'a\nc\n')).id).not.toBe(one.id);
    expect(await eventsIn(app)).toEqual(['DocumentReceived', 'DocumentReceived']);
  });

  it('shows what would be done without doing it', async () => {
    const { id } = await upload(app, 'a\nb\n');
    expect(await ask(app, { id })).toMatchObject({
      import: { id, kind: 'minutes', status: 'received', format: 'text', fileName: 'tavle.txt', bytes: 4, facts: 0 },
      preview: { first: 'a 0' },
      obstacle: null,
      canCommit: true,
    });
    await app.privateStore.namePerson(idOf('p'), 'Bo Eksempel');
    expect(await ask(app, { id, note: 'x' }, preview)).toMatchObject({ preview: { first: 'a 1' } });
    expect(await eventsIn(app)).toEqual(['DocumentReceived']);
  });

  it('is carried out once, whoever asks again', async () => {
    const { id } = await upload(app, 'a\nb\n');
    expect(await commit(app, id)).toMatchObject({ facts: 2, unchanged: false, done: [{ facts: 1 }, { facts: 1 }] });
    const before = await eventsIn(app);
    expect(before).toEqual(['DocumentReceived', 'ImportBegun', 'NotePinned', 'NotePinned', 'ImportCommitted']);
    expect(await commit(app, id)).toMatchObject({ facts: 0, unchanged: true });
    expect(await commit(app, id, { note: 'other' })).toMatchObject({ facts: 0, unchanged: true });
    expect((await upload(app, 'a\nb\n')).alreadyCommitted).toBe(true);
    expect(await eventsIn(app)).toEqual(before);
    expect(await ask(app, { id })).toMatchObject({ import: { status: 'committed', facts: 2 } });
  });

  it('of what stands in the register already is committed, with no facts of its own', async () => {
    const { id } = await upload(app, 'a\nb\n');
    await commit(app, id);
    const again = await upload(app, 'b\na\n');
    const before = await eventsIn(app);
    expect(await commit(app, again.id)).toMatchObject({ facts: 0, unchanged: true });
    expect(await ask(app, { id: again.id })).toMatchObject({ import: { status: 'committed', facts: 0 } });
    await commit(app, again.id);
    expect(await eventsIn(app)).toEqual([...before, 'ImportCommitted']);
  });

  it('that broke off half-way is finished by committing again, and says all that it led to', async () => {
    const { id } = await upload(app, 'a\nb\n');
    breakAt = idOf('note', 'b');
    await expect(commit(app, id)).rejects.toThrow('the power went');
    expect(await eventsIn(app)).toEqual(['DocumentReceived', 'ImportBegun', 'NotePinned']);
    breakAt = '';
    expect(await commit(app, id)).toMatchObject({ facts: 1, unchanged: false });
    expect((await app.store.readStream(`import-${id}`)).at(-1)).toMatchObject({
      type: 'ImportCommitted',
      data: { facts: 2, subjects: [idOf('note', 'a'), idOf('note', 'b')] },
    });
  });

  it('counts what a later commit with other choices adds, and nothing twice', async () => {
    const { id } = await upload(app, 'a\nb\n');
    breakAt = idOf('note', 'b');
    await expect(commit(app, id)).rejects.toThrow('the power went');
    breakAt = '';
    await commit(app, id);
    await commit(app, id, { note: 'other' });
    expect(await ask(app, { id })).toMatchObject({ import: { facts: 2 } });
    expect((await eventsIn(app)).filter((type) => type === 'ImportCommitted')).toHaveLength(1);
  });

  it('with something in its way says so in words, and nothing of it is done', async () => {
    const { id } = await upload(app, 'a\nstop\n');
    expect(await ask(app, { id })).toMatchObject({
      obstacle: { code: 'board.stop', sentence: 'Linje 2 siger stop.' },
      canCommit: false,
    });
    await expect(commit(app, id)).rejects.toMatchObject({ code: 'board.stop' });
    expect(await eventsIn(app)).toEqual(['DocumentReceived']);
    expect((await app.privateStore.people([idOf('p')])).size).toBe(0);
  });

  it('is unknown under another id, and says so when its document was erased', async () => {
    await expect(ask(app, { id: idOf('nothing') })).rejects.toMatchObject({ code: 'import.unknown', status: 404 });
    await expect(commit(app, idOf('nothing'))).rejects.toMatchObject({ code: 'import.unknown' });
    const { id } = await upload(app, 'a\n');
    await app.privateStore.eraseDocument(id);
    await expect(ask(app, { id })).rejects.toMatchObject({ code: 'import.document-erased' });
    await expect(commit(app, id)).rejects.toMatchObject({ code: 'import.document-erased' });
    await upload(app, 'a\n');
    expect(await ask(app, { id })).toMatchObject({ canCommit: true });
  });

  it('that was set aside is not carried out until it comes again', async () => {
    const { id } = await upload(app, 'a\n');
    const setAside = (commandId: string) =>
      app.engine.dispatch({
        ...{ command: 'SetAsideImport', subjectId: id, message: { reason: 'kladde' }, commandId: idOf(commandId) },
        ...{ actor: request().actor, correlationId: idOf('x'), byPerson: true },
      });
    await setAside('one');
    expect(await ask(app, { id })).toMatchObject({
      import: { status: 'setAside', setAsideBecause: 'kladde' },
      canCommit: false,
    });
    await expect(commit(app, id)).rejects.toMatchObject({ code: 'import.set-aside' });
    await upload(app, 'a\n');
    expect(await commit(app, id)).toMatchObject({ facts: 1 });
    await expect(setAside('two')).rejects.toMatchObject({ code: 'import.already-committed' });
  });

  it('of a watched folder is carried out at once by the service itself, or refused with the reason', async () => {
    const byService = { ...request(), actor: { id: idOf('folder'), role: 'system' } };
    await takeIn(boards, boardFile('a\n'), app.tools, byService);
    await takeIn(boards, boardFile('a\n'), app.tools, byService);
    const events = await app.store.readAll({ after: '' });
    expect(events.map(({ type }) => type)).toEqual([
      'DocumentReceived',
      'ImportBegun',
      'NotePinned',
      'ImportCommitted',
    ]);
    expect(events[0]!.data).toMatchObject({ fromFolder: true });
    expect(events.every(({ meta }) => !meta.byPerson)).toBe(true);
    await expect(takeIn(boards, boardFile('stop\n'), app.tools, byService)).rejects.toMatchObject({
      code: 'board.stop',
    });
  });

  it('of another format is refused with what is accepted', async () => {
    const table = { bytes: Buffer.from('a;b\n1;2\n'), mediaType: 'text/csv', fileName: 'a.csv' };
    await expect(receive(boards, table, app.tools, request())).rejects.toMatchObject({
      code: 'import.format-not-accepted',
      details: { format: 'CSV', accepted: ['tekst (.txt)'] },
    });
    expect(await eventsIn(app)).toEqual([]);
  });

  it('stands on the list with its state, as it was known at any time', async () => {
    const { id } = await upload(app, 'a\n');
    await commit(app, id);
    await app.engine.settled();
    const list = app.engine.registry.queries.get('ListImports')!;
    const page = (parameters: object) => list.handle(parameters, app.engine.queryContext(request().actor, 'da'));
    expect(await page({ status: ['committed'], kind: ['minutes'], from: ['person'] })).toMatchObject({
      total: 1,
      items: [{ id, facts: 1, fromFolder: false }],
      facets: { status: { committed: 1 }, kind: { minutes: 1 }, from: { person: 1 } },
    });
    expect(await page({ from: ['folder'] })).toMatchObject({ total: 0 });
    expect(await page({ asOf: '2020-01-01' })).toMatchObject({ total: 0 });
  });
});
