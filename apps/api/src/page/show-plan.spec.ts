import { slackText } from './show-plan.js';

/** Said on Wednesday 22 April 2026, where not told otherwise. */
const said = (step: 'papersOut' | 'meeting', on: string | null, slackInWorkdays: number | null, today = '2026-04-22') =>
  slackText({ step, on, slackInWorkdays }, { language: 'da', today });

describe('the time left for a step of a plan', () => {
  it('is said in workdays, one of them in the singular', () => {
    expect(said('papersOut', '2026-04-24', 2)).toBe('2 arbejdsdage tilbage');
    expect(said('papersOut', '2026-04-23', 1)).toBe('1 arbejdsdag tilbage');
    expect(said('papersOut', '2026-04-22', 0)).toBe('i dag');
  });

  it('is passed by workdays for a deadline, while a meeting was some workdays ago', () => {
    expect(said('papersOut', '2026-04-17', -3)).toBe('overskredet med 3 arbejdsdage');
    expect(said('meeting', '2026-04-17', -3)).toBe('for 3 arbejdsdage siden');
  });

  it('is passed on the day after, also when no workday lies in between', () => {
    expect(said('papersOut', '2026-04-18', 0, '2026-04-19')).toBe('passeret siden sidste arbejdsdag');
  });

  it('is not counted where nothing can be late', () => {
    expect(said('papersOut', null, null)).toBe('kan ikke overskrides');
    expect(said('papersOut', '2026-04-17', null)).toBe('kan ikke overskrides');
  });

  it('is said in English beside', () => {
    expect(
      slackText({ step: 'itemIn', on: '2026-04-17', slackInWorkdays: -1 }, { language: 'en', today: '2026-04-20' }),
    ).toBe('passed by 1 workday');
  });
});
