import { TryLater } from '../errors.js';
import type { Connections } from './postgres-private-store.connections.js';
import { SharedKeys } from './postgres-private-store.keys.js';

interface Row {
  readonly scope: string;
  readonly key: Buffer;
}

/** A server whose answers the test gives, one by one. */
function scripted() {
  const questions: { scopes: readonly string[]; answer: (rows: readonly Row[]) => void }[] = [];
  const connections = {
    ask: (_sql: string, [scopes]: [readonly string[]]) =>
      new Promise((answer) => questions.push({ scopes: [...scopes], answer })),
  } as unknown as Connections;
  let hears = true;
  const keys = new SharedKeys(connections, 'schema', () => hears);
  return { keys, questions, hear: (whether: boolean) => (hears = whether) };
}

const row = (scope: string): Row => ({ scope, key: Buffer.from(scope) });
const turns = async (count = 5): Promise<void> => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
};

describe('keys of all processes', () => {
  it('are asked for once, and remembered', async () => {
    const { keys, questions } = scripted();
    const found = keys.find(['a']);
    questions[0]!.answer([row('a')]);
    await found;
    expect([...(await keys.find(['a'])).keys()]).toEqual(['a']);
    expect(questions).toHaveLength(1);
  });

  it.each(['find', 'ensure'] as const)(
    'are not remembered out of an answer during which one was erased (%s)',
    async (how) => {
      const { keys, questions } = scripted();
      const asked = keys[how](['a', 'b']);
      await turns();
      keys.forget('a');
      questions[0]!.answer([row('a'), row('b')]);
      await asked;
      void keys.find(['a', 'b']);
      expect(questions[1]!.scopes).toEqual(['a', 'b']);
    },
  );

  it('are asked for again while erasures are not heard of', async () => {
    const { keys, questions, hear } = scripted();
    const found = keys.find(['a']);
    questions[0]!.answer([row('a')]);
    await found;
    hear(false);
    const again = keys.find(['a']);
    expect(questions).toHaveLength(2);
    questions[1]!.answer([]);
    expect((await again).size).toBe(0);
  });

  it('are made by one statement for all that ask in one turn, or while one is under way', async () => {
    const { keys, questions } = scripted();
    const first = [keys.ensure(['a']), keys.ensure(['b', 'a'])];
    await turns();
    const second = [keys.ensure(['c']), keys.ensure(['d'])];
    await turns();
    expect(questions.map(({ scopes }) => scopes)).toEqual([['a', 'b']]);
    questions[0]!.answer([row('a'), row('b')]);
    await Promise.all(first);
    await turns();
    expect(questions[1]!.scopes).toEqual(['c', 'd']);
    questions[1]!.answer([row('c'), row('d')]);
    expect((await Promise.all(second)).map((one) => [...one.keys()])).toEqual([['c'], ['d']]);
  });

  it('that another process made at the same time are seen by a second look', async () => {
    const { keys, questions } = scripted();
    const asked = keys.ensure(['a', 'b']);
    await turns();
    questions[0]!.answer([row('b')]);
    await turns();
    expect(questions[1]!.scopes).toEqual(['a']);
    questions[1]!.answer([row('a')]);
    expect([...(await asked).keys()].sort()).toEqual(['a', 'b']);
  });

  it('are given up for now when somebody erases them as often as they are made', async () => {
    const { keys, questions } = scripted();
    const asked = keys.ensure(['a']).catch((error: unknown) => error);
    for (let n = 0; n < 4; n++) {
      await turns();
      questions[n]!.answer([]);
    }
    expect(await asked).toBeInstanceOf(TryLater);
  });
});
