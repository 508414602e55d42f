import { politicalBodies } from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';

/** What political bodies are called in agendas, beside their names. Short forms count in capitals only. */
const variants: Readonly<Record<PoliticalBody, readonly string[]>> = {
  socialCommittee: ['Socialudvalget', 'SUD'],
  healthAndCareCommittee: ['Sundheds- og Omsorgsudvalget', 'SOU'],
  childrenAndYouthCommittee: ['Børne- og Ungdomsudvalget', 'Børne- og Ungeudvalget', 'BUU'],
  employmentAndIntegrationCommittee: ['Beskæftigelses- og Integrationsudvalget', 'BIU'],
  cultureAndLeisureCommittee: ['Kultur- og Fritidsudvalget', 'KFU'],
  technicalAndEnvironmentalCommittee: ['Teknik- og Miljøudvalget', 'TMU'],
  socialAndHealthCommittee: ['Social- og Sundhedsudvalget', 'Sundheds- og Socialudvalget'],
  socialAndLabourMarketCommittee: ['Social- og Arbejdsmarkedsudvalget', 'Social- og Beskæftigelsesudvalget'],
  healthCommittee: ['Sundhedsudvalget'],
  elderlyCommittee: ['Ældreudvalget', 'Seniorudvalget'],
  healthAndElderlyCommittee: [
    'Sundheds- og Ældreudvalget',
    'Ældre- og Sundhedsudvalget',
    'Senior- og Sundhedsudvalget',
    'Sundheds- og Seniorudvalget',
  ],
  childrenAndSchoolsCommittee: [
    'Børne- og Skoleudvalget',
    'Børn- og Skoleudvalget',
    'Skole- og Børneudvalget',
    'Børne- og Undervisningsudvalget',
    'Skoleudvalget',
  ],
  childrenAndFamilyCommittee: ['Børne- og Familieudvalget', 'Børn- og Familieudvalget'],
  labourMarketCommittee: ['Arbejdsmarkedsudvalget', 'Beskæftigelsesudvalget', 'Job- og Integrationsudvalget'],
  cultureCommittee: ['Kulturudvalget', 'Kultur- og Idrætsudvalget', 'Fritids- og Kulturudvalget'],
  climateAndEnvironmentCommittee: ['Klima- og Miljøudvalget', 'Miljø- og Klimaudvalget', 'Miljøudvalget'],
  planningCommittee: ['Plan- og Teknikudvalget', 'Teknik- og Planudvalget', 'Teknikudvalget', 'Planudvalget'],
  financeCommittee: ['Økonomiudvalget', 'ØU', 'ØKU'],
  council: ['Kommunalbestyrelsen', 'Borgerrepræsentationen', 'Byrådet', 'Byråd', 'BR'],
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
  const matches = (Object.keys(variants) as PoliticalBody[]).flatMap((body) =>
    variants[body]
      .filter((one) => (isShort(one) ? exact.includes(words(one)) : folded.includes(words(one).toLowerCase())))
      .map((one) => ({ body, name: words(one).toLowerCase() })),
  );
  // `Social- og Sundhedsudvalget` names itself, not also Sundhedsudvalget.
  const whole = matches.filter(
    ({ name }) => !matches.some((other) => other.name !== name && other.name.includes(name)),
  );
  const named = new Set(whole.map(({ body }) => body));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The names of all that are known, for whoever has to choose. */
export const knownBodies = (language: 'da' | 'en'): string[] =>
  Object.values(politicalBodies).map((name) => name[language]);
