import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Reply } from '../../src/reply.js';
import { scripted } from '../channels/web/fixture.js';
import * as replies from '../channels/web/replies.js';
import { DESKTOP, describeInBrowser, PHONE, screenshot } from './chromium.js';
import { ask, openSite } from './site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, one line for each place. */
async function findings(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    // biome-ignore lint/suspicious/noExplicitAny: axe is only there inside the page.
    'axe.run(document, { rules: { "target-size": { enabled: true } } })' as any,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

const LOOKS = [
  { name: 'light', ...DESKTOP, colorScheme: 'light' },
  { name: 'dark', ...DESKTOP, colorScheme: 'dark' },
  { name: 'phone', ...PHONE, colorScheme: 'light' },
] as const;

const STATES: Record<string, Reply> = {
  answer: replies.answer(replies.topicCard, replies.tipCard),
  signs: replies.answer(replies.signsCard),
  'small talk': replies.answer(replies.chatCard),
  clarify: replies.clarify,
  declined: replies.fallback,
  urgent: replies.urgent,
};

describeInBrowser('axe-core', (open) => {
  for (const { name, ...look } of LOOKS) {
    it(`finds nothing on any reply (${name})`, async () => {
      for (const [state, reply] of Object.entries(STATES)) {
        const site = await openSite({ bot: scripted(reply) });
        const page = await open(site.url, look);
        await ask(page, `Show me ${state}`);
        for (const summary of await page.locator('.turn summary').all()) await summary.click();
        await screenshot(page, `${state.replace(' ', '-')}-${name}`);
        expect(await findings(page), state).toEqual([]);
      }
    });

    it(`finds nothing on the start, suggestions, errors and texts (${name})`, async () => {
      const site = await openSite({ config: { questionsPerMinute: 1 } });
      const page = await open(site.url, look);
      await page.getByText('All topics').click();
      expect(await findings(page), 'start').toEqual([]);
      await page.getByText('All topics').click();
      await screenshot(page, `start-${name}`);

      await page.locator('#text').pressSequentially('tulips');
      await page.locator('#suggestions [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await findings(page), 'suggestions').toEqual([]);

      await ask(page, 'roses');
      await page.fill('#text', 'tulips');
      await page.press('#text', 'Enter');
      await page.locator('.notice').waitFor();
      expect(await findings(page), 'error').toEqual([]);

      for (const path of ['privacy', 'embed', 'nowhere', 'widget']) {
        await page.goto(site.url + path);
        expect(await findings(page), path).toEqual([]);
      }
    });
  }
});
