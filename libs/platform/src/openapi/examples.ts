import { REFERENCE, type Schema } from './schemas.js';

const byFormat: Readonly<Record<string, unknown>> = {
  uuid: '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10',
  date: '2026-04-24',
  'date-time': '2026-04-24T10:00:00.000Z',
};

/** A value that a schema allows, made of the examples of its fields. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth = 0): unknown {
  if ('example' in schema) return schema['example'];
  if ('const' in schema) return schema['const'];
  if (typeof schema['$ref'] === 'string') {
    return exampleOf(schemas[schema['$ref'].slice(REFERENCE.length)] ?? {}, schemas, depth + 1);
  }
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (Array.isArray(schema['allOf'])) {
    return Object.assign({}, ...(schema['allOf'] as Schema[]).map((part) => exampleOf(part, schemas, depth))) as object;
  }
  const choice = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choice?.[0]) return exampleOf(choice[0], schemas, depth);
  return exampleOfType(schema, schemas, depth);
}

function exampleOfType(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth: number): unknown {
  switch (schema['type']) {
    case 'object':
      return exampleObject(schema, schemas, depth);
    case 'array':
      return isDeepEnough(schema, depth) || !schema['items']
        ? []
        : [exampleOf(schema['items'] as Schema, schemas, depth + 1)];
    case 'integer':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return byFormat[schema['format'] as string] ?? 'tekst';
  }
}

/** Far down, lists are empty where they may be. */
const isDeepEnough = (schema: Schema, depth: number): boolean => depth > 6 && !schema['minItems'];

/** All required fields, and the others that have an example. */
function exampleObject(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth: number): object {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const required = (schema['required'] ?? []) as readonly string[];
  const shown = Object.entries(properties).filter(([name, field]) => required.includes(name) || 'example' in field);
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)]));
}
