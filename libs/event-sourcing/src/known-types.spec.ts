import { KnownTypes, UnknownEventType } from './known-types.js';

const decider = { category: 'parcel', initial: {}, evolve: { ParcelSent: () => ({}), ParcelLost: () => ({}) } };
const known = new KnownTypes([{ decider }]);
const sent = { stream: 'parcel-1', type: 'ParcelSent' };
const painted = { stream: 'parcel-1', type: 'ParcelPainted' };
const truck = { stream: 'truck-1', type: 'ParcelSent' };

describe('the event types that a release understands', () => {
  it('are those of the deciders of the category', () => {
    expect(known.has(sent)).toBe(true);
    expect(known.has(painted)).toBe(false);
    expect(known.has(truck)).toBe(false);
  });

  it('end a page before the first that it does not understand', () => {
    expect(known.understood([sent, sent])).toHaveLength(2);
    expect(known.understood([sent, painted, sent])).toEqual([sent]);
    expect(known.understood([truck])).toEqual([]);
  });

  it('name the first that is not among them', () => {
    expect(() => known.mustKnow([sent])).not.toThrow();
    expect(() => known.mustKnow([sent, painted, truck])).toThrow(new UnknownEventType('ParcelPainted'));
  });

  it('are not those of a shape that only a newer release can read', () => {
    const raised = new KnownTypes([{ decider }], { ParcelSent: [(data) => data] });
    expect(raised.has({ ...sent, meta: { schema: 2 } })).toBe(true);
    expect(raised.has({ ...sent, meta: { schema: 3 } })).toBe(false);
    expect(known.has({ ...sent, meta: { schema: 2 } })).toBe(false);
  });

  it('are also what mechanics itself keeps', () => {
    expect(known.has({ stream: 'effect-1', type: 'EffectClaimed' })).toBe(true);
  });
});
