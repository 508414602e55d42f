import { aCase, dutyIn } from '../testing/played-case.js';
import { LOCAL, MAIN, PEOPLE } from '../testing/town.js';
import { acknowledgeMiss } from './acknowledge-miss.js';
import { explainMiss } from './explain-miss.js';
import { recordDecision } from './record-decision.js';

const on = '2026-04-24';
const missed = () =>
  aCase()
    .register()
    .do(recordDecision, { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' });

describe('acknowledging a miss', () => {
  it('is said by the side that the speaker sits on, of all that was missed', () => {
    const played = missed().do(acknowledgeMiss, { on }, PEOPLE.chair);
    expect(played.last('MissAcknowledged')).toEqual({
      requirementIds: [dutyIn(MAIN), dutyIn(LOCAL)],
      side: 'management',
      on,
    });
    expect(played.decided(acknowledgeMiss, { on }, PEOPLE.chair)).toEqual([]);
    expect(played.do(acknowledgeMiss, { on }, PEOPLE.deputyChair).last('MissAcknowledged').side).toBe('employees');
  });

  it('goes by the role where nobody has a seat, and by what the secretariat says', () => {
    expect(missed().do(acknowledgeMiss, { on }, PEOPLE.manager).last('MissAcknowledged').side).toBe('management');
    const entered = missed().do(acknowledgeMiss, { on, side: 'employees' }, PEOPLE.secretary);
    expect(entered.last('MissAcknowledged').side).toBe('employees');
    expect(missed().refusal(acknowledgeMiss, { on }, PEOPLE.secretary)).toBe('change.side-missing');
  });

  it('is never said for the other side', () => {
    expect(missed().refusal(acknowledgeMiss, { on, side: 'employees' }, PEOPLE.chair)).toBe('change.not-your-side');
    expect(missed().refusal(acknowledgeMiss, { on, side: 'management' }, PEOPLE.deputyChair)).toBe(
      'change.not-your-side',
    );
  });

  it('is about what was missed, and not said tomorrow', () => {
    expect(aCase().register().refusal(acknowledgeMiss, { on }, PEOPLE.chair)).toBe('change.not-missed');
    expect(missed().refusal(acknowledgeMiss, { on, requirementIds: [MAIN] }, PEOPLE.chair)).toBe('change.not-missed');
    expect(missed().refusal(acknowledgeMiss, { on: '2026-04-25' }, PEOPLE.chair)).toBe('change.in-the-future');
  });
});

describe('explaining a miss', () => {
  it('adds the causes that one side sees, of the duties named', () => {
    const played = missed().do(
      explainMiss,
      { causes: ['noClearExplanation', 'noClearExplanation'], requirementIds: [dutyIn(MAIN)], note: 'linje 341' },
      PEOPLE.chair,
    );
    expect(played.last('MissExplained')).toEqual({
      requirementIds: [dutyIn(MAIN)],
      causes: ['noClearExplanation'],
      side: 'management',
      note: 'linje 341',
    });
  });

  it('is possible again and again, from both sides', () => {
    const played = missed().do(explainMiss, { causes: ['timePressure'] }, PEOPLE.chair);
    played.do(explainMiss, { causes: ['notThoughtOf'] }, PEOPLE.deputyChair);
    expect(played.types().filter((type) => type === 'MissExplained')).toHaveLength(2);
  });

  it('is not about a case in which nothing was missed', () => {
    expect(
      aCase()
        .register()
        .refusal(explainMiss, { causes: ['other'] }, PEOPLE.chair),
    ).toBe('change.not-missed');
  });
});
