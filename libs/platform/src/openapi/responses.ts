import type { Texts } from '../http/problem.js';

type Kind = 'command' | 'query' | 'token';

/** The error answers of an operation. */
export type ErrorsOf = (kind: Kind, refusals: readonly string[], more: MoreErrors) => Readonly<Record<string, object>>;

/** Codes that only some operations give. */
export interface MoreErrors {
  readonly preconditions?: readonly string[];
  /** What those are told who may not; undefined where everybody may. */
  readonly access?: string | undefined;
}

/** Codes that any operation of a kind can give, by status. */
const common: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  command: {
    400: [
      'request.invalid',
      'idempotency-key.missing',
      'idempotency-key.malformed',
      'if-match.malformed',
      'body.not-json',
      'body.not-utf8',
      'body.not-object',
      'body.too-deep',
      'body.forbidden-key',
      'header.repeated',
    ],
    401: ['persona.missing', 'persona.unknown'],
    403: ['persona.behind-proxy', 'persona.not-loopback', 'host.not-loopback', 'request.cross-site'],
    413: ['body.too-large'],
    415: ['content-type.unsupported'],
    422: ['command.key-reused'],
    500: ['error.internal'],
    503: [
      'reference-behind',
      'stream.busy',
      'store.disk-full',
      'store.busy',
      'store.full',
      'store.damaged-file',
      'stopping',
    ],
  },
  query: {
    400: ['request.invalid', 'consistent-with.malformed', 'position.unknown', 'query.too-many-values'],
    401: ['persona.missing', 'persona.unknown'],
    403: ['persona.behind-proxy', 'persona.not-loopback', 'host.not-loopback'],
    500: ['error.internal'],
    503: ['view-building', 'view-behind', 'view-failed', 'view-damaged', 'store.damaged-file'],
  },
  token: {
    403: ['persona.behind-proxy', 'persona.not-loopback', 'host.not-loopback', 'request.cross-site'],
    404: ['route.unknown'],
    429: ['token.too-often'],
    500: ['error.internal'],
    503: ['view-building', 'view-behind', 'view-failed', 'view-damaged', 'store.busy'],
  },
};

/** What a refusal of a slice means as a status is part of its code's rule, so all of its codes stand under one. */
const REFUSED = '409';

/** @throws Error for a refusal without a text: the caller would get a code and nothing to read. */
export function errorsOf(
  texts: Texts,
  kind: Kind,
  refusals: readonly string[],
  { preconditions = [], access }: MoreErrors,
): Readonly<Record<string, object>> {
  const codesOf = ([status, codes]: readonly [string, readonly string[]]) =>
    status === '403' && access !== undefined ? [access, ...codes] : codes;
  const answers = Object.entries(common[kind]).map((entry) => [entry[0], response(texts, codesOf(entry))] as const);
  const more: [string, object][] = [];
  if (refusals.length > 0) {
    more.push([
      REFUSED,
      response(
        texts,
        refusals,
        'Refused (409; 404 where something does not exist, 403 or 422 where it can never be right):',
      ),
    ]);
  }
  if (preconditions.includes('etag.missing')) more.push(['428', response(texts, ['etag.missing'])]);
  if (preconditions.includes('etag.stale')) more.push(['412', response(texts, ['etag.stale'])]);
  return Object.fromEntries([...answers, ...more].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function response(texts: Texts, codes: readonly string[], heading = 'One of:'): object {
  const lines = codes.map((code) => {
    const text = texts.get(code);
    if (!text) throw new Error(`the refusal ${code} has no text`);
    return `- \`${code}\`: ${text.en}`;
  });
  return {
    description: [heading, '', ...lines].join('\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
