import { join } from 'node:path';
import { backup } from '@rettidig/event-sourcing/adapters';
import { commandLine, mustBeEmbedded, option, progressBar } from './cli.js';

const usage = 'npm run backup -- [--to <mappe/folder>]';

commandLine(async (config, args) => {
  mustBeEmbedded(config);
  const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  const target = option(args, 'to', usage) ?? join(config.dataDir, 'backups', stamp);
  const bar = progressBar('Kopierer / Copying', 'sider/pages');
  bar.start(1, 0, { speed: '–' });
  const manifest = await backup(config.dataDir, target, ({ done, total }) => {
    bar.setTotal(total);
    bar.update(done);
  });
  bar.update(bar.getTotal());
  bar.stop();
  console.log(`${manifest.events} hændelser i ${manifest.streams} strømme er kopieret og efterprøvet: ${target}`);
  console.log(`${manifest.events} events in ${manifest.streams} streams copied and verified: ${target}`);
  console.log(`Gendan / restore: npm run restore -- --from ${target}`);
});
