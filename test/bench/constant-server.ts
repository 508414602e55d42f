import 'reflect-metadata';
import type { CommandRequest, Feature, Receipt } from '@rettidig/event-sourcing';
import { createApp, readConfig } from '@rettidig/platform';
import { features } from '../../libs/product/src/features.js';

/**
 * The service with its whole edge (identity, headers, body, validation, bus), behind which nothing is done: each command
 * is answered with the same receipt, and each question that `CONSTANT_ANSWERS` names with the answer that stands there.
 */
async function main(): Promise<void> {
  const { dataDir, host, port, logLevel } = readConfig(process.env);
  const answers = JSON.parse(process.env.CONSTANT_ANSWERS ?? '{}') as Readonly<Record<string, object>>;
  const app = await createApp({ dataDir, features: features.map((one) => answering(one, answers)), logLevel });
  const receipt: Receipt = {
    subjectId: '6f1c7a52-8f0e-5b0a-9f43-1f6f5f0e7c11',
    stream: 'change-6f1c7a52-8f0e-5b0a-9f43-1f6f5f0e7c11',
    revision: 2,
    position: '0000000000000003',
    etag: '"3"',
    answer: {},
    created: true,
    repeated: false,
    appended: 1,
  };
  app.engine.dispatch = (_request: CommandRequest) => Promise.resolve(receipt);
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
  await app.nest.listen(port, host);
}

const answering = (feature: Feature, answers: Readonly<Record<string, object>>): Feature => ({
  ...feature,
  queries: feature.queries.map((query) => {
    const answer = answers[query.name];
    return answer ? { ...query, handle: () => answer } : query;
  }),
});

void main();
