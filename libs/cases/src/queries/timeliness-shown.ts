import type { CsvColumn } from '@rettidig/event-sourcing';
import type { Maturity } from '../change.events.js';
import type { Measured, TimelyInterval } from '../timeliness.js';
import { countBelow, percentOf, spreadOf } from '../timeliness.js';
import { maturities, timelyIntervals } from '../words.js';
import type { IntervalShown, MaturityShown, ShareShown, TimelyGroupShown } from './get-timeliness.answer.js';
import { idOrNull } from './naming.js';
import type { Naming } from './naming.js';
import type { CountedGroup, GroupedBy } from './timeliness-counts.js';

/** What is asked about one interval. */
interface Asked {
  readonly interval?: TimelyInterval;
  readonly target?: number;
}

const isBy = (by: GroupedBy | null, what: 'unit' | 'kind' | 'committee'): boolean =>
  by === what || (by === 'unitAndKind' && what !== 'committee');

/** Shows counted groups in the reader's words. */
export const groupShown =
  (naming: Naming, asked: Asked) =>
  (group: CountedGroup, by: GroupedBy | null): TimelyGroupShown => {
    const unitId = group.unitId === null ? null : idOrNull(group.unitId);
    const committeeId = isBy(by, 'committee') ? group.committeeId : null;
    const kind = isBy(by, 'kind') ? group.kind : null;
    return {
      unitId: isBy(by, 'unit') ? unitId : null,
      unitName: isBy(by, 'unit') ? naming.unit(unitId) : null,
      kind,
      kindText: kind && naming.kind(kind),
      committeeId,
      committeeName: committeeId && naming.committee(committeeId),
      reviews: group.reviews,
      cases: group.cases,
      intervals: (Object.keys(timelyIntervals) as TimelyInterval[]).map((interval) =>
        intervalShown(interval, group.intervals[interval], naming, asked),
      ),
      maturity: maturityShown(group, naming),
    };
  };

function intervalShown(
  interval: TimelyInterval,
  measured: Measured,
  { say }: Naming,
  { interval: about, target }: Asked,
): IntervalShown {
  const spread = spreadOf(measured);
  const isAsked = target !== undefined && about === interval;
  return {
    interval,
    intervalText: say(timelyIntervals[interval]),
    ...spread,
    unknown: measured.unknown,
    pending: measured.pending,
    target: isAsked ? target : null,
    underTarget: isAsked ? shareShown(countBelow(measured, target), spread.known, say) : null,
  };
}

function maturityShown({ maturity, cases }: CountedGroup, { say }: Naming): MaturityShown[] {
  const known = cases - (maturity.get('notStated') ?? 0);
  return (Object.keys(maturities) as Maturity[]).map((one) => {
    const number = maturity.get(one) ?? 0;
    const share = one === 'notStated' ? null : shareShown(number, known, say);
    return { maturity: one, maturityText: say(maturities[one]), share, cases: number };
  });
}

/** `12 af 30, kun kendte sager (40 %)`: a share is never said without its numbers. */
function shareShown(numerator: number, denominator: number, say: Naming['say']): ShareShown {
  const percent = percentOf(numerator, denominator);
  const shown = percent === null ? '' : ` (${percent} %)`;
  const text = say({
    da: `${numerator} af ${denominator}, kun kendte sager${shown}`,
    en: `${numerator} of ${denominator}, known cases only${shown}`,
  });
  return { numerator, denominator, percent, text };
}

const column = (key: string, da: string, en: string): CsvColumn => ({ key, heading: { da, en } });

/** One line for each interval of each group. */
export const groupColumns: readonly CsvColumn[] = [
  column('unit', 'Enhed', 'Unit'),
  column('kind', 'Art', 'Kind'),
  column('committee', 'MED-udvalg', 'Committee'),
  column('reviews', 'MED-behandlinger', 'Reviews'),
  column('interval', 'Tidsrum', 'Interval'),
  column('known', 'Kendte', 'Known'),
  column('unknown', 'Ukendte', 'Unknown'),
  column('pending', 'Ikke sket endnu', 'Not yet'),
  column('least', 'Færrest dage', 'Fewest days'),
  column('lowerQuartile', 'Nedre kvartil', 'Lower quartile'),
  column('median', 'Median', 'Median'),
  column('upperQuartile', 'Øvre kvartil', 'Upper quartile'),
  column('most', 'Flest dage', 'Most days'),
  column('target', 'Mål', 'Target'),
  column('underTarget', 'Under målet, kun kendte sager', 'Under target, known cases only'),
];

export function* groupCells(group: TimelyGroupShown): Generator<Record<string, string | number>> {
  for (const { interval: _code, intervalText, underTarget, ...numbers } of group.intervals) {
    const shown = Object.entries(numbers).map(([key, value]) => [key, value ?? ''] as const);
    yield {
      unit: group.unitName ?? '',
      kind: group.kindText ?? '',
      committee: group.committeeName ?? '',
      reviews: group.reviews,
      interval: intervalText,
      ...Object.fromEntries(shown),
      underTarget: underTarget?.text ?? '',
    };
  }
}
