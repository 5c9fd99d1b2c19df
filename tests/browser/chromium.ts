/** A real browser for tests: Debian's Chromium through playwright-core, which downloads nothing. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));
const HOW_TO_GET_IT =
  'Browser tests are left out: no Chromium was found. Install it (apt-get install chromium) or set CHROMIUM to its path.';

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 900 } };

const executablePath = find();

/** A group of tests that runs where there is a browser, and says how to get one where there is none. */
export function describeInBrowser(subject: string, tests: (open: OpenPage) => void): void {
  if (!executablePath) process.stderr.write(`${HOW_TO_GET_IT} (${subject})\n`);
  describe.runIf(executablePath)(subject, { timeout: 30_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    }, 60_000);
    afterAll(() => browser?.close());
    tests((url, options) => openPage(browser, url, options));
  });
}

/** Opens an address in a browser of its own: no cookie and no storage of another test. */
export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Page>;

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => {
    // A lost connection is logged by the browser itself; what the page makes of it is tested.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) {
      wrong.push(message.text());
    }
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrong, 'errors in the page').toEqual([]);
  });
  await page.goto(url);
  return page;
}

/** Kept for people to look at, in a folder that git does not see. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const known = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...known].find(isProgram);
}

function isProgram(path: string): boolean {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
