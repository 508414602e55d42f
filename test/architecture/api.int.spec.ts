import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { features } from '../../libs/product/src/features.js';
import { createApp, type App } from '../../libs/platform/src/index.js';
import { complaintsAbout } from '../../libs/platform/src/testing/openapi-check.js';

type Content = { content: { 'application/json': { example: unknown } } };
/** A file has no example. */
type Body = { content: Partial<Content['content']> };
type Operation = { requestBody?: Body; responses: Record<string, Content> };
type Document = { paths: Record<string, Record<string, Operation>> };

describe('the API of the product', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rettidig-api-'));
  let app: App;
  let document: Document;
  // Starting it already shows that each command and query has a row in the access table and each refusal its texts.
  beforeAll(async () => {
    app = await createApp({ dataDir, features });
    document = (await app.nest.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  });

  it('is documented completely', () => {
    expect(Object.keys(document.paths).length).toBeGreaterThan(40);
    expect(complaintsAbout(document)).toEqual([]);
  });

  it('gives examples of bodies that its schemas accept', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(document, 'api');
    const wrong = Object.entries(document.paths).flatMap(([path, methods]) => {
      const body = methods['post']?.requestBody?.content['application/json'];
      if (!body) return [];
      const pointer = ['paths', path, 'post', 'requestBody', 'content', 'application/json', 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const validate = ajv.getSchema(`api#/${pointer}`)!;
      return validate(body.example) ? [] : [{ path, errors: validate.errors }];
    });
    expect(wrong).toEqual([]);
  });

  it('gives examples of answers that its schemas accept', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(document, 'api');
    const answers = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/api/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { responses }]) =>
          ['200', '201'].flatMap((status) =>
            responses[status] ? [{ path, method, status, ...responses[status] }] : [],
          ),
        ),
      );
    expect(answers.length).toBeGreaterThan(50);
    const wrong = answers.flatMap(({ path, method, status, content }) => {
      const pointer = ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      // What a calendar or mail program asks is answered in their language.
      if (!content['application/json']) return [];
      const validate = ajv.getSchema(`api#/${pointer}`)!;
      return validate(content['application/json'].example) ? [] : [{ path, errors: validate.errors }];
    });
    expect(wrong).toEqual([]);
  });

  it('checks the messages of its examples without finding a field wrong', async () => {
    const id = '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10';
    const refused: unknown[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      const body = methods['post']?.requestBody?.content['application/json'];
      if (!body) continue;
      const answer = await app.nest.inject({
        method: 'POST',
        url: path.replaceAll(/\{\w+\}/g, id),
        headers: { 'x-persona': 'secretariat', 'idempotency-key': 'the-example-of-it' },
        payload: body.example as object,
      });
      if (answer.statusCode === 400 || answer.statusCode >= 500) refused.push([path, answer.json()]);
    }
    expect(refused).toEqual([]);
  });

  it('answers every list and view of an empty log', async () => {
    const gets = Object.entries(document.paths).filter(([path, methods]) => methods['get'] && !path.includes('{'));
    const notForAll: Readonly<Record<string, string>> = {
      '/api/v1/effects': 'auditor',
      '/api/v1/mails/undeliverable': 'secretariat',
      '/api/v1/people/without-address': 'secretariat',
    };
    for (const [path] of gets.filter(([one]) => one !== '/api/v1/people')) {
      const persona = notForAll[path] ?? 'employee';
      const answer = await app.nest.inject({ url: path, headers: { 'x-persona': persona } });
      expect([path, answer.statusCode]).toEqual([path, 200]);
    }
  });
});
