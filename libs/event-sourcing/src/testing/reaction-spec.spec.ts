import { bookWhatIsSent } from './parcels.js';
import { reactionSpec } from './reaction-spec.js';

describe('the helper for specs of reactions', () => {
  const book = reactionSpec(bookWhatIsSent, { reference: { price: 1 } });

  it('shows the commands that an event leads to', () => {
    book
      .when({ type: 'ParcelSent', data: { to: 'Ribe', note: '', price: 1 }, stream: 'parcel-7' })
      .then({ command: 'BookParcel', subjectId: '7', message: { ledger: 'main' } });
  });

  it('shows none for an event that the reaction does not look at', () => {
    book.when({ type: 'ParcelWeighed', data: { grams: 3 } }).then();
  });

  it('fails where something else was expected', () => {
    const weighed = book.when({ type: 'ParcelWeighed', data: { grams: 3 } });
    expect(() => weighed.then({ command: 'BookParcel', message: {} })).toThrow();
  });
});
