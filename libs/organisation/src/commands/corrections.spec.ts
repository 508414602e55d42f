import { idOf } from '@rettidig/event-sourcing';
import { decision } from '@rettidig/event-sourcing/testing';
import type { Correctable, OrganisationEvent } from '../organisation.events.js';
import { seatsOn } from '../seats.js';
import { structureOn } from '../structure.js';
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
  withFacts,
} from '../testing/facts.js';
import { correctStructure } from './correct-structure.js';
import { declareTransitionPeriod } from './declare-transition-period.js';

const reference = {};
const reason = 'Tastefejl';
const corrected = (
  what: keyof Correctable,
  name: string,
  { from = null, isNow = null }: { readonly from?: string | null; readonly isNow?: object | null },
): OrganisationEvent => ({
  type: 'StructureCorrected',
  data: { correctionId: id(`correction of ${name}`), correction: { what, id: id(name), from, isNow }, reason },
});

describe('a correction', () => {
  const correcting = decision(correctStructure, { reference, commandId: idOf('c') }).given(...small);
  const message = { what: 'committee' as const, id: id('local home'), isNow: { name: 'LokalMED' }, reason };

  it('says what is so, and why', () => {
    correcting.when(message).then({
      type: 'StructureCorrected',
      data: {
        correctionId: idOf(idOf('c'), 'correction'),
        correction: { what: 'committee', id: id('local home'), from: null, isNow: { name: 'LokalMED' } },
        reason,
      },
    });
  });

  it('is of something that is known, on that day where there can be several', () => {
    correcting.when({ ...message, id: id('nowhere') }).thenRefused('organisation.nothing-to-correct');
    const name = { what: 'unitName' as const, id: id('home'), isNow: { name: 'house' }, reason };
    correcting.when({ ...name, from: '2025-01-01' }).thenTypes('StructureCorrected');
    correcting.when({ ...name, from: '2025-01-02' }).thenRefused('organisation.nothing-to-correct');
    correcting.when(name).thenRefused('organisation.nothing-to-correct');
    correcting
      .when({ what: 'unitClosing', id: id('home'), isNow: { from: '2026-01-01' }, reason })
      .thenRefused('organisation.nothing-to-correct');
  });

  it('tells something that such a thing has, and something else than before', () => {
    correcting.when({ ...message, isNow: { covers: [id('home')] } }).thenRefused('organisation.correction-misfit');
    correcting.when({ ...message, isNow: {} }).thenRefused('organisation.correction-misfit');
    correcting
      .when({ ...message, isNow: { name: 'local home' } })
      .thenRefused('organisation.correction-changes-nothing');
  });

  it('cannot say that something never was on which other things rest', () => {
    for (const [what, name] of [
      ['committee', 'local home'],
      ['unit', 'home'],
    ] as const)
      correcting.when({ what, id: id(name), reason }).thenRefused('organisation.correction-misfit');
  });
});

