import 'reflect-metadata';
import { roles } from '@rettidig/access';
import { Unusable } from '@rettidig/event-sourcing';
import { createApp, dataFiles, readConfig, type App, type Config } from '@rettidig/platform';
import { features, fillWithDemo, watchAgendas } from '@rettidig/product';
import { AppModule } from './app.module.js';
import { tellAddress } from './server-address.js';

/** The exit code for what only a person can put right (EX_CONFIG of sysexits). */
const UNUSABLE = 78;
/** How long a stop may take, in milliseconds, before the process ends anyway. */
const STOP_MS = 10_000;
/** Connections that may wait to be accepted while the process is busy; Node's own 511 resets some of a thousand at once. */
const MOST_WAITING = 4096;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const played = config.demo && (await fillWithDemo(config.dataDir, features));
  const app = await createApp({
    dataDir: config.dataDir,
    features,
    logLevel: config.logLevel,
    modules: [AppModule],
    version: '0.1.0',
  });
  const stopWatching = config.agendaDir ? watchAgendas(app, config.agendaDir) : () => Promise.resolve();
  stopOnSignals(app, stopWatching);
  await listen(app, config);
  tellAddress(config.dataDir, await app.nest.getUrl());
  welcome(config, played);
}

async function listen(app: App, { host, port }: Config): Promise<void> {
  try {
    await app.nest.listen({ port, host, backlog: MOST_WAITING });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new Unusable('listen.refused', {
      da: `Der kan ikke lyttes på ${host}:${port} (${code}). Luk det andet program, eller vælg en anden port: PORT=3001 npm start.`,
      en: `Cannot listen on ${host}:${port} (${code}). Stop the other program, or choose another port: PORT=3001 npm start.`,
    });
  }
}

function stopOnSignals(app: App, stopWatching: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stopWatching()
      .then(() => app.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function welcome({ host, port, dataDir }: Config, played: boolean): void {
  const shownHost = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  const url = `http://${shownHost}:${port}`;
  console.log(`
Rettidig

  ${url}            siden / the page
  ${url}/api/docs   API
  ${url}/readyz     er alt i orden / is everything well

  Data:     ${dataFiles(dataDir).folder}${played ? ' (demoen er lagt ind / filled with the demo)' : ''}
  Roller:   X-Persona: ${roles.join(', ')}
            kun fra denne maskine / from this machine only
  Stop:     Ctrl+C
`);
}

main().catch((error: unknown) => {
  if (error instanceof Unusable) {
    console.error(`\n${error.sentence.da}\n\n${error.sentence.en}\n`);
    process.exit(UNUSABLE);
  }
  console.error(error);
  process.exit(1);
});
