import type { AnyCommand, AnyQuery, Feature } from '@rettidig/event-sourcing';
import { reachable } from '../http/controllers.js';
import type { AnyAct } from '../acts/act.js';
import { API, namesIn } from '../http/request.js';
import type { Texts } from '../http/problem.js';
import { exampleOf } from './examples.js';
import { etagHeaders, headerParameter, problemSchema, receiptSchema, type HeaderName } from './parts.js';
import { probePaths } from './probes.js';
import { errorsOf, type ErrorsOf } from './responses.js';
import { SchemaRegistry, type Schema } from './schemas.js';

/** What is documented: the same tables that the routes are made of. */
export interface Documented {
  readonly features: readonly Feature[];
  readonly acts: readonly AnyAct[];
  readonly texts: Texts;
  readonly version: string;
}

type MessageClass = new () => object;
type Operation = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the API. */
export function openApiDocument({ features, acts, texts, version }: Documented): Record<string, unknown> {
  const registry = new SchemaRegistry();
  const writer = new OperationWriter(registry, (...which) => errorsOf(texts, ...which));
  const paths: Record<string, Record<string, Operation>> = {};
  const add = (path: string, method: string, operation: Operation): void => {
    paths[API + path] = { ...paths[API + path], [method]: operation };
  };
  for (const feature of features) {
    for (const command of reachable(feature.commands)) add(command.path, 'post', writer.command(command));
    for (const query of feature.queries) {
      add(query.path, (query.method ?? 'GET').toLowerCase(), writer.query(query));
    }
  }
  for (const act of acts) add(act.path, 'post', writer.act(act));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rettidig',
      version,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This machine.' }],
    tags: [...tagsOf(features), { name: 'probes', description: 'For whoever watches the service.' }],
    paths: { ...paths, ...probePaths },
    components: {
      schemas: { ...registry.schemas, Problem: problemSchema, Receipt: receiptSchema },
      securitySchemes: {
        persona: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Persona',
          description:
            'Demo only, and only on this machine: manager, caseOfficer, secretariat, chair, deputyChair, employeeRep, employee, auditor or admin.',
        },
      },
    },
    security: [{ persona: [] }],
  };
}

const INTRODUCTION = `Makes sure that organisational changes go through MED at the right level and in time, and that no missed review can vanish.

- Every POST that does something needs an \`Idempotency-Key\`: sent again with the same key, it is done once and answers the same.
- Facts (what happened in the world) need nothing more. Other changes of something that exists need \`If-Match\` with the ETag last seen.
- Each answer carries \`Position\`. Send it as \`Consistent-With\` to see your own change in a list.
- Errors are \`application/problem+json\` with a stable \`code\`, in Danish, or in English for \`Accept-Language: en\`.
- Days are \`yyyy-mm-dd\` in Europe/Copenhagen; what is not known is said: \`{"onOrBefore": day}\`, \`{"notStated": true}\`.`;

function tagsOf(features: readonly Feature[]): { name: string; description: string }[] {
  const tags = features.flatMap(({ commands, queries }) => [...reachable(commands), ...queries].map(({ tag }) => tag));
  return [...new Set(tags)].map((name) => ({ name, description: `Everything about ${name}.` }));
}

class OperationWriter {
  constructor(
    private readonly registry: SchemaRegistry,
    private readonly errors: ErrorsOf,
  ) {}

  command(definition: AnyCommand & { path: string }): Operation {
    const needsTag = definition.kind === 'change' && definition.target === 'existing';
    const headers: HeaderName[] = ['Idempotency-Key', ...(needsTag ? (['If-Match'] as const) : []), 'Accept-Language'];
    const made = definition.target === 'new';
    return {
      ...this.heading(definition),
      parameters: [
        ...this.pathParameters(definition, definition.target === 'existing'),
        ...headers.map(headerParameter),
      ],
      ...this.body(definition),
      responses: {
        [made ? '201' : '200']: {
          description: made ? 'Made and recorded.' : 'Recorded.',
          headers: etagHeaders(made),
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
        },
        ...this.errors('command', definition.refusals, needsTag ? ['etag.missing', 'etag.stale'] : []),
      },
    };
  }

  act(definition: AnyAct): Operation {
    const headers: HeaderName[] = ['Idempotency-Key', 'Accept-Language'];
    const schema = {
      type: 'object',
      description: 'What it was done to.',
      properties: { id: { type: 'string', format: 'uuid', description: 'The person or seat.' } },
      required: ['id'],
    };
    return {
      ...this.heading(definition),
      parameters: [...this.pathParameters(definition, false), ...headers.map(headerParameter)],
      ...this.body(definition),
      responses: {
        '200': { description: 'Stored outside the log.', content: { 'application/json': { schema } } },
        ...this.errors('command', [], []),
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
          content: {
            'application/json': { schema: answer, example: exampleOf(answer, this.registry.schemas) },
            ...csv,
          },
        },
        ...this.errors('query', definition.refusals ?? [], []),
      },
    };
  }

  private heading({ name, summary, tag }: Pick<AnyCommand, 'name' | 'summary' | 'tag'>): Operation {
    return { operationId: name, tags: [tag], summary: summary.en, description: `Dansk: ${summary.da}.` };
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
        description,
        ...(example === undefined ? {} : { example }),
        ...(rest['type'] === 'array' ? { style: 'form', explode: false } : {}),
        schema: rest,
      };
    });
  }
}

const formatParameter = {
  name: 'format',
  in: 'query',
  required: false,
  description: '`csv` for the whole list as a file, without pages; or send `Accept: text/csv`.',
  schema: { type: 'string', enum: ['json', 'csv'] },
};

/** `decisionPointId` → `decision point` */
const wordsOf = (name: string): string =>
  name
    .replace(/Id$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
