import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/channels/web/rate-limit.js';
import { askApi, makeApp, post, postPiece, scripted } from './fixture.js';
import * as replies from './replies.js';

const URGENT = 'my shed is burning';

describe('how often an address may ask', () => {
  it('answers up to the limit, then says how long to wait', async () => {
    const { app, wait } = makeApp({ config: { questionsPerMinute: 2 } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await post(app, '/', { text: 'roses' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await post(app, '/', { text: 'roses' });
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await refused.text()).toContain('Please wait 30 seconds');
    wait(30_000);
    expect((await post(app, '/', { text: 'roses' })).status).toBe(200);
  });

  it('never stands between a person and an urgent reply', async () => {
    const { app } = makeApp({ config: { questionsPerMinute: 1 } });
    await post(app, '/', { text: 'roses' });
    expect((await post(app, '/', { text: 'tulips' })).status).toBe(429);
    for (let i = 0; i < 5; i++) {
      const page = await post(app, '/', { text: URGENT });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Leave the shed.');
      expect(await (await askApi(app, { text: URGENT })).json()).toMatchObject({ kind: 'urgent' });
    }
  });

  it('lets whoever had an urgent reply go on about it', async () => {
    const { app } = makeApp({ config: { questionsPerMinute: 1 } });
    await post(app, '/', { text: 'roses' });
    await post(app, '/', { text: URGENT });
    expect((await post(app, '/', { text: 'can I wait?' })).status).toBe(200);
    for (let i = 0; i < 20; i++) await post(app, '/', { text: 'ok' });
    expect((await post(app, '/', { text: 'ok' })).status).toBe(429);
  });

  it('counts each address for itself, and believes a proxy only when told to', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const open = makeApp({ config: { questionsPerMinute: 1 } }).app;
    await post(open, '/', { text: 'roses' }, from('203.0.113.1'));
    expect((await post(open, '/', { text: 'roses' }, from('203.0.113.2'))).status).toBe(429);

    const behind = makeApp({ config: { questionsPerMinute: 1, trustedProxies: 1 } }).app;
    await post(behind, '/', { text: 'roses' }, from('198.51.100.9, 203.0.113.1'));
    const spoofed = from('192.0.2.77, 203.0.113.1');
    expect((await post(behind, '/', { text: 'roses' }, spoofed)).status).toBe(429);
    expect((await post(behind, '/', { text: 'roses' }, from('203.0.113.2'))).status).toBe(200);
  });

  it('takes a household of IPv6 for one address', async () => {
    const { app } = makeApp({ config: { questionsPerMinute: 1, trustedProxies: 1 } });
    const from = (address: string) =>
      post(app, '/', { text: 'roses' }, { 'X-Forwarded-For': address });
    expect((await from('2001:db8:1:2:3::4')).status).toBe(200);
    expect((await from('2001:db8:1:2::9')).status).toBe(429);
    expect((await from('2001:db8:1:3::9')).status).toBe(200);
    expect((await from('::ffff:192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(429);
  });

  it('forgets the addresses that were quiet longest', () => {
    const limit = createRateLimit(1, () => 0);
    limit.take('first');
    for (let i = 0; i < 10_000; i++) limit.take(`address ${i}`);
    expect(limit.take('first')).toBe(0);
    expect(limit.take('address 9999')).toBe(60);
  });
});

describe('how long a question may be', () => {
  const long = 'roses and tulips '.repeat(300);

  it('asks for a shorter one, unless it is urgent', async () => {
    const { app } = makeApp();
    expect((await post(app, '/', { text: long })).status).toBe(413);
    const urgent = await postPiece(app, '/', { text: `${long} and ${URGENT}` });
    expect(urgent.status).toBe(200);
    expect(await urgent.text()).toContain('Leave the shed.');
  });

  it('does not read a body that is far too large', async () => {
    const { app } = makeApp();
    const huge = 'x'.repeat(70_000);
    expect((await post(app, '/', { text: huge })).status).toBe(413);
    expect(await (await askApi(app, { text: huge })).json()).toMatchObject({
      error: { code: 'body-too-large' },
    });
  });
});

describe('how long an answer may take', () => {
  it('gives up in time and says so', async () => {
    const bot = { respond: () => new Promise<never>(() => {}), forget: async () => 0 };
    const { app, logged } = makeApp({ bot, answerWithinMs: 10 });
    const response = await askApi(app, { text: 'roses' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(logged).toEqual(['answer took too long ms=0']);
  });

  it('tells how long it took', async () => {
    const made = makeApp({ bot: scripted(replies.fallback) });
    expect(await (await askApi(made.app, { text: 'roses' })).json()).toMatchObject({ ms: 0 });
  });
});
