import { describe, expect, it } from 'vitest';
import { makeApp, memoryStores, post } from './fixture.js';

const SHOP = 'https://shop.example';

describe('what a browser is told', () => {
  it.each(['/', '/widget', '/privacy', '/embed', '/api/ask', '/nowhere', '/healthz'])(
    'keeps %s to itself',
    async (path) => {
      const { headers } = await makeApp().app.request(path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('holds no script and no style of its own in any page, so that the policy can be strict', async () => {
    const { app } = makeApp();
    for (const path of ['/', '/widget', '/privacy', '/embed']) {
      const page = await (await app.request(path)).text();
      expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src="\/)/);
    }
  });

  it('lets nobody frame the page, and the widget only where it is allowed', async () => {
    const ancestors = async (path: string, embedOrigins: string[] = []) => {
      const { headers } = await makeApp({ config: { embedOrigins } }).app.request(path);
      return [
        /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy')!)![1],
        headers.get('x-frame-options'),
      ];
    };
    expect(await ancestors('/', [SHOP])).toEqual(["'none'", 'DENY']);
    expect(await ancestors('/widget')).toEqual(["'self'", null]);
    expect(await ancestors('/widget', [SHOP])).toEqual([`'self' ${SHOP}`, null]);
  });

  it('still protects an answer in the widget', async () => {
    const { app } = makeApp({ config: { embedOrigins: [SHOP] } });
    const { headers } = await post(app, '/widget', { text: 'roses' });
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${SHOP}`);
  });

  it('lets other sites load the widget and its loader, and nothing else', async () => {
    const { app } = makeApp();
    const policyOf = async (path: string) =>
      (await app.request(path)).headers.get('cross-origin-resource-policy');
    expect(await policyOf('/embed.js')).toBe('cross-origin');
    expect(await policyOf('/widget')).toBe('cross-origin');
    expect(await policyOf('/')).toBe('same-origin');
    expect(await policyOf('/openapi.json')).toBe('same-origin');
  });
});

describe('the privacy page', () => {
  it('says what the running configuration does', async () => {
    const plain = await (await makeApp().app.request('/privacy')).text();
    expect(plain).toContain('<h1>privacy</h1>');
    expect(plain).toContain('Nothing is kept for longer than a season.');
    expect(plain).toContain('No other site may show this chat.');
    expect(plain).toContain('30 a minute at most');
    const config = {
      embedOrigins: [SHOP],
      apiOrigins: ['https://app.example'],
      questionsPerMinute: 5,
    };
    const { app } = makeApp({ config, stores: await memoryStores() });
    const busy = await (await app.request('/privacy')).text();
    expect(busy).toContain(`may be shown on: ${SHOP}.`);
    expect(busy).toContain('https://app.example');
    expect(busy).toContain('5 a minute at most');
    expect(busy).toContain('A thumb is kept');
  });
});

describe('the example page', () => {
  it('shows the one line and where it works', async () => {
    const { app } = makeApp({ config: { embedOrigins: [SHOP], trustedProxies: 1 } });
    const page = await (
      await app.request('http://bot.example/embed', { headers: { 'X-Forwarded-Proto': 'https' } })
    ).text();
    expect(page).toContain('&lt;script src=&quot;https://bot.example/embed.js&quot; async&gt;');
    expect(page).toContain(`<li>${SHOP}</li>`);
    expect(await (await makeApp().app.request('/embed')).text()).toContain('EMBED_ORIGINS');
  });
});
