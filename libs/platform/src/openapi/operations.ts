import { allowedByToken } from '@rettidig/access';
import type { AnyAct, AnyCommand, AnyQuery, TokenRoute } from '@rettidig/event-sourcing';
import { namesIn } from '../http/request.js';
import type { Rights } from '../rights.js';
import { exampleOf } from './examples.js';
import { answerHeaders, etagHeaders, headerParameter, type HeaderName } from './parts.js';
import type { ErrorsOf } from './responses.js';
import { REFERENCE, type Schema, type SchemaRegistry } from './schemas.js';

type MessageClass = new () => object;

/** One operation of the document. */
export type Operation = Readonly<Record<string, unknown>>;

/** Writes what is documented of a command, a question and an act, all from their own tables. */
export class OperationWriter {
  constructor(
    private readonly registry: SchemaRegistry,
    private readonly errors: ErrorsOf,
    private readonly rights: Rights,
  ) {}

  command(definition: AnyCommand & { path: string }): Operation {
    const needsTag = definition.kind === 'change' && definition.target === 'existing';
    const headers: HeaderName[] = ['Idempotency-Key', ...(needsTag ? (['If-Match'] as const) : []), 'Accept-Language'];
    const made = definition.target === 'new';
    return {
      ...this.heading(definition, needsTag ? CHANGE : made ? '' : FACT),
      parameters: [
        ...this.pathParameters(definition, definition.target === 'existing'),
        ...headers.map(headerParameter),
      ],
      ...this.body(definition),
      responses: {
        [made ? '201' : '200']: {
          description: made ? 'Made and recorded.' : 'Recorded.',
          headers: etagHeaders(made),
          content: { 'application/json': this.receipt(definition) },
        },
        ...this.errors('command', definition.refusals, {
          preconditions: needsTag ? ['etag.missing', 'etag.stale'] : [],
          access: this.rights.reasonOf(definition.name),
        }),
      },
    };
  }

  /** The receipt that every command answers, and what this one answers beside it. */
  private receipt({ answerType }: AnyCommand): { schema: Schema; example: unknown } {
    const parts = [{ $ref: `${REFERENCE}Receipt` }, ...(answerType ? [this.registry.refToPart(answerType)] : [])];
    const schema = { allOf: parts, unevaluatedProperties: false };
    return { schema, example: exampleOf(schema, this.registry.schemas) };
  }

  act(definition: AnyAct): Operation {
    const headers: HeaderName[] = ['Idempotency-Key', 'Accept-Language'];
    const schema = this.registry.refTo(definition.answer);
    return {
      ...this.heading(definition),
      parameters: [...this.pathParameters(definition, false), ...headers.map(headerParameter)],
      ...(definition.file ? fileBody(definition.file) : this.body(definition)),
      responses: {
        '200': {
          description: 'Done.',
          content: { 'application/json': { schema, example: exampleOf(schema, this.registry.schemas) } },
        },
        ...this.errors('command', definition.refusals ?? [], { access: this.rights.reasonOf(definition.name) }),
      },
    };
  }

  query(definition: AnyQuery): Operation {
    const answer = this.registry.refTo(definition.answer);
    const csv = definition.csv && {
      'text/csv': {
        schema: {
          type: 'string',
          description: `Semicolons, UTF-8 with byte order mark, CRLF. Columns: ${definition.csv.columns.map(({ heading }) => heading.da).join(', ')}.`,
        },
      },
    };
    const headers: HeaderName[] = ['Consistent-With', 'Accept-Language'];
    const isPost = definition.method === 'POST';
    const parameters = isPost ? this.pathParameters(definition, false) : this.queryParameters(definition);
    return {
      ...this.heading(definition),
      parameters: [...parameters, ...(definition.csv ? [formatParameter] : []), ...headers.map(headerParameter)],
      ...(isPost ? this.body({ ...definition, message: definition.parameters }) : {}),
      responses: {
        '200': {
          description: 'The answer.',
          headers: answerHeaders('etag' in (this.registry.of(definition.answer)['properties'] as object)),
          content: {
            'application/json': { schema: answer, example: exampleOf(answer, this.registry.schemas) },
            ...csv,
          },
        },
        ...this.errors('query', definition.refusals ?? [], { access: this.rights.reasonOf(definition.name) }),
      },
    };
  }

