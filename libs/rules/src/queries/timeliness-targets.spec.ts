import type { QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider, ruleBookPart } from '../rule-book.js';
import type { RuleBookEvent } from '../rule-book.events.js';
import type { TimelinessTarget } from '../timetable.events.js';
import type { ListTimelinessTargets } from './list-timeliness-targets.js';
import { listTimelinessTargets } from './list-timeliness-targets.js';

const source = { kind: 'document', reference: 'Forretningsorden § 4' } as const;
const target = (version: string, effectiveFrom: string, more: Partial<TimelinessTarget> = {}): RuleBookEvent => ({
  type: 'TimelinessTargetAgreed',
  data: {
    kind: 'newService',
    interval: 'meetingToDecision',
    version,
    effectiveFrom,
    days: { count: 42, kind: 'calendar' },
    ...more,
  },
});

/** Recorded on 1, 2, 3 … April 2026. */
const events = [
  target('1', '2025-01-01', { source }),
  target('2', '2026-06-01'),
  target('1', '2026-01-01', { kind: 'other', interval: 'papersToMeeting', days: { count: 1, kind: 'workday' } }),
].map(
  (event, at) => ({ ...event, meta: metadata({ recordedAt: `2026-04-0${at + 1}T08:00:00.000Z` }) }) as RecordedEvent,
);

const context = (language: 'da' | 'en' = 'da') =>
  ({
    now: '2026-04-24T10:00:00.000Z',
    language,
    reference: { ruleBook: events.reduce((book, one) => evolve(ruleBookDecider, book, one), ruleBookPart.initial) },
    readStream: () => Promise.resolve(events),
  }) as unknown as QueryContext<{ readonly ruleBook: RuleBook }>;

const list = async (parameters: Partial<ListTimelinessTargets>, language?: 'da' | 'en') =>
  listTimelinessTargets.handle(parameters, context(language));
const versions = async (parameters: Partial<ListTimelinessTargets>) =>
  (await list(parameters)).items.map(({ kind, version, inEffect }) => `${kind} ${version}${inEffect ? ' *' : ''}`);

describe('the list of targets', () => {
  it('says for what, from when, which hold, and where each stands', async () => {
    const { items, total, facets } = await list({});
    expect([total, facets]).toEqual([3, { inEffect: { true: 2, false: 1 } }]);
    expect(items.map(({ version, inEffect }) => [version, inEffect])).toEqual([
      ['2', false],
      ['1', true],
      ['1', true],
    ]);
    expect(items.map((one) => one.source)).toEqual([null, source, null]);
    expect(items[2]).toMatchObject({
      kindText: 'Andet',
      intervalText: 'fra udsendt materiale til møde',
      daysText: 'Mindst 1 arbejdsdag.',
    });
    expect((await list({ kind: 'newService' }, 'en')).items[0]!.daysText).toBe('At least 42 calendar days.');
  });

  it('is narrowed to a kind, an interval, a day and what was known', async () => {
    expect(await versions({ kind: 'newService', holdsOn: '2026-06-01' })).toEqual(['newService 2 *']);
    expect(await versions({ holdsOn: '2025-12-31' })).toEqual(['newService 1 *']);
    expect(await versions({ interval: 'papersToMeeting' })).toEqual(['other 1 *']);
    expect(await versions({ asOf: '2026-04-01' })).toEqual(['newService 1 *']);
  });

  it('comes in pages that belong to one question, and as a table', async () => {
    const { nextCursor } = await list({ limit: 2 });
    expect(await versions({ limit: 2, cursor: nextCursor! })).toEqual(['other 1 *']);
    await expect(list({ limit: 2, cursor: nextCursor!, kind: 'other' })).rejects.toThrow('cursor.unknown');
    const rows = [...listTimelinessTargets.csv!.rows({ holdsOn: '2026-06-01' }, context())];
    expect(rows).toMatchObject([
      { kind: 'Nyt tilbud', target: 'Mindst 42 kalenderdage.', effectiveFrom: '01-06-2026', inEffect: 'ja' },
      { kind: 'Andet' },
    ]);
  });
});
