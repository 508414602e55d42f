import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Unusable } from '@rettidig/event-sourcing';
import { openEngine, Rights, SystemClock, type Config } from '@rettidig/platform';
import { features } from '@rettidig/product';
import { toldAddress } from '../server-address.js';
import { commandLine, progressBar } from './cli.js';

/** One view as `/readyz` and the engine tell of it. */
interface View {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly eventsPerSecond: number;
}

/** How often the bar moves, in milliseconds. */
const TICK = 200;

commandLine(async (config) => {
  const url = toldAddress(config.dataDir);
  if (url && (await answers(url))) await askServer(url);
  else await rebuildAlone(config);
  console.log('Visningerne er dannet på ny. / The views have been filled anew.');
});

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The service owns the data folder: it fills the views while the present ones go on serving. */
async function askServer(url: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/view-rebuilds`, {
    method: 'POST',
    headers: { 'X-Persona': 'admin', 'Idempotency-Key': randomUUID() },
  });
  if (!response.ok) {
    const { detail = String(response.status) } = (await response.json()) as { detail?: string };
    throw new Unusable('rebuild.refused', {
      da: `Tjenesten på ${url} afviste: ${detail}`,
      en: `The service at ${url} refused: ${detail}`,
    });
  }
  await show(async () => ((await (await fetch(`${url}/readyz`)).json()) as { views: View[] }).views);
}

/** Nobody serves from this data folder: this process opens it itself, and does nothing but fill its views. */
async function rebuildAlone({ dataDir, shared }: Config): Promise<void> {
  const { engine, close } = await openEngine({
    dataDir,
    shared,
    role: 'api',
    features,
    clock: new SystemClock(),
    rights: new Rights(),
    log: (line) => console.error(line),
  });
  try {
    const rebuilt = engine.projector.rebuild();
    await show(() => Promise.resolve(engine.projector.status()));
    await rebuilt;
    const failed = engine.projector.status().find(({ state }) => state === 'failed');
    if (failed) throw new Error(`the view ${failed.name} could not be filled`);
  } finally {
    await close();
  }
}

/** A bar that moves until no view is being filled any more; a short log is filled before there is anything to show. */
async function show(views: () => Promise<readonly View[]>): Promise<void> {
  const bar = progressBar('Visninger / views', 'hændelser/events');
  for (;;) {
    await pause(TICK);
    const [filling] = (await views()).filter(({ state }) => state === 'building');
    if (!filling) break;
    if (!bar.isActive) bar.start(filling.total, filling.done, { speed: filling.eventsPerSecond });
    bar.update(filling.done, { speed: filling.eventsPerSecond });
  }
  if (!bar.isActive) return;
  bar.update(bar.getTotal());
  bar.stop();
}
