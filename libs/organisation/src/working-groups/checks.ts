import { notFound } from '@rettidig/event-sourcing';
import type { Organisation } from '../organisation.js';
import type { WorkingGroup } from './working-group.js';

/** What commands on working groups look up. */
export interface WorkingGroupReference {
  readonly organisation: Organisation;
}

/** The group, or the refusal that there is none. */
export function existingGroup(group: WorkingGroup | undefined): WorkingGroup {
  if (!group) throw notFound('organisation.group-unknown');
  return group;
}
