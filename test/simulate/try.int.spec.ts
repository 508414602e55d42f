import { simulate } from './simulation.js';
it('lives', async () => {
  const days = Number(process.env['DAYS'] ?? 60);
  const t = Date.now();
  const o = await simulate(
    Number(process.env['SEED'] ?? 1),
    { days, changes: days * 4.1 },
    (d) => d % 50 === 49 && console.log(d, Date.now() - t),
  );
  console.log(
    Date.now() - t,
    o.cases,
    o.events,
    o.mails,
    JSON.stringify(o.faults),
    JSON.stringify(o.tally.figures()),
    o.broken.length,
    o.broken.slice(0, 30).join('\n'),
  );
}, 900000);
