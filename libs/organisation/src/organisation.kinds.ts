/** MED levels from the top; the middle one is missing in a two-level structure (B1). */
export type CommitteeLevel = 'main' | 'area' | 'local';

/** Bodies that count as MED (glossary). Working groups exist and are not among them (B6). */
export type CommitteeKind = 'main' | 'area' | 'local' | 'transitionalLocal' | 'staffMeetingWithMedStatus' | 'trio';

/** Offices of a committee: chair from the management side, deputy chair from the employee side (J2, J3). */
export type Office = 'chair' | 'deputyChair' | 'secretary';

/** Whom the holder of a seat represents by kind (J10). The union itself stands in the private store. */
export type RepresentativeKind =
  | 'manager'
  | 'unionRepresentative'
  | 'jointUnionRepresentative'
  | 'organisationRepresentative'
  | 'employeeRepresentative'
  | 'workEnvironmentRepresentative'
  | 'secretariat';