  /** What is asked by token, by method; nobody signs in. */
  byToken({ name, tag, methods }: TokenRoute): (readonly [method: string, Operation])[] {
    const why: string = allowedByToken[name as keyof typeof allowedByToken];
    return Object.entries(methods).map(([method, { summary, mediaType }]) => [
      method.toLowerCase(),
      {
        operationId: method === 'GET' ? name : `${name}By${method}`,
        tags: [tag],
        summary: summary.en,
        description: `Dansk: ${summary.da}.\n\nWho may: whoever holds the token. ${why}`,
        security: [],
        parameters: [tokenParameter, headerParameter('Accept-Language')],
        responses: {
          '200': { description: 'The answer.', content: { [mediaType]: { schema: textSchema } } },
          ...this.errors('token', [], {}),
        },
      },
    ]);
  }

  private heading({ name, summary, tag }: Pick<AnyCommand, 'name' | 'summary' | 'tag'>, kind = ''): Operation {
    const sentences = [`Dansk: ${summary.da}.`, kind, `Who may: ${this.rights.whoMay(name)}.`];
    return { operationId: name, tags: [tag], summary: summary.en, description: sentences.filter(Boolean).join('\n\n') };
  }

  /** The body without what stands in the path. */
  private body({ message, path }: { message: MessageClass; path: string }): Operation {
    const own = this.registry.of(message);
    const inPath = namesIn(path);
    const properties = Object.entries((own['properties'] ?? {}) as Record<string, Schema>);
    const left = properties.filter(([name]) => !inPath.includes(name));
    const required = ((own['required'] ?? []) as string[]).filter((name) => !inPath.includes(name));
    const schema: Schema =
      left.length === properties.length
        ? this.registry.refTo(message)
        : {
            type: 'object',
            properties: Object.fromEntries(left),
            ...(required.length > 0 ? { required } : {}),
            additionalProperties: false,
          };
    const example = exampleOf(schema, this.registry.schemas);
    return { requestBody: { required: required.length > 0, content: { 'application/json': { schema, example } } } };
  }

  private pathParameters({ path }: { path: string | null }, addressesStream: boolean): Operation[] {
    return namesIn(path ?? '').map((name) => ({
      name,
      in: 'path',
      required: true,
      description: name === 'id' && addressesStream ? 'What the act is about.' : `The ${wordsOf(name)}.`,
      schema: { type: 'string', format: 'uuid' },
    }));
  }

  private queryParameters({ parameters, path }: AnyQuery): Operation[] {
    const schema = this.registry.of(parameters);
    const required = (schema['required'] ?? []) as string[];
    const inPath = namesIn(path);
    return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, field]) => {
      const { description, example, ...rest } = field;
      return {
        name,
        in: inPath.includes(name) ? 'path' : 'query',
        required: inPath.includes(name) || required.includes(name),
        ...described(description, example, inPath.includes(name) || required.includes(name)),
        ...(rest['type'] === 'array' ? { style: 'form', explode: false } : {}),
        schema: rest,
      };
    });
  }
}

/** A file as it is, whatever its type: what it is, is seen from its bytes. */
const fileBody = ({ most, formats }: NonNullable<AnyAct['file']>): Operation => ({
  requestBody: {
    required: true,
    description: `The file itself: ${formats}. At most ${most / 1024 / 1024} MiB. Its name may stand in \`Content-Disposition\`.`,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
});

const FACT = 'A fact: needs no `If-Match`.';
const CHANGE = 'A change of something that exists: needs `If-Match`.';

/**
 * The example of a filter stands in its description: pages to try the API on fill in what is an `example`, and a list
 * asked for with all its filters is empty.
 */
function described(description: unknown, example: unknown, required: boolean): Operation {
  if (required) return { description, ...(example === undefined ? {} : { example }) };
  return {
    description: typeof example === 'string' ? `${String(description)} For example \`${example}\`.` : description,
  };
}

const formatParameter = {
  name: 'format',
  in: 'query',
  required: false,
  description: '`csv` for the whole list as a file, without pages; or send `Accept: text/csv`.',
  schema: { type: 'string', enum: ['json', 'csv'] },
};

const tokenParameter = {
  name: 'token',
  in: 'path',
  required: true,
  description: 'All that gives the right: whoever has it is taken for the person whose it is.',
  schema: { type: 'string', maxLength: 100 },
};

const textSchema: Schema = { type: 'string', description: 'A text.' };

/** `decisionPointId` → `decision point` */
const wordsOf = (name: string): string =>
  name
    .replace(/Id$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
