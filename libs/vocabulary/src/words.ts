import type { Text } from '@rettidig/event-sourcing';

/** A code with its word in both languages; the Danish one is a municipal employee's. */
export type Words<Code extends string> = Readonly<Record<Code, Text>>;

const text = (da: string, en: string): Text => ({ da, en });

/** Political bodies that recommendations go to. Never called committees in code (design section 9). */
export const politicalBodies = {
  socialCommittee: text('Socialudvalget', 'the Social Committee (political)'),
  healthAndCareCommittee: text('Sundheds- og Omsorgsudvalget', 'the Health and Care Committee (political)'),
  childrenAndYouthCommittee: text('Børne- og Ungdomsudvalget', 'the Children and Youth Committee (political)'),
  employmentAndIntegrationCommittee: text(
    'Beskæftigelses- og Integrationsudvalget',
    'the Employment and Integration Committee (political)',
  ),
  cultureAndLeisureCommittee: text('Kultur- og Fritidsudvalget', 'the Culture and Leisure Committee (political)'),
  technicalAndEnvironmentalCommittee: text(
    'Teknik- og Miljøudvalget',
    'the Technical and Environmental Committee (political)',
  ),
  // Names that other municipalities use; one service has only some of them.
  socialAndHealthCommittee: text('Social- og Sundhedsudvalget', 'the Social and Health Committee (political)'),
  socialAndLabourMarketCommittee: text(
    'Social- og Arbejdsmarkedsudvalget',
    'the Social and Labour Market Committee (political)',
  ),
  healthCommittee: text('Sundhedsudvalget', 'the Health Committee (political)'),
  elderlyCommittee: text('Ældreudvalget', 'the Elderly Care Committee (political)'),
  healthAndElderlyCommittee: text('Sundheds- og Ældreudvalget', 'the Health and Elderly Care Committee (political)'),
  childrenAndSchoolsCommittee: text('Børne- og Skoleudvalget', 'the Children and Schools Committee (political)'),
  childrenAndFamilyCommittee: text('Børne- og Familieudvalget', 'the Children and Family Committee (political)'),
  labourMarketCommittee: text('Arbejdsmarkedsudvalget', 'the Labour Market Committee (political)'),
  cultureCommittee: text('Kulturudvalget', 'the Culture Committee (political)'),
  climateAndEnvironmentCommittee: text('Klima- og Miljøudvalget', 'the Climate and Environment Committee (political)'),
  planningCommittee: text('Plan- og Teknikudvalget', 'the Planning and Technical Committee (political)'),
  financeCommittee: text('Økonomiudvalget', 'the Finance Committee (political)'),
  council: text('kommunalbestyrelsen (Borgerrepræsentationen)', 'the municipal council'),
  budgetNegotiations: text('budgetforhandlingerne', 'the budget negotiations'),
} satisfies Words<string>;

export type PoliticalBody = keyof typeof politicalBodies;

/** Everybody who can take a decision on a change, unknown included (A8, A21). */
export const decidingBodies = {
  ...politicalBodies,
  executiveManagement: text('forvaltningsledelsen', 'the executive management'),
  manager: text('en leder', 'a manager'),
  notStated: text('ikke oplyst', 'not stated'),
} satisfies Words<string>;

export type DecidingBody = keyof typeof decidingBodies;

/** Whether a body is political: then the duty lies before the recommendation, not before the decision (A1). */
export const isPolitical = (body: DecidingBody): body is PoliticalBody => body in politicalBodies;

/** The two sides of a committee (glossary: ledelsesside, medarbejderside). */
export const sides = {
  management: text('ledelsessiden', 'the management side'),
  employees: text('medarbejdersiden', 'the employee side'),
} satisfies Words<string>;

export type Side = keyof typeof sides;

/** Where a recorded fact comes from. */
export const sourceKinds = {
  minutes: text('referat', 'minutes'),
  agenda: text('dagsorden', 'agenda'),
  document: text('dokument', 'document'),
  statement: text('mundtlig oplysning', 'oral statement'),
  constructed: text('opdigtet i demoen', 'constructed for the demo'),
} satisfies Words<string>;

export type SourceKind = keyof typeof sourceKinds;

/** Where a fact comes from; `reference` (document, lines) is free text and sealed in the log. */
export interface Source {
  readonly kind: SourceKind;
  readonly reference?: string;
}

/** A number of a case or document in another system (G10), e.g. F2 or eDoc. */
export interface ExternalNumber {
  readonly system: string;
  readonly value: string;
}

/** What an unknown answer is called everywhere. */
export const notStated = text('ikke oplyst', 'not stated');

/** One running service serves one administration; its streams are `organisation-…` and `ruleBook-…` with this word. */
export const ADMINISTRATION = 'administration';
