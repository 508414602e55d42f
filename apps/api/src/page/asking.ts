import type { Language, QueryContext } from '@rettidig/event-sourcing';

/** Asks one of the product's queries, with the rights and the language of whoever reads the page. */
export interface Asking {
  readonly language: Language;
  readonly asOf: { readonly asOf?: string };
  readonly context: QueryContext;
  readonly ask: <Answer>(query: string, parameters: object) => Promise<Answer>;
}
