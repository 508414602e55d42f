import { forbidden, impossible, Refused } from '@rettidig/event-sourcing';
import type { Side } from '@rettidig/vocabulary';
import type { ChangeState } from './change.state.js';
import { missedDuties } from './change.state.js';
import type { ChangeContext } from './checks.js';
import { officesOn } from './checks.js';

/** The side that a role speaks for where the seats do not say. The secretariat speaks for none. */
const sideOfRole: Readonly<Record<string, Side>> = {
  manager: 'management',
  caseOfficer: 'management',
  chair: 'management',
  deputyChair: 'employees',
  employeeRep: 'employees',
  employee: 'employees',
};

/**
 * The side that the actor speaks for: that of the seats held in the case's committees, else that of the role. Nobody
 * speaks for the other side; the secretariat, which enters from minutes, says whose words they are (D6).
 */
export function sideOf(state: ChangeState, stated: Side | undefined, context: ChangeContext): Side {
  const own = ownSide(state, context);
  if (!own && !stated) throw impossible('change.side-missing');
  if (own && stated && own !== stated) throw forbidden('change.not-your-side');
  return (own ?? stated)!;
}

function ownSide(state: ChangeState, context: ChangeContext): Side | undefined {
  const { role } = context.actor;
  if (role === 'secretariat') return undefined;
  const offices = officesOn(state, context);
  const management = offices.includes('managementSide');
  const employees = offices.includes('employeeSide');
  if (management === employees) return sideOfRole[role];
  return management ? 'management' : 'employees';
}

/** The missed duties that somebody speaks of: those named, else all. */
export function missesSpokenOf(state: ChangeState, named: readonly string[] | undefined): string[] {
  const missed = missedDuties(state).map(({ requirement }) => requirement.requirementId);
  const ids = [...new Set(named ?? missed)];
  const notMissed = ids.filter((id) => !missed.includes(id));
  if (ids.length === 0 || notMissed.length > 0) throw new Refused('change.not-missed', { requirementIds: notMissed });
  return ids;
}
