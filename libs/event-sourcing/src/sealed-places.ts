import type { NewEvent } from './event.js';
import type { SealedField, SealedFields } from './sealing.js';

/** `sealed.1.<room>.<mark of the key, then the cipher's bytes, base64url>` */
const FORMAT = /^sealed\.1\.([\w-]*)\.([\w-]+)$/;

/** The room and the bytes of a sealed text; null for anything else. */
export const sealed = (value: unknown): RegExpExecArray | null =>
  typeof value === 'string' ? FORMAT.exec(value) : null;

/** A place where free text stands. */
interface MarkedField {
  readonly room: string;
  /** `parts[].text` as `parts`, `[]`, `text`. */
  readonly steps: readonly string[];
}

/** The places of each type of event. */
export type MarkedFields = ReadonlyMap<string, readonly MarkedField[]>;

export const markedFields = (fields: SealedFields): MarkedFields =>
  new Map(Object.entries(fields).map(([type, marked]) => [type, marked.map(parsed)]));

const parsed = ({ path, room = '' }: SealedField): MarkedField => ({
  room,
  steps: path.replaceAll('[]', '.[]').split('.'),
});

/** What is to stand in the place of a text; `path` names it within its event. */
export type MapText = (value: unknown, path: string, field: MarkedField) => unknown;

/** A copy of an event with its free texts mapped. */
export function mapTexts<E extends NewEvent>(event: E, fields: MarkedFields, map: MapText): E {
  const marked = fields.get(event.type);
  if (!marked) return event;
  const data = marked.reduce<unknown>(
    (value, field) => mapAt(value, field.steps, '', (text, path) => map(text, path, field)),
    event.data,
  );
  return { ...event, data };
}

/** A copy of the value with the texts at the path mapped. What is not there stays away. */
function mapAt(
  value: unknown,
  steps: readonly string[],
  path: string,
  map: (text: unknown, path: string) => unknown,
): unknown {
  if (value === undefined || value === null) return value;
  const [step, ...rest] = steps;
  if (step === undefined) return map(value, path);
  if (step === '[]') {
    if (!Array.isArray(value)) return value;
    return value.map((element: unknown, index) => mapAt(element, rest, `${path}[${index}]`, map));
  }
  if (typeof value !== 'object' || !(step in value)) return value;
  const inner = (value as Record<string, unknown>)[step];
  return { ...value, [step]: mapAt(inner, rest, path === '' ? step : `${path}.${step}`, map) };
}
