import { idOf } from '@rettidig/event-sourcing';
import { at, COMMITTEE, told } from '../testing/told.js';

const ORGANISATION = 'organisation-administration';

/** The steps that are due of it, each with its receivers. */
const of = ({ due }: ReturnType<typeof told>, now: string) =>
  due(now)
    .filter(({ item }) => item.kind === 'seatEnds')
    .map(({ item, to }) => `${item.step} ${to.join('+')}`);
const oneOf = ({ due }: ReturnType<typeof told>, now: string) => due(now).find(({ item }) => item.kind === 'seatEnds')!;

describe('a seat', () => {
  const seatId = idOf('seat');
  const ends = { to: '2026-06-01' };
  const of_ = (type: string, data: object) => at('2025-01-01', type, data, ORGANISATION);
  const established = of_('CommitteeEstablished', {
    ...{ committeeId: COMMITTEE, name: 'n', level: 'main', kind: 'main', covers: [], parentId: null },
    ...{ predecessors: [], validFrom: '2025-01-01' },
  });
  const created = of_('SeatCreated', {
    ...{
      seatId,
      committeeId: COMMITTEE,
      side: 'employees',
      representativeKind: 'unionRepresentative',
      from: '2025-01-01',
    },
  });
  const filled = (from: string, to?: string) =>
    of_('SeatFilled', { seatId, personId: idOf(from), from, ...(to && { to }) });

  it('whose holder’s time ends is told thirty days and seven workdays before their last day', () => {
    const given = told(established, created, filled('2025-01-01', '2026-06-01'));
    expect(of(given, '2026-04-30')).toEqual([]);
    expect(of(given, '2026-05-01')).toEqual(['calendar-30 secretariat+chair']);
    expect(of(given, '2026-05-21')).toEqual(['workday-7 secretariat+chair']);
    expect(of(given, '2026-06-01')).toEqual([]);
  });

  it('is nothing to tell where somebody comes after, or no end is known', () => {
    const followed = told(established, created, filled('2025-01-01', '2026-06-01'), filled('2026-06-01'));
    expect(of(followed, '2026-05-21')).toEqual([]);
    expect(of(told(established, created, filled('2025-01-01')), '2026-05-21')).toEqual([]);
  });

  it('of a committee that ends before it needs nobody to come after', () => {
    const seated = [established, created, filled('2025-01-01', '2026-06-01')];
    const dissolved = (on: string) => of_('CommitteeDissolved', { committeeId: COMMITTEE, on });
    expect(of(told(...seated, dissolved('2026-06-01')), '2026-05-21')).toEqual([]);
    expect(of(told(...seated, dissolved('2026-06-02')), '2026-05-21')).toHaveLength(1);
  });

  const late = { dueOn: '2026-05-01', late: true };
  const vacated = at('2026-05-07', 'SeatVacated', { seatId, on: '2026-06-01' }, ORGANISATION);
  const corrected = (day: string, from: string, isNow: object | null) =>
    at(day, 'StructureCorrected', { correction: { what: 'term', id: seatId, from, isNow }, reason: 'r' }, ORGANISATION);

  it.each([
    ['they left with ordinary notice', [filled('2025-01-01'), vacated]],
    ['whoever was to follow does not', [filled('2025-01-01', '2026-06-01'), filled('2026-06-01'), vacated]],
    ['the end was corrected', [filled('2025-01-01', '2027-01-01'), corrected('2026-05-07', '2025-01-01', ends)]],
  ])('is nobody’s fault where %s after the day of the reminder', (_what, facts) => {
    const given = told(established, created, ...facts);
    expect(oneOf(given, '2026-05-08').item).toMatchObject({ ...late, plannedLate: true });
  });

  it('was told too late where the end was long known, whatever became of earlier holders since', () => {
    const earlier = [filled('2024-01-01', '2025-01-01'), filled('2025-01-01', '2026-06-01')];
    const given = told(established, created, ...earlier, corrected('2026-05-07', '2024-01-01', { from: '2024-02-01' }));
    expect(oneOf(given, '2026-05-08').item).toMatchObject({ ...late, plannedLate: false });
  });
});
