import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page, type Response } from 'playwright-core';
import { startServer, temporaryFolder, type RunningServer } from './server.js';

/** A running service with a page of it in a browser. */
interface Site {
  readonly url: string;
  /** The service's data; the folder is there before the service is. */
  readonly dataDir: string;
  readonly page: Page;
  /** Opens a path of the service in the page. */
  readonly open: (path: string) => Promise<Response | null>;
}

/**
 * A service of its own for a suite, and a browser: both are there from its first test on and end after its last one. To be
 * called in `describe`, and read in tests and hooks only.
 */
export function browsedSite(environment: Record<string, string> = {}): Site {
  const folder = temporaryFolder();
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startServer(folder.path, environment);
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
  }, 120_000);
  // What did not start is not there to be ended.
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });
  return {
    dataDir: folder.path,
    get url() {
      return server.url;
    },
    get page() {
      return page;
    },
    open: (path) => page.goto(`${server.url}${path}`),
  };
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface LookedFor {
  /** Rules beyond WCAG for what is a page by itself: landmarks, one heading. A mail is none. */
  readonly asPage?: boolean;
  /** Frames are looked into; not where nothing may run in them, the rules neither. */
  readonly frames?: boolean;
}

/** The faults of accessibility that can be found by rule, each with where it is; empty is none. */
export async function faultsOf(page: Page, { asPage = true, frames = true }: LookedFor = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(!frames).withTags(asPage ? [...wcag, 'best-practice'] : wcag);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Whether all of a page can be read without scrolling sideways. */
export const fitsWindow = (page: Page): Promise<boolean> =>
  page.evaluate('document.scrollingElement.scrollWidth <= window.innerWidth');

/** Debian's Chromium without the calls home that it would make on a closed network. */
const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
