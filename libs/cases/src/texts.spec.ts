import { casesFeature } from './cases.feature.js';
import { changeRefusals } from './texts.js';

describe('the texts of refusals', () => {
  const named = new Set(casesFeature.commands.flatMap(({ refusals }) => refusals));

  it('give every code that a command names a sentence in both languages', () => {
    const own = [...named].filter((code) => code.startsWith('change.'));
    expect(own.filter((code) => !casesFeature.refusals[code])).toEqual([]);
    for (const { da, en } of Object.values(changeRefusals)) expect([da.at(-1), en.at(-1)]).toEqual(['.', '.']);
  });

  it('are all of use', () => {
    expect(Object.keys(changeRefusals).filter((code) => !named.has(code))).toEqual([]);
  });

  it('never use the words that this product does not use', () => {
    const texts = Object.values(changeRefusals).flatMap(({ da, en }) => [da, en]);
    expect(texts.filter((one) => /brud|breach|MED-godkendt|spærret|forsinket/i.test(one))).toEqual([]);
  });
});
