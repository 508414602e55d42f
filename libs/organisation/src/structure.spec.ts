import fc from 'fast-check';
import { committeesCovering, mainCommittee, pathToRoot, standInsOf, subtreeOf } from './coverage.js';
import { committeeName, isKnownCommittee, isKnownUnit, unitName } from './names.js';
import { organisationDecider } from './organisation.js';
import type { OrganisationEvent } from './organisation.events.js';
import { officesOf, seatsOn } from './seats.js';
import { structureOn } from './structure.js';
import {
  closed,
  committee,
  filled,
  id,
  moved,
  organisationOf,
  seat,
  small,
  transition,
  unit,
  withFacts,
} from './testing/facts.js';

const on = (facts: readonly OrganisationEvent[], day: string) => structureOn(organisationOf(facts), day);

describe('units on a day', () => {
  const renamed: OrganisationEvent = {
    type: 'UnitRenamed',
    data: { unitId: id('home'), name: 'house', from: '2026-01-01' },
  };
  const facts = [...small, renamed, moved('home', 'south', '2026-03-01'), closed('home', '2026-06-01', ['south'])];

  it('have the name and the place that hold on that day', () => {
    const units = (day: string) => on(facts, day).units.get(id('home'));
    expect(units('2024-12-31')).toBeUndefined();
    expect(units('2025-12-31')).toMatchObject({ name: 'home', parentId: id('north') });
    expect(units('2026-01-01')).toMatchObject({ name: 'house', parentId: id('north') });
    expect(units('2026-05-31')).toMatchObject({ name: 'house', parentId: id('south') });
    expect(units('2026-06-01')).toBeUndefined();
  });

  it('take the correction recorded last when two facts hold from the same day', () => {
    const again: OrganisationEvent = {
      type: 'UnitRenamed',
      data: { unitId: id('home'), name: 'hall', from: '2026-01-01' },
    };
    expect(on([...small, renamed, again], '2026-01-01').units.get(id('home'))?.name).toBe('hall');
  });

  it('know paths, subtrees, and who took over from a closed unit', () => {
    const before = on(facts, '2026-02-01');
    expect(pathToRoot(before, id('home'))).toEqual([id('home'), id('north'), id('top')]);
    expect(subtreeOf(before, id('north'))).toEqual([id('north'), id('home')]);
    const after = on(facts, '2026-06-01');
    expect(subtreeOf(after, id('home'))).toEqual([]);
    expect(standInsOf(after, id('home'))).toEqual([id('south')]);
    expect(standInsOf(after, id('nowhere'))).toEqual([]);
  });

  it('stand at the top while the unit above them does not exist', () => {
    expect(
      on([unit('above', null, '2026-01-01'), unit('below', 'above')], '2025-06-01').units.get(id('below')),
    ).toMatchObject({
      parentId: null,
    });
  });
});

