import type { AnyCommand } from './decider.js';
import type { Feature } from './feature.js';
import { KnownTypes } from './known-types.js';
import type { AnyProjection } from './projection.js';
import type { AnyQuery } from './query.js';
import type { AnyReaction } from './reaction.js';
import type { AnyReferenceParts } from './reference.js';
import type { SealedFields } from './sealing.js';
import type { Upcasters } from './upcast.js';

/** What all slices add up to, each name once. */
export interface Registry {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly queries: ReadonlyMap<string, AnyQuery>;
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly AnyReaction[];
  readonly sealedFields: SealedFields;
  readonly upcasters: Upcasters;
  readonly reference: AnyReferenceParts;
  readonly knownTypes: KnownTypes;
}

/**
 * Puts the slices together.
 * @throws Error naming every name that two slices claim, every command whose answer no class describes, and every one
 * with a path whose subject anybody could make up: the process does not start with half a product.
 */
export function registryOf(features: readonly Feature[]): Registry {
  const complaints: string[] = [];
  const once = <T>(what: string, entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => {
    const seen = new Map<string, T>();
    for (const [name, value] of entries) {
      if (seen.has(name)) complaints.push(`${what} ${name} is there twice`);
      seen.set(name, value);
    }
    return seen;
  };
  const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
    list.map((one) => [one.name, one] as const);
  const merged = <T>(what: string, tables: readonly (Readonly<Record<string, T>> | undefined)[]) =>
    Object.fromEntries(
      once(
        what,
        tables.flatMap((table) => Object.entries(table ?? {})),
      ),
    );

  once('the feature', byName(features));
  once('the act', byName(features.flatMap(({ acts }) => acts ?? [])));
  const commands = once('the command', byName(features.flatMap((feature) => feature.commands)));
  const upcasters = merged(
    'the upcast event type',
    features.map((feature) => feature.upcasters),
  );
  const registry: Registry = {
    commands,
    upcasters,
    knownTypes: new KnownTypes(commands.values(), upcasters),
    queries: once('the query', byName(features.flatMap(({ queries }) => queries))),
    projections: [...once('the view', byName(features.flatMap(({ projections }) => projections))).values()],
    reactions: [...once('the reaction', byName(features.flatMap(({ reactions }) => reactions))).values()],
    sealedFields: merged(
      'the sealed event type',
      features.map(({ sealedFields }) => sealedFields),
    ),
    reference: merged(
      'the reference part',
      features.map(({ reference }) => reference),
    ),
  };
  for (const { name, target, path } of registry.commands.values())
    if (target === 'given' && path !== null) complaints.push(`${name} takes its subject from the caller: no path`);
  for (const { name, answer, answerType } of registry.commands.values())
    if (Boolean(answer) !== Boolean(answerType))
      complaints.push(`${name} needs both answer and answerType, or neither`);
  for (const name of registry.queries.keys())
    if (registry.commands.has(name)) complaints.push(`${name} is both a command and a query`);
  if (complaints.length > 0) throw new Error(complaints.join('; '));
  return registry;
}
