import type { CommitteeKind, CommitteeLevel, Office, RepresentativeKind } from '@rettidig/organisation';
import { committeeKinds, offices, representativeKinds } from '@rettidig/organisation';
import type { Side } from '@rettidig/vocabulary';
import type { Language } from '@rettidig/event-sourcing';
import type { Understood } from '../tables/cells.js';

/** Words that are understood in the cells of a structure, beside the codes themselves. */

export const levelWords: Understood<CommitteeLevel> = {
  main: { da: 'hoved', en: 'main', also: ['HovedMED', 'hovedudvalg'] },
  area: { da: 'område', en: 'area', also: ['OmrådeMED', 'områdeudvalg', 'mellem'] },
  local: { da: 'lokal', en: 'local', also: ['LokalMED', 'lokaludvalg'] },
};

export const kindWords: Understood<CommitteeKind> = {
  ...committeeKinds,
  main: { ...committeeKinds.main, also: ['hoved'] },
  area: { ...committeeKinds.area, also: ['område'] },
  local: { ...committeeKinds.local, also: ['lokal'] },
};

export const sideWords: Understood<Side> = {
  management: {
    da: 'ledelse',
    en: 'management',
    also: ['ledelsesside', 'ledelsessiden', 'leder', 'A-side', 'A-siden', 'A'],
  },
  employees: {
    da: 'medarbejdere',
    en: 'employees',
    also: ['medarbejder', 'medarbejderside', 'medarbejdersiden', 'B-side', 'B-siden', 'B'],
  },
};

export const officeWords: Understood<Office | 'none'> = {
  ...offices,
  none: { da: 'medlem', en: 'member', also: ['ingen', '-'] },
};

export const representativeWords: Understood<RepresentativeKind> = {
  ...representativeKinds,
  manager: {
    ...representativeKinds.manager,
    also: ['ledelsesrepræsentant', 'ledelse', 'management representative'],
  },
  unionRepresentative: { ...representativeKinds.unionRepresentative, also: ['TR'] },
  jointUnionRepresentative: { ...representativeKinds.jointUnionRepresentative, also: ['FTR'] },
  workEnvironmentRepresentative: { ...representativeKinds.workEnvironmentRepresentative, also: ['AMR'] },
};

export const languageWords: Understood<Language> = {
  da: { da: 'dansk', en: 'Danish' },
  en: { da: 'engelsk', en: 'English' },
};
