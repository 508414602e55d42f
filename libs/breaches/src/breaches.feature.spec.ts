import { breachesFeature } from './breaches.feature.js';

describe('what this slice adds to the product', () => {
  it('has a Danish and an English text for every refusal that its commands and queries can give, and no others', () => {
    const { commands, queries, refusals } = breachesFeature;
    const named = [...commands, ...queries]
      .flatMap((one): readonly string[] => one.refusals ?? [])
      .filter((code) => code.startsWith('breach.'));
    expect(Object.keys(refusals).sort()).toEqual([...new Set(named)].sort());
    for (const { da, en } of Object.values(refusals)) {
      expect(da.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
    }
  });
});
