import { shiftTime } from './shifted-time.js';
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type * as Platform from '@rettidig/platform';
import type * as Product from '@rettidig/product';
import { answerParent } from './node-process.js';
import { probeEffect, reminders } from './probe-effect.js';

/**
 * The worker of the product, as it is built, with effects that call the test, which counts them from outside. `PROBE_URL`
 * is where, `PROBE_TIMEOUT_MS` how long one may take, and `PROBE_EFFECT=remind` gives the one that has to wait for its
 * time.
 */
const built = createRequire(resolve(__dirname, '../../dist/apps/worker/libs/libs.cjs'));
const { createWorker, listen, readConfig, runProcess } = built('./platform/src/index.js') as typeof Platform;
const { features } = built('./product/src/index.js') as typeof Product;

const effectOf = process.env.PROBE_EFFECT === 'remind' ? reminders : probeEffect;
let looks = 0;

answerParent({
  /** How often was looked for what is due. */
  looks: () => looks,
  shiftTime,
});

runProcess(async (onStop) => {
  const config = readConfig(process.env);
  const settings = {
    url: process.env.PROBE_URL!,
    timeout: Number(process.env.PROBE_TIMEOUT_MS ?? 5000),
    onLook: () => (looks += 1),
  };
  const worker = await createWorker({
    dataDir: config.dataDir,
    shared: config.shared,
    features,
    effects: () => [effectOf(settings)],
    effectConcurrency: config.effectConcurrency,
    logLevel: config.logLevel,
  });
  onStop(() => worker.close());
  await listen(worker, config);
});
