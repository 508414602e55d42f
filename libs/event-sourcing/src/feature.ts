import type { AnyAct } from './act.js';
import type { AnyCommand, Text } from './decider.js';
import type { AnyProjection } from './projection.js';
import type { AnyQuery } from './query.js';
import type { AnyReaction } from './reaction.js';
import type { ReferencePart } from './reference.js';
import type { SealedFields } from './sealing.js';
import type { TokenRoute } from './token-route.js';
import type { Upcasters } from './upcast.js';

/** A slice as plain data: everything it adds to the product, listed once. */
export interface Feature {
  readonly name: string;
  readonly commands: readonly AnyCommand[];
  readonly queries: readonly AnyQuery[];
  /** What it does outside the log, or with several streams. */
  readonly acts?: readonly AnyAct[];
  /** What whoever holds a token may ask without signing in. */
  readonly byToken?: readonly TokenRoute[];
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly AnyReaction[];
  readonly sealedFields: SealedFields;
  readonly upcasters?: Upcasters;
  /** What the slice adds to the reference data, by name. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds parts of different values
  readonly reference?: Readonly<Record<string, ReferencePart<any>>>;
  /** What each tag of its commands and queries is about, for the API's documentation; English. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The texts of its refusals by code, with `{detail}` in braces. */
  readonly refusals: Readonly<Record<string, Text>>;
}
