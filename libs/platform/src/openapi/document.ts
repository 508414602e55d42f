import type { AnyAct, Feature } from '@rettidig/event-sourcing';
import { reachable } from '../http/controllers.js';
import type { Texts } from '../http/problem.js';
import { API } from '../http/request.js';
import type { Rights } from '../rights.js';
import { INTRODUCTION } from './introduction.js';
import { OperationWriter, type Operation } from './operations.js';
import { problemSchema, receiptSchema } from './parts.js';
import { probePaths } from './probes.js';
import { errorsOf } from './responses.js';
import { SchemaRegistry } from './schemas.js';

/** What is documented: the same tables that the routes are made of. */
export interface Documented {
  readonly features: readonly Feature[];
  readonly acts: readonly AnyAct[];
  readonly texts: Texts;
  readonly rights: Rights;
  readonly version: string;
}

/** The OpenAPI 3.1 document of the API. */
export function openApiDocument({ features, acts, texts, rights, version }: Documented): Record<string, unknown> {
  // The receipt is there first: examples of answers are made of it.
  const registry = new SchemaRegistry({ Problem: problemSchema, Receipt: receiptSchema });
  const writer = new OperationWriter(registry, (...which) => errorsOf(texts, ...which), rights);
  const paths: Record<string, Record<string, Operation>> = {};
  const add = (path: string, method: string, operation: Operation): void => {
    paths[API + path] = { ...paths[API + path], [method]: operation };
  };
  for (const feature of features) {
    for (const command of reachable(feature.commands)) add(command.path, 'post', writer.command(command));
    for (const query of feature.queries) {
      add(query.path, (query.method ?? 'GET').toLowerCase(), writer.query(query));
    }
  }
  for (const act of acts) add(act.path, 'post', writer.act(act));
  for (const route of features.flatMap(({ byToken }) => byToken ?? []))
    for (const [method, operation] of writer.byToken(route)) add(route.path, method, operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rettidig',
      version,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This machine.' }],
    tags: tagsOf(features),
    paths: { ...paths, ...probePaths },
    components: {
      schemas: registry.schemas,
      securitySchemes: {
        persona: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Persona',
          description:
            'For demos, and only on this machine: manager, caseOfficer, secretariat, chair, deputyChair, employeeRep, employee, auditor or admin.',
        },
      },
    },
    security: [{ persona: [] }],
  };
}

/** What tags are about that no slice has. */
const ownTags = {
  operations: 'Running the service.',
  probes: 'For whoever watches the service; outside the version of the API, and without a persona.',
};

const tagsOf = (features: readonly Feature[]): { name: string; description: string }[] =>
  Object.entries(Object.assign({}, ...features.map(({ tags }) => tags), ownTags) as Record<string, string>).map(
    ([name, description]) => ({ name, description }),
  );
