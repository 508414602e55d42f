import type { Text } from '@rettidig/event-sourcing';

/** What can be wrong with a field, by code. `{field}` is its place in the message. */
export const fieldTexts = {
  'field.unknown': { da: 'Feltet “{field}” findes ikke her.', en: 'There is no field “{field}” here.' },
  'field.required': { da: 'Feltet “{field}” mangler.', en: 'The field “{field}” is missing.' },
  'field.not-text': { da: '“{field}” skal være en tekst.', en: '“{field}” must be a text.' },
  'field.too-long': {
    da: '“{field}” er for lang: højst {limit} tegn.',
    en: '“{field}” is too long: at most {limit} characters.',
  },
  'field.not-plain-text': {
    da: '“{field}” må ikke være tom og må ikke indeholde styretegn.',
    en: '“{field}” must not be empty and must not contain control characters.',
  },
  'field.not-uuid': { da: '“{field}” skal være et id (UUID).', en: '“{field}” must be an id (UUID).' },
  'field.not-allowed': {
    da: '“{field}” skal være en af: {limit}.',
    en: '“{field}” must be one of: {limit}.',
  },
  'field.not-a-day': {
    da: '“{field}” skal være en dag, der findes, skrevet åååå-mm-dd, mellem 1970 og 2100.',
    en: '“{field}” must be a day that exists, written yyyy-mm-dd, between 1970 and 2100.',
  },
  'field.not-an-uncertain-day': {
    da: '“{field}” skal være {"on": dag}, {"onOrBefore": dag} eller {"notStated": true}, med en dag, der findes.',
    en: '“{field}” must be {"on": day}, {"onOrBefore": day} or {"notStated": true}, with a day that exists.',
  },
  'field.not-a-moment': {
    da: '“{field}” skal være en dag (åååå-mm-dd) eller et tidspunkt i UTC (åååå-mm-ddTtt:mm:ssZ).',
    en: '“{field}” must be a day (yyyy-mm-dd) or an instant in UTC (yyyy-mm-ddThh:mm:ssZ).',
  },
  'field.not-object': { da: '“{field}” skal være et objekt.', en: '“{field}” must be an object.' },
  'field.wrong-form': { da: '“{field}” har ikke den rette form.', en: '“{field}” does not have the right form.' },
  'field.not-whole-number': { da: '“{field}” skal være et helt tal.', en: '“{field}” must be a whole number.' },
  'field.too-small': { da: '“{field}” skal være mindst {limit}.', en: '“{field}” must be at least {limit}.' },
  'field.too-great': { da: '“{field}” må højst være {limit}.', en: '“{field}” must be at most {limit}.' },
  'field.not-boolean': { da: '“{field}” skal være true eller false.', en: '“{field}” must be true or false.' },
  'field.not-list': { da: '“{field}” skal være en liste.', en: '“{field}” must be a list.' },
  'field.too-few': {
    da: '“{field}” skal have mindst {limit} elementer.',
    en: '“{field}” must have at least {limit} elements.',
  },
  'field.too-many': {
    da: '“{field}” må højst have {limit} elementer.',
    en: '“{field}” must have at most {limit} elements.',
  },
  'field.given-by-path': {
    da: '“{field}” står i adressen og må ikke også stå i indholdet.',
    en: '“{field}” is part of the address and must not be in the body too.',
  },
} satisfies Readonly<Record<string, Text>>;

export type FieldCode = keyof typeof fieldTexts;

/**
 * The constraints of class-validator with our codes, the most telling first: of the several that a wrong value breaks,
 * one is told.
 */
export const codeOfConstraint: readonly (readonly [constraint: string, code: FieldCode])[] = [
  ['whitelistValidation', 'field.unknown'],
  ['isDefined', 'field.required'],
  ['isArray', 'field.not-list'],
  ['isObject', 'field.not-object'],
  ['nestedValidation', 'field.not-object'],
  ['unknownValue', 'field.not-object'],
  ['isString', 'field.not-text'],
  ['isBoolean', 'field.not-boolean'],
  ['isInt', 'field.not-whole-number'],
  ['maxLength', 'field.too-long'],
  ['isPlainText', 'field.not-plain-text'],
  ['isUuid', 'field.not-uuid'],
  ['isIn', 'field.not-allowed'],
  ['isLocalDate', 'field.not-a-day'],
  ['isFuzzyDate', 'field.not-an-uncertain-day'],
  ['isAsOf', 'field.not-a-moment'],
  ['min', 'field.too-small'],
  ['max', 'field.too-great'],
  ['arrayMinSize', 'field.too-few'],
  ['arrayMaxSize', 'field.too-many'],
  ['matches', 'field.wrong-form'],
];
