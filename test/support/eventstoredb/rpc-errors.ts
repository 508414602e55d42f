import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

export type RpcError = Pick<StatusObject, 'code' | 'details'> & { metadata: Metadata };

function rpcError(code: status, details: string, trailers: Record<string, string> = {}): RpcError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

/** The server's errors with their trailers, word by word: `RpcExceptions`. */
export const rpcErrors = {
  notLeader: ({ host, port }: { host: string; port: number }) =>
    rpcError(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  noLeaderInfo: () => rpcError(status.UNKNOWN, 'No leader info available in response'),
  notReady: () => rpcError(status.UNAVAILABLE, 'Server Is Not Ready'),
  tooBusy: () => rpcError(status.UNAVAILABLE, 'Server Is Too Busy'),
  timeout: (message: string) => rpcError(status.ABORTED, `Operation timed out: ${message}`),
  tooSlow: () => rpcErrors.timeout('Consumer too slow to handle event while live. Client resubscription required.'),
  streamDeleted: (stream: string) =>
    rpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongExpectedVersion: (operation: string, stream: string, expected: number, actual: number) =>
    rpcError(
      status.FAILED_PRECONDITION,
      `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
      {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': String(expected),
        'actual-version': String(actual),
      },
    ),
  maxAppendSizeExceeded: (limit: number) =>
    rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(limit),
    }),
  missingMetadata: (property: string) =>
    rpcError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  accessDenied: () => rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  /** The server answers HTTP 401, which a client sees so. */
  unauthenticated: () => rpcError(status.UNAUTHENTICATED, 'Received HTTP status code 401'),
  invalidPosition: () => rpcError(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.'),
  /** What 23.10 says of a read in the middle of a record. */
  readFailed: () => rpcError(status.UNKNOWN, 'Unexpected ReadAllResult: Error'),
  unhandled: () => rpcError(status.UNKNOWN, 'Exception was thrown by handler.'),
  internal: () => rpcError(status.INTERNAL, 'Exception was thrown by handler.'),
  unimplemented: () => rpcError(status.UNIMPLEMENTED, 'Service is unimplemented.'),
};
