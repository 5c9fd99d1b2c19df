import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  errorSchema,
  replySchema,
  requestSchema,
  responseSchema,
} from '../../../src/channels/web/api-schema.js';
import { answerJsonLines } from '../../../src/commands/ask-jsonl.js';
import { askApi, makeApp, scripted } from './fixture.js';
import * as replies from './replies.js';

const ALL = [
  replies.answer(replies.topicCard, replies.signsCard),
  replies.answer(replies.tipCard),
  replies.answer(replies.chatCard),
  replies.clarify,
  replies.fallback,
  replies.urgent,
];

describe('POST /api/ask', () => {
  it('answers with the fields of ask --jsonl, and the whole reply', async () => {
    const { app, parts } = makeApp();
    const question = { id: 'q1', text: 'tell me about roses' };
    const { reply, ...fields } = responseSchema.parse(await (await askApi(app, question)).json());
    async function* lines() {
      yield JSON.stringify(question);
    }
    const bot = { ...parts.bot, settled: async () => {} };
    const { value } = await answerJsonLines(lines(), bot, () => 0).next();
    expect(fields).toEqual(JSON.parse(value as string));
    expect(reply).toMatchObject({ kind: 'answer', cards: [{ topic: 'plants/roses' }] });
  });

  it('takes a choice instead of words', async () => {
    const { app } = makeApp();
    const ask = async (pick: unknown) => (await askApi(app, { pick })).json();
    expect(await ask({ action: 'part', topic: 'plants/roses', about: 'why' })).toMatchObject({
      text: expect.stringContaining('the reason'),
    });
    expect(await ask({ action: 'topic', topic: 'plants/nettles' })).toMatchObject({
      error: { code: 'unknown-choice' },
    });
  });

  it.each([
    ['no JSON', 'roses?', 400, 'not-json'],
    ['nothing', '', 400, 'not-json'],
    ['a list', [], 400, 'wrong-type'],
    ['null', 'null', 400, 'wrong-type'],
    ['a text that is a number', { text: 7 }, 400, 'wrong-type'],
    ['an id that is a list', { text: 'roses', id: [] }, 400, 'wrong-type'],
    ['a pick of another shape', { pick: { action: 'buy' } }, 400, 'wrong-type'],
    ['no text', {}, 400, 'empty-text'],
    ['an empty text', { text: ' \n ' }, 400, 'empty-text'],
    ['a huge text', { text: 'roses '.repeat(1000) }, 413, 'text-too-long'],
  ])('refuses %s with a message', async (_, body, status, code) => {
    const response = await askApi(makeApp().app, body);
    expect(response.status).toBe(status);
    const { error } = errorSchema.parse(await response.json());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].{20,}/);
  });

  it('never repeats what was sent in a refusal', async () => {
    const { app } = makeApp();
    const secret = 'my secret illness';
    for (const body of [secret, { text: [secret] }, { pick: { action: secret, topic: secret } }]) {
      expect(await (await askApi(app, body)).text()).not.toContain('secret');
    }
  });

  it('takes JSON alone, by POST alone', async () => {
    const { app } = makeApp();
    const plain = await askApi(app, { text: 'roses' }, { 'Content-Type': 'text/plain' });
    expect(plain.status).toBe(415);
    const typed = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect((await askApi(app, { text: 'roses' }, typed)).status).toBe(200);
    const got = await app.request('/api/ask');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await (await app.request('/api/other')).json()).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('conversations of the API', () => {
  it('stand alone without the header, whatever the body says', async () => {
    const { app } = makeApp();
    const conversation = 'c1';
    const first = await askApi(app, { text: 'tell me about roses', conversation });
    expect(first.headers.get('vertebot-conversation')).toBeNull();
    expect(first.headers.get('set-cookie')).toBeNull();
    const next = await askApi(app, { text: 'why?', conversation });
    expect(await next.json()).toMatchObject({ kind: 'fallback' });
  });

  it('go on with the key that the answer gave', async () => {
    const { app } = makeApp();
    const header = (key: string) => ({ 'Vertebot-Conversation': key });
    const first = await askApi(app, { text: 'tell me about roses' }, header('new'));
    const key = first.headers.get('vertebot-conversation')!;
    const next = await askApi(app, { text: 'why?' }, header(key));
    expect(await next.json()).toMatchObject({ answered: ['plants/roses'] });
    expect(next.headers.get('vertebot-conversation')).toBe(key);
  });

  it('cannot be chosen by a caller', async () => {
    const { app } = makeApp();
    const mine = { 'Vertebot-Conversation': `${'a'.repeat(22)}.${'a'.repeat(22)}` };
    const first = await askApi(app, { text: 'tell me about roses' }, mine);
    expect(first.headers.get('vertebot-conversation')).not.toContain('aaaa');
    const next = await askApi(app, { text: 'why?' }, mine);
    expect(await next.json()).toMatchObject({ kind: 'fallback' });
  });
});

describe('calls from scripts of other sites', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST' },
  };

  it('are refused by default', async () => {
    const { app } = makeApp();
    const response = await app.request('/api/ask', preflight);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await askApi(app, { text: 'roses' }, { Origin: 'https://shop.example' });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are allowed for the origins that are configured, and no other', async () => {
    const { app } = makeApp({ config: { apiOrigins: ['https://shop.example'] } });
    const allowed = await app.request('/api/ask', preflight);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await askApi(app, { text: 'roses' }, { Origin: 'https://evil.example' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, Media>; requestBody?: Media }>>;
}
interface Media {
  content: { 'application/json': { schema: Parameters<typeof z.fromJSONSchema>[0] } };
}

async function description(): Promise<Described> {
  const response = await makeApp().app.request('/openapi.json');
  return (await response.json()) as Described;
}
const shapeOf = (media: Media) => z.fromJSONSchema(media.content['application/json'].schema);

describe('the OpenAPI description', () => {
  it('fits every kind of reply that is sent, to the last field', async () => {
    const { paths } = await description();
    const described = shapeOf(paths['/api/ask']!.post!.responses['200']!);
    for (const reply of ALL) {
      const answer = await (
        await askApi(makeApp({ bot: scripted(reply) }).app, { text: 'x y' })
      ).json();
      expect(described.safeParse(answer)).toMatchObject({ success: true });
      // Strict where the description is not: nothing undescribed is sent.
      expect(responseSchema.parse(answer)).toEqual(answer);
      expect(replySchema.parse(reply)).toEqual(reply);
    }
    expect(described.safeParse({ kind: 'answer' }).success).toBe(false);
  });

  it('fits the requests that are taken', async () => {
    const { paths } = await description();
    const described = shapeOf(paths['/api/ask']!.post!.requestBody!);
    for (const body of [
      { text: 'roses' },
      { text: 'roses', conversation: 'c1' },
      { id: 1, text: '' },
    ]) {
      expect(described.safeParse(body).success).toBe(true);
      expect(requestSchema.safeParse(body).success).toBe(true);
    }
    expect(described.safeParse({ text: 1 }).success).toBe(false);
  });

  it('names every status that the API answers with', async () => {
    const { paths } = await description();
    const slow = { respond: () => new Promise<never>(() => {}), forget: async () => 0 };
    const broken = { respond: () => Promise.reject(new Error()), forget: async () => 0 };
    const seen = [
      await askApi(makeApp().app, { text: 'roses' }),
      await askApi(makeApp().app, '{'),
      await askApi(makeApp().app, { text: 'roses '.repeat(1000) }),
      await askApi(makeApp().app, '', { 'Content-Type': 'text/plain' }),
      await askApi(makeApp({ config: { questionsPerMinute: 0 } }).app, { text: 'roses' }),
      await askApi(makeApp({ bot: broken }).app, { text: 'roses' }),
      await askApi(makeApp({ bot: slow, answerWithinMs: 5 }).app, { text: 'roses' }),
    ].map(({ status }) => String(status));
    expect(Object.keys(paths['/api/ask']!.post!.responses).sort()).toEqual(seen.sort());
  });

  it('names addresses that exist', async () => {
    const { openapi, paths } = await description();
    expect(openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const response = await makeApp().app.request(path, { method: method.toUpperCase() });
        expect(response.status, path).not.toBe(404);
      }
    }
  });
});

describe('health', () => {
  it('is alive, and ready while it is', async () => {
    let ready = true;
    const { app } = makeApp({ ready: () => ready });
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
    ready = false;
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
  });
});
