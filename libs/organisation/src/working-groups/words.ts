import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { CompositionRemark } from './composition.js';
import type { MemberCapacity, SelectionMethod } from './working-group.events.js';

const text = (da: string, en: string): Text => ({ da, en });

export const selectionMethods: Words<SelectionMethod> = {
  appointedByManagement: text('udpeget af ledelsen', 'appointed by management'),
  namedByEmployeeSide: text('udpeget af medarbejdersiden', 'named by the employee side'),
  elected: text('valgt af kollegerne', 'elected by colleagues'),
  volunteered: text('meldte sig selv', 'volunteered'),
  notStated: text('ikke oplyst', 'not stated'),
};

export const memberCapacities: Words<MemberCapacity> = {
  safetyRepresentative: text('arbejdsmiljørepræsentant (AMR)', 'safety representative'),
  employeeRepresentative: text('medarbejderrepræsentant', 'employee representative'),
  employee: text('medarbejder', 'employee'),
  manager: text('leder', 'manager'),
};

/** How a group stands against the suggested composition (B8): a remark, never a reason to refuse anything. */
export const compositionRemarks: Words<CompositionRemark> = {
  noMembers: text('ingen medlemmer', 'no members'),
  noSafetyRepresentative: text('ingen arbejdsmiljørepræsentant', 'no safety representative'),
  noEmployeeRepresentative: text('ingen medarbejderrepræsentant', 'no employee representative'),
};

/** What is so of every working group, whatever it does (B6). */
export const noMedBody: Text = text(
  'Arbejdsgruppen er ikke et MED-udvalg. Dens arbejde kan aldrig træde i stedet for MED-behandling.',
  'The working group is no MED committee. Its work can never take the place of a review in MED.',
);
