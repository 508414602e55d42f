import type { RecordedEvent } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import { deserialize, serialize } from 'node:v8';
import type { Organisation } from './organisation.js';
import { organisationPart } from './organisation.js';

const { initial, evolve } = organisationPart;
const { split, join } = organisationPart.inPieces!;

const event = (n: number, type: string, data: object): RecordedEvent => ({
  ...{ id: `${n}`, type, data, stream: 'organisation-a', revision: n, position: `${n}` },
  meta: metadata({ recordedAt: new Date(1_000_000 * n).toISOString() }),
});
const established = (n: number) => event(n, 'UnitEstablished', { unitId: `u${n}`, name: `Unit ${n}`, parentId: null });
const chunk = (n: number, importId: string) =>
  event(n, 'StructureImportChunk', {
    importId,
    facts: [{ type: 'UnitRenamed', data: { unitId: `u${n}`, name: 'x' } }],
  });
const closed = (n: number, importId: string) => event(n, 'StructureImported', { importId });

const copied = (organisation: Organisation): Organisation =>
  join([...split(organisation)].map((piece) => deserialize(serialize(piece)) as unknown));

/** All that was ever known, the last first, without nesting. */
function links(organisation: Organisation): unknown[] {
  const all: unknown[] = [];
  let at: Organisation | undefined = organisation;
  while (at) {
    const { last, keptAside }: Organisation = at;
    all.push([last && [last.fact, last.knownAt], [...keptAside]]);
    at = last?.before;
  }
  return all;
}

describe('the organisation in pieces', () => {
  it('is the same put together again, imports that are not closed and what they were before included', () => {
    const told = [established(1), chunk(2, 'one'), chunk(3, 'two'), established(4), chunk(5, 'one'), closed(6, 'one')];
    for (let count = 0; count <= told.length; count += 1) {
      const organisation = told.slice(0, count).reduce(evolve, initial);
      expect(copied(organisation)).toStrictEqual(organisation);
    }
  });

  it('may be of any length, and goes on from there', () => {
    const told = Array.from({ length: 20_000 }, (_, n) => established(n));
    const organisation = told.reduce(evolve, initial);
    expect(() => serialize(organisation)).toThrow('call stack');
    const again = copied(organisation);
    expect(links(again)).toEqual(links(organisation));
    const more = established(20_000);
    expect(links(evolve(again, more))).toEqual(links(evolve(organisation, more)));
  });
});
