import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { CommitteeKind, Office, RepresentativeKind } from './organisation.events.js';

const text = (da: string, en: string): Text => ({ da, en });

export const committeeKinds: Words<CommitteeKind> = {
  main: text('HovedMED', 'main committee'),
  area: text('OmrådeMED', 'area committee'),
  local: text('LokalMED', 'local committee'),
  transitionalLocal: text('OvergangslokalMED', 'transitional local committee'),
  staffMeetingWithMedStatus: text('personalemøde med MED-status', 'staff meeting with MED status'),
  trio: text('TRIO', 'trio of manager, union representative and work environment representative'),
};

export const offices: Words<Office> = {
  chair: text('formand', 'chair'),
  deputyChair: text('næstformand', 'deputy chair'),
  secretary: text('sekretær', 'secretary'),
};

export const representativeKinds: Words<RepresentativeKind> = {
  manager: text('leder', 'manager'),
  unionRepresentative: text('tillidsrepræsentant', 'union representative'),
  jointUnionRepresentative: text('fællestillidsrepræsentant', 'joint union representative'),
  organisationRepresentative: text('organisationsrepræsentant', 'organisation representative'),
  employeeRepresentative: text('medarbejderrepræsentant', 'employee representative'),
  workEnvironmentRepresentative: text('arbejdsmiljørepræsentant', 'work environment representative'),
  secretariat: text('sekretariat', 'secretariat'),
};
