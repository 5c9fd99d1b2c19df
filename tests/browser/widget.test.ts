import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, PHONE, screenshot } from './chromium.js';
import { openSite } from './site.js';

/** A shop with a strict policy and rude styles, on another site than the bot's. */
async function openShop(): Promise<{ origin: string; embed(botUrl: string): void }> {
  let bot = '';
  const server = createServer((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'self'; script-src 'self' ${bot}; frame-src ${bot}`,
    );
    const isStyle = request.url === '/shop.css';
    response.setHeader('Content-Type', isStyle ? 'text/css' : 'text/html; charset=utf-8');
    response.end(
      isStyle
        ? '* { font-size: 40px !important } button, iframe { display: none !important }'
        : `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/shop.css">
<link rel="icon" href="/shop.css"><script src="${bot}/embed.js" async></script></head><body><h1>Shop</h1></body></html>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    embed(botUrl) {
      bot = new URL(botUrl).origin;
    },
  };
}

/** The bot on `localhost` and the shop on `127.0.0.1`: two sites, so the bot is a third party there. */
async function openBoth(isAllowed: boolean) {
  const { origin: shop, embed } = await openShop();
  const embedOrigins = isAllowed ? [shop] : [];
  const site = await openSite({ config: { embedOrigins } }, 'localhost');
  embed(site.url);
  return { site, shop };
}

const bubbleOf = (page: Page) => page.getByRole('button', { name: 'Ask a question' });
const fontSizeOf = (locator: Locator): Promise<string> =>
  locator.evaluate((it) => it.ownerDocument.defaultView.getComputedStyle(it).fontSize);
const frameOf = (page: Page) => page.frameLocator('iframe');

describeInBrowser('the widget on a page of somebody else', (open) => {
  it('loads nothing until it is opened, then holds a whole conversation without a cookie', async () => {
    const { site, shop } = await openBoth(true);
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(site.url)) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(shop);
    await bubbleOf(page).waitFor();
    expect(asked).toEqual(['/embed.js']);

    await bubbleOf(page).click();
    const box = frameOf(page).locator('#text');
    await box.waitFor();
    await expect.poll(() => box.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.type('tell me about roses');
    await page.keyboard.press('Enter');
    await frameOf(page)
      .locator('.claim', { hasText: 'Roses: the short answer.' })
      .first()
      .waitFor();
    await screenshot(page, 'widget');
    await page.keyboard.type('why?');
    await page.keyboard.press('Enter');
    await frameOf(page).locator('.claim', { hasText: 'Roses: the reason.' }).first().waitFor();
    expect(await page.context().cookies()).toEqual([]);

    await page.keyboard.press('Escape');
    expect(await page.locator('iframe').isVisible()).toBe(false);
    expect(await bubbleOf(page).evaluate((it) => it.getRootNode().activeElement === it)).toBe(true);
    await page.keyboard.press('Enter');
    await frameOf(page).locator('.claim', { hasText: 'Roses: the reason.' }).first().waitFor();

    // Here the browser lets a frame of another site keep nothing at all: it starts afresh.
    await page.reload();
    await bubbleOf(page).click();
    await frameOf(page).getByText('Hello.').waitFor();
  });

  it('is touched by no style of that page', async () => {
    const { shop } = await openBoth(true);
    const page = await open(shop);
    await bubbleOf(page).waitFor();
    expect(await fontSizeOf(bubbleOf(page))).toBe('16px');
    await bubbleOf(page).click();
    await frameOf(page).locator('#text').waitFor();
    expect(await fontSizeOf(page.locator('h1'))).toBe('40px');
  });

  it('fills a phone, and can be closed there', async () => {
    const { shop } = await openBoth(true);
    const page = await open(shop, PHONE);
    await bubbleOf(page).tap();
    await frameOf(page).locator('#text').waitFor();
    const frame = (await page.locator('iframe').boundingBox())!;
    expect([frame.width, frame.height]).toEqual([360, 740]);
    await screenshot(page, 'widget-phone');
    await frameOf(page).getByRole('button', { name: 'Close the chat' }).tap();
    await expect.poll(() => page.locator('iframe').isVisible()).toBe(false);
  });

  it('is shown on no page that is not allowed, and says where the chat can be had', async () => {
    const { site, shop } = await openBoth(false);
    const context = (await open('about:blank')).context();
    // A page of its own: the refused frame is an error that is wanted here.
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(shop);
    await bubbleOf(page).click();
    await page.locator('iframe').waitFor();
    await page.clock.fastForward(10_000);
    const note = page.getByRole('alert');
    await note.waitFor();
    expect(await note.getByRole('link').getAttribute('href')).toBe(site.url);
    expect(page.frames().some((frame) => frame.url().startsWith(site.url))).toBe(false);
  });

  it('works on the example page of the bot itself', async () => {
    const site = await openSite();
    const page = await open(`${site.url}embed`);
    await bubbleOf(page).click();
    await frameOf(page).locator('#text').fill('my shed is burning');
    await frameOf(page).getByRole('button', { name: 'Ask', exact: true }).click();
    await frameOf(page).getByRole('link', { name: 'Emergency 112' }).waitFor();
    await screenshot(page, 'embed');
  });

  it('survives a reload where the browser lets it, until somebody starts over', async () => {
    const site = await openSite();
    const page = await open(`${site.url}embed`);
    const ask = async (question: string) => {
      await frameOf(page).locator('#text').fill(question);
      await frameOf(page).locator('#text').press('Enter');
    };
    await bubbleOf(page).click();
    await ask('tell me about roses');
    await frameOf(page).locator('.turn').waitFor();
    await page.reload();
    await bubbleOf(page).click();
    await frameOf(page).locator('.turn').waitFor();
    await ask('why?');
    await frameOf(page).locator('.answer', { hasText: 'Roses: the reason.' }).waitFor();
    await frameOf(page).getByRole('button', { name: 'Start over' }).click();
    await frameOf(page).getByText('Hello.').waitFor();
    await ask('why?');
    await frameOf(page).locator('[data-kind=fallback]').waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});
