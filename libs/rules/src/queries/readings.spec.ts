import type { QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { Readings } from '../readings.events.js';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider, ruleBookPart } from '../rule-book.js';
import type { ListReadings } from './list-readings.js';
import { listReadings } from './list-readings.js';

const source = { kind: 'document', reference: 'Forretningsorden § 9' } as const;
const agreed = (version: string, more: Partial<Readings> = {}): Readings => ({
  ...{ kind: 'budgetProposal', version, effectiveFrom: '2026-01-01', readings: 1 },
  ...more,
});

/** Recorded on 1, 2, 3 … April 2026. */
const events = [
  agreed('1', { source }),
  agreed('2', { effectiveFrom: '2026-06-01', readings: 2 }),
  agreed('1', { body: 'council', readings: 2 }),
].map(
  (data, at) =>
    ({
      ...{ type: 'ReadingsAgreed', data, meta: metadata({ recordedAt: `2026-04-0${at + 1}T08:00:00.000Z` }) },
    }) as RecordedEvent,
);

const context = () =>
  ({
    now: '2026-04-24T10:00:00.000Z',
    language: 'da',
    reference: { ruleBook: events.reduce((book, one) => evolve(ruleBookDecider, book, one), ruleBookPart.initial) },
    readStream: () => Promise.resolve(events),
  }) as unknown as QueryContext<{ readonly ruleBook: RuleBook }>;

const list = async (parameters: Partial<ListReadings>) => listReadings.handle(parameters, context());
const versions = async (parameters: Partial<ListReadings>) =>
  (await list(parameters)).items.map(
    ({ bodyText, version, inEffect }) => `${bodyText} ${version}${inEffect ? ' *' : ''}`,
  );

describe('the list of readings', () => {
  it('says for whom, from when, what it means, and where it stands', async () => {
    const { items, total, facets } = await list({});
    expect([total, facets]).toEqual([3, { inEffect: { true: 2, false: 1 } }]);
    expect(items.map((one) => one.source)).toEqual([null, source, null]);
    expect(items[1]).toMatchObject({ kindText: 'Budgetforslag', bodyText: 'Alle politiske udvalg', inEffect: true });
    expect(items[1]!.readingsText).toContain('ingen anden chance');
    expect(items[2]!.readingsText).toContain('Behandles 2 gange');
  });

  it('is narrowed to a kind, a body, a day and what was known; in pages and as a table', async () => {
    expect(await versions({ kind: 'other' })).toEqual([]);
    expect(await versions({ body: 'financeCommittee', holdsOn: '2026-06-01' })).toEqual(['Alle politiske udvalg 2 *']);
    expect(await versions({ body: 'council' })).toHaveLength(3);
    expect(await versions({ asOf: '2026-04-01' })).toEqual(['Alle politiske udvalg 1 *']);
    const { nextCursor } = await list({ limit: 2 });
    expect((await list({ limit: 2, cursor: nextCursor! })).items).toMatchObject([{ body: 'council' }]);
    const rows = [...listReadings.csv!.rows({ holdsOn: '2026-06-01' }, context())];
    expect(rows).toMatchObject([{ readings: 2, effectiveFrom: '01-06-2026', inEffect: 'ja' }, { version: '1' }]);
  });
});
