import { askedSeed, randomFrom } from './random.js';

describe('the seed that was asked for', () => {
  const before = process.env['TEST_SEED'];
  const asked = (words: string): void => void (process.env['TEST_SEED'] = words);
  afterEach(() => {
    jest.restoreAllMocks();
    if (before === undefined) delete process.env['TEST_SEED'];
    else asked(before);
  });

  it.each(['abc', '', ' ', '-1', '1.5', '0x10'])('is refused when it is "%s"', (words) => {
    asked(words);
    expect(() => askedSeed()).toThrow(`TEST_SEED is a whole number or the word random, not ${words}`);
  });

  it('is the number that was written', () => {
    asked('42');
    expect([askedSeed(), randomFrom(7).seed]).toEqual([42, 42]);
  });

  it('is nobody’s when nothing was written', () => {
    delete process.env['TEST_SEED'];
    expect([askedSeed(), randomFrom(7).seed]).toEqual([null, 7]);
  });

  it('is drawn once for all who ask for a random one, so that what is printed repeats all of it', () => {
    asked('random');
    const first = askedSeed();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1234);
    expect(askedSeed()).toBe(first);
  });
});
