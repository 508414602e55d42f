import type { DomainEvent, NewEvent } from './event.js';
import type { Projection, ReadDatabase } from './projection.js';
import { TryLater } from './errors.js';
import { mapTexts, markedFields, sealed } from './sealed-places.js';
import type { SealedFields } from './sealing.js';

/**
 * Free texts of events that reference data is folded from. Reference data and its snapshots never hold them, because
 * they must be erasable: where a text stands in an event, they hold its place. Whoever shows it looks the place up in a
 * view, which gets events with their texts opened.
 */
export interface ReferenceTexts {
  /** The view that keeps them. */
  readonly view: Projection;
  /** An event as reference data is folded from it: the place of each sealed text in its stead. */
  readonly placed: <E extends NewEvent>(event: E) => E;
  /**
   * A copy of any answer with the text at each place in it.
   * @throws TryLater `view-behind` when the view has not seen one of them yet.
   */
  readonly shown: <Value>(value: Value, views: ReadDatabase) => Value;
}

const PLACE = /^text:[0-9a-f-]{36}:\S+$/;
const placeOf = ({ id }: NewEvent, path: string): string => `text:${id}:${path}`;

/** Declares the texts of some events, kept in a view of that name. */
export function referenceTexts(name: string, fields: SealedFields): ReferenceTexts {
  const marked = markedFields(fields);
  const view: Projection = {
    name,
    version: 1,
    schema: ['create table {text} (place text primary key, value text not null) strict, without rowid'],
    on: Object.fromEntries(
      Object.keys(fields).map((type): [string, NonNullable<Projection<DomainEvent>['on'][string]>] => [
        type,
        (writer, event) =>
          void mapTexts(event, marked, (value, path) => {
            const place = placeOf(event, path);
            writer.run('insert into {text} (place, value) values (:place, :value)', { place, value: String(value) });
          }),
      ]),
    ),
  };
  const textAt = (place: string, views: ReadDatabase): string => {
    const found = views.view(name).get<{ value: string }>('select value from {text} where place = :place', { place });
    if (!found) throw new TryLater('view-behind', 1, { view: name });
    return found.value;
  };
  return {
    view,
    placed: (event) => mapTexts(event, marked, (value, path) => (sealed(value) ? placeOf(event, path) : value)),
    shown: (value, views) => mapStrings(value, (text) => (PLACE.test(text) ? textAt(text, views) : text)),
  };
}

/** A copy of plain data with its strings mapped. */
function mapStrings<Value>(value: Value, map: (text: string) => string): Value;
function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one: unknown) => mapStrings(one, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one as unknown, map)]));
}
