/** The web channel over the garden bot: the real engine, a small pack, no network. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { createWebApp, type WebConfig, type WebParts } from '../../../src/channels/web/index.js';
import type { Reply } from '../../../src/reply.js';
import { openStores } from '../../../src/storage/open.js';
import type { Stores } from '../../../src/storage/ports.js';
import { createSuggester } from '../../../src/suggest.js';
import { makeBot, pack, triage } from '../../conversation/fixture.js';

export interface Made {
  app: Hono;
  parts: WebParts;
  /** What the channel logged, as `event name=value`. */
  logged: string[];
  /** Moves the clock on. */
  wait(ms: number): void;
}

type More = Partial<Omit<WebParts, 'config'>> & { config?: Partial<WebConfig> };

export function makeApp({ config, ...more }: More = {}): Made {
  let now = 0;
  let drawn = 0;
  const logged: string[] = [];
  const parts: WebParts = {
    bot: makeBot({ addresses: { baseUrl: 'https://shop.example/' } }),
    pack,
    triage,
    suggest: createSuggester(pack, triage),
    config: {
      embedOrigins: [],
      apiOrigins: [],
      questionsPerMinute: 30,
      trustedProxies: 0,
      ...config,
    },
    privacyFacts: ['Nothing is kept for longer than a season.'],
    ready: () => true,
    log: (event, facts) =>
      void logged.push([event, ...Object.entries(facts).map((pair) => pair.join('='))].join(' ')),
    clock: () => now,
    // Repeatable, and never twice the same.
    random: (bytes) => createHash('sha512').update(String(drawn++)).digest().subarray(0, bytes),
    secret: new Uint8Array(32).fill(7),
    ...more,
  };
  return {
    app: createWebApp(parts),
    parts,
    logged,
    wait(ms) {
      now += ms;
    },
  };
}

export function memoryStores(): Promise<Stores> {
  return openStores({});
}

/** A bot that gives these replies in turn, for what the garden never says. */
export function scripted(...replies: Reply[]): WebParts['bot'] {
  let at = 0;
  return {
    async respond() {
      return replies[at++ % replies.length]!;
    },
    forget: async () => 0,
  };
}

type Fields = Record<string, string>;

/** Sends a form of the page, as a browser without script does. */
export async function post(app: Hono, path: string, fields: Fields, headers: Fields = {}) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
}

/** As the page's own script does. */
export function postPiece(app: Hono, path: string, fields: Fields, headers: Fields = {}) {
  return post(app, path, fields, { 'Vertebot-Piece': '1', ...headers });
}

export async function askApi(app: Hono, body: unknown, headers: Fields = {}) {
  return app.request('/api/ask', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** The cookie of an answer, ready to be sent back. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}
