/** The garden bot behind a real port, and what a person does on its page. */
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startServer, type WebServer } from '../../src/channels/web/index.js';
import { type Made, makeApp, memoryStores } from '../channels/web/fixture.js';

export interface Site extends Made {
  url: string;
  stop(): Promise<void>;
  /** At the same address, with the same memory. */
  startAgain(): Promise<void>;
}

/** @param host `localhost` and `127.0.0.1` are different sites to a browser. */
export async function openSite(
  more: Parameters<typeof makeApp>[0] = {},
  host = '127.0.0.1',
): Promise<Site> {
  const made = makeApp({ stores: await memoryStores(), ...more });
  let server: WebServer = await startServer({ app: made.app, port: 0, host, stopWithinMs: 200 });
  const { url } = server;
  onTestFinished(() => server.stop());
  return {
    ...made,
    url,
    stop: () => server.stop(),
    async startAgain() {
      server = await startServer({ app: made.app, port: Number(new URL(url).port), host });
    },
  };
}

/** Types a question, presses Enter, and waits for the turn. */
export async function ask(page: Page, question: string): Promise<void> {
  const before = await page.locator('.turn').count();
  await page.fill('#text', question);
  await page.press('#text', 'Enter');
  await page.locator('.turn').nth(before).waitFor();
}

export function lastTurn(page: Page) {
  return page.locator('.turn').last();
}

/** Waits until the last turn says this. */
export async function said(page: Page, text: string): Promise<void> {
  await lastTurn(page).getByText(text).waitFor();
}

/** What has the focus: `text` for the box, else the words on it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "document.activeElement.id === 'text' ? 'text' : document.activeElement.textContent.trim()",
  );
}
