import { join } from 'node:path';
import { backup } from '@rettidig/event-sourcing/adapters';
import { commandLine, option, progressBar } from './cli.js';

const usage = 'npm run backup -- [--to <mappe/folder>]';

commandLine(async ({ dataDir }, args) => {
  const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  const target = option(args, 'to', usage) ?? join(dataDir, 'backups', stamp);
  const bar = progressBar('Kopierer / Copying', 'sider/pages');
  let begun = '';
  const manifest = await backup(dataDir, target, ({ file, done, total }) => {
    if (begun !== file) bar.start(total, 0, { speed: 'N/A' });
    begun = file;
    bar.setTotal(total);
    bar.update(done, { speed: '–' });
  });
  bar.stop();
  console.log(`${manifest.events} hændelser i ${manifest.streams} strømme er kopieret og efterprøvet: ${target}`);
  console.log(`${manifest.events} events in ${manifest.streams} streams copied and verified: ${target}`);
  console.log(`Gendan / restore: npm run restore -- --from ${target}`);
});
