/** The roles that the identity provider (or a demo persona) gives. Offices come from the register of seats instead. */
export const roles = [
  'manager',
  'caseOfficer',
  'secretariat',
  'chair',
  'deputyChair',
  'employeeRep',
  'employee',
  'auditor',
  'admin',
] as const;

export type PersonRole = (typeof roles)[number];

/** `system`: reactions and sweeps. No person can have it. */
export type Role = PersonRole | 'system';

/** Offices in a committee that give rights there. */
export type Office = 'chair' | 'deputyChair' | 'secretary';

/** Whether a word is a role that a person can have. */
export const isPersonRole = (word: string): word is PersonRole => (roles as readonly string[]).includes(word);
