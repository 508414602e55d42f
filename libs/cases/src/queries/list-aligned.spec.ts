import { idOf } from '@rettidig/event-sourcing';
import type { QueryContext } from '@rettidig/event-sourcing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import { casesView } from '../projections/cases.js';
import { event, owing, review, duty } from '../testing/given-cases.js';
import { MAIN, referenceOf } from '../testing/town.js';
import { listChanges } from './list-changes.js';
import { listTimelyReviews } from './list-timely-reviews.js';
import type { NameReference } from './naming.js';

const reviewed = (of: string) =>
  event('MedReviewHeld', review({ reviewId: idOf('review', of), countsFor: [duty(of)] }), { of });
const aligned = { alignmentId: idOf('alignment'), committeeId: MAIN, on: '2026-01-20', note: 'se på vagtplanen' };
const events = [
  ...[...owing('one', { title: 'Afstemt' }), event('AlignedWithMed', aligned), reviewed('one')],
  ...[...owing('two', { title: 'Ikke afstemt' }), reviewed('two')],
];
const context = {
  ...{ now: '2026-07-01T10:00:00.000Z', language: 'da', reference: referenceOf() },
  views: filledViews([casesView], events),
  people: () => Promise.resolve(new Map()),
} as unknown as QueryContext<NameReference>;

describe('cases on which expectations were aligned with MED (A18)', () => {
  it('are found, and so are the others', async () => {
    const titles = async (aligned?: string) =>
      (await listChanges.handle({ sort: 'number', ...(aligned && { aligned }) }, context)).items.map(
        ({ title }) => title,
      );
    expect(await titles('true')).toEqual(['Afstemt']);
    expect(await titles('false')).toEqual(['Ikke afstemt']);
    expect(await titles()).toHaveLength(2);
  });

  it('have the day beside their reviews', async () => {
    const { items } = await listTimelyReviews.handle({ sort: 'number' }, context);
    expect(items.map(({ alignedOn }) => alignedOn)).toEqual(['2026-01-20', null]);
    const rows = [...listTimelyReviews.csv!.rows({ sort: 'number' }, context)];
    expect(rows).toMatchObject([{ alignedOn: '20-01-2026' }, { alignedOn: '' }]);
  });
});