describe('committees on a day', () => {
  it('cover a unit with those of the units above it, the nearest level first', () => {
    const levels = committeesCovering(on(small, '2026-01-01'), id('home')).map(({ name }) => name);
    expect(levels).toEqual(['local home', 'area north', 'main']);
    expect(committeesCovering(on(small, '2026-01-01'), id('south')).map(({ name }) => name)).toEqual(['main']);
  });

  it('are flagged, and not left out, while their level is not in force', () => {
    const facts = [...small, transition(['main', 'local'], '2026-01-01', '2027-01-01')];
    const inForce = (day: string) => on(facts, day).committees.get(id('area north'))?.levelInForce;
    expect([inForce('2025-12-31'), inForce('2026-01-01'), inForce('2026-12-31'), inForce('2027-01-01')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(on(facts, '2026-06-01')).toMatchObject({
      levelsInForce: ['main', 'local'],
      transitionPeriodId: id('transition from 2026-01-01'),
    });
  });

  it('follow the transition period that began last', () => {
    const facts = [
      ...small,
      transition(['main', 'local'], '2025-01-01'),
      transition(['main', 'area', 'local'], '2026-09-01'),
    ];
    expect(on(facts, '2026-09-01').levelsInForce).toEqual(['main', 'area', 'local']);
  });

  it('cover what they cover on that day and end with what was known at their start or their dissolution', () => {
    const coverage: OrganisationEvent = {
      type: 'CommitteeCoverageChanged',
      data: { committeeId: id('short'), covers: [id('south')], from: '2026-02-01' },
    };
    const dissolved: OrganisationEvent = {
      type: 'CommitteeDissolved',
      data: { committeeId: id('short'), on: '2026-03-01' },
    };
    const facts = [...small, committee('short', 'local', ['north'], '2026-01-01', '2026-06-01'), coverage, dissolved];
    expect(on(facts, '2026-01-31').committees.get(id('short'))?.covers).toEqual([id('north')]);
    expect(on(facts, '2026-02-01').committees.get(id('short'))?.covers).toEqual([id('south')]);
    expect(on(facts, '2026-02-28').committees.get(id('short'))?.validity).toEqual({
      from: '2026-01-01',
      to: '2026-03-01',
    });
    expect(on(facts, '2026-03-01').committees.has(id('short'))).toBe(false);
  });

  it('have one main committee, or none', () => {
    expect(mainCommittee(on(small, '2026-01-01'))?.name).toBe('main');
    expect(mainCommittee(on([], '2026-01-01'))).toBeUndefined();
  });
});

describe('the structure as it was known', () => {
  const first = organisationOf(small, '2026-01-01T08:00:00.000Z');
  const second = withFacts(first, [closed('home', '2026-01-01')], '2026-04-24T10:00:00.000Z');

  it('ignores what was recorded later, to the millisecond', () => {
    expect(structureOn(second, '2026-02-01').units.has(id('home'))).toBe(false);
    expect(structureOn(second, '2026-02-01', '2026-04-24T09:59:59.999Z').units.has(id('home'))).toBe(true);
    expect(structureOn(second, '2026-02-01', '2026-04-24T10:00:00.000Z').units.has(id('home'))).toBe(false);
    expect(structureOn(second, '2026-02-01', '2025-12-31T00:00:00.000Z').units.size).toBe(0);
  });

  it('never hides a fact behind one recorded by a clock that was set back', () => {
    const setBack = withFacts(second, [unit('new', 'top')], '2026-02-01T00:00:00.000Z');
    expect(structureOn(setBack, '2026-05-01', '2026-03-01T00:00:00.000Z').units.has(id('new'))).toBe(false);
    expect(structureOn(setBack, '2026-05-01', '2026-04-24T10:00:00.000Z').units.has(id('new'))).toBe(true);
  });

  it('leaves every earlier value as it was', () => {
    const before = structureOn(first, '2026-02-01');
    withFacts(first, [closed('home', '2026-01-01')]);
    expect(structureOn(first, '2026-02-01')).toEqual(before);
  });

  it('is that of the facts recorded by then, for any facts in any order of days', () => {
    const day = fc.constantFrom('2025-01-01', '2025-09-01', '2026-02-01', '2026-04-24');
    const name = fc.constantFrom('top', 'north', 'south', 'home');
    const fact = fc.oneof(
      fc.tuple(name, fc.option(name), day).map(([one, parent, from]) => moved(one, parent, from)),
      fc.tuple(name, day).map(([one, from]) => closed(one, from)),
      fc.tuple(name, day).map(([one, from]) => committee(`of ${one}`, 'local', [one], from)),
      day.map((from) => transition(['main'], from)),
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.array(fact, { maxLength: 12 }), day, (early, late, asked) => {
        const known = organisationOf([...small, ...early], '2026-01-01T00:00:00.000Z');
        const later = withFacts(known, late, '2026-02-01T00:00:00.000Z');
        const fresh = organisationOf([...small, ...early]);
        expect(structureOn(later, asked, '2026-01-15T00:00:00.000Z')).toEqual(structureOn(fresh, asked));
        for (const unitId of structureOn(later, asked).units.keys()) {
          expect(pathToRoot(structureOn(later, asked), unitId).length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

describe('seats and names', () => {
  const facts = [
    ...small,
    seat('chair', 'main', { side: 'management', office: 'chair', representativeKind: 'manager' }),
    seat('deputy', 'main', { office: 'deputyChair' }),
    seat('secretary', 'main', { side: 'management', office: 'secretary', representativeKind: 'secretariat' }),
    seat('later', 'main', { from: '2026-09-01' }),
    filled('chair', 'director', '2025-01-01'),
    filled('deputy', 'first', '2025-01-01', '2026-06-01'),
    filled('deputy', 'second', '2026-06-01'),
    filled('secretary', 'clerk', '2025-01-01'),
  ];
  const organisation = organisationOf(facts);

  it('are held by the person of the day, also when the end was known beforehand', () => {
    const holder = (day: string) =>
      seatsOn(organisation, id('main'), day).find(({ seatId }) => seatId === id('deputy'))?.personId;
    expect([holder('2024-12-31'), holder('2026-05-31'), holder('2026-06-01')]).toEqual([
      undefined,
      id('first'),
      id('second'),
    ]);
    expect(seatsOn(organisation, id('main'), '2026-08-31')).toHaveLength(3);
  });

  it('tell what a person is in the committee on the day', () => {
    const offices = (person: string, day = '2026-04-24') => officesOf(organisation, id(person), id('main'), day);
    expect(offices('director')).toEqual(['chair', 'member', 'managementSide']);
    expect(offices('first')).toEqual(['deputyChair', 'member', 'employeeSide']);
    expect(offices('first', '2026-06-01')).toEqual([]);
    expect(offices('clerk')).toEqual(['secretary']);
  });

  it('stay vacant from the day of the vacancy until they are filled again', () => {
    const vacated: OrganisationEvent = { type: 'SeatVacated', data: { seatId: id('deputy'), on: '2026-03-01' } };
    const after = withFacts(organisation, [vacated]);
    const holder = (day: string) =>
      seatsOn(after, id('main'), day).find(({ seatId }) => seatId === id('deputy'))?.personId;
    expect([holder('2026-02-28'), holder('2026-03-01'), holder('2026-06-01')]).toEqual([id('first'), null, null]);
  });

  it('keep the names of what is closed', () => {
    const after = withFacts(organisation, [closed('home', '2026-01-01')]);
    expect([unitName(after, id('home')), committeeName(after, id('main'))]).toEqual(['home', 'main']);
    expect([isKnownUnit(after, id('home')), isKnownUnit(after, id('x')), isKnownCommittee(after, id('x'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(unitName(organisationDecider.initial, id('home'))).toBeUndefined();
  });
});
