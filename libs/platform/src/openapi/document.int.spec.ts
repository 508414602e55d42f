import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { TallyApp } from '../testing/tally-app.js';
import { complaintsAbout, referencesOf } from '../testing/openapi-check.js';

type Document = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
};
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; description: string }[];
  readonly requestBody?: { content: { 'application/json': { schema: object; example: unknown } } };
  readonly responses: Record<string, { description: string; content?: object }>;
}

describe('the documentation of the API', () => {
  let app: TallyApp;
  let document: Document;
  beforeAll(async () => {
    app = await TallyApp.start();
    document = (await app.get('/api/openapi.json', { as: '' })).body;
  });
  afterAll(() => app.stop());

  it('is OpenAPI 3.1 with each command, question and act once, and nothing that only reactions do', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
      'AddToTally',
      'GetMe',
      'GetMetrics',
      'IsAlive',
      'IsReady',
      'LabelSeat',
      'ListPeople',
      'ListTallies',
      'MarkTally',
      'NameOf',
      'RebuildViews',
      'RegisterPerson',
      'RenameTally',
      'StartTally',
      'TryTally',
    ]);
  });

  it('has no reference that leads nowhere, describes every field, and says each path parameter', () => {
    expect(referencesOf(document).length).toBeGreaterThan(10);
    expect(complaintsAbout(document)).toEqual([]);
  });

  it('would complain about a field without a description and a reference that leads nowhere', () => {
    const broken = {
      paths: {},
      components: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/C' }, d: { type: 'string' } } } } },
    };
    expect(complaintsAbout(broken)).toEqual([
      '#/components/schemas/C leads nowhere',
      'components.schemas.A.properties.b has no description',
      'components.schemas.A.properties.d has no description',
    ]);
  });

  it('gives examples that its own schemas accept', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(document, 'api');
    const examples = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const content = requestBody?.content['application/json'];
        return content ? [{ path, method, example: content.example }] : [];
      }),
    );
    expect(examples.length).toBeGreaterThan(5);
    for (const { path, method, example } of examples) {
      const pointer = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const validate = ajv.getSchema(`api#/${pointer}`)!;
      expect([path, validate(example), validate.errors]).toEqual([path, true, null]);
    }
  });

  it('gives examples that the service accepts as they are', async () => {
    const { example } = document.paths['/api/v1/tallies']!['post']!.requestBody!.content['application/json'];
    expect((await app.post('/api/v1/tallies', { body: example })).status).toBe(201);
  });

  it('asks for If-Match only where it is needed, and for a key on every command', () => {
    const headersOf = (path: string) =>
      document.paths[path]!['post']!.parameters.filter((one) => one.in === 'header' && one.required).map(
        ({ name }) => name,
      );
    expect(headersOf('/api/v1/tallies')).toEqual(['Idempotency-Key']);
    expect(headersOf('/api/v1/tallies/{id}/note')).toEqual(['Idempotency-Key', 'If-Match']);
    expect(headersOf('/api/v1/tries')).toEqual([]);
  });

  it('leaves a path parameter out of the body', () => {
    const { requestBody, parameters } = document.paths['/api/v1/tallies/{id}/marks/{markId}']!['post']!;
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(['id', 'markId']);
    expect(requestBody!.content['application/json'].schema).toMatchObject({ properties: {} });
  });

  it('names the codes of errors with what they mean', () => {
    const { responses } = document.paths['/api/v1/tallies/{id}/additions']!['post']!;
    expect(responses['409']!.description).toContain('`tally.full`: There are {total} already.');
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '413', '415', '422', '503']),
    );
  });

  it('can be browsed at /api/docs without anything from elsewhere', async () => {
    const page = await app.get('/api/docs', { as: '' });
    expect(page.status).toBe(200);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]!);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).not.toMatch(/^https?:|^\/\//);
      expect((await app.get(new URL(file, 'http://localhost/api/docs').pathname, { as: '' })).status).toBe(200);
    }
  });
});
