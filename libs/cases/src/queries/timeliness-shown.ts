import type { CsvColumn, Text } from '@rettidig/event-sourcing';
import type { Maturity } from '../change.events.js';
import type { TimelyInterval } from '@rettidig/rules';
import { timelyIntervals } from '@rettidig/rules';
import { column } from '@rettidig/vocabulary';
import type { Measured } from '../timeliness.js';
import { countBelow, percentOf, spreadOf } from '../timeliness.js';
import { maturities, targetOrigins } from '../words.js';
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
  const { under, of, notAgreed } = measured.agreed;
  const isAsked = target !== undefined && about === interval;
  const targetFrom = isAsked ? 'asked' : of > 0 ? 'agreed' : null;
  const againstAgreed = of > 0 ? shareShown(under, of, say, onlyAgreed) : null;
  return {
    interval,
    intervalText: say(timelyIntervals[interval]),
    ...spread,
    unknown: measured.unknown,
    pending: measured.pending,
    target: isAsked ? target : null,
    targetFrom,
    targetFromText: targetFrom && say(targetOrigins[targetFrom]),
    underTarget: isAsked ? shareShown(countBelow(measured, target), spread.known, say) : againstAgreed,
    notAgreed,
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

const onlyKnown: Text = { da: 'kun kendte sager', en: 'known cases only' };
const onlyAgreed: Text = {
  da: 'kun kendte sager med aftalt mål',
  en: 'known cases with an agreed target only',
};

/** `12 af 30, kun kendte sager (40 %)`: a share is never said without its numbers and without what is left out. */
function shareShown(numerator: number, denominator: number, say: Naming['say'], only = onlyKnown): ShareShown {
  const percent = percentOf(numerator, denominator);
  const shown = percent === null ? '' : ` (${percent} %)`;
  const text = say({
    da: `${numerator} af ${denominator}, ${only.da}${shown}`,
    en: `${numerator} of ${denominator}, ${only.en}${shown}`,
  });
  return { numerator, denominator, percent, text };
}

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
  column('targetFromText', 'Målet er', 'The target is'),
  column('underTarget', 'Under målet, kun kendte sager', 'Under target, known cases only'),
  column('notAgreed', 'Mål ikke aftalt', 'No target agreed'),
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
