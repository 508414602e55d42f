import type { Text } from '@rettidig/event-sourcing';
import { decidingBodies, fuzzyInWords } from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import type { DecisionScope } from './change.events.js';
import { scopeCovers } from './words.js';

export const when = (date: FuzzyDate): Text => ({ da: fuzzyInWords(date, 'da'), en: fuzzyInWords(date, 'en') });
export const body = (code: DecidingBody): Text => decidingBodies[code];
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const count = (n: number, one: Text, many: Text): Text =>
  n === 1 ? one : { da: `${n} ${many.da}`, en: `${n} ${many.en}` };
const duties = (n: number): Text => count(n, { da: 'en pligt', en: 'one duty' }, { da: 'pligter', en: 'duties' });

/** What acts that lower a duty did to it. */
export const endedDuties = (n: number): Text =>
  n === 0
    ? { da: '', en: '' }
    : {
        da: ` ${capital(duties(n).da)} blev afsluttet uden MED-behandling.`,
        en: ` ${capital(duties(n).en)} ended without review.`,
      };

/** What the coming decision is to cover (A11), as a sentence of its own; nothing where nobody said. */
export const scopeTold = (scope: DecisionScope | undefined): Text => {
  if (!scope) return { da: '', en: '' };
  const covers = scopeCovers[scope.covers];
  const text = scope.text ? `: ${scope.text}${stop(scope.text)}` : '.';
  return { da: ` Beslutningen gælder ${covers.da}${text}`, en: ` The decision covers ${covers.en}${text}` };
};

/** Ends a sentence that ends with what somebody wrote. */
export const stop = (text: string): string => (/[.!?…]$/.test(text) ? '' : '.');

export const goesOn = (how: 'nextMeeting' | 'nextVersion' | undefined): Text =>
  how === 'nextMeeting'
    ? { da: ' Drøftelsen fortsætter på næste møde.', en: ' The discussion goes on at the next meeting.' }
    : how === 'nextVersion'
      ? {
          da: ' Næste udgave af materialet skal også drøftes.',
          en: ' The next version of the papers is to be discussed too.',
        }
      : { da: '', en: '' };

export const provisional = (yes: boolean): Text =>
  yes
    ? {
        da: ' Referatet er endnu ikke godkendt af begge sider.',
        en: ' The minutes are not yet approved by both sides.',
      }
    : { da: '', en: '' };

export const assessedBecause = {
  registration: { da: 'Vurderet ved registreringen', en: 'Assessed at registration' },
  facts: { da: 'Vurderet igen efter rettede oplysninger', en: 'Assessed again after corrected facts' },
  decision: { da: 'Vurderet ved beslutningen', en: 'Assessed at the decision' },
  start: { da: 'Vurderet ved iværksættelsen', en: 'Assessed at the start' },
  structure: {
    da: 'Vurderet igen efter ændring af MED-strukturen',
    en: 'Assessed again after a change of the structure',
  },
  rules: { da: 'Vurderet igen efter nye regler', en: 'Assessed again after new rules' },
  dispute: {
    da: 'Vurderet igen efter afgørelse mellem formand og næstformand',
    en: 'Assessed again after a settlement',
  },
  override: { da: 'Vurderet igen efter tilsidesættelse', en: 'Assessed again after an override' },
} satisfies Record<string, Text>;
