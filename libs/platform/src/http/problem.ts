import type { Language, RefusedPart, Text } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';

/** Anything that the edge answers with problem+json (RFC 9457). Its text is made where the language is known. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly more: {
      readonly fields?: readonly RefusedPart[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code);
  }
}

/** Titles by status; the sentence about the very case is `detail`. */
const titles: Readonly<Record<number, Text>> = {
  400: { da: 'Forespørgslen kan ikke bruges', en: 'The request cannot be used' },
  401: { da: 'Vi ved ikke, hvem du er', en: 'We do not know who you are' },
  403: { da: 'Det må du ikke', en: 'You may not do this' },
  404: { da: 'Findes ikke', en: 'Not found' },
  405: { da: 'Ikke på den måde', en: 'Not in this way' },
  406: { da: 'Findes ikke i det format', en: 'Not available in that format' },
  408: { da: 'For sent', en: 'Too late' },
  409: { da: 'Det kan ikke lade sig gøre nu', en: 'This cannot be done now' },
  412: { da: 'Ændret i mellemtiden', en: 'Changed in the meantime' },
  413: { da: 'For stort', en: 'Too large' },
  414: { da: 'For lang adresse', en: 'Address too long' },
  415: { da: 'Forkert format', en: 'Wrong format' },
  417: { da: 'Ikke på den måde', en: 'Not in this way' },
  422: { da: 'Det kan ikke passe', en: 'This cannot be right' },
  428: { da: 'Der mangler en forudsætning', en: 'A precondition is missing' },
  429: { da: 'For mange gange', en: 'Too many times' },
  431: { da: 'For store headere', en: 'Headers too large' },
  500: { da: 'Fejl i programmet', en: 'The program failed' },
  503: { da: 'Prøv igen om lidt', en: 'Try again in a moment' },
};

/** The body of an error answer. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
}

/** All texts by code: the edge's own, those of rights, and those of the slices. */
export type Texts = ReadonlyMap<string, Text>;

/** The body of a problem in the caller's language. `instance` is the number to give when reporting it. */
export function problemBody(problem: Problem, texts: Texts, language: Language, instance: string): ProblemBody {
  const detailOf = (code: string, details: Readonly<Record<string, unknown>>): string => {
    const text = texts.get(code) ?? texts.get(problem.status === 503 ? 'try-later' : 'request.refused');
    return text ? filledIn(text, details, language) : code;
  };
  const errors = (problem.more.fields ?? []).map(({ pointer, code, details }) => ({
    pointer,
    code,
    detail: detailOf(code, details),
  }));
  return {
    type: `urn:rettidig:problem:${problem.code}`,
    title: (titles[problem.status] ?? titles[problem.status >= 500 ? 500 : 400]!)[language],
    status: problem.status,
    detail: detailOf(problem.code, problem.details),
    code: problem.code,
    instance: `urn:uuid:${instance}`,
    ...(errors.length > 0 ? { errors } : {}),
  };
}
