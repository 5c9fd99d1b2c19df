/** `POST /api/ask`: the fields of `ask --jsonl` and the whole reply, for other programs. */
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { z } from 'zod';
import { outcomeOf } from '../../outcome.js';
import { addressOf } from './address.js';
import { requestSchema } from './api-schema.js';
import type { Ask } from './ask.js';
import { type Conversations, HEADER } from './conversation.js';
import { openApi } from './openapi.js';
import type { Pages } from './pages.js';
import type { WebParts } from './parts.js';
import { type Refusal, refusals } from './refusals.js';

export interface ApiWith {
  parts: Pick<WebParts, 'config' | 'pack'>;
  ask: Ask;
  conversations: Conversations;
  pages: Pages;
}

export function addApiRoutes(app: Hono, { parts, ask, conversations, pages }: ApiWith): void {
  const { config, pack } = parts;
  const topics = new Set(pack.topics.map(({ id }) => id));
  const description = openApi();

  app.get('/openapi.json', (c) => c.json(description));
  if (config.apiOrigins.length > 0) {
    app.use(
      '/api/*',
      cors({
        origin: [...config.apiOrigins],
        allowMethods: ['POST'],
        allowHeaders: ['Content-Type', HEADER],
        exposeHeaders: [HEADER, 'Retry-After'],
        maxAge: 600,
      }),
    );
  }
  app.post('/api/ask', async (c) => {
    const request = await read(c);
    if ('status' in request) return pages.refuse(c, request);
    const { text, pick, id = null } = request;
    if (pick && !topics.has(pick.topic)) return pages.refuse(c, refusals.unknownChoice);
    const conversation = conversations.findWanted(c);
    const asked = await ask(
      { text, ...(pick && { pick }), ...(conversation && { conversation }) },
      addressOf(c, config.trustedProxies),
    );
    if ('refused' in asked) return pages.refuse(c, asked.refused);
    const { reply, ms } = asked;
    return c.json({ id, ...outcomeOf(reply), ms, reply });
  });
  app.all('/api/ask', (c) => {
    c.header('Allow', 'POST');
    return pages.refuse(c, refusals.notPost);
  });
}

async function read(c: Context): Promise<z.output<typeof requestSchema> | Refusal> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refusals.notJsonType;
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    return refusals.notJson;
  }
  const checked = requestSchema.safeParse(body);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the body'}: ${message}`,
  );
  return {
    ...refusals.wrongShape,
    message: `${refusals.wrongShape.message} ${problems.join('; ')}.`,
  };
}
