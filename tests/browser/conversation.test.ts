import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, screenshot } from './chromium.js';
import { ask, focused, lastTurn, openSite, said } from './site.js';

const INJECTIONS = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  '</p></li></ol><svg onload=window.hacked=1>',
  'javascript:window.hacked=1',
];

describeInBrowser('a conversation in the browser', (open) => {
  it('goes from a greeting to an answer, its parts, a tip, a thumb, and a new start', async () => {
    const site = await openSite();
    const page = await open(site.url);
    expect(await page.locator('.greeting').textContent()).toBe('Hello.');

    await ask(page, 'tell me about roses');
    expect(await page.locator('#start').isVisible()).toBe(false);
    expect(await lastTurn(page).locator('h2').textContent()).toBe('All about roses');
    expect(await page.locator('#status').textContent()).toContain('Roses: the short answer.');
    await expect.poll(() => focused(page)).toBe('text');
    expect(await page.inputValue('#text')).toBe('');

    await lastTurn(page).getByRole('button', { name: 'Why?' }).click();
    await said(page, 'Roses: the reason.');
    await expect.poll(() => focused(page)).toBe('All about roses');

    await lastTurn(page).getByRole('button', { name: /tip/i }).click();
    await said(page, 'Roses: first tip.');

    await lastTurn(page).getByRole('button', { name: 'Tulips' }).click();
    await said(page, 'Tulips: the short answer.');

    await ask(page, 'how much?');
    expect(await lastTurn(page).textContent()).toContain('five litres');

    await lastTurn(page).getByRole('button', { name: 'Yes' }).click();
    await page.getByText('Thank you, noted.').last().waitFor();
    expect(await site.parts.stores!.counts.totals(undefined, 1)).toMatchObject({ up: 1 });

    await page.getByRole('button', { name: 'Start over' }).click();
    await page.locator('#start').waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
    await ask(page, 'why?');
    expect(await lastTurn(page).getAttribute('data-kind')).toBe('fallback');
  });

  it('needs no mouse', async () => {
    const page = await open((await openSite()).url);
    await expect.poll(() => focused(page)).toBe('text');
    for (let i = 0; i < 30 && (await focused(page)) !== 'Skip to your question'; i++) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('text');

    await page.keyboard.type('tulp');
    await page.locator('#suggestions [role=option]').first().waitFor();
    expect(await page.getAttribute('#text', 'aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
    await page.keyboard.type('i');
    await page.locator('#suggestions [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#text', 'aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Enter');
    await said(page, 'Tulips: the short answer.');
    expect(await page.locator('.asked').textContent()).toContain('Tulips');

    // From the box back to the buttons of the answer.
    for (let i = 0; i < 30 && (await focused(page)) !== 'Why?'; i++) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await said(page, 'Tulips: the reason.');
    await expect.poll(() => focused(page)).toBe('All about tulips');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('1');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('The Library: A book');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toContain('A book');
  });

  it('shows an urgent reply so that nobody can miss it', async () => {
    const page = await open((await openSite()).url, PHONE);
    await ask(page, 'my shed is burning');
    const urgent = lastTurn(page).getByRole('alert');
    expect(await urgent.textContent()).toMatch(/URGENT.*The shed is on fire.*Leave the shed/is);
    await expect.poll(() => focused(page)).toBe('The shed is on fire');
    const call = urgent.getByRole('link', { name: 'Emergency 112' });
    expect(await call.getAttribute('href')).toBe('tel:112');
    const box = (await call.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.y + box.height).toBeLessThan(740);
    await screenshot(page, 'urgent-phone');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toContain('Emergency 112');
    await page.fill('#text', 'roses are burning');
    await page.waitForTimeout(400);
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
  });

  it('fits a small phone and takes touch', async () => {
    const page = await open((await openSite()).url, PHONE);
    const fits = () => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
    expect(await fits()).toBe(true);
    await page.getByText('All topics').tap();
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Roses' }).tap();
    await said(page, 'Roses: the short answer.');
    expect(await fits()).toBe(true);
    const box = (await page.locator('#composer').boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    // The keyboard of the phone goes away, so that the answer can be read.
    await ask(page, `tell me about ${'tulips'.repeat(30)} tulips`);
    expect(await fits()).toBe(true);
    expect(await focused(page)).not.toBe('text');
    await screenshot(page, 'answer-phone');
  });

  it('survives a reload in mid-conversation, on the page and in the memory of the bot', async () => {
    const page = await open((await openSite()).url);
    await ask(page, 'tell me about roses');
    await ask(page, 'who invented quantum physics');
    await page.reload();
    expect(await page.locator('.turn').count()).toBe(2);
    expect(await page.locator('#start').isVisible()).toBe(false);
    await ask(page, 'tell me about roses');
    await page.reload();
    await ask(page, 'why?');
    expect(await lastTurn(page).textContent()).toContain('Roses: the reason.');
    await lastTurn(page).getByRole('button', { name: 'A tip' }).click();
    await said(page, 'first tip');
  });

  it('keeps the question when the server is gone, and answers it when it is back', async () => {
    const site = await openSite();
    const page = await open(site.url);
    await ask(page, 'tell me about roses');
    await site.stop();
    await page.fill('#text', 'why?');
    await page.press('#text', 'Enter');
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/cannot be reached.*emergency number/s);
    expect(await page.inputValue('#text')).toBe('why?');
    await screenshot(page, 'server-gone');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await page.locator('.turn').count()).toBe(1);
    await site.startAgain();
    await page.press('#text', 'Enter');
    await said(page, 'Roses: the reason.');
    expect(await notice.count()).toBe(0);
  });

  it('says when it was too much, and keeps the question', async () => {
    const page = await open((await openSite({ config: { questionsPerMinute: 1 } })).url);
    await ask(page, 'tell me about roses');
    await page.fill('#text', 'and tulips?');
    await page.press('#text', 'Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Please wait 60 seconds');
    expect(await page.inputValue('#text')).toBe('and tulips?');
    await ask(page, 'my shed is burning');
    expect(await lastTurn(page).getAttribute('data-kind')).toBe('urgent');
  });

  it('shows injected code as the text that it is, also after a reload', async () => {
    const site = await openSite();
    const page = await open(site.url);
    for (const text of INJECTIONS) await ask(page, text);
    await page.reload();
    const shown = await page.locator('.asked').allInnerTexts();
    expect(shown.map((text) => text.replace(/^You asked:\s*/, ''))).toEqual(INJECTIONS);
    expect(await page.evaluate("'hacked' in window")).toBe(false);
    expect(await page.locator('.turn img, .turn script, .turn svg').count()).toBe(0);
  });

  it('works without any script', async () => {
    const page = await open((await openSite()).url, { javaScriptEnabled: false });
    await page.fill('#text', 'tell me about roses');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await page.locator('.turn h2').textContent()).toBe('All about roses');
    await page.getByText('2 sources').click();
    expect(await page.getByText('The Library: A book').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Why?' }).click();
    expect(await page.locator('.turn').textContent()).toContain('Roses: the reason.');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await page.locator('.greeting').textContent()).toBe('Hello.');
    await page.fill('#text', 'why?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await page.locator('.turn').getAttribute('data-kind')).toBe('fallback');
  });

  it('asks no other server for anything', async () => {
    const site = await openSite();
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.url);
    await ask(page, 'tell me about roses');
    await ask(page, 'my shed is burning');
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });
});
