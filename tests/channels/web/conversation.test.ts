import { describe, expect, it } from 'vitest';
import { createConversationKeys } from '../../../src/channels/web/conversation-key.js';
import { cookieOf, makeApp, post, postPiece } from './fixture.js';

describe('the conversation of a browser', () => {
  it('starts with the first question, in a cookie that no script and no other site can use', async () => {
    const { app } = makeApp();
    expect((await app.request('/')).headers.get('set-cookie')).toBeNull();
    const set = (await post(app, '/', { text: 'roses' })).headers.get('set-cookie');
    expect(set).toMatch(
      /^vertebot=[\w-]{22}\.[\w-]{22}; Max-Age=1800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('is sent over encrypted connections alone where there are any', async () => {
    const { app } = makeApp({ config: { trustedProxies: 1 } });
    const https = { 'X-Forwarded-Proto': 'https' };
    const response = await post(app, '/', { text: 'roses' }, https);
    expect(response.headers.get('set-cookie')).toContain('; Secure');
  });

  it('remembers what was talked about', async () => {
    const { app } = makeApp();
    const cookie = cookieOf(await post(app, '/', { text: 'tell me about roses' }));
    const page = await (await post(app, '/', { text: 'why?' }, { cookie })).text();
    expect(page).toContain('Roses: the reason.');
  });

  it('is never shared', async () => {
    const { app } = makeApp();
    await post(app, '/', { text: 'tell me about roses' });
    const other = cookieOf(await post(app, '/', { text: 'hello' }));
    const page = await (await post(app, '/', { text: 'why?' }, { cookie: other })).text();
    expect(page).not.toContain('Roses: the reason.');
  });

  it('cannot be guessed or planted', async () => {
    const { app } = makeApp();
    for (const cookie of ['vertebot=1', `vertebot=${'a'.repeat(22)}.${'a'.repeat(22)}`]) {
      const response = await post(app, '/', { text: 'roses' }, { cookie });
      expect(cookieOf(response)).toMatch(/^vertebot=/);
      expect(cookieOf(response)).not.toBe(cookie);
    }
  });

  it('is deleted by "start over", on both sides', async () => {
    const { app } = makeApp();
    const cookie = cookieOf(await post(app, '/', { text: 'tell me about roses' }));
    const over = await post(app, '/start-over', { place: 'page' }, { cookie });
    expect([over.status, over.headers.get('location')]).toEqual([303, '/']);
    expect(over.headers.get('set-cookie')).toMatch(/^vertebot=; Max-Age=0/);
    const page = await (await post(app, '/', { text: 'why?' }, { cookie })).text();
    expect(page).toContain('data-kind="fallback"');
  });

  it('says so when it could not be deleted', async () => {
    const { parts } = makeApp();
    const forget = () => Promise.reject(new Error('the disk is gone'));
    const { app } = makeApp({ bot: { ...parts.bot, forget } });
    const cookie = cookieOf(await post(app, '/', { text: 'roses' }));
    const over = await post(app, '/start-over', {}, { cookie });
    expect(over.status).toBe(500);
    expect(over.headers.get('set-cookie')).toBeNull();
  });

  it('cannot be spoken in by a form of another site', async () => {
    const { app } = makeApp();
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    for (const path of ['/', '/widget', '/start-over', '/vote']) {
      expect((await post(app, path, { text: 'roses' }, foreign)).status).toBe(403);
    }
  });
});

describe('the conversation of a widget', () => {
  it('goes by a header, without any cookie', async () => {
    const { app } = makeApp();
    const header = (key: string) => ({ 'Vertebot-Conversation': key });
    const first = await postPiece(app, '/widget', { text: 'tell me about roses' }, header('new'));
    const key = first.headers.get('vertebot-conversation')!;
    expect(first.headers.get('set-cookie')).toBeNull();
    const next = await postPiece(app, '/widget', { text: 'why?' }, header(key));
    expect(await next.text()).toContain('Roses: the reason.');
    const over = await postPiece(app, '/start-over', { place: 'widget' }, header(key));
    expect([over.status, over.headers.get('set-cookie')]).toEqual([204, null]);
    const after = await postPiece(app, '/widget', { text: 'why?' }, header(key));
    expect(await after.text()).not.toContain('Roses');
  });
});

describe('conversation keys', () => {
  const random = () => new Uint8Array(16).fill(1);

  it('are known again under the same secret and no other', () => {
    const keys = createConversationKeys(new Uint8Array(32).fill(1), random);
    const others = createConversationKeys(new Uint8Array(32).fill(2), random);
    expect(keys.isOurs(keys.make())).toBe(true);
    expect(others.isOurs(keys.make())).toBe(false);
    for (const odd of ['', '.', 'é'.repeat(45), `${keys.make()}x`])
      expect(keys.isOurs(odd)).toBe(false);
  });
});
