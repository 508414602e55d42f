import { restore } from '@rettidig/event-sourcing/adapters';
import { Unusable } from '@rettidig/event-sourcing';
import { commandLine, mustBeEmbedded, option } from './cli.js';

const usage = 'DATA_DIR=<tom mappe/empty folder> npm run restore -- --from <mappe/folder>';

commandLine(async (config, args) => {
  mustBeEmbedded(config);
  const { dataDir } = config;
  const from = option(args, 'from', usage);
  if (!from) throw new Unusable('arguments.missing', { da: `Brug: ${usage}`, en: `Use: ${usage}` });
  const manifest = await restore(from, dataDir);
  console.log(
    `${manifest.events} hændelser er gendannet i ${dataDir} og efterprøvet. Visningerne dannes ved næste start.`,
  );
  console.log(`${manifest.events} events restored to ${dataDir} and verified. The views are made at the next start.`);
});
