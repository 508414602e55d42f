import type { Text } from '@rettidig/event-sourcing';
import { reassessCases } from './reactions/reassess-cases.js';
import { replanCases } from './reactions/replan-cases.js';

/** What works with many cases do, by the name of the reaction or effect. */
export const longWorks: Readonly<Record<string, Text>> = {
  [reassessCases.name]: {
    da: 'Sager vurderes og planlægges på ny efter en ændring af MED-strukturen eller reglerne',
    en: 'Cases are assessed and planned anew after a change of structure or rules',
  },
  [replanCases.name]: {
    da: 'Sager planlægges på ny, fordi møder, frister, lukkedage eller antal politiske behandlinger er ændret',
    en: 'Cases are planned anew because meetings, deadlines, closing days or political readings changed',
  },
  'replan-when-a-day-comes': {
    da: 'Sager vurderes og planlægges på ny, fordi noget er trådt i kraft',
    en: 'Cases are assessed and planned anew because something took effect',
  },
};
