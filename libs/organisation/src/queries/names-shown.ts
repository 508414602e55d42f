import type { QueryContext } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { officesOf } from '../seats.js';
import type { OrganisationReference } from './organisation-reference.js';

/** Those who work with seats, and the members themselves; a union tells of a membership (GDPR article 9). */
const worksWithSeats: readonly string[] = ['secretariat', 'chair', 'deputyChair', 'employeeRep'];

/** Whether the caller is shown who holds the seats of a committee by name, and whom they represent. */
export const maySeeNames = (
  { actor, reference }: QueryContext<OrganisationReference>,
  committeeId: string,
  on: LocalDate,
): boolean =>
  worksWithSeats.includes(actor.role) || officesOf(reference.organisation, actor.id, committeeId, on).length > 0;
