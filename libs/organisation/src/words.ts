import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { CommitteeKind, CommitteeLevel, Correctable, Office, RepresentativeKind } from './organisation.events.js';

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

/** What of the structure can be corrected. */
export const correctables: Words<keyof Correctable> = {
  unit: text('enhedens første dag', 'first day of the unit'),
  unitName: text('enhedens navn', 'name of the unit'),
  unitParent: text('enhedens placering', 'place of the unit'),
  unitClosing: text('nedlæggelse af enheden', 'closing of the unit'),
  committee: text('MED-udvalget', 'the committee'),
  coverage: text('hvad MED-udvalget dækker', 'what the committee covers'),
  period: text('overgangsperioden', 'transition period'),
  seat: text('pladsen', 'the seat'),
  term: text('hvem der har pladsen', 'who holds the seat'),
  confirmation: text('bekræftelsen af, at der intet LokalMED er', 'confirmation that there is no local committee'),
  agreement: text('aftalen om et OvergangslokalMED', 'agreement on a transitional local committee'),
  delegation: text('hvad en leder må beslutte', 'what a manager may decide'),
};

export const committeeLevelWords: Words<CommitteeLevel> = {
  main: text('HovedMED', 'main'),
  area: text('OmrådeMED', 'area'),
  local: text('LokalMED', 'local'),
};

/** What can be told anew of something that was wrong. */
export const fieldsOfCorrections: Words<string> = {
  validFrom: text('første dag', 'first day'),
  name: text('navn', 'name'),
  parentId: text('hører under', 'below'),
  successors: text('overtaget af', 'taken over by'),
  level: text('niveau', 'level'),
  kind: text('type', 'kind'),
  predecessors: text('afløste', 'took the place of'),
  covers: text('dækker', 'covers'),
  levelsInForce: text('niveauer i kraft', 'levels in force'),
  side: text('side', 'side'),
  office: text('hverv', 'office'),
  representativeKind: text('repræsenterer som', 'represents as'),
  personId: text('person', 'person'),
  unitId: text('leder af', 'manager of'),
  matter: text('må beslutte', 'may decide'),
  kinds: text('slags ændringer', 'kinds of change'),
  from: text('fra og med', 'from'),
  to: text('første dag efter', 'first day after'),
};
