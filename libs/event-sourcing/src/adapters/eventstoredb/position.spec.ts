import { START } from '../../event.js';
import { bytesAt, isKnown, positionOf, tokenOf } from './position.js';

const of = (commit: bigint, prepare = commit) => ({ commit, prepare });

describe('a position', () => {
  it('comes back from its token exactly, commit and prepare apart', () => {
    for (const position of [of(0n), of(1n), of(549_755_813_888n, 549_755_813_000n), of(2n ** 63n - 1n)]) {
      expect(positionOf(tokenOf(position))).toEqual(position);
    }
    expect(positionOf(START)).toBe('start');
  });

  it('compares as its token does, by commit and then by prepare', () => {
    const ordered = [of(0n), of(9n), of(16n, 3n), of(16n, 15n), of(16n), of(255n), of(2n ** 40n)].map(tokenOf);
    expect([...ordered].sort()).toEqual(ordered);
    expect(START < ordered[0]!).toBe(true);
  });

  it('tells how many bytes of log lie before it', () => {
    expect([START, tokenOf(of(4096n, 1n))].map(bytesAt)).toEqual([0, 4096]);
  });

  it('is not known where the server says minus one', () => {
    expect([undefined, of(2n ** 64n - 1n), of(1n, 2n ** 64n - 1n), of(1n)].map(isKnown)).toEqual([
      ...[false, false, false, true],
    ]);
  });

  it.each(['0', 'g'.repeat(32), '0'.repeat(31), '0'.repeat(16), `${'0'.repeat(32)}\n`, 'A'.repeat(32)])(
    'is not %j',
    (token) => expect(() => positionOf(token)).toThrow(RangeError),
  );
});
