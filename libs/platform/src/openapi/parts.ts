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
      description: 'The fields that cannot be used.',
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

/** What every command answers. */
export const receiptSchema: Schema = {
  type: 'object',
  description: 'What became of a command. The same key answers the same again.',
  properties: {
    id: { type: 'string', description: 'What the command was about; new where it made something.' },
    position: { type: 'string', description: 'Send it as `Consistent-With` to see the effect in a list.' },
    etag: { type: 'string', description: 'Send it as `If-Match` with the next change of the same thing.' },
  },
  required: ['id', 'position', 'etag'],
  additionalProperties: { description: 'Ids of what the command made inside, by name.' },
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
    description: 'The ETag that you last saw.',
    schema: { type: 'string' },
    example: '"3"',
  },
  'Consistent-With': {
    required: false,
    description: 'A Position from an earlier answer: the list then shows at least that. Waits up to two seconds.',
    schema: { type: 'string' },
  },
  'Accept-Language': {
    required: false,
    description: '`da` (default) or `en`.',
    schema: { type: 'string', default: 'da' },
  },
} as const;

export type HeaderName = keyof typeof headers;

/** A request header as a parameter. */
export const headerParameter = (name: HeaderName): object => ({ name, in: 'header', ...headers[name] });

/** The headers of an answer to a command. */
export const etagHeaders = (made: boolean): object => ({
  ETag: { description: 'For If-Match with the next change.', schema: { type: 'string' } },
  Position: { description: 'For Consistent-With.', schema: { type: 'string' } },
  ...(made ? { Location: { description: 'Where to see it.', schema: { type: 'string' } } } : {}),
});
