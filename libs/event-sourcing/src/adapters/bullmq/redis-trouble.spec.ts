import { TryLater } from '../../errors.js';
import { flawOf, refusalOf, troubleOf } from './redis-trouble.js';

describe('what is wrong with a Redis that answers', () => {
  it.each([
    ['nothing, with 6.2', 'redis_version:6.2.0\r\nmaxmemory_policy:noeviction\r\n', null],
    ['nothing, with 7.0 that is set up as it comes', '# Server\r\nredis_version:7.0.15\r\nother:1\r\n', null],
    ['its age, before 6.2', 'redis_version:6.0.16\r\nmaxmemory_policy:noeviction\r\n', 'queue.too-old'],
    ['its age, with 5', 'redis_version:5.0.14\r\nmaxmemory_policy:allkeys-lru\r\n', 'queue.too-old'],
    ['that it throws away', 'redis_version:7.2.4\r\nmaxmemory_policy:volatile-lru\r\n', 'queue.evicts'],
  ])('is %s', (_what, info, flaw) => expect(flawOf(info)).toBe(flaw));
});

describe('an error of a connection', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:6379', 'queue.unreachable'],
    ['getaddrinfo ENOTFOUND redis.example', 'queue.unreachable'],
    ['Ready check failed: NOAUTH Authentication required.', 'queue.access-denied'],
    ['WRONGPASS invalid username-password pair or user is disabled.', 'queue.access-denied'],
    ['ERR invalid password', 'queue.access-denied'],
    ['Protocol error, got "H" as reply type byte.', 'queue.not-redis'],
    ['self-signed certificate', 'queue.bad-certificate'],
    ["Hostname/IP does not match certificate's altnames", 'queue.bad-certificate'],
    ['error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'queue.not-redis'],
  ])('"%s" is %s', (message, code) => expect(troubleOf(new Error(message))).toBe(code));
});

describe('whoever calls', () => {
  it.each([
    ['Command timed out', 'queue.unreachable'],
    ['Connection is closed.', 'queue.unreachable'],
    ["Stream isn't writeable and enableOfflineQueue options is false", 'queue.unreachable'],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'queue.full'],
    ["READONLY You can't write against a read only replica.", 'queue.read-only'],
    [
      'MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk.',
      'queue.read-only',
    ],
    ["NOPERM this user has no permissions to run the 'evalsha' command", 'queue.access-denied'],
  ])('is asked to try later after "%s": %s', (message, code) => {
    const refusal = refusalOf(new Error(message));
    expect(refusal).toBeInstanceOf(TryLater);
    expect(refusal).toMatchObject({ code });
  });

  it('is given an error that is of the program', () => {
    const error = new TypeError('jobs is not iterable');
    expect(refusalOf(error)).toBe(error);
  });
});
