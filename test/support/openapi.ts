import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export type Schema = Readonly<Record<string, unknown>>;

/** One route as the documentation tells it. */
export interface Route {
  readonly method: 'get' | 'post';
  /** With its parameters in braces. */
  readonly path: string;
  /** Of the body; undefined where there is none. */
  readonly body: Schema | undefined;
  /** Whether the body is a file instead. */
  readonly takesFile: boolean;
  /** Whether it asks for the ETag last seen. */
  readonly needsEtag: boolean;
  /** What it says of an answer of this status that does not follow its schema; '' when all is well. */
  readonly complaintAbout: (status: number, body: unknown) => string;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The API's documentation of a running service, as something to check answers against. */
export async function readApi(url: string) {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document;
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: false }));
  ajv.addSchema(document, 'api');
  const at = (...parts: readonly string[]): ValidateFunction | undefined => {
    const pointer = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    return ajv.getSchema(`api#/${pointer.join('/')}`);
  };
  const problem = at('components', 'schemas', 'Problem')!;
  const check = (validate: ValidateFunction | undefined, body: unknown): string => {
    if (!validate) return 'no schema is documented';
    return validate(body) ? '' : ajv.errorsText(validate.errors);
  };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({
      method: method as Route['method'],
      path,
      body: operation.requestBody?.content['application/json']?.schema,
      takesFile: operation.requestBody?.content['application/octet-stream'] !== undefined,
      needsEtag: '428' in operation.responses,
      complaintAbout: (status, body) => {
        if (status >= 400) return check(problem, body);
        const schema = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema'];
        return check(at(...schema), body);
      },
    })),
  );
  const resolve = (schema: Schema): Schema => {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((node, part) => (node as Schema)[part], document);
    return resolve(found as Schema);
  };
  return { routes, resolve };
}
