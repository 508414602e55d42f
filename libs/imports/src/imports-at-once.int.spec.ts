import { type CommandRequest, idOf } from '@rettidig/event-sourcing';
import { memoryEngine, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { Flag, FreeText } from '@rettidig/vocabulary';
import fc from 'fast-check';
import { commitOf } from './acts/commit.js';
import { receive } from './acts/receive.js';
import type { ImportKind } from './import-kind.js';
import { importsOf } from './imports.feature.js';
import { importOf } from './queries/of-import.js';
import { boardFile, boardKind, linesOf, notesFeature, powerCut, requestNo } from './testing/boards.js';

class Choices {
  @Flag({ description: 'Whether each note is pinned with an exclamation mark.', optional: true })
  loud?: boolean;

  @FreeText({ description: 'A line that is left out.', max: 10, optional: true })
  without?: string;
}

class Left {
  @FreeText({ description: 'The lines that are not pinned yet.', max: 100 })
  lines!: string;
}

/** A line that hangs there already is left out of the plan, as kinds do. */
const boards: ImportKind<Choices, Left> = {
  ...boardKind,
  decisions: Choices,
  preview: Left,
  refusals: [],
  texts: {},
  lookUp: async (extract, { readStream }) => {
    const hanging: string[] = [];
    for (const line of linesOf(extract)) if ((await readStream(`note-${idOf(line)}`)).length > 0) hanging.push(line);
    return { hanging };
  },
  plan: (extract, decisions, { found }) => {
    const { hanging } = found as { hanging: readonly string[] };
    const left = linesOf(extract).filter((line) => line !== decisions?.without && !hanging.includes(line));
    const mark = decisions?.loud ? '!' : '';
    return {
      preview: { lines: left.join() },
      steps: left.map((line) => ({
        ...{ key: line, command: 'PinNote', subjectId: idOf(line), message: { text: line + mark } },
      })),
    };
  },
};

/** What a commit waits for before it gives a command. */
type Gate = (request: CommandRequest) => Promise<unknown>;
const open: Gate = () => Promise.resolve();

/** A board on which several commit one import, each held back by a gate of its own. */
async function board(text: string) {
  const { engine, privateStore, store } = memoryEngine([notesFeature(), importsOf([boards])], {
    clock: new ScriptedClock(),
  });
  await engine.start();
  const { id } = await receive(boards, boardFile(text), { engine, privateStore }, requestNo(0));
  const commit = (gate: Gate, choices: Choices = {}) => {
    const gated = {
      dispatch: async (command: CommandRequest) => {
        await gate(command);
        return engine.dispatch(command);
      },
      queryContext: engine.queryContext.bind(engine),
      reached: engine.reached.bind(engine),
      recordedBetween: engine.recordedBetween.bind(engine),
      projector: engine.projector,
    };
    return commitOf(boards).act({ id, ...choices }, { engine: gated, privateStore }, requestNo(1));
  };
  const told = async () => {
    const { readStream } = engine.queryContext(requestNo(0).actor, 'da');
    return importOf(await readStream(`import-${id}`))!;
  };
  const pinned = async () => (await store.readAll({ after: '' })).filter(({ type }) => type === 'NotePinned').length;
  const said = async () => (await store.readStream(`import-${id}`)).map(({ type }) => type);
  return { commit, told, pinned, said, engine, id };
}

/** The process dies before it pins a note. */
const diesBefore =
  (line: string): Gate =>
  ({ subjectId }) =>
    subjectId === idOf(line) ? Promise.reject(powerCut()) : Promise.resolve();

describe('several who commit one import', () => {
  it('with other plans count each fact once: the second comes while the first is half-way', async () => {
    const { commit, told, pinned } = await board('a\nb\nc\n');
    const second: object[] = [];
    const first = await commit(async ({ subjectId }) => {
      if (subjectId === idOf('c') && second.length === 0) second.push(await commit(open));
    });
    expect(second).toMatchObject([{ facts: 1 }]);
    expect(first).toMatchObject({ facts: 2, done: [{ facts: 1 }, { facts: 1 }, { facts: 1 }] });
    expect([await pinned(), (await told()).facts]).toEqual([3, 3]);
  });

  it('tell what one recorded who died, although their own plan has nothing of it any more', async () => {
    const { commit, told, pinned, said } = await board('a\nb\n');
    await expect(commit(diesBefore('b'))).rejects.toThrow('the power went');
    expect(await commit(open)).toMatchObject({ facts: 1, unchanged: false });
    expect([await pinned(), (await told()).facts]).toEqual([2, 2]);
    expect(await commit(open)).toMatchObject({ facts: 0, unchanged: true, position: null });
    expect(await said()).toEqual(['DocumentReceived', 'ImportBegun', 'ImportCommitted']);
  });

  it('tell what one recorded who died after another had said that it was done', async () => {
    const { commit, told, pinned } = await board('a\nb\n');
    const dying = commit(async ({ command, subjectId }) => {
      if (command === 'CommitImport') throw powerCut();
      if (subjectId === idOf('b')) expect(await commit(open, { without: 'b' })).toMatchObject({ facts: 0 });
    });
    await expect(dying).rejects.toThrow('the power went');
    expect([await pinned(), (await told()).facts]).toEqual([2, 1]);
    expect(await commit(open)).toMatchObject({ facts: 0, unchanged: true });
    expect([await pinned(), (await told()).facts]).toEqual([2, 2]);
  });

  it('count what a release recorded that named nothing before', async () => {
    const { commit, told, engine, id } = await board('a\nb\n');
    const { actor } = requestNo(0);
    const by = { actor, correlationId: idOf('x'), byPerson: true };
    await engine.dispatch({
      ...by,
      command: 'CommitImport',
      subjectId: id,
      message: { subjects: [], facts: 7 },
      commandId: idOf('old'),
    });
    await commit(open);
    expect(await told()).toMatchObject({ facts: 9, factsBefore: 7 });
  });

  it('say what was recorded, in whatever order their commands come and wherever some of them die', async () => {
    const commits = fc.array(fc.record({ loud: fc.boolean(), diesAt: fc.integer({ min: 0, max: 12 }) }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), commits, async (scheduler, asked) => {
        const { commit, told, pinned, said } = await board('a\nb\nc\n');
        const all = asked.map(({ loud, diesAt }) => {
          let given = 0;
          const gate: Gate = async ({ command }) => {
            await scheduler.schedule(Promise.resolve(), command);
            if ((given += 1) > diesAt) throw powerCut();
          };
          return commit(gate, { loud }).catch(() => undefined);
        });
        await scheduler.waitFor(Promise.all(all));
        await commit(open);
        expect(await told()).toMatchObject({ status: 'committed', facts: await pinned() });
        const before = await said();
        await commit(open);
        expect(await said()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
