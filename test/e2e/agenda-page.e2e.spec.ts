import { browsedSite, faultsOf, fitsWindow } from '../support/browser.js';
import { clientOf } from '../support/client.js';
import { waitFor } from '../support/wait.js';

// Four items of one meeting of the Social Committee, each with another fate. Invented throughout.
const AGENDA = `Dagsorden for Socialudvalget den 3. juni 2026
1. Flytning af bostedet Åkanden til nye lokaler (F2 2026-8340)
2. Sammenlægning af to dagtilbud (eDoc 2026-0012345)
3. Lukning af værestedet Kilden og flytning af medarbejderne
4. Godkendelse af mødeplan for udvalget
`;
const validFrom = '2025-01-01';

describe('the page of a service into which a political agenda was read', () => {
  const site = browsedSite({ DEMO: 'false' });

  beforeAll(async () => {
    await town();
    const { id } = await said('/political-agenda-imports', AGENDA);
    await said(`/political-agenda-imports/${id}/commit`, {});
    await waitFor(
      async () => (await clientOf(site.url, 'deputyChair').get('/possible-misses')).body.total === 1,
      20_000,
    );
  }, 60_000);

  async function said(path: string, message: object | string, headers: Record<string, string> = {}) {
    const client = clientOf(site.url, 'secretariat');
    const { status, body } =
      typeof message === 'string'
        ? await client.upload(path, new TextEncoder().encode(message), 'text/plain')
        : await client.post(path, message, headers);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A main committee that has treated one of two registered cases in time, with its remarks forwarded. */
  async function town(): Promise<void> {
    const { unitId } = await said('/units', { name: 'Socialforvaltningen', parentId: null, validFrom });
    const main = { name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom };
    const { committeeId } = await said('/committees', main);
    const seat = { side: 'employees', representativeKind: 'unionRepresentative', from: validFrom };
    const { seatId } = await said(`/committees/${committeeId}/seats`, seat);
    const { body: member } = await clientOf(site.url, 'deputyChair').get('/me');
    await said(`/seats/${seatId}/holder`, { personId: member.id, from: validFrom });
    const decider = { body: 'socialCommittee', managerUnitId: null };
    const moved = { title: 'Bostedet Åkanden flytter', kind: 'serviceMoved', decider };
    const merged = { title: 'To dagtilbud lægges sammen', kind: 'reorganisation', decider };
    const { id: reviewed } = await said('/changes', {
      ...{ ...moved, externalNumbers: [{ system: 'F2', value: '2026 - 8340' }] },
    });
    await said('/changes', { ...merged, externalNumbers: [{ system: 'eDoc', value: '2026-0012345' }] });
    const { id: meetingId, etag } = await said('/meetings', { committeeId, on: '2026-04-24' });
    const { itemId } = await said(
      `/meetings/${meetingId}/items`,
      { title: 'Flytning', caseIds: [reviewed] },
      { 'If-Match': etag },
    );
    const entries = [{ seatId, capacity: 'holder', presence: 'present' }];
    await said(`/meetings/${meetingId}/attendance`, { heldOn: '2026-04-24', entries });
    await said(`/meetings/${meetingId}/items/${itemId}/discussion`, { form: 'discussion' });
    await said(`/changes/${reviewed}/reviews`, { meetingId, itemId, heldOn: '2026-04-24' });
    await said(`/changes/${reviewed}/forwarded-remarks`, { to: 'socialCommittee', on: '2026-05-04' });
  }

  it('says of each item whether there is a case, what MED lacks of it, or which words ask for one', async () => {
    await site.open('/');
    const rows = await site.page.locator('section[aria-labelledby=agendas] tbody tr').allInnerTexts();

    expect(rows).toHaveLength(4);
    expect(await site.page.locator('.page-notice').first().innerText()).not.toContain('Demo');
    const [reviewed, outstanding, unregistered, nothing] = rows;
    expect(reviewed).toContain('MED-behandlet');
    expect(reviewed).toContain('Bostedet Åkanden flytter (samme sagsnummer)');
    expect(outstanding).toContain('sag fundet, MED mangler noget');
    expect(outstanding).toContain('Skal på en dagsorden før indstillingen: HovedMED');
    expect(unregistered).toContain('ligner en ændring, ingen sag fundet');
    expect(unregistered).toContain('“Lukning”');
    expect(unregistered).toContain('Sagen skal i HovedMED');
    expect(nothing).toContain('ingen sag, ligner ikke en ændring');
    const questions = await site.page.locator('section[aria-labelledby=to-assess] tbody tr').allInnerTexts();
    expect(questions).toEqual([expect.stringContaining('Lukning af værestedet Kilden')]);
  });

  it('counts the question nowhere in the register', async () => {
    const { body } = await clientOf(site.url, 'deputyChair').get('/missed-reviews');
    expect(body.total).toBe(0);
  });

  it.each([320, 1280])('has no accessibility fault and no sideways scroll at %i px', async (width) => {
    await site.page.setViewportSize({ width, height: 800 });
    await site.open('/');
    expect(await faultsOf(site.page)).toEqual([]);
    expect(await fitsWindow(site.page)).toBe(true);
  });
});
