import { START } from '../event.js';
import { numberOf, tokenOf } from './position.js';

describe('a position of the SQLite log', () => {
  it('compares as a string in the order of its number', () => {
    const numbers = [0, 1, 9, 10, 15, 16, 255, 256, 99_999, 2 ** 40, Number.MAX_SAFE_INTEGER];
    const tokens = numbers.map(tokenOf);
    expect([...tokens].sort()).toEqual(tokens);
    expect(tokens.map(numberOf)).toEqual(numbers);
    expect(tokens[0]).toBe(START);
  });

  it.each(['1', 'xyz', '00000000000000FF', '000000000000000100000000000000001', "' or 1=1"])(
    'is refused when another engine made it: %s',
    (token) => {
      expect(() => numberOf(token)).toThrow(RangeError);
    },
  );
});
