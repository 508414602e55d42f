import { fixtures, valuesOf } from './testing/expected.js';
import { minutesWarnings } from './index.js';
import { readMinutes } from './read-minutes.js';
import { unaccounted, withoutValue } from './testing/accounted.js';

describe.each(fixtures())('minutes in the layout $name', ({ lines, expected }) => {
  const draft = readMinutes(lines);

  it('are read as they stand', () => {
    expect(valuesOf(draft)).toEqual(expected);
  });

  it('account for every line once', () => {
    expect(unaccounted(draft, lines)).toEqual([]);
    expect(withoutValue(draft, lines)).toEqual([]);
  });

  it('leave nothing that was not understood', () => {
    expect(draft.leftOut.filter(({ why }) => why === 'notUnderstood')).toEqual([]);
  });
});

it('says every warning in both languages with the same details', () => {
  for (const { da, en } of Object.values(minutesWarnings)) {
    const details = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(details(da)).toEqual(details(en));
  }
});

it('leaves a line aside that is longer than any paragraph, and says so', () => {
  const draft = readMinutes(['1. Godkendelse', 'ord '.repeat(50_000), '2. Eventuelt', 'Intet.']);
  expect(draft.leftOut).toContainEqual(expect.objectContaining({ why: 'notUnderstood', from: 2, to: 2 }));
  expect(draft.warnings).toContainEqual({ code: 'minutes.line-too-long', line: 2, details: {} });
});

it('reads anything at all', () => {
  for (const lines of [[], [''], ['\f'], ['\t\t'], ['1.'], ['Dagsorden', '1.'], ['Navn\tStilling'], ['**'], ['|-|']])
    expect(unaccounted(readMinutes(lines), lines)).toEqual([]);
});
