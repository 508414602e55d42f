import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('the page in a browser', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer(folder.path);
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });

  const open = (path: string) => page.goto(`${server.url}${path}`);
  const total = () => page.getByTestId('register-total').innerText();

  it('shows the six cases, the demands and what waits', async () => {
    await open('/');
    const text = await page.locator('main').innerText();

    expect(await total()).toMatch(/6$/);
    expect(text).toContain('Demo. Genfortalt efter referatet');
    expect(text).toContain('ikke oplyst');
    expect(text).toContain('senest 24.04.2026');
    expect(text).toContain('OvergangslokalMED');
    expect(text).toContain('40 kalenderdage');
    expect(await page.locator('section[aria-labelledby=register] tbody tr').count()).toBe(6);
    expect(await page.locator('section[aria-labelledby=breach] tbody tr').count()).toBe(5);
    expect(await page.locator('section[aria-labelledby=waiting] article').count()).toBe(3);
  });

  it('shows no row as of the day before the meeting, and six as of the day itself', async () => {
    await open('/?asOf=2026-04-23');
    expect(await total()).toMatch(/0$/);
    await open('/?asOf=2026-04-24');
    expect(await total()).toMatch(/6$/);
  });

  it('answers the try-out without script, with why and why not', async () => {
    await open('/');
    await page.getByLabel('Ændringen er').selectOption('coordinatorPostsConverted');
    await page.getByLabel('Enhed', { exact: true }).selectOption({ label: 'Tilbuddet Åkanden (opdigtet)' });
    await page.getByLabel('Besluttes af').selectOption('manager');
    await page.getByRole('button', { name: 'Se svaret' }).click();
    const answer = await page.getByTestId('try-answer').innerText();

    expect(answer).toContain('HovedMED');
    expect(answer).toContain('før der træffes beslutning');
    expect(answer).toContain('LokalMED, Tilbuddet Åkanden');
  });

  it('is written in English on request', async () => {
    await open('/?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('Not MED-treated before decision');
  });

  it.each(['/', '/?lang=en', '/?asOf=2026-04-23', '/?kind=newService&body=socialCommittee', '/?asOf=x'])(
    'has no accessibility fault that can be found by rule: %s',
    async (path) => {
      await open(path);
      const found = await new AxeBuilder({ page }).withTags(wcag).analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
    60_000,
  );

  it.each([320, 1280])('fits a window %i px wide without scrolling sideways', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await open('/?kind=newService');
    expect(await page.evaluate('document.scrollingElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  it('prints to PDF', async () => {
    await open('/');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('runs no script and loads nothing from elsewhere', async () => {
    const hosts = new Set<string>();
    const types = new Set<string>();
    page.on('request', (request) => {
      hosts.add(new URL(request.url()).protocol === 'data:' ? 'data:' : new URL(request.url()).host);
      types.add(request.resourceType());
    });
    await open('/');
    expect([...hosts].filter((host) => host !== 'data:')).toEqual([new URL(server.url).host]);
    expect(types).not.toContain('script');
  });
});