describe('what is corrected', () => {
  const before = '2026-01-01T08:00:00.000Z';
  const after = '2026-02-01T08:00:00.000Z';
  const on = (given: readonly OrganisationEvent[], correction: OrganisationEvent, day: string) => {
    const organisation = withFacts(organisationOf([...small, ...given], before), [correction], after);
    return { was: structureOn(organisation, day, before), is: structureOn(organisation, day, after), organisation };
  };

  it('is seen as it is, and as it was known until then', () => {
    const isNow = { name: 'HovedMED', from: '2024-06-01' };
    const { was, is } = on([], corrected('committee', 'main', { isNow }), '2026-06-01');
    expect(was.committees.get(id('main'))).toMatchObject({ name: 'main', validity: { from: '2025-01-01' } });
    expect(is.committees.get(id('main'))).toMatchObject({ name: 'HovedMED', validity: { from: '2024-06-01' } });
  });

  it('can be the level and the kind of a committee', () => {
    const isNow = { level: 'area', kind: 'area' };
    const { is } = on([], corrected('committee', 'local home', { isNow }), '2026-06-01');
    expect(is.committees.get(id('local home'))).toMatchObject(isNow);
  });

  it('can be a dissolution that never was, and the end of a committee', () => {
    const dissolved: OrganisationEvent = {
      type: 'CommitteeDissolved',
      data: { committeeId: id('local home'), on: '2026-03-01' },
    };
    const goesOn = on([dissolved], corrected('committee', 'local home', { isNow: { to: null } }), '2026-06-01');
    expect([goesOn.was.committees.has(id('local home')), goesOn.is.committees.has(id('local home'))]).toEqual([
      false,
      true,
    ]);
    const ends = on([], corrected('committee', 'local home', { isNow: { to: '2026-05-01' } }), '2026-06-01');
    expect(ends.is.committees.has(id('local home'))).toBe(false);
  });

  it('can be what a committee covers from a day on', () => {
    const correction = corrected('coverage', 'local home', { from: '2025-01-01', isNow: { covers: [id('south')] } });
    const { was, is } = on([], correction, '2025-01-01');
    expect(was.committees.get(id('local home'))?.covers).toEqual([id('home')]);
    expect(is.committees.get(id('local home'))?.covers).toEqual([id('south')]);
  });

  it('can be the first day of a unit, its name, and a move that never was or was elsewhere', () => {
    const earlier = on([], corrected('unit', 'top', { isNow: { validFrom: '2024-01-01' } }), '2024-06-01');
    expect([earlier.was.units.size, earlier.is.units.get(id('top'))?.name]).toEqual([0, 'top']);
    const named = corrected('unitName', 'home', { from: '2025-01-01', isNow: { name: 'house' } });
    expect(on([], named, '2026-06-01').is.units.get(id('home'))?.name).toBe('house');
    const move = moved('home', 'south', '2026-01-01');
    const never = on([move], corrected('unitParent', 'home', { from: '2026-01-01' }), '2026-06-01');
    expect(never.was.units.get(id('home'))?.parentId).toBe(id('south'));
    expect(never.is.units.get(id('home'))?.parentId).toBe(id('north'));
    const later = corrected('unitParent', 'home', { from: '2026-01-01', isNow: { from: '2026-09-01' } });
    expect(on([move], later, '2026-06-01').is.units.get(id('home'))?.parentId).toBe(id('north'));
    expect(on([move], later, '2026-09-01').is.units.get(id('home'))?.parentId).toBe(id('south'));
  });

  it('can be a closing: its day, who took over, or that it never was', () => {
    const closing = closed('south', '2026-03-01');
    const isNow = { from: '2026-04-01', successors: [id('home')] };
    const { is } = on([closing], corrected('unitClosing', 'south', { isNow }), '2026-04-01');
    expect(is.successors.get(id('south'))).toEqual([id('home')]);
    expect(on([closing], corrected('unitClosing', 'south', { isNow }), '2026-03-31').is.units.has(id('south'))).toBe(
      true,
    );
    expect(on([closing], corrected('unitClosing', 'south', {}), '2026-06-01').is.units.has(id('south'))).toBe(true);
  });

  it('can be a period: its levels, its end, or that it never was', () => {
    const period = transition(['main'], '2026-01-01');
    const name = 'transition from 2026-01-01';
    const ended = corrected('period', name, { isNow: { to: '2026-06-01' } });
    expect(on([period], ended, '2026-06-01').was.levelsInForce).toEqual(['main']);
    expect(on([period], ended, '2026-06-01').is.levelsInForce).toEqual(['main', 'area', 'local']);
    expect(on([period], ended, '2026-05-31').is.levelsInForce).toEqual(['main']);
    const levels = corrected('period', name, { isNow: { levelsInForce: ['main', 'local'] } });
    expect(on([period], levels, '2026-06-01').is.levelsInForce).toEqual(['main', 'local']);
    expect(on([period], corrected('period', name, {}), '2026-06-01').is.transitionPeriodId).toBeNull();
  });

  it('can be a seat and a term in it, also one whose end was put off', () => {
    const given = [
      seat('deputy', 'main', { office: 'deputyChair' }),
      filled('deputy', 'first', '2025-01-01', '2026-01-01'),
    ];
    const seats = (correction: OrganisationEvent) =>
      seatsOn(on(given, correction, '2026-06-01').organisation, id('main'), '2026-06-01');
    const put = corrected('term', 'deputy', { from: '2025-01-01', isNow: { to: null } });
    expect(seats(put)).toMatchObject([{ personId: id('first') }]);
    const whole = corrected('seat', 'deputy', {
      isNow: { office: null, representativeKind: 'jointUnionRepresentative' },
    });
    expect(seats(whole)[0]).toEqual({
      seatId: id('deputy'),
      side: 'employees',
      representativeKind: 'jointUnionRepresentative',
      personId: null,
    });
    const never = corrected('term', 'deputy', { from: '2025-01-01' });
    const { organisation } = on(given, never, '2025-06-01');
    expect(seatsOn(organisation, id('main'), '2025-06-01')[0]?.personId).toBeNull();
  });
});

