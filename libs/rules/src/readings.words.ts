import type { Text } from '@rettidig/event-sourcing';
import type { PoliticalBody, Words } from '@rettidig/vocabulary';
import { politicalBodies } from '@rettidig/vocabulary';

/** Whose readings, in words. */
export const readBy = (body: PoliticalBody | undefined): Text =>
  body === undefined
    ? { da: 'Alle politiske udvalg', en: 'Every political body' }
    : (politicalBodies as Words<PoliticalBody>)[body];

/** What a number of readings means for MED (A17). */
export const readingsText = (readings: number): Text =>
  readings === 1
    ? {
        da: 'Behandles kun én gang: MED skal have drøftet sagen inden da, der er ingen anden chance.',
        en: 'Treated only once: MED must have discussed the case before that, there is no second chance.',
      }
    : {
        da: `Behandles ${readings} gange; MED skal have drøftet sagen før den første.`,
        en: `Treated ${readings} times; MED must have discussed the case before the first.`,
      };
