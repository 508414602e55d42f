import type { AnyQuery, Language, QueryContext } from '@rettidig/event-sourcing';

/** Asks one of the product's queries, with the rights and the language of whoever reads the page. */
export interface Asking {
  readonly language: Language;
  readonly asOf: { readonly asOf?: string };
  readonly context: QueryContext;
  readonly ask: <Answer>(query: string, parameters: object) => Promise<Answer>;
}

/** Asks with a context. */
export const askingWith = (
  queries: ReadonlyMap<string, AnyQuery>,
  context: QueryContext,
  { language, asOf }: Pick<Asking, 'language' | 'asOf'>,
): Asking => ({
  ...{ language, asOf, context },
  ask: async <Answer>(query: string, parameters: object) =>
    (await queries.get(query)!.handle(parameters, context)) as Answer,
});
