import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { isFuzzyDate, isLocalDate } from './dates.js';

/**
 * The fields of messages, parameters and answers. One decorator gives the check, the conversion and the documentation
 * of a field, so that none of the three can say something else than the others.
 */
interface FieldOptions {
  /** What it means, with its unit; English, shown in the API's documentation. */
  readonly description: string;
  readonly example?: unknown;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null: known to be nothing. */
  readonly nullable?: boolean;
}

/** What the documentation library calls a schema. */
type DocumentedSchema = Extract<Parameters<typeof JSONSchema>[0], { type?: unknown }>;

function field(options: FieldOptions, schema: object, ...checks: readonly PropertyDecorator[]): PropertyDecorator {
  const documented = {
    description: options.description,
    ...(options.example === undefined ? {} : { example: options.example }),
    ...schema,
  };
  return (target, key) => {
    // Left out is undefined, never null: a null that nobody asked for would go into an event.
    if (options.optional || options.nullable) ValidateIf((_object, value) => isAsked(options, value))(target, key);
    if (!options.optional) IsDefined()(target, key);
    for (const check of checks) check(target, key);
    JSONSchema((source) => nullable(options, { ...source, ...documented }) as DocumentedSchema)(target, key as string);
  };
}

const isAsked = ({ optional, nullable }: FieldOptions, value: unknown): boolean =>
  !(optional && value === undefined) && !(nullable && value === null);

/** OpenAPI 3.1 says null as a type of its own. */
function nullable(options: FieldOptions, schema: Record<string, unknown>): object {
  if (!options.nullable) return schema;
  const { description, example, ...rest } = schema;
  return { description, ...(example === undefined ? {} : { example }), anyOf: [rest, { type: 'null' }] };
}

const plainText = (multiline: boolean): PropertyDecorator =>
  ValidateBy({
    name: 'isPlainText',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value.trim().length > 0 && value.isWellFormed() && !hasControls(value, multiline),
    },
  });

function hasControls(value: string, multiline: boolean): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  return (multiline ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/ : /[\u0000-\u001f\u007f]/).test(value);
}

/** Free text written by a person; sealed in the log. At most `max` characters; one line unless `multiline`. */
export const FreeText = (options: FieldOptions & { max: number; multiline?: boolean }): PropertyDecorator =>
  field(
    options,
    { type: 'string', minLength: 1, maxLength: options.max },
    IsString(),
    MaxLength(options.max),
    plainText(options.multiline ?? false),
  );

/** A name of a thing (unit, committee), public by its nature; never of a person. */
export const Name = (options: FieldOptions): PropertyDecorator => FreeText({ ...options, max: 200 });

/** A UUID. */
export const Id = (options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'string', format: 'uuid' }, IsUUID('all'));

/** One of some codes. */
export const OneOf = (codes: readonly string[] | object, options: FieldOptions): PropertyDecorator => {
  const values = Array.isArray(codes) ? (codes as string[]) : Object.keys(codes);
  return field(options, { type: 'string', enum: values }, IsIn(values));
};

/** A day that exists, `YYYY-MM-DD`, in Europe/Copenhagen. */
export const Day = (options: FieldOptions): PropertyDecorator =>
  field(
    { example: '2026-04-24', ...options },
    { type: 'string', format: 'date' },
    ValidateBy({ name: 'isLocalDate', validator: { validate: isLocalDate } }),
  );

/** A day as well as it is known: `{on}`, `{onOrBefore}` or `{notStated: true}`. */
export const UncertainDay = (options: FieldOptions): PropertyDecorator =>
  field(
    { example: { onOrBefore: '2026-04-24' }, ...options },
    {
      oneOf: [
        fuzzyForm('on', { type: 'string', format: 'date' }),
        fuzzyForm('onOrBefore', { type: 'string', format: 'date' }),
        fuzzyForm('notStated', { const: true }),
      ],
    },
    IsObject(),
    ValidateBy({ name: 'isFuzzyDate', validator: { validate: isFuzzyDate } }),
  );

const fuzzyForm = (name: string, schema: object): object => ({
  type: 'object',
  properties: { [name]: schema },
  required: [name],
  additionalProperties: false,
});

/** An instant in UTC: `2026-04-24T10:00:00.000Z`. */
export const Moment = (options: FieldOptions): PropertyDecorator =>
  field(
    { example: '2026-04-24T10:00:00.000Z', ...options },
    { type: 'string', format: 'date-time' },
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  );

/** A text that follows a pattern. */
export const Pattern = (pattern: RegExp, options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'string', pattern: pattern.source }, IsString(), Matches(pattern));

/** A whole number within bounds, inclusive. */
export const Count = (options: FieldOptions & { min?: number; max?: number }): PropertyDecorator => {
  const min = options.min ?? 0;
  const max = options.max ?? 1_000_000_000;
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
};

/** Yes or no. */
export const Flag = (options: FieldOptions): PropertyDecorator => field(options, { type: 'boolean' }, IsBoolean());

/** One object of a class with fields of its own. */
export const One = (type: () => new () => object, options: FieldOptions): PropertyDecorator =>
  field(options, {}, IsObject(), Type(type), ValidateNested());

interface ListOptions extends FieldOptions {
  readonly min?: number;
  /** 100 unless told. */
  readonly max?: number;
}

/** A list of objects of one class. */
export const ListOf = (type: () => new () => object, options: ListOptions): PropertyDecorator =>
  field(
    options,
    {},
    IsArray(),
    ...sizes(options),
    Type(type),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
  );

/** A list of different UUIDs. */
export const Ids = (options: ListOptions): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' } },
    IsArray(),
    ...sizes(options),
    IsUUID('all', { each: true }),
  );

/** A list of sentences in the reader's language, in answers. */
export const Sentences = (options: ListOptions): PropertyDecorator =>
  field(options, { type: 'array', items: { type: 'string' } }, IsArray(), ...sizes(options), IsString({ each: true }));

/** A list of days. */
export const Days = (options: ListOptions): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', format: 'date' } },
    IsArray(),
    ...sizes(options),
    ValidateBy({ name: 'isLocalDate', validator: { validate: isLocalDate } }, { each: true }),
  );

/** A list of codes. */
export const Codes = (codes: readonly string[] | object, options: ListOptions): PropertyDecorator => {
  const values = Array.isArray(codes) ? (codes as string[]) : Object.keys(codes);
  return field(
    options,
    { type: 'array', items: { type: 'string', enum: values } },
    IsArray(),
    ...sizes(options),
    IsIn(values, { each: true }),
  );
};

/** A list of texts that follow a pattern. */
export const Patterns = (pattern: RegExp, options: ListOptions): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', pattern: pattern.source } },
    IsArray(),
    ...sizes(options),
    IsString({ each: true }),
    Matches(pattern, { each: true }),
  );

const sizes = (options: ListOptions): PropertyDecorator[] => [
  ArrayMinSize(options.min ?? 0),
  ArrayMaxSize(options.max ?? 100),
];

/** An object whose keys are not known beforehand; what its values may be is checked by the decision. */
export const Dictionary = (values: object, options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: values }, IsObject());

/** A whole message that does as it stands, where the examples of its fields do not add up to one. */
export const Example = (example: object): ClassDecorator => JSONSchema({ example });

/** A query-string parameter that may be repeated or given once with commas: `?state=missed,rebutted`. */
export const Repeated = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (value === undefined || value === null) return value;
    const given: unknown[] = Array.isArray(value) ? value : [value];
    return given.flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]));
  });

/** A query-string parameter that is a whole number. */
export const Numeric = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );
