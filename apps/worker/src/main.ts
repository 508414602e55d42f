import 'reflect-metadata';
import { createWorker, listen, readConfig, runProcess } from '@rettidig/platform';
import { effectsOf, features } from '@rettidig/product';

/** Beside the API's, so that both can stand on one machine: each process has views of its own. Links lead to the API. */
const defaults = { PORT: 3001, DATA_DIR: './data/worker', PUBLIC_URL: 'http://127.0.0.1:3000' };

runProcess(async (onStop) => {
  const config = readConfig(process.env, defaults);
  const worker = await createWorker({
    dataDir: config.dataDir,
    shared: config.shared,
    features,
    effects: effectsOf(config),
    effectConcurrency: config.effectConcurrency,
    mail: config.mail,
    logLevel: config.logLevel,
    processMetrics: true,
  });
  onStop(() => worker.close());
  const url = await listen(worker, config);
  console.log(`
Rettidig worker

  ${url}/readyz     er alt i orden / is everything well
  ${url}/metrics    tal til overvågning / figures for monitoring
`);
});
