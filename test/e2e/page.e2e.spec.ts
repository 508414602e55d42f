import { browsedSite, faultsOf, fitsWindow } from '../support/browser.js';

describe('the page in a browser', () => {
  const site = browsedSite();
  const { open } = site;
  const total = () => site.page.getByTestId('register-total').innerText();

  it('shows the six cases, the demands and what waits', async () => {
    await open('/');
    const text = await site.page.locator('main').innerText();

    expect(await total()).toMatch(/6$/);
    expect(text).toContain('Demo. Genfortalt efter referatet');
    expect(text).toContain('ikke oplyst');
    expect(text).toContain('senest 24.04.2026');
    expect(text).toContain('OvergangslokalMED');
    expect(text).toContain('40 kalenderdage');
    expect(await site.page.locator('section[aria-labelledby=register] tbody tr').count()).toBe(6);
    expect(await site.page.locator('section[aria-labelledby=breach] tbody tr').count()).toBe(5);
    expect(await site.page.locator('section[aria-labelledby=waiting] article').count()).toBe(3);
  });

  it('shows no row as of the day before the meeting, and six as of the day itself', async () => {
    await open('/?asOf=2026-04-23');
    expect(await total()).toMatch(/0$/);
    await open('/?asOf=2026-04-24');
    expect(await total()).toMatch(/6$/);
  });

  it('answers the try-out without script, with why and why not', async () => {
    await open('/');
    await site.page.getByLabel('Ændringen er').selectOption('coordinatorPostsConverted');
    await site.page.getByLabel('Enhed', { exact: true }).selectOption({ label: 'Tilbuddet Åkanden (opdigtet)' });
    await site.page.getByLabel('Besluttes af').selectOption('manager');
    await site.page.getByRole('button', { name: 'Se svaret' }).click();
    const answer = await site.page.getByTestId('try-answer').innerText();

    expect(answer).toContain('HovedMED');
    expect(answer).toContain('før der træffes beslutning');
    expect(answer).toContain('LokalMED, Tilbuddet Åkanden');
  });

  it('is written in English on request', async () => {
    await open('/?lang=en');
    expect(await site.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await site.page.locator('h1').innerText()).toBe('Not MED-treated before decision');
  });

  it.each(['/', '/?lang=en', '/?asOf=2026-04-23', '/?kind=newService&body=socialCommittee', '/?asOf=x'])(
    'has no accessibility fault that can be found by rule: %s',
    async (path) => {
      await open(path);
      expect(await faultsOf(site.page)).toEqual([]);
    },
    60_000,
  );

  it.each([320, 1280])('fits a window %i px wide without scrolling sideways', async (width) => {
    await site.page.setViewportSize({ width, height: 800 });
    await open('/?kind=newService');
    expect(await fitsWindow(site.page)).toBe(true);
  });

  it('prints to PDF', async () => {
    await open('/');
    const pdf = await site.page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('runs no script and loads nothing from elsewhere', async () => {
    const hosts = new Set<string>();
    const types = new Set<string>();
    site.page.on('request', (request) => {
      hosts.add(new URL(request.url()).protocol === 'data:' ? 'data:' : new URL(request.url()).host);
      types.add(request.resourceType());
    });
    await open('/');
    expect([...hosts].filter((host) => host !== 'data:')).toEqual([new URL(site.url).host]);
    expect(types).not.toContain('script');
  });
});
