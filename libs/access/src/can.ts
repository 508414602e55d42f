import type { Actor, Resource } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Reason } from './reasons.js';
import { accessTable, type AccessTable, type Row } from './table.js';

/** Whether somebody may, and why not. `reason` is a code of `reasons`; null when allowed. */
export type Permission =
  { readonly allow: true; readonly reason: null } | { readonly allow: false; readonly reason: Reason };

const ALLOWED: Permission = { allow: true, reason: null };

/**
 * Whether an actor may do one thing to one resource. The same function serves the API, exports and reactions.
 * `on` is the day that counts: the offices in `resource` are those held on it.
 */
export const can = canBy(accessTable);

/** The same by another table. An action without a row is an error of the program, never a silent yes or no. */
export function canBy(table: AccessTable) {
  return (actor: Actor, action: string, resource: Resource, _on: LocalDate): Permission => {
    const row = table[action];
    if (!row) throw new Error(`access: no row for ${action}`);
    const allowed = hasRole(row, actor) || hasOwn(row, actor, resource) || hasOffice(row, resource);
    return allowed ? ALLOWED : { allow: false, reason: row.reason };
  };
}

const hasRole = (row: Row, actor: Actor): boolean => (row.roles as readonly string[]).includes(actor.role);

const hasOwn = (row: Row, actor: Actor, resource: Resource): boolean =>
  (row.ownRoles as readonly string[]).includes(actor.role) &&
  (resource.ownerId === actor.id || resource.registeredBy === actor.id);

const hasOffice = (row: Row, resource: Resource): boolean =>
  row.offices.some((office) => resource.offices?.includes(office) ?? false);

/** What a role may do whatever the resource, and what it may do on its own cases. Sorted. */
export function permissionsOf(role: string, table: AccessTable = accessTable) {
  const names = (list: (row: Row) => readonly string[]): string[] =>
    Object.keys(table)
      .filter((name) => list(table[name]!).includes(role))
      .sort();
  const always = names((row) => row.roles);
  return { always, onOwnCases: names((row) => row.ownRoles).filter((name) => !always.includes(name)) };
}

/**
 * Every command and query is in the table and nothing else is, or the process does not start.
 * @throws Error naming each missing and each superfluous row.
 */
export function checkComplete(names: readonly string[], table: AccessTable = accessTable): void {
  const missing = names.filter((name) => !Object.hasOwn(table, name));
  const superfluous = Object.keys(table).filter((name) => !names.includes(name));
  const complaints = [
    ...(missing.length > 0 ? [`without a row in the access table: ${missing.join(', ')}`] : []),
    ...(superfluous.length > 0 ? [`in the access table but nowhere else: ${superfluous.join(', ')}`] : []),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('; '));
}
