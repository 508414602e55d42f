import { politicalBodies } from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';

/** What political bodies are called in agendas, beside their names. Short forms count in capitals only. */
const variants: Readonly<Record<PoliticalBody, readonly string[]>> = {
  socialCommittee: ['Socialudvalget', 'SUD'],
  healthAndCareCommittee: ['Sundheds- og Omsorgsudvalget', 'SOU'],
  childrenAndYouthCommittee: ['Børne- og Ungdomsudvalget', 'BUU'],
  employmentAndIntegrationCommittee: ['Beskæftigelses- og Integrationsudvalget', 'BIU'],
  cultureAndLeisureCommittee: ['Kultur- og Fritidsudvalget', 'KFU'],
  technicalAndEnvironmentalCommittee: ['Teknik- og Miljøudvalget', 'TMU'],
  financeCommittee: ['Økonomiudvalget', 'ØU', 'ØKU'],
  council: ['Kommunalbestyrelsen', 'Borgerrepræsentationen', 'Byrådet', 'BR'],
  budgetNegotiations: ['Budgetforhandlingerne'],
};

/** Bodies of bodies: an agenda of theirs is not one of the body that they name. */
const OF_ANOTHER = /underudvalg|§\s*17|følgegruppe|arbejdsgruppe/iu;

const words = (text: string): string => ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
const isShort = (variant: string): boolean => variant === variant.toUpperCase();

/** The political body that a text names; undefined when it names none that is known, or more than one. */
export function bodyNamed(text: string): PoliticalBody | undefined {
  if (OF_ANOTHER.test(text)) return undefined;
  const exact = words(text);
  const folded = exact.toLowerCase();
  const named = (Object.keys(variants) as PoliticalBody[]).filter((body) =>
    variants[body].some((one) =>
      isShort(one) ? exact.includes(words(one)) : folded.includes(words(one).toLowerCase()),
    ),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The names of all that are known, for whoever has to choose. */
export const knownBodies = (language: 'da' | 'en'): string[] =>
  Object.values(politicalBodies).map((name) => name[language]);
