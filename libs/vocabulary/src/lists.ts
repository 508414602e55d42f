import type { ListRequest } from '@rettidig/event-sourcing';
import { IsOptional, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { endOfDay, isLocalDate } from './dates.js';
import { Count, Numeric, Pattern } from './fields.js';

/** What every list can be asked beside its filters and its sort. */
export class PageParameters {
  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;

  @Pattern(/^[A-Za-z0-9_-]{1,2000}$/, {
    description: 'Where the page before ended: its `nextCursor`. Goes with the same filters and sort only.',
    optional: true,
  })
  cursor?: string;

  @AsOf()
  asOf?: string;
}

/** An instant in UTC, or a day: what was known then, at the end of that day in Copenhagen. */
export function AsOf(): PropertyDecorator {
  const schema = {
    type: 'string' as const,
    pattern: String.raw`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$`,
    description:
      'Answers with what was known then: an instant in UTC, or a day, meaning its end in Copenhagen. Now when left out.',
    example: '2026-04-24',
  };
  return (target, key) => {
    ValidateBy({ name: 'isAsOf', validator: { validate: isAsOf } })(target, key);
    IsOptional()(target, key);
    JSONSchema(schema)(target, key as string);
  };
}

function isAsOf(value: unknown): boolean {
  if (isLocalDate(value)) return true;
  const shaped = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(value);
  return shaped && isLocalDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

/** The instant that `asOf` means; undefined is now, also for what lies ahead: what will be known is not known yet. */
export function asOfInstant(asOf: string | undefined, now: string): string | undefined {
  if (asOf === undefined) return undefined;
  const instant = isLocalDate(asOf) ? endOfDay(asOf) : new Date(asOf).toISOString();
  return instant < now ? instant : undefined;
}

/** What every question to a list of a view says beside its filters. */
export function pagingOf(
  { sort, limit, cursor, asOf }: PageParameters & { readonly sort?: string | undefined },
  now: string,
): Omit<ListRequest, 'filters'> {
  const instant = asOfInstant(asOf, now);
  return {
    now,
    ...(sort && { sort }),
    ...(limit && { limit }),
    ...(cursor && { cursor }),
    ...(instant && { asOf: instant }),
  };
}
