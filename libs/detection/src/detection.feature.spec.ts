import { detectionFeature } from './detection.feature.js';

describe('what this slice adds to the product', () => {
  const { commands, queries, acts = [], refusals, tags } = detectionFeature;

  it('has a Danish and an English text for every refusal that it can give of its own, and no others', () => {
    const own = /^(political-agenda|politicalAgenda|possibleMiss|screening|screeningForum)\./;
    const named = [...commands, ...queries, ...acts]
      .flatMap((one): readonly string[] => one.refusals ?? [])
      .filter((code) => own.test(code));
    expect(Object.keys(refusals).sort()).toEqual([...new Set(named)].sort());
    for (const { da, en } of Object.values(refusals)) {
      expect(da.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
    }
  });

  it('says what each of its tags is about', () => {
    const used = [...commands, ...queries, ...acts].map(({ tag }) => tag);
    expect([...new Set(used)].sort()).toEqual(Object.keys(tags ?? {}).sort());
  });
});
