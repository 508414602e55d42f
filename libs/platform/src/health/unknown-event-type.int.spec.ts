import type { AnyCommand, Feature } from '@rettidig/event-sourcing';
import { rmSync } from 'node:fs';
import { dataFiles } from '../engine/data-folder.js';
import { TallyApp } from '../testing/tally-app.js';
import { tallyFeature } from '../testing/tally.js';

/** The slice as a release knew it that had no renaming yet. */
const older: Feature = {
  ...tallyFeature,
  commands: tallyFeature.commands.map((command): AnyCommand => {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- left out, which is the point
    const { TallyRenamed, ...evolve } = command.decider.evolve as Record<string, () => unknown>;
    return { ...command, decider: { ...command.decider, evolve } } as AnyCommand;
  }),
};

describe('an event of a type that this release does not know', () => {
  let app: TallyApp;
  /** Starts a release, in the place of the one before. */
  const release = async (options: Parameters<typeof TallyApp.start>[0] = {}): Promise<void> => {
    await app?.app.close();
    app = await TallyApp.start(options);
  };
  afterAll(() => app.stop());

  it('is named, nothing is decided past it, and the release that knows it goes on from there', async () => {
    await release();
    const { dataDir } = app;
    const id = await app.tally('secretariat');
    await app.app.engine.settled();
    const rename = { as: 'secretariat', body: { note: 'renamed' }, headers: { 'if-match': '"1"' } };
    expect((await app.post(`/api/v1/tallies/${id}/note`, rename)).status).toBe(200);
    await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 2 } });

    // As on another node: views that the older release fills itself.
    await app.app.close();
    rmSync(dataFiles(dataDir).views);
    app = await TallyApp.start({ dataDir, features: [older] });
    const english = { headers: { 'accept-language': 'en' } };
    const readiness = await app.get('/readyz', english);
    expect(readiness.status).toBe(503);
    expect(readiness.body.problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-event-type', about: 'TallyRenamed', severity: 'not-ready' }),
    );
    const refused = await app.post(`/api/v1/tallies/${id}/additions`, { body: { by: 1 }, ...english });
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ code: 'event-type.unknown', detail: expect.stringContaining('upgrade') });

    await release({ dataDir });
    await app.app.engine.settled();
    expect((await app.get('/readyz')).status).toBe(200);
    expect((await app.get('/api/v1/tallies')).body.items).toEqual([expect.objectContaining({ id, total: 2 })]);
  });
});
