import type { Schema } from './schemas.js';

/** The body of every error. */
export const problemSchema: Schema = {
  type: 'object',
  description: 'An error (RFC 9457).',
  properties: {
    type: { type: 'string', description: 'Names the kind of error: `urn:rettidig:problem:` and the code.' },
    title: { type: 'string', description: 'A short heading by status.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What is wrong and what to do, in the language asked for.' },
    code: { type: 'string', description: 'Stable; decide by this one.', example: 'request.invalid' },
    instance: {
      type: 'string',
      description: 'The number to give when reporting it; also in the header Correlation-Id.',
    },
    errors: {
      type: 'array',
      description: 'The fields that cannot be used, or everything that is wrong with the message.',
      items: {
        type: 'object',
        description: 'One field.',
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the message.', example: '/decision/on' },
          code: { type: 'string', description: 'Stable.', example: 'field.not-a-day' },
          detail: { type: 'string', description: 'What the field must be, in the language asked for.' },
        },
        required: ['pointer', 'code', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
};

/** As the log of one machine writes it. */
const POSITION = '000000000000002a';

/** What every command answers; what some answer beside it stands next to it. */
export const receiptSchema: Schema = {
  type: 'object',
  description: 'What became of a command. The same key answers the same again.',
  properties: {
    id: {
      type: 'string',
      description:
        'What the command was about; new where it made something. `administration` where there is only one: organisation and rule book.',
      example: '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10',
    },
    position: {
      type: 'string',
      description: 'Send it as `Consistent-With` to see the effect in a list. Opaque.',
      example: POSITION,
    },
    etag: {
      type: 'string',
      description: 'Send it as `If-Match` with the next change of the same thing. Counts what people did to it.',
      example: '3',
    },
  },
  required: ['id', 'position', 'etag'],
};

const headers = {
  'Idempotency-Key': {
    required: true,
    description: 'A new value for each act, 8-200 visible ASCII characters. Repeat it to repeat safely.',
    schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[!-~]+$' },
    example: 'b1f1a0c2-7d0e-4a63',
  },
  'If-Match': {
    required: true,
    description:
      'The ETag that you last saw: of `GET` on the thing, or of the last command on it. Older than the thing is: 412, and nothing is done.',
    schema: { type: 'string' },
    example: '"3"',
  },
  'Consistent-With': {
    required: false,
    description:
      'A `Position` from an earlier answer, for example `000000000000002a`: the answer then shows at least that. Waits up to two seconds, then 503 with `Retry-After`.',
    schema: { type: 'string' },
  },
  'Accept-Language': {
    required: false,
    description: 'The language of texts, CSV headings and errors: `da` (default) or `en`.',
    schema: { type: 'string', default: 'da' },
  },
} as const;

export type HeaderName = keyof typeof headers;

/** A request header as a parameter. */
export const headerParameter = (name: HeaderName): object => ({ name, in: 'header', ...headers[name] });

/** The headers of an answer to a command. */
export const etagHeaders = (made: boolean): object => ({
  ETag: { description: 'For `If-Match` with the next change.', schema: { type: 'string' }, example: '"3"' },
  Position: { description: 'For `Consistent-With`.', schema: { type: 'string' }, example: POSITION },
  ...(made ? { Location: { description: 'Where to see it.', schema: { type: 'string' } } } : {}),
});

/** The headers of an answer to a question. */
export const answerHeaders = (hasEtag: boolean): object => ({
  'Content-Language': { description: 'The language of its texts.', schema: { type: 'string', enum: ['da', 'en'] } },
  ...(hasEtag
    ? { ETag: { description: 'For `If-Match` with a change of it.', schema: { type: 'string' }, example: '"3"' } }
    : {}),
});