describe('a correction that would collide', () => {
  const refused = (given: readonly OrganisationEvent[], message: object, code: string) => {
    const asked = { reason, ...message } as Parameters<typeof correctStructure.decide>[1];
    decision(correctStructure, { reference })
      .given(...small, ...given)
      .when(asked)
      .thenRefused(code);
  };

  it('with another term, another period, or another main committee is refused with their days', () => {
    const terms = [
      seat('deputy', 'main'),
      filled('deputy', 'first', '2025-01-01', '2026-01-01'),
      filled('deputy', 'second', '2026-03-01'),
    ];
    const term = { what: 'term', id: id('deputy'), from: '2025-01-01' };
    refused(terms, { ...term, isNow: { to: '2026-04-01' } }, 'organisation.seat-taken');
    const periods = [transition(['main'], '2026-01-01', '2026-06-01'), transition(['main'], '2026-09-01')];
    const period = { what: 'period', id: id('transition from 2026-01-01') };
    refused(periods, { ...period, isNow: { to: null } }, 'organisation.period-overlaps');
    const isNow = { level: 'main', kind: 'main' };
    refused([], { what: 'committee', id: id('local home'), isNow }, 'organisation.main-committee-exists');
  });

  it('with the tree is refused', () => {
    const parent = { what: 'unitParent', id: id('north'), from: '2025-01-01' };
    refused([], { ...parent, isNow: { parentId: id('home') } }, 'organisation.unit-below-itself');
    refused([], parent, 'organisation.first-day-missing');
    const late = { what: 'unit', id: id('north'), isNow: { validFrom: '2026-01-01' } };
    refused([], late, 'organisation.unit-above-not-there');
    const moves = [moved('home', 'south', '2026-03-01'), closed('north', '2026-06-01', ['south'])];
    const never = { what: 'unitParent', id: id('home'), from: '2026-03-01' };
    refused(moves, never, 'organisation.unit-above-not-there');
  });

  it('with what a committee is or covers is refused', () => {
    const kind = { what: 'committee', id: id('local home'), isNow: { kind: 'area' } };
    refused([], kind, 'organisation.kind-not-at-level');
    const closing = { what: 'unitClosing', id: id('home'), isNow: { successors: [] } };
    refused([closed('home', '2026-06-01', ['south'])], closing, 'organisation.committee-left-without-units');
    const office = { what: 'seat', id: id('deputy'), isNow: { office: 'chair' } };
    refused([seat('deputy', 'main')], office, 'organisation.office-of-other-side');
  });

  it('is accepted when the collision was there before', () => {
    const twice = [committee('second main', 'main', ['top'])];
    decision(correctStructure, { reference })
      .given(...small, ...twice)
      .when({ what: 'committee', id: id('local home'), isNow: { name: 'LokalMED' }, reason })
      .thenTypes('StructureCorrected');
  });
});

it('lets the next transition period begin when the end of the one before became known', () => {
  const ended = corrected('period', 'transition from 2026-01-01', { isNow: { to: '2026-06-01' } });
  decision(declareTransitionPeriod, { reference })
    .given(transition(['main'], '2026-01-01'), ended)
    .when({ levelsInForce: ['main', 'local'], from: '2026-06-01' })
    .thenTypes('TransitionPeriodDeclared');
});
