import { decision } from '@rettidig/event-sourcing/testing';
import type { PublishedItem } from '../agenda-changes.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';
import { AGENDA, DAY, f2, foldAgenda, IMPORT, published } from '../testing/agendas.js';
import type { ImportPoliticalAgenda } from './import-political-agenda.js';
import { importPoliticalAgenda } from './import-political-agenda.js';

const moved = published('1', 'Flytning af et bosted', { key: '77', externalNumbers: [f2('2026-8340')] });
const budget = published('2', 'Budgetopfølgning');
const closed: PublishedItem = { number: '3', externalNumbers: [], closed: true };

const message = (items: readonly PublishedItem[], more: Partial<ImportPoliticalAgenda> = {}) =>
  ({ body: 'socialCommittee', on: DAY, complete: true, importId: IMPORT, items, ...more }) as ImportPoliticalAgenda;

const decide = (past: readonly PoliticalAgendaEvent[], next: ImportPoliticalAgenda): PoliticalAgendaEvent[] => [
  ...decision(importPoliticalAgenda, { reference: {}, subjectId: AGENDA })
    .given(...past)
    .when(next)
    .decided(),
];
/** All events after some imports in turn. */
const after = (...imports: readonly ImportPoliticalAgenda[]): PoliticalAgendaEvent[] =>
  imports.reduce<PoliticalAgendaEvent[]>((past, next) => [...past, ...decide(past, next)], []);

const lastOf = (events: readonly PoliticalAgendaEvent[]) => {
  const event = events.at(-1)!;
  if (event.type !== 'PoliticalAgendaImported') throw new Error(event.type);
  const numbers = (list: readonly { number: string }[]) => list.map(({ number }) => number);
  const { version, added, changed, withdrawn, returned } = event.data;
  const ids = new Map([...foldAgenda(events)!.items.values()].map((item) => [item.itemId, item]));
  return {
    version,
    added: numbers(added),
    changed: numbers(changed),
    withdrawn: withdrawn.filter((id) => ids.get(id)!.withdrawn).length,
    returned: returned.filter((id) => !ids.get(id)!.withdrawn).length,
  };
};

describe('a political agenda is imported', () => {
  it('in versions; the same content again is none', () => {
    const first = after(message([moved, budget, closed]));
    expect(lastOf(first)).toEqual({ version: 1, added: ['1', '2', '3'], changed: [], withdrawn: 0, returned: 0 });
    expect(decide(first, message([moved, budget, closed]))).toEqual([]);
    expect(decide(first, message([budget], { complete: false }))).toEqual([]);
  });

  it('and what a whole one no longer holds is withdrawn, stays, and may come back', () => {
    const gone = after(message([moved, budget]), message([budget]));
    expect(lastOf(gone)).toEqual({ version: 2, added: [], changed: [], withdrawn: 1, returned: 0 });
    expect(foldAgenda(gone)!.items.size).toBe(2);
    const back = [...gone, ...decide(gone, message([moved], { complete: false }))];
    expect(lastOf(back)).toEqual({ version: 3, added: [], changed: [], withdrawn: 0, returned: 1 });
  });

  it('of which the whole open part withdraws no closed items', () => {
    const open = after(message([moved, budget, closed]), message([moved], { part: 'open' }));
    const items = [...foldAgenda(open)!.items.values()];
    expect(items.map((item) => [item.closed, item.withdrawn])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it('never with the wording of a closed item, whoever sends it', () => {
    const [event] = decide([], message([{ ...closed, title: 'Personsag', text: 'Indstilling' }]));
    expect(JSON.stringify(event)).not.toMatch(/Personsag|Indstilling/);
  });

  it('and recognises an item that was reworded or moved by its own number, its title or its case number', () => {
    const before = [moved, budget, published('3', 'Ny struktur', { externalNumbers: [f2('2026-1')] })];
    const later = [
      published('2', 'Flytning af bostedet', { key: '77' }),
      published('3', 'BUDGETOPFØLGNING'),
      published('1', 'Ændret organisering', { externalNumbers: [{ system: 'notStated', value: '2026 - 1' }] }),
    ];
    const events = after(message(before), message(later));
    expect(lastOf(events)).toEqual({ version: 2, added: [], changed: ['2', '3', '1'], withdrawn: 0, returned: 0 });
    expect(foldAgenda(events)!.items.size).toBe(3);
  });

  it('with items of one title told apart, and an old title that now belongs to another item', () => {
    const twice = after(message([published('1', 'Orientering'), published('2', 'Orientering')]));
    expect(foldAgenda(twice)!.items.size).toBe(2);
    const reworded = after(
      message([published('1', 'Ældre', { externalNumbers: [f2('2026-5')] })]),
      message([published('1', 'Nyere', { externalNumbers: [f2('2026-5')] })]),
      message([
        published('1', 'Nyere', { externalNumbers: [f2('2026-5')] }),
        published('2', 'Ældre', { externalNumbers: [f2('2026-6')] }),
      ]),
    );
    expect(foldAgenda(reworded)!.items.size).toBe(2);
    expect([...foldAgenda(reworded)!.items.values()].every((item) => !item.withdrawn)).toBe(true);
  });

  it('so that no sequence of whole and partial imports ever loses an item', () => {
    const dice = seeded(20260603);
    for (let run = 0; run < 200; run++) {
      let events: PoliticalAgendaEvent[] = [];
      for (let step = 0; step < 8; step++) {
        const next = randomImport(dice);
        const before = foldAgenda(events);
        events = [...events, ...decide(events, next)];
        const now = foldAgenda(events)!;
        expect([...(before?.items.keys() ?? [])].filter((id) => !now.items.has(id))).toEqual([]);
        if (!next.complete) expect(standing(before).filter((id) => !standing(now).includes(id))).toEqual([]);
        expect(standing(now).length).toBeGreaterThanOrEqual(next.items.length);
        if (next.complete) expect(standing(now).length).toBe(next.items.length);
        expect(decide(events, next)).toEqual([]);
      }
    }
  });
});

const standing = (agenda: ReturnType<typeof foldAgenda>): string[] =>
  [...(agenda?.items.values() ?? [])].filter((item) => !item.withdrawn).map(({ itemId }) => itemId);

/** Numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
}

function randomImport(dice: (n: number) => number): ImportPoliticalAgenda {
  const count = 1 + dice(6);
  const keys = new Set<string>();
  const items = Array.from({ length: count }, (_, at): PublishedItem => {
    const key = String(dice(8));
    const hasKey = dice(2) === 0 && !keys.has(key);
    if (hasKey) keys.add(key);
    return {
      number: String(at + 1),
      externalNumbers: dice(2) ? [f2(`2026-${100 + dice(4)}`)] : [],
      closed: dice(5) === 0,
      ...(hasKey && { key }),
      ...(dice(5) > 0 && { title: `Titel ${dice(6)}` }),
    };
  });
  return message(items, { complete: dice(2) === 0 });
}
