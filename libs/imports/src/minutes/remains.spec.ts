import type { MinutesWarning } from '@rettidig/minutes';
import { remainsOf } from './remains.js';
import { sayer } from './say.js';
import type { Worked } from './worked.js';

describe('what committing minutes leaves as it is', () => {
  const worked = (warnings: readonly MinutesWarning[]): Worked =>
    ({
      found: {
        draft: { warnings },
        target: { meetingId: 'm', committee: { how: 'exact' } },
        texts: { titles: new Map(), promises: new Map(), summaries: new Map(), rosters: 0, documents: [] },
      },
      ...{ seats: [], roster: { rows: [], steps: [], seats: [] }, items: [] },
      attendance: {
        ...{ state: 'same', counted: { present: 0, excused: 0, absent: 0, deputies: 0 } },
        ...{ notMentioned: [], differences: [] },
      },
      demands: { shown: { state: 'none', breachId: null, rows: [] } },
    }) as unknown as Worked;
  const early = (line: number): MinutesWarning => ({
    code: 'minutes.decided-before-med',
    line,
    details: { number: 4 },
  });

  it('hints once an item that a possible miss can be reported, and counts it as no difference', () => {
    const { differs, sentences } = remainsOf(worked([early(3), early(9)]), 'da');
    expect([differs, sentences.length]).toEqual([0, 1]);
    expect(sentences[0]).toMatch(/^Punkt 4: .*POST \/api\/v1\/possible-misses/);
    expect(remainsOf(worked([]), 'da').sentences).toEqual([]);
  });

  it('is told in the singular where it is one', () => {
    const texts = { seats: { da: '{count:plads|pladser} oprettes.', en: '{count:seat is|seats are} created.' } };
    expect([1, 2].map((count) => sayer(texts, 'da')('seats', { count }))).toEqual([
      '1 plads oprettes.',
      '2 pladser oprettes.',
    ]);
    expect([0, 1].map((count) => sayer(texts, 'en')('seats', { count }))).toEqual([
      '0 seats are created.',
      '1 seat is created.',
    ]);
  });
});
