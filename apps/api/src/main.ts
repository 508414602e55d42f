import 'reflect-metadata';
import { roles } from '@rettidig/access';
import { createApp, dataFiles, listen, readConfig, runProcess, type Config } from '@rettidig/platform';
import { effectsOf, features, fillSharedWithDemo, fillWithDemo } from '@rettidig/product';
import { AppModule } from './app.module.js';
import { ErrorPages } from './errors/error-pages.js';
import { tellAddress } from './server-address.js';

runProcess(async (onStop) => {
  const config = readConfig(process.env);
  const outbox = outboxOf(config);
  const played = config.demo && (await fill(config));
  const app = await createApp({
    dataDir: config.dataDir,
    shared: config.shared,
    features,
    effects: effectsOf(config),
    effectConcurrency: config.effectConcurrency,
    mail: config.mail,
    logLevel: config.logLevel,
    processMetrics: true,
    modules: [AppModule.showing({ outbox })],
    errorPages: (log) => new ErrorPages(log),
    version: '0.1.0',
  });
  onStop(() => app.close());
  tellAddress(config.dataDir, await listen(app, config));
  welcome(config, played, outbox !== null);
});

function fill({ dataDir, shared }: Config): Promise<boolean> {
  return shared ? fillSharedWithDemo({ dataDir, shared }, features) : fillWithDemo(dataDir, features);
}

/** Beside workers each has an outbox of its own, in its own folder. */
function outboxOf({ dataDir, shared, mail }: Config): string | null {
  return shared === null && mail.server === null ? dataFiles(dataDir).outbox : null;
}

function welcome({ host, port, dataDir }: Config, played: boolean, hasOutbox: boolean): void {
  const shownHost = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  const url = `http://${shownHost}:${port}`;
  console.log(`
Rettidig

  ${url}            siden / the page
  ${url}/api/docs   API
  ${url}/readyz     er alt i orden / is everything well
${hasOutbox ? `  ${url}/outbox     mails, der ikke bliver sendt / mails, which are not sent\n` : ''}
  Data:     ${dataFiles(dataDir).folder}${played ? ' (demoen er lagt ind / filled with the demo)' : ''}
  Roller:   X-Persona: ${roles.join(', ')}
            kun fra denne maskine / from this machine only
  Stop:     Ctrl+C
`);
}
