import type { RecordedEvent } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { Readings } from './readings.events.js';
import { numberOfReadings, readingsOn } from './readings.js';
import { ruleBookKnownAt, ruleBookPart } from './rule-book.js';

const agreed = (readings: number, more: Partial<Readings> = {}): Readings => ({
  ...{ kind: 'budgetProposal', version: `${readings}`, effectiveFrom: '2026-01-01', readings },
  ...more,
});

/** Recorded on 1, 2, 3 … March 2026. */
const bookOf = (...all: readonly Readings[]) =>
  all.reduce(
    (book, data, at) =>
      ruleBookPart.evolve(book, {
        ...{ type: 'ReadingsAgreed', data, meta: metadata({ recordedAt: `2026-03-0${at + 1}T08:00:00.000Z` }) },
      } as RecordedEvent),
    ruleBookPart.initial,
  );

describe('how often a body treats a case', () => {
  const social = { kind: 'budgetProposal', body: 'socialCommittee' } as const;

  it('is once until something else was agreed for its kind, from its first day on', () => {
    const book = bookOf(agreed(2), agreed(3, { effectiveFrom: '2026-06-01' }));
    const on = (day: string) => numberOfReadings(book, social, day);
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-01')]).toEqual([1, 2, 3]);
    expect(numberOfReadings(book, { ...social, kind: 'other' }, '2026-06-01')).toBe(1);
    expect(readingsOn(book, { ...social, kind: 'other' }, '2026-06-01')).toBeUndefined();
    expect(numberOfReadings(ruleBookKnownAt(book, '2026-03-01T09:00:00.000Z'), social, '2026-06-01')).toBe(2);
  });

  it('is what was agreed for the body itself before what holds for all, and concerns politicians alone', () => {
    const book = bookOf(agreed(3, { body: 'socialCommittee' }), agreed(2, { effectiveFrom: '2026-06-01' }));
    const by = (body: 'socialCommittee' | 'council' | 'manager') =>
      numberOfReadings(book, { ...social, body }, '2026-06-01');
    expect([by('socialCommittee'), by('council'), by('manager')]).toEqual([3, 2, 1]);
  });
});
