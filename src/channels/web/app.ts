/** The web channel as one hono app: requests in, responses out, no port needed to test it. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isSecure } from './address.js';
import { addApiRoutes } from './api.js';
import { createAsk } from './ask.js';
import { loadAssets } from './assets.js';
import { addChatRoutes } from './chat-routes.js';
import { createConversations } from './conversation.js';
import { createConversationKeys } from './conversation-key.js';
import { embedPage } from './embed-page.js';
import { securityHeaders } from './headers.js';
import { createPages } from './pages.js';
import type { WebParts } from './parts.js';
import { privacyPage } from './privacy-page.js';
import { MOST_BODY_BYTES, refusals } from './refusals.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_AN_HOUR = 'public, max-age=3600';

export function createWebApp(parts: WebParts): Hono {
  const { config, log } = parts;
  const app = new Hono();
  const assets = loadAssets();
  const pages = createPages(parts, assets.urls);
  const keys = createConversationKeys(parts.secret, parts.random);
  const conversations = createConversations(keys, config.trustedProxies);
  const ask = createAsk(parts);

  app.use(securityHeaders(config.embedOrigins));
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: (c) => pages.refuse(c, refusals.bodyTooLarge),
    }),
  );
  app.notFound((c) => pages.refuse(c, refusals.notFound));
  app.onError((error, c) => {
    log('request failed', { path: c.req.routePath, error: error.name });
    return pages.refuse(c, refusals.failed);
  });

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) =>
    (await parts.ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  );
  app.get('/assets/:name', (c) => {
    const asset = assets.read(c.req.param('name'));
    if (!asset) return pages.refuse(c, refusals.notFound);
    return c.body(asset.bytes, 200, { 'Content-Type': asset.type, 'Cache-Control': FOR_EVER });
  });
  app.get('/embed.js', (c) => {
    const { bytes, type } = assets.read('embed.js')!;
    return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': FOR_AN_HOUR });
  });
  app.get('/embed', (c) => c.html(embedPage(assets.urls, config, originOf(c))));
  app.get('/privacy', (c) => c.html(privacyPage(assets.urls, parts)));

  addApiRoutes(app, { parts, ask, conversations, pages });
  // A form of another site must not speak in the name of whoever visits it.
  app.use(async (c, next) =>
    c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site'
      ? pages.refuse(c, refusals.foreignForm)
      : next(),
  );
  addChatRoutes(app, { parts, ask, conversations, pages });
  return app;

  /** Our own address, as whoever reads the page sees it. */
  function originOf(c: Context): string {
    const scheme = isSecure(c, config.trustedProxies) ? 'https' : 'http';
    return `${scheme}://${new URL(c.req.url).host}`;
  }
}
