import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

/** A piece of JSON schema (2020-12, as OpenAPI 3.1 has it). */
export type Schema = { [keyword: string]: unknown };

type MessageClass = new () => object;

export const REFERENCE = '#/components/schemas/';

/** Collects the schemas of message and answer classes, each under the name of its class. */
export class SchemaRegistry {
  private readonly classes = new Map<string, MessageClass>();
  readonly schemas: Record<string, Schema>;

  /** Starts with schemas that no class stands for. */
  constructor(given: Readonly<Record<string, Schema>>) {
    this.schemas = { ...given };
  }

  /** The reference to a class; its schema, and those of the classes in its fields, come along. */
  refTo(type: MessageClass): Schema {
    this.add(type);
    return { $ref: REFERENCE + type.name };
  }

  /** The same for a class that is one part of a whole: further fields may stand beside its own. */
  refToPart(type: MessageClass): Schema {
    this.add(type, { open: true });
    return { $ref: REFERENCE + type.name };
  }

  /** The schema of a class itself. */
  of(type: MessageClass): Schema {
    this.add(type);
    return this.schemas[type.name]!;
  }

  /** @throws Error when another class has the same name: the document could only describe one of them. */
  private add(type: MessageClass, { open } = { open: false }): void {
    const known = this.classes.get(type.name);
    if (known === type) return;
    if (known || type.name in this.schemas)
      throw new Error(`two classes are called ${type.name}: the API's documentation needs different names`);
    this.classes.set(type.name, type);
    this.schemas[type.name] = {};
    const schema = schemaOf(type);
    this.schemas[type.name] = open ? schema : { ...schema, additionalProperties: false };
    for (const field of Object.keys((schema['properties'] as object | undefined) ?? {})) {
      const nested = nestedIn(type, field);
      if (nested) this.add(nested);
    }
  }
}

function schemaOf(type: MessageClass): Schema {
  const schema = targetConstructorToSchema(type, {
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: REFERENCE,
    // Then a field is required when it says so itself, also one that may be null.
    skipMissingProperties: true,
    // Checks of our own are described by their fields; the library would guess from the type that TypeScript emitted.
    additionalConverters: { [ValidationTypes.CUSTOM_VALIDATION]: {}, [ValidationTypes.IS_DEFINED]: {} },
  }) as Schema;
  return withoutTypeBesideReference({ type: 'object', properties: {}, ...schema }) as Schema;
}

/** The class of a field that is an object or a list of objects. */
function nestedIn(type: MessageClass, field: string): MessageClass | undefined {
  const found = defaultMetadataStorage.findTypeMetadata(type, field) as
    { typeFunction: (options?: unknown) => unknown } | undefined;
  const nested = found?.typeFunction();
  return typeof nested === 'function' ? (nested as MessageClass) : undefined;
}

/** “object” says nothing beside a reference to an object. */
function withoutTypeBesideReference(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutTypeBesideReference);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([keyword]) => !(keyword === 'type' && '$ref' in node));
  return Object.fromEntries(entries.map(([keyword, inner]) => [keyword, withoutTypeBesideReference(inner)]));
}
