import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  StreamNotFoundError,
  TimeoutError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { isAnswer, isPassing, isStuck, Replaced, TimedOut, verdictOf, type Verdict } from './errors.js';

/** An error of gRPC as the steps before a call let it through: no class of the client, no type. */
const bareError = (code: number, details: string): Error =>
  Object.assign(new Error(`${code} SOMETHING: ${details}`), { code, details });
const classified = <E>(type: new (error?: never) => E, code: number, details = ''): E =>
  new type(bareError(code, details) as never);

const conflict = new WrongExpectedVersionError(undefined, {
  streamName: 's',
  current: 1n,
  expected: 'any',
});

describe('an error of the client', () => {
  it.each<[string, unknown, Verdict]>([
    ['a conflict without a message', conflict, 'conflict'],
    ['a stream that is not there', new StreamNotFoundError(undefined, 's'), 'missing'],
    ['a refusal', new AccessDeniedError(undefined), 'denied'],
    ['a bare refusal', bareError(16, 'who are you'), 'denied'],
    ['a bare lack of rights', bareError(7, 'no'), 'denied'],
    ['a server that is not ready', classified(UnavailableError, 14, 'Server Is Not Ready'), 'not-taken'],
    ['a port without a listener', bareError(14, 'connect ECONNREFUSED 127.0.0.1:1'), 'not-taken'],
    ['a search without a result', new Error('Failed to discover after 3 attempts.'), 'not-taken'],
    ['a channel closed meanwhile', new Error('Channel has been shut down'), 'not-taken'],
    ['a connection that was cut', classified(UnavailableError, 14, 'read ECONNRESET'), 'unknown'],
    ['a server that stops', classified(CancelledError, 1, 'the server stops'), 'unknown'],
    ['a client that was disposed of', classified(UnknownError, 1, 'Cancelled on client'), 'unknown'],
    ['a deadline', new DeadlineExceededError(undefined), 'unknown'],
    ['a reader that was too slow', classified(TimeoutError, 10, 'Consumer too slow'), 'unknown'],
    ['an answer that the client does not know', new UnknownError(undefined, 'Could not recognize NotReady'), 'unknown'],
    ['a bare internal error', bareError(13, 'oh'), 'unknown'],
    ['an error of the network', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'unknown'],
    ['our own time', new TimedOut(), 'unknown'],
    ['our own replacement', new Replaced(), 'unknown'],
    [
      'a certificate',
      bareError(14, 'No connection established. Last error: self-signed certificate'),
      'bad-certificate',
    ],
    ['no TLS', bareError(14, 'Last error: SSL routines:ssl3_get_record:wrong version number'), 'not-tls'],
    ['a place that is not there', bareError(3, 'Trying to read from an invalid position.'), 'bad-position'],
    ['too much at once', new UnknownError(undefined, 'Could not recognize Maximum Append Size Exceeded'), 'too-large'],
    ['a mistake in a program', new TypeError('x is not a function'), 'failed'],
    ['nothing', undefined, 'failed'],
  ])('%s', (_case, error, verdict) => {
    expect(verdictOf(error)).toBe(verdict);
  });

  it('is an answer or passes or neither, never both', () => {
    const verdicts: Verdict[] = ['conflict', 'missing', 'deleted', 'denied', 'bad-position', 'too-large'];
    expect(verdicts.filter((verdict) => !isAnswer(verdict) || isPassing(verdict))).toEqual([]);
    expect((['not-taken', 'unknown'] as const).every((verdict) => isPassing(verdict) && !isAnswer(verdict))).toBe(true);
    const neither: Verdict[] = ['bad-certificate', 'not-tls', 'failed'];
    expect(neither.filter((verdict) => isAnswer(verdict) || isPassing(verdict))).toEqual([]);
  });

  it.each<[string, unknown, boolean]>([
    ['a search without a result', new Error('Failed to discover after 3 attempts.'), true],
    ['a bare internal error', bareError(13, 'oh'), true],
    ['a bare outage, which the client forgets', bareError(14, 'connect ECONNREFUSED'), false],
    ['an outage in a class of the client', classified(UnavailableError, 14, 'oh'), false],
    ['our own time', new TimedOut(), false],
    ['a mistake in a program', new TypeError('oh'), false],
  ])('shows whether the client is stuck with it: %s', (_case, error, stuck) => {
    expect(isStuck(error)).toBe(stuck);
  });
});
