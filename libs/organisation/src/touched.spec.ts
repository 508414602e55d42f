import type { OrganisationFact } from './organisation.events.js';
import { closed, committee, id, moved, organisationOf, small, transition, unit } from './testing/facts.js';
import { touchedUnits } from './touched.js';

const touched = (...facts: readonly Parameters<typeof organisationOf>[0][number][]) =>
  touchedUnits(organisationOf([...small, ...facts]), facts.at(-1) as OrganisationFact);

describe('what a fact touches', () => {
  it('is the units that a committee covers with all below and above them, and the committee', () => {
    expect(touched(committee('local south', 'local', ['south']))).toEqual({
      units: new Set([id('south'), id('top')]),
      committees: new Set([id('local south')]),
    });
  });

  it('is a unit that moves, all below it, and all above it before and after', () => {
    expect(touched(moved('home', 'south', '2026-06-01'))).toEqual({
      units: new Set([id('home'), id('north'), id('south'), id('top')]),
      committees: new Set(),
    });
  });

  it('is also the units whose work was taken over', () => {
    const { units } = touched(closed('south', '2026-06-01', ['home']), committee('house', 'local', ['home'])) as {
      units: ReadonlySet<string>;
    };
    expect(units.has(id('south'))).toBe(true);
  });

  it('is everything for a level, the main committee, and the top of the tree', () => {
    expect(touched(transition(['main'], '2026-06-01'))).toBe('all');
    expect(touched(committee('next main', 'main', ['top']))).toBe('all');
    expect(touched(unit('beside', null))).toBe('all');
    expect(touched(moved('home', null, '2026-06-01'))).toBe('all');
  });

  it('is everything when it leaves a unit at the top by mistake', () => {
    expect(touched(unit('house', 'home'), closed('home', '2026-06-01'))).toBe('all');
  });

  it('is nothing for a name', () => {
    const renamed: OrganisationFact = {
      type: 'UnitRenamed',
      data: { unitId: id('home'), name: 'h', from: '2026-01-01' },
    };
    expect(touched(renamed)).toEqual({ units: new Set(), committees: new Set() });
  });
});
