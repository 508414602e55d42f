import { Unrecoverable } from '../effect-queue.js';
import { TryLater } from '../errors.js';
import { failureCode } from './failure-code.js';

describe('the code of a failure', () => {
  it.each([
    ['the code of an error', new TryLater('store.unreachable', 1), 'store.unreachable'],
    [
      'the code that the system gave',
      Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }),
      'ECONNREFUSED',
    ],
    ['the class of an error without one', new RangeError('Kirsten Kimer is out of range'), 'RangeError'],
    ['the class when the code holds a text', Object.assign(new Error('x'), { code: 'Kirsten Kimer' }), 'Error'],
    ['the code of what cannot be recovered', new Unrecoverable('address-gone'), 'address-gone'],
    ['a word for what is no error', 'Kirsten Kimer', 'Error'],
    ['a word for nothing', undefined, 'Error'],
  ])('is %s', (_case, error, code) => expect(failureCode(error)).toBe(code));
});
