import fc from 'fast-check';
import { broad, hasWords, isAtLeast, isOneOf, listQuery, sharesOneOf } from './list.js';
import { foldText } from './list.filters.js';
import type { ViewWriter } from './projection.js';
import { SqliteReadDatabase } from './adapters/sqlite-views.js';

const SCHEMA = [
  'create table {thing} (id text, colour text, size integer, name text, tags text, known_from text, known_to text)',
  'create index {thing_from} on {thing} (known_from)',
];

const things = listQuery({
  name: 'things',
  from: '{thing}',
  columns: ['id', 'colour', 'size', 'name'],
  tieBreaker: 'id',
  filters: {
    colour: isOneOf('colour'),
    minimum: broad(1, isAtLeast('size')),
    text: hasWords('name'),
    tag: sharesOneOf('tags'),
  },
  sorts: { size: ['size'], colour: ['colour', 'size'] },
  defaultSort: 'size',
  facets: {
    colour: { sql: 'colour', ignores: 'colour' },
    size: { sql: 'size' },
    tag: { sql: 'tags', each: true },
  },
  versioned: true,
});

interface Thing {
  readonly id: string;
  readonly colour: string;
  readonly size: number;
  readonly name: string;
  readonly tags: readonly string[];
}

const at = (second: number): string => new Date(Date.UTC(2026, 3, 24, 8, 0, second)).toISOString();
const NOW = at(3_000);

/** Writes a thing as known from a second on; the version before it ends there. */
function put(view: ViewWriter, thing: Thing, second: number): void {
  view.run('update {thing} set known_to = :at where id = :id and known_to is null', { at: at(second), id: thing.id });
  view.run('insert into {thing} values (:id, :colour, :size, :name, :tags, :at, null)', {
    ...thing,
    name: foldText(thing.name),
    tags: JSON.stringify(thing.tags),
    at: at(second),
  });
}

const colours = ['red', 'green', 'blue'] as const;
const anyThing = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `thing-${String(n).padStart(2, '0')}`),
  colour: fc.constantFrom(...colours),
  size: fc.integer({ min: 0, max: 5 }),
  name: fc.constantFrom('Ærø', 'Østerbro', 'Åben plads'),
  tags: fc.uniqueArray(fc.constantFrom('old', 'new'), { maxLength: 2 }),
});
const anyFilters = fc.record(
  { colour: fc.uniqueArray(fc.constantFrom(...colours)), minimum: fc.integer({ min: 0, max: 5 }) },
  { requiredKeys: [] },
);
const anySort = fc.constantFrom('size', '-size', 'colour', '-colour');

/** The current things after so many puts, by hand. */
const current = (puts: readonly Thing[]): Thing[] => [...new Map(puts.map((thing) => [thing.id, thing])).values()];
const matches = (thing: Thing, filters: { colour?: readonly string[]; minimum?: number }): boolean =>
  (filters.colour?.includes(thing.colour) ?? true) && thing.size >= (filters.minimum ?? 0);
const idsOf = (rows: readonly Thing[]): string[] => rows.map(({ id }) => id).sort();

/** The tables in memory, open for writing at any time, as between two pages. */
function memoryView(schema: readonly string[]): ViewWriter {
  const database = new SqliteReadDatabase(':memory:');
  const builds = database.open([{ name: 'things', version: 1, schema, on: {} }]);
  database.promote(builds);
  const reader = database.view('things');
  const run: ViewWriter['run'] = (sql, parameters) =>
    void database.apply(builds, (build, view) => {
      view.run(sql, parameters);
      return build.at;
    });
  return { get: reader.get.bind(reader), all: reader.all.bind(reader), run };
}

function filled(puts: readonly Thing[]): ViewWriter {
  const view = memoryView(SCHEMA);
  puts.forEach((thing, second) => put(view, thing, second));
  return view;
}

