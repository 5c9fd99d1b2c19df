/** The real pack in the real browser: what the README shows, and what only real cards can break. */
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { createBot } from '../../src/bot.js';
import { openProduct, type Product } from '../../src/product.js';
import { createMemoryContexts } from '../../src/storage/memory.js';
import { createSuggester } from '../../src/suggest.js';
import { describeInBrowser, PHONE, screenshot } from './chromium.js';
import { ask, lastTurn, openSite } from './site.js';

let product: Product;

/** Compiling takes up to a minute where the build has not done it. */
const OPEN_WITHIN_MS = 240_000;

function openRealSite() {
  const { pack, matcher, triage } = product;
  const bot = createBot({
    pack,
    matcher,
    triage,
    contexts: createMemoryContexts(),
    settings: { region: 'UK', productLinks: true },
    addresses: { baseUrl: 'https://shop.example/' },
  });
  return openSite({
    bot,
    pack,
    triage,
    suggest: createSuggester(pack, triage),
    random: randomBytes,
  });
}

describeInBrowser('the real cards in the browser', (open) => {
  beforeAll(async () => {
    product = await openProduct(() => {});
  }, OPEN_WITHIN_MS);

  it('answers a question, with its sources and a way on', async () => {
    const page = await open((await openRealSite()).url, {
      viewport: { width: 960, height: 1400 },
    });
    await ask(page, 'Is coffee bad for my bones?');
    const turn = lastTurn(page);
    expect(await turn.getAttribute('data-kind')).toBe('answer');
    expect(await turn.locator('.mark').count()).toBeGreaterThan(0);
    expect(await turn.locator('.chips button').count()).toBeGreaterThan(1);
    expect(await turn.locator('.offers button').count()).toBeGreaterThan(2);
    await screenshot(page, 'readme');
  });

  it('holds no word, however long, that a small phone cannot show', async () => {
    const page = await open((await openRealSite()).url, {
      ...PHONE,
      viewport: { width: 320, height: 640 },
    });
    const { pack } = product;
    await page.getByText('All topics').tap();
    const first = (category: string) => pack.topics.find((topic) => topic.category === category)!;
    for (const category of new Set(pack.topics.map((topic) => topic.category))) {
      await ask(page, first(category).title);
      const isWide = 'document.documentElement.scrollWidth > window.innerWidth';
      expect(await page.evaluate(isWide), category).toBe(false);
    }
  });

  it('offers suggestions fast enough to type by', () => {
    const suggest = createSuggester(product.pack, product.triage);
    // The best of many: the machine may be busy with other tests.
    for (const text of ['ca', 'calc', 'calcuim', 'coffee', 'is coffee bad for my bones']) {
      const times = Array.from({ length: 40 }, () => {
        const started = performance.now();
        suggest(text);
        return performance.now() - started;
      });
      expect(Math.min(...times), text).toBeLessThan(5);
    }
  });
});
