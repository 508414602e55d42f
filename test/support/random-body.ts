import type { Schema } from './openapi.js';
import type { Random } from './random.js';

/** Ids that exist, by what they are called: `unitId`, `meetingId`. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

/** Values that break what was not thought of. */
const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'æøåÆØÅ€😀',
  'x'.repeat(20_000),
  'a\u0000b',
  '\ud800',
  '\u202Egnirts',
  '2026-02-31',
  '0000-00-00',
  '2100-12-31',
  '10:99',
  '0b7e9f5a-6d3c-4b1e-9a44-2f1c7d8e9a10',
  "'; drop table events; --",
  '=1+1',
  [],
  {},
  [[[[]]]],
  [null],
  { on: '2099-01-01' },
  { on: '2026-02-30' },
  { onOrBefore: '1970-01-01' },
  { notStated: false },
];

/** Makes bodies from schemas: valid ones, and ones with something wrong in one place. */
export class RandomBody {
  constructor(
    private readonly random: Random,
    private readonly resolve: (schema: Schema) => Schema,
    private readonly known: () => KnownIds,
  ) {}

  /** A body that its schema accepts. */
  valid(schema: Schema, name = ''): unknown {
    const { random } = this;
    const node = this.resolve(schema);
    if ('const' in node) return node['const'];
    const choices = (node['enum'] ?? node['oneOf'] ?? node['anyOf']) as unknown[] | undefined;
    if (choices) return node['enum'] ? random.oneOf(choices) : this.valid(random.oneOf(choices) as Schema, name);
    if (node['format'] === 'uuid') return this.id(name);
    if (node['format'] === 'date') return this.day();
    if (random.chance(0.6) && 'example' in node && name !== '') return this.withKnownIds(node['example'], name);
    return this.made(node, name);
  }

  /** A body in which one thing is not what it should be. */
  broken(schema: Schema): unknown {
    const body = this.valid(schema);
    const places = placesIn(body);
    const { parent, key } = this.random.oneOf(places);
    if (parent === undefined) return this.random.oneOf(nasty);
    const at = parent as Record<string, unknown>;
    const kind = this.random.below(10);
    if (kind === 0) delete at[key];
    else if (kind === 1) at['colour'] = 'red';
    else if (kind === 2) at[key] = Array<unknown>(this.random.below(300)).fill(at[key]);
    else at[key] = this.random.oneOf(nasty);
    return body;
  }

  /** An id that exists, mostly. */
  id(name: string): string {
    const { random } = this;
    const known = this.known();
    const ids = known.get(singular(name)) ?? [...known.values()].flat();
    return random.chance(0.9) && ids.length > 0 ? random.oneOf(ids) : '0b7e9f5a-6d3c-4b1e-9a44-2f1c7d8e9a10';
  }

  private made(node: Schema, name: string): unknown {
    const { random } = this;
    const most = (node['maxItems'] as number | undefined) ?? 3;
    switch ([node['type']].flat()[0]) {
      case 'object':
        return this.object(node);
      case 'array': {
        const length = Math.max((node['minItems'] as number | undefined) ?? 0, random.below(Math.min(most, 3) + 1));
        return Array.from({ length }, () => this.valid(node['items'] as Schema, name));
      }
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
        return ((node['minimum'] as number | undefined) ?? 0) + random.below(5);
      case 'null':
        return null;
      default:
        return node['example'] ?? this.text((node['maxLength'] as number | undefined) ?? 40);
    }
  }

  private object(node: Schema): unknown {
    const required = new Set((node['required'] ?? []) as string[]);
    const properties = Object.entries((node['properties'] ?? {}) as Record<string, Schema>);
    if (properties.length === 0 && 'example' in node) return structuredClone(node['example']);
    const chosen = properties.filter(([name]) => required.has(name) || this.random.chance(0.4));
    return Object.fromEntries(chosen.map(([name, schema]) => [name, this.valid(schema, name)]));
  }

  private withKnownIds(example: unknown, name: string): unknown {
    if (typeof example === 'string') return isUuid(example) ? this.id(name) : example;
    if (Array.isArray(example)) return example.map((one) => this.withKnownIds(one, name));
    if (typeof example !== 'object' || example === null) return example;
    return Object.fromEntries(Object.entries(example).map(([key, one]) => [key, this.withKnownIds(one, key)]));
  }

  private day(): string {
    const { random } = this;
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${random.oneOf([2024, 2025, 2026, 2026, 2026, 2027])}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  }

  private text(most: number): string {
    const words = ['sag', 'møde', 'ændring', 'tilbud', 'afdelingsleder', 'ØJEBLIK', '»citat«', '=2+2', '<b>fed</b>'];
    const text = Array.from({ length: 1 + this.random.below(6) }, () => this.random.oneOf(words)).join(' ');
    return text.slice(0, most).trim();
  }
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
/** What one id of a list is called. */
export const singular = (name: string): string =>
  (({ covers: 'unitId', successors: 'unitId', caseId: 'changeId', caseIds: 'changeId' }) as Record<string, string>)[
    name
  ] ?? name.replace(/Ids$/, 'Id');

/** Every place in a body that something can stand in, and the body itself. */
function placesIn(body: unknown): { readonly parent?: object; readonly key: string }[] {
  const places: { readonly parent?: object; readonly key: string }[] = [{ key: '' }];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push({ parent: node, key });
      visit(inner);
    }
  };
  visit(body);
  return places;
}