function allPages(view: ViewWriter, request: Parameters<typeof things.run>[1], between: () => void): Thing[] {
  const rows: Thing[] = [];
  let cursor: string | undefined;
  do {
    const page = things.run<Thing>(view, { ...request, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    between();
  } while (cursor);
  return rows;
}

describe('a list', () => {
  test('gives on its pages exactly the rows that match, and counts them', () => {
    fc.assert(
      fc.property(
        fc.array(anyThing, { maxLength: 60 }),
        anyFilters,
        anySort,
        fc.integer({ min: 1, max: 7 }),
        (puts, filters, sort, limit) => {
          const view = filled(puts);
          const expected = current(puts).filter((thing) => matches(thing, filters));
          const request = { filters, sort, limit, now: NOW };
          const { total, facets } = things.run<Thing>(view, request);
          const paged = allPages(view, request, () => undefined);
          expect(idsOf(paged)).toEqual(idsOf(expected));
          expect(paged.map(({ id }) => id)).toEqual([...things.all<Thing>(view, request)].map(({ id }) => id));
          expect(total).toBe(expected.length);
          expect(sum(facets['size']!)).toBe(total);
          expect(facets['colour']).toEqual(
            tally(current(puts).filter((thing) => matches(thing, { ...filters, colour: colours }))),
          );
          const sizes = paged.map(({ size }) => size);
          if (sort === 'size') expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
          if (sort === '-size') expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        },
      ),
    );
  });

  test('keeps its pages as they were while rows change', () => {
    fc.assert(
      fc.property(
        fc.array(anyThing, { minLength: 8, maxLength: 40 }),
        fc.array(anyThing),
        anySort,
        (puts, later, sort) => {
          const view = filled(puts);
          let second = puts.length;
          const changes = [...later];
          const paged = allPages(view, { filters: {}, sort, limit: 3, now: NOW }, () => {
            const change = changes.pop();
            if (change) put(view, change, second++);
          });
          expect(paged.map(strip)).toEqual(
            [...things.all<Thing>(filled(puts), { filters: {}, sort, now: NOW })].map(strip),
          );
        },
      ),
    );
  });

  test('answers as of a moment what it answered then', () => {
    fc.assert(
      fc.property(fc.array(anyThing, { minLength: 1, maxLength: 40 }), fc.nat(), anyFilters, (puts, pick, filters) => {
        const moment = pick % puts.length;
        const then = things.run(filled(puts.slice(0, moment + 1)), { filters, now: NOW, limit: 200 });
        const now = things.run(filled(puts), { filters, asOf: at(moment), now: NOW, limit: 200 });
        expect(now).toEqual(then);
      }),
    );
  });

  test('answers as of a moment with rows that have left since, also when nothing came after them', () => {
    const view = filled([thing('a', []), thing('b', [])]);
    view.run('update {thing} set known_to = :at where id = :id', { at: at(9), id: 'b' });
    const idsAsOf = (second: number) =>
      things.run<Thing>(view, { filters: {}, asOf: at(second), now: NOW }).items.map(({ id }) => id);
    expect(idsAsOf(8)).toEqual(['a', 'b']);
    expect(idsAsOf(9)).toEqual(['a']);
  });

  test.each([1, 2, 3, 8, 9, 200])('finds rows by any of %i values', (count) => {
    const view = filled([thing('a', []), { ...thing('b', []), colour: 'blue' }]);
    const colour = Array.from({ length: count }, (_, n) => (n === count - 1 ? 'blue' : `no-${n}`));
    expect(things.run(view, { filters: { colour }, now: NOW }).items).toMatchObject([{ id: 'b' }]);
    expect(things.run(view, { filters: { colour: [] }, now: NOW }).total).toBe(0);
  });

  test('counts all rows where count is kept of them, and only where all of them are asked about', () => {
    const kept = "select 'kept' as value, :at <> '' as count";
    const counting = listQuery({
      ...{ name: 'counting', from: '{thing}', columns: ['id'], tieBreaker: 'id', versioned: true },
      filters: { colour: isOneOf('colour'), minimum: isAtLeast('size') },
      ...{ sorts: { size: ['size'] }, defaultSort: 'size' },
      facets: { colour: { sql: 'colour', ignores: 'colour', ofAll: kept }, size: { sql: 'size', ofAll: kept } },
    });
    const view = filled([thing('a', []), { ...thing('b', []), colour: 'blue' }]);
    const facets = (filters: object, asOf?: string) => {
      return counting.run(view, { filters, now: NOW, ...(asOf ? { asOf } : {}) }).facets;
    };
    const rows = { colour: { red: 1, blue: 1 }, size: { 1: 2 } };
    expect(facets({})).toEqual({ colour: { kept: 1 }, size: { kept: 1 } });
    expect(facets({ colour: ['blue'] })).toEqual({ colour: { kept: 1 }, size: { 1: 1 } });
    expect(facets({ minimum: 0 })).toEqual(rows);
    expect(facets({}, at(0))).toEqual({ colour: { red: 1 }, size: { 1: 1 } });
  });

  test('asks what follows from the value', () => {
    const either = listQuery({
      ...{ name: 'either', from: '{thing}', columns: ['id'], tieBreaker: 'id', facets: {} },
      filters: {
        size: { column: 'size', sql: (least: number) => (least > 3 ? ':column > :value' : ':column = :value') },
      },
      ...{ sorts: { size: ['size'] }, defaultSort: 'size' },
    });
    const view = filled([
      { ...thing('a', []), size: 2 },
      { ...thing('b', []), size: 5 },
    ]);
    expect(either.run(view, { filters: { size: 2 }, now: NOW }).items).toEqual([{ id: 'a' }]);
    expect(either.run(view, { filters: { size: 4 }, now: NOW }).items).toEqual([{ id: 'b' }]);
  });

  test('counts every member of a list column', () => {
    const view = filled([thing('a', ['old', 'new']), thing('b', ['old']), thing('c', [])]);
    expect(things.run(view, { filters: {}, now: NOW }).facets['tag']).toEqual({ old: 2, new: 1 });
    expect(things.run(view, { filters: { tag: ['new'] }, now: NOW }).total).toBe(1);
  });

  test.each([
    ['ærø', 1],
    ['ÆRØ', 1],
    ['ØSTER', 1],
    ['plads åben', 1],
    ['A\u030aben', 1],
    ['plads ærø', 0],
    ['%', 0],
  ])('finds %s by all of its words, in capitals or not, also inside a word', (text, total) => {
    const named = (id: string, name: string): Thing => ({ ...thing(id, []), name });
    const view = filled([named('a', 'Ærø'), named('b', 'Østerbro'), named('c', 'Åben plads')]);
    expect(things.run(view, { filters: { text }, now: NOW }).total).toBe(total);
  });

  test.each(['', 'x', 'bm90anNvbg', Buffer.from('["a","b","c",1,"d"]').toString('base64url')])(
    'refuses a cursor that it did not give: %s',
    (cursor) => {
      expect(() => things.run(filled([]), { filters: {}, cursor, now: NOW })).toThrow('cursor.unknown');
    },
  );

  test('refuses a cursor of a question with other filters, sort or moment', () => {
    const view = filled([thing('a', []), thing('b', [])]);
    const request = { filters: {}, limit: 1, now: NOW };
    const cursor = things.run(view, request).nextCursor!;
    expect(things.run(view, { ...request, cursor }).items).toHaveLength(1);
    for (const other of [{ filters: { minimum: 0 } }, { sort: '-size' }, { asOf: at(9) }]) {
      expect(() => things.run(view, { ...request, ...other, cursor })).toThrow('cursor.unknown');
    }
  });

  test('refuses a sort that it does not know', () => {
    expect(() => things.run(filled([]), { filters: {}, sort: 'constructor', now: NOW })).toThrow('sort.unknown');
  });
});

const thing = (id: string, tags: readonly string[]): Thing => ({ id, colour: 'red', size: 1, name: 'x', tags });
const strip = ({ id, colour, size }: Thing): object => ({ id, colour, size });
const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

function tally(rows: readonly Thing[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { colour } of rows) counts[colour] = (counts[colour] ?? 0) + 1;
  return counts;
}
