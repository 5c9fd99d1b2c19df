import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDiscord } from './fake-discord.js';
import { People } from './people.js';
import type { FakeInteraction } from './rest.js';

let fake: FakeDiscord;
beforeEach(async () => {
  fake = await FakeDiscord.start();
});
afterEach(() => fake.stop());

const call = (method: string, path: string, body?: object) =>
  fetch(`${fake.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${fake.token}` },
    ...(body && { body: JSON.stringify(body) }),
  });

/** An interaction that nobody answers yet. */
function injected(): { callback: string; followUp: string } {
  new People(fake).slash('ask', { question: 'x' }).catch(() => {});
  const [{ id, token }] = [...fake.rest.interactions.values()] as [FakeInteraction];
  return { callback: `/interactions/${id}/${token}/callback`, followUp: `/webhooks/1/${token}` };
}

describe('the loopback Discord', () => {
  it('notes a route that it does not know', async () => {
    expect((await call('GET', '/nowhere')).status).toBe(404);
    expect(fake.unknown).toEqual(['GET /nowhere null']);
  });

  it('refuses a wrong token', async () => {
    const response = await fetch(`${fake.api}/v10/users/@me`, {
      headers: { authorization: 'Bot x' },
    });
    expect(response.status).toBe(401);
  });

  it('takes one first response, in time, and follow-ups only after it', async () => {
    const { callback, followUp } = injected();
    expect((await call('POST', followUp, { content: 'x' })).status).toBe(404);
    expect((await call('POST', callback, { type: 4, data: { content: 'x' } })).status).toBe(204);
    expect((await call('POST', callback, { type: 4, data: {} })).status).toBe(400);
    expect((await call('POST', followUp, { content: 'x' })).status).toBe(200);
    fake.ahead = 16 * 60_000;
    expect((await call('POST', followUp, { content: 'x' })).status).toBe(404);
    expect(fake.rest.mistakes).toHaveLength(1);
  });

  it('takes none that comes too late or with a wrong token', async () => {
    const { callback } = injected();
    expect((await call('POST', callback.replace('token', 'nekot'), { type: 4 })).status).toBe(404);
    fake.ahead = 3500;
    expect((await call('POST', callback, { type: 4, data: {} })).status).toBe(404);
    expect(fake.rest.mistakes).toHaveLength(2);
  });

  it('creates one message for one nonce', async () => {
    const body = { content: 'x', nonce: '1', enforce_nonce: true };
    const path = '/channels/800000000000000010/messages';
    const ids = [await call('POST', path, body), await call('POST', path, body)].map(
      async (response) => ((await response.json()) as { id: string }).id,
    );
    expect(await ids[0]).toBe(await ids[1]);
    expect(fake.rest.posted).toHaveLength(1);
  });
});
